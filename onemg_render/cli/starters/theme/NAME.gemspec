Gem::Specification.new do |spec|
  spec.name = "NAME"
  spec.version = "0.1.0"
  spec.authors = ["Your name"]
  spec.summary = "A theme for Jekyll sites"
  spec.files = Dir["{assets,_data,_layouts,_includes,_sass}/**/*", "README.md", "_config.yml"]
  spec.add_runtime_dependency "jekyll", ">= 4.0"
end

Gem::Specification.new do |spec|
  spec.name = "the.theme"
  spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.0"
end

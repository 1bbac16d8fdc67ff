# frozen_string_literal: true

# The plug-ins that the templates need. With this file the folder is a theme for Jekyll too.
Gem::Specification.new do |spec|
  spec.name = "minima"
  spec.version = "2.5.99"
  spec.summary = "A plain theme for blogs with the names of Jekyll's minima"
  spec.authors = ["The onemg contributors"]
  spec.license = "MIT"
  spec.files = Dir["{_layouts,_includes,_sass,assets}/**/*"]
  spec.add_runtime_dependency "jekyll-feed", "~> 0.9"
  spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.1"
end

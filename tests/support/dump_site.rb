# Reads a site with the Jekyll on the load path, without plug-ins, and prints what it has read as JSON:
#   ruby -I... tests/support/dump_site.rb SOURCE [JSON of configuration keys to lay over the site's own]
# Folder listings are sorted, so that the answer does not depend on the file system.
require "jekyll"
require "json"

class Dir
  class << self
    alias_method :unsorted_entries, :entries
    def entries(*args)
      unsorted_entries(*args).sort
    end
  end
end

require "find"
module Jekyll
  class Site
    # The gem of a theme need not be installed: a folder will do.
    alias_method :configure_theme_by_gem, :configure_theme
    def configure_theme
      folder = config["theme_dir"]
      return configure_theme_by_gem unless folder

      root = File.realpath(folder)
      self.theme = Theme.allocate.tap do |theme|
        theme.instance_variable_set(:@name, File.basename(folder))
        theme.instance_variable_set(:@root, root)
        theme.define_singleton_method(:runtime_dependencies) { [] }
      end
    end
  end
end

source, overrides = ARGV
settings = { "source" => source, "destination" => "/nonexistent/_site", "plugins" => [], "plugins_dir" => "/nonexistent",
             "quiet" => true,
             "disable_disk_cache" => true }.merge(JSON.parse(overrides || "{}"))
site = Jekyll::Site.new(Jekyll.configuration(settings))
site.reset
site.read

def plain(value)
  case value
  when Hash
    return value.to_h { |key, item| [key, plain(item)] } if value.keys.all?(String)

    { "$pairs" => value.map { |key, item| [plain(key), plain(item)] } }
  when Array then value.map { |item| plain(item) }
  when Time then { "$time" => value.strftime("%Y-%m-%d %H:%M:%S.%6N %z") }
  when Date then { "$date" => value.to_s }
  when BigDecimal then { "$decimal" => value.to_s }
  when Float then value.finite? ? value : { "$float" => value.to_s }
  when Jekyll::Excerpt then { "$excerpt" => value.content }
  when String, Integer, true, false, nil then value.is_a?(String) ? value.dup.force_encoding("UTF-8").scrub : value
  else { "$other" => value.class.name }
  end
end

def relative(path, site)
  path.delete_prefix("#{site.dest}/")
end

def own(item, site)
  { "path" => plain(item.path), "relative_path" => item.relative_path, "url" => item.url,
    "destination" => relative(item.destination(site.dest), site), "content" => plain(item.content) }
rescue StandardError => e
  { "path" => item.path, "relative_path" => item.relative_path, "error" => e.class.name }
end

def page(item, site)
  own(item, site).merge("data" => plain(item.data), "dir" => item.dir, "name" => item.name,
                        "defaults" => plain(site.frontmatter_defaults.all(item.relative_path, :pages)))
rescue StandardError => e
  { "relative_path" => item.relative_path, "error" => e.class.name }
end

# Data first: asking for the date or the URL adds to it.
def document(item, site)
  data = plain(item.data)
  facts = own(item, site)
  facts.merge("data" => data, "date" => plain(item.date), "id" => (item.id rescue nil),
              "write" => !!item.write?, "next" => item.next_doc&.relative_path,
              "previous" => item.previous_doc&.relative_path,
              "related" => item.collection.label == "posts" ? item.related_posts.map(&:relative_path) : nil)
end

def grouped(groups)
  groups.map { |name, posts| [plain(name), posts.map(&:relative_path)] }
end

# Jekyll 3 writes all of these (site.rb, each_site_file).
def in_site_files?(item, site)
  Jekyll::VERSION.start_with?("3") && site.static_files.include?(item)
end

def static_file(item, site)
  { "relative_path" => item.relative_path, "url" => item.url, "name" => item.name, "basename" => item.basename,
    "destination" => relative(item.destination(site.dest), site), "data" => plain(item.data),
    "write" => in_site_files?(item, site) || !!item.write? }
end

collections = site.collections.map do |key, collection|
  { "key" => key, "label" => collection.label, "directory" => collection.directory, "write" => collection.write?,
    "docs" => collection.docs.map { |doc| document(doc, site) },
    "files" => collection.files.map { |file| static_file(file, site) } }
end
layouts = site.layouts.transform_values do |layout|
  { "path" => layout.path, "data" => plain(layout.data), "content" => plain(layout.content) }
end

puts JSON.pretty_generate(
  "pages"        => site.pages.map { |item| page(item, site) },
  "collections"  => collections,
  "static_files" => site.static_files.map { |item| static_file(item, site) },
  "layouts"      => layouts,
  "data"         => plain(site.site_data),
  "categories"   => grouped(site.categories),
  "tags"         => grouped(site.tags),
)

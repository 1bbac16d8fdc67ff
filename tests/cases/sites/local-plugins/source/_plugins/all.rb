module House
  class Numbers < Jekyll::Generator
    priority :low
    def generate(site)
      page = Jekyll::PageWithoutAFile.new(site, site.source, "made", "numbers.md")
      page.content = "*#{site.pages.size}* pages {{ page.answer }}"
      page.data["answer"] = 42
      page.data["layout"] = "l"
      site.pages << page
    end
  end

  class First < Jekyll::Generator
    priority :high
    def generate(site)
      site.pages.each { |page| page.data["order"] = "first" }
    end
  end

  class Second < Jekyll::Generator
    def generate(site)
      site.pages.each { |page| page.data["order"] += " second" }
    end
  end

  class Upper < Jekyll::Converter
    priority :low
    def matches(ext) = ext == ".upper"
    def output_ext(_ext) = ".html"
    def convert(content) = content.upcase
  end

  class Exclaim < Jekyll::Converter
    priority :high
    def matches(ext) = ext == ".upper" || ext == ".md"
    def output_ext(_ext) = nil
    def convert(content) = content.gsub("!!", "(exclaimed)")
  end

  class Shout < Liquid::Tag
    def initialize(name, markup, tokens)
      super
      @markup = markup.strip
    end

    def render(context) = "#{@markup.upcase}! #{context["page"]["title"]}"
  end

  class Twice < Liquid::Block
    def render(context)
      text = super
      text + text
    end
  end

  module Filters
    def surround(input, with = "*") = "#{with}#{input}#{with}"
  end
end
Liquid::Template.register_tag("shout", House::Shout)
Liquid::Template.register_tag("twice", House::Twice)
Liquid::Template.register_filter(House::Filters)

Jekyll::Hooks.register :site, :post_read do |site|
  site.config["read"] = "#{site.pages.size} read"
end
Jekyll::Hooks.register :site, :pre_render do |site, payload|
  site.config["rendering"] = "now"
end
Jekyll::Hooks.register :pages, :pre_render do |page, payload|
  payload["from_hook"] = "hooked #{page.name}"
  page.content = page.content.gsub("BEFORE", "before") 
end
Jekyll::Hooks.register [:pages, :documents], :post_convert do |page|
  page.content = page.content.gsub("CONVERTED", "converted")
end
Jekyll::Hooks.register :documents, :post_render, priority: :low do |doc|
  doc.output += "<!-- documents -->\n"
end
Jekyll::Hooks.register :documents, :post_render, priority: :high do |doc|
  doc.output += "<!-- high -->\n"
end
Jekyll::Hooks.register :notes, :post_render do |doc|
  doc.output += "<!-- notes -->\n"
end
Jekyll::Hooks.register :posts, :post_render do |doc|
  doc.output += "<!-- posts -->\n"
end
Jekyll::Hooks.register :pages, :post_render do |page|
  page.output += "<!-- page #{page.url} -->\n" if page.output_ext == ".html"
end

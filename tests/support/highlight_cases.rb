# Fills in what the Ruby originals print for the cases of tests/cases/highlight:
#   ruby -I JEKYLL/lib tests/support/highlight_cases.rb tests/cases/highlight/*.json
# tokens: lang, code. blocks: lang, code, kind, options (kramdown's highlighter). tags: markup, code (Jekyll 4.4's tag).
require "json"
require "ostruct"
require "jekyll"
require "kramdown"
require "kramdown/converter/syntax_highlighter/rouge"

def kramdown(sample)
  options = sample["options"].transform_keys(&:to_sym)
  converter = OpenStruct.new(data: {}, options: { syntax_highlighter_opts: options })
  highlighter = Kramdown::Converter::SyntaxHighlighter::Rouge
  highlighter.call(converter, sample["code"], sample["lang"], sample["kind"].to_sym, {})
end

def tag(sample)
  source = "{% highlight #{sample["markup"]} %}#{sample["code"]}{% endhighlight %}"
  Liquid::Template.parse(source).render!({}, registers: { site: OpenStruct.new(highlighter: "rouge") })
end

def tokens(sample)
  lexer = Rouge::Lexer.find_fancy(sample["lang"], sample["code"])
  Rouge::Formatters::HTML.new.format(lexer.lex(sample["code"]))
end

ARGV.each do |path|
  samples = JSON.parse(File.read(path))
  samples.each do |sample|
    sample["html"] = sample.key?("kind") ? kramdown(sample) : sample.key?("markup") ? tag(sample) : tokens(sample)
  end
  File.write(path, JSON.pretty_generate(samples) + "\n")
end

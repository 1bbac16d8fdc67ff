# Answers calls of Jekyll's filters: reads a JSON list of {"call": [name, input, argument...], "site": {...}} from
# standard input and writes the list of answers. Run with Jekyll, Liquid and SafeYAML on Ruby's load path.
require "jekyll"
require "json"
require "tmpdir"

def value(data)
  case data
  when Array then data.map { |item| value(item) }
  when Hash
    return Date.iso8601(data["!date"]) if data.key?("!date")
    return Time.iso8601(data["!time"]).localtime if data.key?("!time")
    return Range.new(*data["!range"]) if data.key?("!range")
    return Liquid::Expression::LITERALS[data["!literal"]] if data.key?("!literal")
    data.transform_values { |item| value(item) }
  else data
  end
end

def data(value)
  case value
  when nil, true, false, Integer, String then value
  when Float then value.finite? ? value : { "!float" => value.to_s }
  when Array then value.map { |item| data(item) }
  when Hash then value.to_h { |key, item| [key.to_s, data(item)] }
  when Time then { "!time" => value.iso8601 }
  when Date then { "!date" => value.iso8601 }
  when Range then { "!range" => [value.begin, value.end] }
  else value.to_s
  end
end

def site(config)
  @sites ||= {}
  @sites[config] ||= Jekyll::Site.new(
    Jekyll.configuration({ "source" => Dir.mktmpdir, "quiet" => true, "disable_disk_cache" => true }.merge(config))
  )
end

def answer(entry)
  name, input, *arguments = entry["call"].map { |item| value(item) }
  variables = value(entry["variables"] || {})
  registers = { :site => site(entry["site"] || {}), :page => {} }
  context = Liquid::Context.new([variables], {}, registers, true)
  data(context.invoke(name, input, *arguments))
rescue StandardError, SyntaxError => e
  { "!error" => "#{e.class}: #{e.message.to_s.lines.first.to_s.strip}" }
end

Jekyll.logger.log_level = :error
$stderr = File.open(File::NULL, "w")
print JSON.generate(JSON.parse($stdin.read).map { |entry| answer(entry) })

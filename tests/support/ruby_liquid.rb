# Answers lines of JSON {template, data, partials, mode} with lines of JSON {result} or {error, message}.
# Usage: ruby [-I LIQUID/lib] ruby_liquid.rb
require "json"
require "date"
require "time"
require "liquid"

class Partials
  def initialize(sources)
    @sources = sources
  end

  def read_template_file(name)
    @sources.fetch(name) { raise Liquid::FileSystemError, "No such template '#{name}'" }
  end
end

def decoded(value)
  case value
  when Array then value.map { |item| decoded(item) }
  when Hash
    return Time.iso8601(value["!time"]) if value.key?("!time")
    return Date.iso8601(value["!date"]) if value.key?("!date")

    value.transform_values { |item| decoded(item) }
  else value
  end
end

$stdout.sync = true
puts JSON.generate({ "version" => Liquid::VERSION })
while (line = $stdin.gets)
  request = JSON.parse(line)
  answer =
    begin
      template = Liquid::Template.parse(request["template"], error_mode: request["mode"].to_sym, line_numbers: true)
      registers = { file_system: Partials.new(request["partials"]) }
      { "result" => template.render!(decoded(request["data"]), registers: registers) }
    rescue StandardError, SystemStackError => e
      { "error" => e.class.name, "message" => e.message }
    end
  puts JSON.generate(answer, script_safe: true) rescue puts JSON.generate({ "error" => "Encoding", "message" => "" })
end

# Reads {"text", "options"} as JSON lines, writes {"html", "warnings"} of kramdown and its GFM parser, or {"error"}.
require "json"
require "timeout"
require "kramdown"
require "kramdown-parser-gfm"

SECONDS = Float(ENV.fetch("KRAMDOWN_SECONDS", "20"))

STDOUT.sync = true
STDIN.set_encoding("UTF-8")
STDIN.each_line do |line|
  request = JSON.parse(line)
  options = request["options"].transform_keys(&:to_sym)
  answer = Timeout.timeout(SECONDS) do
    document = Kramdown::Document.new(request["text"], options)
    html = document.to_html
    raise "invalid characters in the output" unless html.valid_encoding?

    { "html" => html, "warnings" => document.warnings }
  end
  puts JSON.generate(answer)
rescue StandardError, SystemStackError, Timeout::Error => error
  puts JSON.generate({ "error" => "#{error.class}: #{error.message[0, 200]}" })
end

# Reads {"lang", "code"} as JSON lines, writes [[token, text], ...] of Rouge's lexer, or null for an unknown language.
require "json"
require "rouge"

STDIN.each_line do |line|
  request = JSON.parse(line)
  lexer = Rouge::Lexer.find_fancy(request["lang"], request["code"])
  tokens = lexer&.lex(request["code"])&.map { |token, text| [token.shortname, text.dup] }
  puts JSON.generate(tokens)
rescue StandardError => error
  puts JSON.generate({ "error" => error.message })
end

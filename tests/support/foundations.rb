# Answers questions about what Ruby, SafeYAML, addressable and Jekyll do: reads a JSON list of [kind, argument...]
# from standard input and writes one answer a line. Those about Jekyll need it on Ruby's load path.
require "date"
require "json"
require "time"

NOW = Time.at(1_717_740_550, 250_000)

def moment(kind, *rest)
  case kind
  when "date" then Date.new(*rest)
  when "utc" then Time.at(rest[0], rest[1]).utc
  when "fixed" then Time.at(rest[0], rest[1]).localtime(rest[2])
  else Time.at(rest[0], rest[1]).localtime
  end
end

def zone(time)
  time.utc? ? "utc" : time.zone.nil? ? "fixed" : "local"
end

def written(time)
  [zone(time), time.strftime("%Y-%m-%d %H:%M:%S.%6N %z")]
end

# A value in the words of the cases: what JSON cannot say is a mapping with one key that starts with "!".
def value(data)
  case data
  when nil, true, false, Integer then data
  when String then data.scrub
  when Float then data.finite? ? data : { "!float" => data.to_s }
  when Array then data.map { |item| value(item) }
  when Hash then { "!map" => data.map { |key, item| [key.is_a?(Enumerable) ? key.inspect : value(key), value(item)] } }
  when Time then { "!time" => written(data) }
  when Date then { "!date" => data.to_s }
  else raise "no words for #{data.class}"
  end
end

def url(text)
  uri = Addressable::URI
  [
    -> { uri.parse(text).absolute? }, -> { uri.parse(text).normalize.to_s }, -> { uri.encode(text) },
    -> { uri.unencode(text).scrub }, -> { uri.normalize_component(text).scrub },
  ].map { |ask| ask.call rescue { "!error" => true } }
end

Site = Struct.new(:config, :source)

def defaults(config, path, type)
  Jekyll::FrontmatterDefaults.new(Site.new(config, Dir.pwd)).all(path, Jekyll::VERSION < "4" ? type : type.to_sym)
end

def configured(files, overrides)
  names = files.each_with_index.map { |text, at| "config#{at}.yml".tap { |name| File.write(name, text) } }
  config = Jekyll.configuration(overrides.merge("source" => Dir.pwd, "config" => names))
  if Jekyll::VERSION < "4"
    config = GitHubPages::Configuration.effective_config(config)
    config.delete("plugins_dir") # a random name
  end
  config.reject { |key, _| %w(source destination config).include?(key) }
end

# Only the keys that an empty configuration does not give.
def changed(files, overrides)
  $plain ||= configured([""], {})
  configured(files, overrides).reject { |key, value| $plain.key?(key) && $plain[key] == value }
end

ANSWERS = {
  "strftime" => ->(at, format) { moment(*at).strftime(format) },
  "parse" => ->(text) { written(Time.parse(text, NOW)) },
  "local" => ->(text) { written(Time.local(*text.scan(/\d+/).map(&:to_i))) },
  "text" => ->(at) { [moment(*at).to_s, moment(*at).inspect] },
  "web" => ->(at) { [moment(*at).xmlschema, moment(*at).rfc822] },
  "yaml" => ->(text) { value(SafeYAML.load(text)) },
  "url" => ->(text) { url(text) },
  "escape" => ->(text) { Jekyll::URL.escape_path(text) },
  "fnmatch" => ->(pattern, path) { File.fnmatch?(pattern, path) },
  "glob" => ->(pattern) { Dir.glob(pattern, :base => ENV["TREE"]) },
  "within" => ->(base, path) { Jekyll.sanitized_path(base, path).sub(%r!(.)/\z!, "\\1") },
  "slugify" => ->(text, mode, cased) { Jekyll::Utils.slugify(text, :mode => mode, :cased => cased) },
  "titleize" => ->(text) { Jekyll::Utils.titleize_slug(text) },
  "case" => ->(text) { [text.downcase, text.capitalize, text.split] },
  "merge" => ->(below, above) { Jekyll::Utils.deep_merge_hashes(below, above) },
  "plural" => ->(data) { Jekyll::Utils.pluralized_array_from_hash(data, "tag", "tags") },
  "defaults" => ->(config, path, type) { defaults(config, path, type) },
  "config" => ->(files, overrides) { value(changed(files, overrides)) },
}.freeze

if $PROGRAM_NAME == __FILE__
  questions = JSON.parse($stdin.read)
  require "safe_yaml/load" if questions.any? { |kind,| kind == "yaml" }
  require "addressable/uri" if questions.any? { |kind,| kind == "url" }
  if questions.any? { |kind,| %w(escape within slugify titleize merge plural defaults config).include?(kind) }
    require "jekyll"
    Jekyll.logger.log_level = :error
    if Jekyll::VERSION < "4"
      module GitHubPages; end
      require "github-pages/plugins"
      require "github-pages/configuration"
    end
  end
  $stderr.reopen(File::NULL)
  questions.each do |kind, *arguments|
    answer = begin
      ANSWERS[kind].call(*arguments)
    rescue SystemExit, StandardError => e
      { "!error" => "#{e.class}: #{e.message}"[0, 120] }
    end
    puts JSON.generate(answer)
  end
end

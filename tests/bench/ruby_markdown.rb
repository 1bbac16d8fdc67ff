# Times Ruby's kramdown on a job given as JSON: {texts, options, repeat}; prints the median of the CPU seconds.
require "json"
require "kramdown"
require "kramdown-parser-gfm"
require "rouge"

job = JSON.parse($stdin.read)
options = job["options"].transform_keys(&:to_sym)
times = Array.new(job["repeat"]) do
  begin_at = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  job["texts"].each { |text| Kramdown::Document.new(text, options).to_html }
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - begin_at
end
puts JSON.generate(times.sort[times.length / 2])

# Times Ruby Liquid on one job given as JSON: {job: parse|render|bodies, template, body, data, repeat, bodies}.
require "json"
require "liquid"

def cpu
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
end

request = JSON.parse($stdin.read)
data = request["data"]
pages = data["site"]["pages"]
layout = Liquid::Template.parse(request["template"], error_mode: :warn, line_numbers: true)
output = ""
jobs = {
  "parse" => -> { Liquid::Template.parse(request["template"], error_mode: :warn, line_numbers: true) },
  "render" => -> { output = layout.render!(data) },
  "bodies" => lambda do
    request["bodies"].times do |number|
      page = pages[number % pages.length]
      text = request["body"] + "\n#{number}"
      body = Liquid::Template.parse(text, error_mode: :warn, line_numbers: true)
      content = body.render!(data.merge("page" => page))
      output = layout.render!(data.merge("page" => page, "content" => content))
    end
  end
}
job = jobs.fetch(request["job"])
times = Array.new(request["repeat"]) do
  begin_at = cpu
  job.call
  cpu - begin_at
end
puts JSON.generate({ seconds: times.sort[times.length / 2], output: output, version: Liquid::VERSION })

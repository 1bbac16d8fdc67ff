"""The engines that the Liquid benchmarks compare, and the site that they render."""

import json
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

import liquid as python_liquid

from onemg_render.liquid import Context, Drop, Environment, Listing, Template

PAGES = 300
BODIES = 820
RUBY_SCRIPT = Path(__file__).parent / "ruby_bench.rb"
LAYOUT = """<!DOCTYPE html>
<html lang="{{ site.lang | default: 'en' }}">
<head><title>{% if page.title %}{{ page.title | escape }} - {% endif %}{{ site.title | escape }}</title>
<meta name="description" content="{{ page.description | default: site.title | strip_html | truncate: 99 }}">
</head>
<body class="{{ page.kind }}">
<nav><ul>
{%- for item in site.pages -%}
  {%- if item.title and item.hidden != true %}
  <li{% if item.url == page.url %} class="active"{% endif %}>
    <a href="{{ site.baseurl }}{{ item.url }}">{{ item.title | escape }}</a>
    {%- if item.tags.size > 0 %}<small>{{ item.tags | join: ', ' }}</small>{% endif -%}
    {%- unless forloop.last %} &middot;{% endunless -%}
  </li>
  {%- endif -%}
{%- endfor %}
</ul></nav>
<main>{{ content }}</main>
<footer>{{ site.title }} {% assign year = site.year | plus: 0 %}{{ year }}</footer>
</body></html>
"""
BODY = """# {{ page.title }}

{% if page.tags contains "alpha" %}Tagged *alpha*.{% else %}Not tagged.{% endif %}
{% for tag in page.tags %}- {{ tag | capitalize }} ({{ forloop.index }} of {{ forloop.length }})
{% endfor %}
{% assign words = page.description | split: " " %}{{ words.size }} words, first: {{ words | first }}.
{% capture note %}See {{ site.title | upcase }} at {{ site.baseurl }}{{ page.url }}{% endcapture %}
> {{ note | strip }}
{% case page.kind %}{% when "post" %}A post{% when "page" %}A page{% endcase %}
"""


def site_data() -> dict[str, Any]:
    pages = [
        {
            "title": f"Page & number {number}",
            "url": f"/docs/page-{number}.html",
            "description": f"The page of number {number}, <b>with</b> a description of ten words.",
            "tags": ["alpha", "beta"][: number % 3],
            "kind": ("post", "page")[number % 2],
            "hidden": number % 50 == 0,
        }
        for number in range(PAGES)
    ]
    site = {"title": "Bench & Co", "baseurl": "/base", "description": "A site", "year": 2026, "pages": pages}
    return {"site": site, "page": pages[7], "content": "<p>content</p>"}


class RecordedDrop(Drop):
    """A drop that notes which fields were read, in the set of its listing."""

    __slots__ = ("_fields", "_values")

    def __init__(self, values: Mapping[str, Any], fields: set[str]) -> None:
        self._values = values
        self._fields = fields

    def get(self, key: Any) -> Any:
        self._fields.add(key)
        return self._values.get(key)

    def keys(self) -> Iterable[str]:
        return self._values.keys()


class RecordedListing(Listing):
    """A listing that notes its use."""

    __slots__ = ("fields",)

    def __init__(self, items: list[Any], fields: set[str]) -> None:
        super().__init__(items)
        self.fields = fields

    def use(self) -> list[Any]:
        self.fields.add("size")
        return self.items


def recorded(data: dict[str, Any]) -> dict[str, Any]:
    """The same data as drops with recorded reads: what this engine renders from."""
    fields: set[str] = set()
    pages = [RecordedDrop(page, fields) for page in data["site"]["pages"]]
    site = RecordedDrop({**data["site"], "pages": RecordedListing(pages, fields)}, set())
    return {**data, "site": site, "page": RecordedDrop(data["page"], set())}


def median_cpu(action: Callable[[], object], repeat: int) -> float:
    """The median CPU seconds of one call."""
    times = []
    for _ in range(repeat):
        begin = process_time()
        action()
        times.append(process_time() - begin)
    return statistics.median(times)


@dataclass
class Times:
    """Seconds of each engine for one job, and what each put out."""

    seconds: dict[str, float] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """One line an engine, with how much slower than ours it is; complains if outputs differ."""
        ours = self.seconds["onemg"]
        lines = [
            f"{name:14} {seconds * 1000:10.3f} ms   {seconds / ours:5.2f}x"
            for name, seconds in self.seconds.items()
        ]
        unequal = [name for name, output in self.outputs.items() if output != self.outputs["onemg"]]
        return lines + [f"OUTPUT OF {name} DIFFERS" for name in unequal]


def ruby(
    job: str, template: str, data: dict[str, Any], repeat: int, bodies: int = 0
) -> dict[str, Any] | None:
    """Ruby Liquid's seconds and output for a job, or None where it is not installed."""
    executable = shutil.which("ruby")
    if executable is None:
        return None
    request = {
        "job": job,
        "template": template,
        "body": BODY,
        "data": data,
        "repeat": repeat,
        "bodies": bodies,
    }
    done = subprocess.run(
        [executable, str(RUBY_SCRIPT)], input=json.dumps(request), capture_output=True, text=True, check=False
    )
    return json.loads(done.stdout) if done.returncode == 0 else None


def environment() -> Environment:
    return Environment()


def render(template: Template, owner: Environment, data: dict[str, Any]) -> str:
    return template.render(Context(owner, data))


def python_environment() -> python_liquid.Environment:
    return python_liquid.Environment()


def add_ruby(times: Times, answer: dict[str, Any] | None) -> None:
    if answer is not None:
        name = f"Ruby {answer['version']}"
        times.seconds[name] = answer["seconds"]
        times.outputs[name] = answer["output"]

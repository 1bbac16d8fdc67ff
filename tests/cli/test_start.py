"""What a build loads: only what its site needs, as loading is most of the time of a small build."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.support.sites import write_files

BUILD: Final = """
import sys
from onemg_render.cli.main import main
code = main(["build", "--source", sys.argv[1], "--destination", sys.argv[2]])
print("loaded", *sys.modules)
sys.exit(code)
"""
PLAIN: Final = {
    "_config.yml": "title: Site\ncollections:\n  notes:\n    output: true\n",
    "_layouts/plain.html": "<title>{{ page.title | escape }}</title>{% include menu.html %}{{ content }}",
    "_includes/menu.html": "{% for page in site.pages %}{{ page.url | relative_url }}{% endfor %}",
    "_data/people.yml": "- name: Ann\n",
    "_posts/2024-05-06-a-title.md": "---\nlayout: plain\n---\nAll *well*.\n",
    "index.md": "---\nlayout: plain\n---\n# One\n\n[two](three.html), `four`\n\n- five\n\n> six\n",
}
NEEDED: Final = {
    "pygments": {"code.md": "---\n---\n```python\nx = 1\n```\n"},
    "jinja2": {
        "_includes/hot.html": "{% for a in (1..500) %}{{ a | times: 2 }}{% endfor %}",
        "hot.html": "---\n---\n{% for b in (1..300) %}{% include hot.html %}{% endfor %}",
    },
    "yaml": {"anchor.md": "---\na: &one 1\nb: *one\n---\n"},
    "fractions": {"date.html": "---\n---\n{{ '1 May 2024' | date: '%Y' }}"},
    "difflib": {"mistyped.html": "---\nlayout: plian\n---\n"},
    "zoneinfo": {"_config.yml": "timezone: Europe/Brussels\nkramdown: {html_to_native: true}\n"},
    "onemg_render.markdown.html_native": {"native.md": "---\n---\n<b>html</b>\n"},
    "onemg_render.read.delimited": {"_data/table.csv": "a,b\n1,2\n"},
    "onemg_render.sass.engines": {"style.scss": "---\n---\na { b { color: red } }\n"},
    "onemg_render.plugins.ruby_files": {"_plugins/ours.rb": "Liquid::Template.register_tag('a', A)\n"},
}
"""Modules, and files of sites that need them."""
NEVER: Final = {"importlib.metadata", "rich", "selectolax", "watchdog"}
"""What a build needs only for packages that declare themes or plug-ins, for a terminal or not at all."""

SELDOM: Final = {
    "base64", "concurrent.futures", "logging", "shutil", "tempfile", "traceback",
    "onemg_render.markdown.lexers.guess", "onemg_render.read.known_items", "onemg_render.sass.advice",
}  # fmt: skip
"""What a plain site needs for no file of it; other sites, with the libraries that they need."""


def loaded(folder: Path, files: dict[str, str]) -> set[str]:
    """The modules of a process that has built a site."""
    write_files(folder / "source", files)
    command = [sys.executable, "-c", BUILD, str(folder / "source"), str(folder / "destination")]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    return set(done.stdout.splitlines()[-1].split())


def test_a_plain_site_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    assert {*NEEDED, *NEVER, *SELDOM} & loaded(tmp_path, PLAIN) == set()


def test_a_site_that_needs_it_loads_it(tmp_path: Path) -> None:
    files = {name: text for given in (PLAIN, *NEEDED.values()) for name, text in given.items()}
    modules = loaded(tmp_path, files)
    assert NEEDED.keys() - modules == set()
    assert NEVER & modules == set()

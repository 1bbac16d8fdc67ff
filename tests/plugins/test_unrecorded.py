"""A plug-in that does not say what it reads: what it has had a hand in is made again, all else is kept."""

from pathlib import Path
from typing import Final

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.reporting import Reporter
from tests.support.sites import page, write_files

PAGES: Final = {"plain.md": page("plain"), "odd.odd": page("odd"), "_things/one.md": page("one")}
START: Final = "from onemg_render.plugins.api import *\n"
PLUGINS: Final = [
    ("a filter", "filters={'shout': lambda text: word()}", "{{ 'a' | shout }}", 1),
    ("a tag", "tags={'hello': Hello()}", "{% hello %}", 1),
    ("a tag where it is not reached", "tags={'hello': Hello()}", "{% if nil %}{% hello %}{% endif %}", 0),
    ("a converter", "converters=[Odd()]", "", 1),
    ("a generator", "generators=[Nothing()]", "", 0),
    ("a hook for pages", "hooks=[Hook('pages', 'post_render', add)]", "", 3),
    ("a hook for one collection", "hooks=[Hook('things', 'post_convert', change)]", "", 1),
    ("a hook when all has been read", "hooks=[Hook('site', 'post_read', lambda site: None)]", "", 0),
]
CLASSES: Final = """
from pathlib import Path

def word():
    return Path(__file__).parents[2].joinpath('word.txt').read_text()

def add(page):
    page.output += word()

def change(page):
    page.content += word()

class Hello:
    block = False
    def parse(self, markup, source):
        return lambda context, body: word()

class Odd(Converter):
    priority = 0
    def matches(self, ext):
        return ext == '.odd'
    def output_ext(self, ext):
        return '.html'
    def convert(self, text, path):
        return text + word()

class Nothing(Generator):
    def generate(self, site, tools):
        pass
"""


@pytest.mark.parametrize(("what", "members", "use", "again"), PLUGINS, ids=lambda given: str(given)[:30])
def test_only_what_it_had_a_hand_in_is_rendered_again(
    tmp_path: Path, what: str, members: str, use: str, again: int
) -> None:
    plugin = f"{START}{CLASSES}\ndef extensions():\n    return Extensions({members})\n"
    files = {**PAGES, "used.md": page(use), "_plugins/own.py": plugin}
    write_files(tmp_path / "source", {**files, "_config.yml": "collections: {things: {output: true}}\n"})
    counts = []
    for word in ("red", "green"):
        (tmp_path / "word.txt").write_text(word)
        counts.append(built(tmp_path))
    assert counts == [4, again]
    assert sum("green" in path.read_text() for path in (tmp_path / "site").rglob("*.*")) == again


def test_what_changes_all_pages_without_a_sign_keeps_nothing(tmp_path: Path) -> None:
    plugin = (
        f"{START}\ndef told(site, payload):\n    payload['word'] = 'red'\n"
        "def extensions():\n    return Extensions(hooks=[Hook('site', 'pre_render', told)])\n"
    )
    write_files(tmp_path / "source", {"plain.md": page("plain"), "_plugins/own.py": plugin})
    assert [built(tmp_path) for _ in range(2)] == [1, 1]


def built(folder: Path) -> int:
    """How many pages were rendered."""
    options = BuildOptions(force=True)
    quiet = Reporter(lambda message: None)
    config = {"time": "2024-05-06 07:08:09 +0000"}
    return build(folder / "source", folder / "site", config=config, options=options, reporter=quiet).rendered

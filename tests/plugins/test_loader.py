"""From names to extensions: what is loaded, what is refused, and how it is said."""

from pathlib import Path

import pytest

from onemg_render.errors import PluginError
from onemg_render.plugins.builtin import BUILT_IN, PART_OF_THE_ENGINE
from onemg_render.plugins.loader import gems_in, named
from onemg_render.plugins.unavailable import UNAVAILABLE
from tests.support.sites import build_site, page

SHOUT = """
from onemg_render.plugins.api import Extensions

def extensions():
    return Extensions(filters={"shout": lambda value: value.upper()})
"""
INDEX = {"index.html": page("{{ 'a' | shout }}")}


def test_a_file_of_the_site(tmp_path: Path) -> None:
    assert build_site(tmp_path, {**INDEX, "_plugins/shout.py": SHOUT}).text("index.html") == "A"


def test_a_file_in_a_folder_of_another_name(tmp_path: Path) -> None:
    files = {**INDEX, "_config.yml": "plugins_dir: [house]\n", "house/deep/shout.py": SHOUT}
    assert build_site(tmp_path, files).text("index.html") == "A"


def test_safe_mode_takes_no_files_of_the_site(tmp_path: Path) -> None:
    assert build_site(tmp_path, {**INDEX, "_plugins/shout.py": SHOUT}, safe=True).text("index.html") == "a"


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("def extensions(:", 1, "invalid syntax"),
        ("\n\n1 / 0", 3, "ZeroDivisionError"),
        ("import no_such_module_anywhere", 1, "No module named"),
        ("x = 1", None, "no function `extensions`"),
        ("def extensions():\n    return 5", None, "no function `extensions`"),
    ],
)
def test_python_that_does_not_load(tmp_path: Path, source: str, line: int | None, message: str) -> None:
    with pytest.raises(PluginError, match=message) as caught:
        build_site(tmp_path, {"_plugins/broken.py": source, "index.html": page("")})
    assert caught.value.line == line


def test_a_generator_that_fails_is_named(tmp_path: Path) -> None:
    source = """
from onemg_render.plugins.api import Extensions, Generator

class Breaks(Generator):
    def generate(self, site, tools):
        site.no_such_thing

def extensions():
    return Extensions(generators=[Breaks()])
"""
    with pytest.raises(PluginError, match=r"Breaks\.generate: AttributeError"):
        build_site(tmp_path, {"_plugins/breaks.py": source, "index.html": page("")})


def test_an_event_that_does_not_exist(tmp_path: Path) -> None:
    source = """
from onemg_render.plugins.api import Extensions, Hook

def extensions():
    return Extensions(hooks=[Hook("pages", "post_read", print)])
"""
    with pytest.raises(PluginError, match="`pages` has no event `post_read`"):
        build_site(tmp_path, {"_plugins/hook.py": source, "index.html": page("")})


def test_ruby_is_not_run_but_named(tmp_path: Path) -> None:
    ruby = (
        "class Up < Jekyll::Generator\nend\nLiquid::Template.register_tag('up', Up)\nrequire 'jekyll-feed'\n"
    )
    built = build_site(tmp_path, {"_plugins/up.rb": ruby, "index.html": page("")})
    said = next(message for message in built.messages if message.topic == "Plug-in")
    assert (said.path, said.severity) == ("_plugins/up.rb", "warning")
    assert "the tag `up`, the generator `Up`" in said.text
    assert "jekyll-feed" in (said.hint or "")


@pytest.mark.parametrize(("name", "hint"), [("jekyll-fed", "did you mean `jekyll-feed`?"), ("zzz", None)])
def test_an_unknown_name_is_a_warning(tmp_path: Path, name: str, hint: str | None) -> None:
    files = {"_config.yml": f"plugins: [{name}]\n", "index.html": page("")}
    said = [m for m in build_site(tmp_path, files).messages if m.topic == "Plug-in"]
    assert [(message.severity, message.hint) for message in said] == [("warning", hint)]


def test_a_gem_without_an_equivalent_says_what_is_missing_and_how_to_go_on(tmp_path: Path) -> None:
    files = {"_config.yml": "title: x\nplugins: [jekyll-feed, jekyll-polyglot]\n", "index.html": page("")}
    said = [m for m in build_site(tmp_path, files).messages if m.topic == "Plug-in"]
    assert [(m.severity, m.line) for m in said] == [("warning", 2)]
    assert said[0].text.endswith("the site is built without a copy of the site in each language")
    assert "--config _config.yml,_config.LANG.yml" in (said[0].hint or "")


def test_the_gems_without_an_equivalent_are_no_others() -> None:
    assert not UNAVAILABLE.keys() & (BUILT_IN.keys() | PART_OF_THE_ENGINE)


def test_the_gems_of_a_gemfile(tmp_path: Path) -> None:
    (tmp_path / "Gemfile").write_text(
        'gem "jekyll"\n'
        "group :jekyll_plugins do\n"
        '  gem "jekyll-feed", "~> 0.12"\n'
        '  # gem "jekyll-not"\n'
        "  gem 'jekyll-seo-tag'\n"
        "end\n"
        'gem "jemoji", group: :jekyll_plugins\n'
    )
    assert list(gems_in(tmp_path / "Gemfile")) == ["jekyll-feed", "jekyll-seo-tag", "jemoji"]


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_every_name_of_the_table_leads_to_a_plug_in(name: str) -> None:
    module = named(name)
    assert module is not None and callable(module.extensions)


@pytest.mark.parametrize("name", sorted(PART_OF_THE_ENGINE))
def test_gems_that_the_engine_replaces_are_passed_over(tmp_path: Path, name: str) -> None:
    files = {"_config.yml": f"plugins: [{name}]\n", "index.html": page("")}
    assert [m for m in build_site(tmp_path, files).messages if m.topic == "Plug-in"] == []


@pytest.mark.parametrize(("plugins", "lines"), [("[]", [2]), ("[jekyll-paginate]", [])])
def test_pagination_without_its_plug_in_is_a_warning(tmp_path: Path, plugins: str, lines: list[int]) -> None:
    files = {"_config.yml": f"plugins: {plugins}\npaginate: 5\n", "index.html": page("")}
    said = [message for message in build_site(tmp_path, files).messages if message.topic == "Deprecation"]
    assert [message.line for message in said] == lines

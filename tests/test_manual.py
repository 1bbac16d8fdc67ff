"""The manual tells the truth: its tables agree with the code, its links and chapters exist."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from onemg_render import __version__
from onemg_render.cli.build import arguments
from onemg_render.cli.main import COMMANDS, Parser
from onemg_render.cli.options import add_global
from onemg_render.config import load
from onemg_render.config.defaults import JEKYLL_4, PAGES_ABOVE
from onemg_render.markdown import OPTIONS
from onemg_render.plugins.builtin import BUILT_IN
from onemg_render.reporting import Reporter
from tests.support.sites import build_site, page

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
CHAPTERS = sorted((CONTENT / "docs").glob("*.md"))
BY_THE_LOADER = {"source", "destination"}
"""Keys whose values are the folders at hand."""


def data(name: str) -> Any:
    return yaml.safe_load((ROOT / "templates" / "data" / name).read_text(encoding="utf-8"))


def reference(folder: Path) -> list[dict[str, Any]]:
    """The configuration reference as the code has it: the keys and values that a site without any has."""
    plain, pages = (
        load(folder, compat=compat, environment="production", reporter=Reporter(lambda message: None))
        for compat in ("jekyll4", "github-pages")
    )
    parts = []
    for part in data("settings.yml"):
        entries = []
        for entry in part["keys"]:
            key = entry["key"]
            row = {name: entry[name] for name in ("key", "meaning", "without") if name in entry}
            if "without" not in row:
                row["default"] = inline(plain[key])
                if pages.get(key) != plain[key] or key in PAGES_ABOVE:
                    row |= {"pages": inline(pages.get(key)), "forced": key in PAGES_ABOVE}
            entries.append(row)
        parts.append({"title": part["title"], "keys": entries})
    return parts


def inline(value: object) -> str:
    """A value as one line of YAML, a text as it is."""
    if value is None or isinstance(value, str):
        return value or "none"
    return yaml.safe_dump(value, default_flow_style=True, width=9999).removesuffix("\n").removesuffix("\n...")


def test_the_configuration_reference_is_that_of_the_code(tmp_path: Path, update_goldens: bool) -> None:
    file = ROOT / "templates" / "data" / "settings.yml"
    parts = reference(tmp_path)
    if update_goldens:
        file.write_text(
            yaml.safe_dump(parts, sort_keys=False, width=110, allow_unicode=True), encoding="utf-8"
        )
    assert data("settings.yml") == parts
    assert {entry["key"] for part in parts for entry in part["keys"]} == set(JEKYLL_4) | BY_THE_LOADER


def kramdown_options() -> list[dict[str, str]]:
    """The rows of kramdown's table as the manual shows them."""
    rows = []
    for name, option in OPTIONS.items():
        default = option.default
        shown = ",".join(map(str, default)) if isinstance(default, tuple | frozenset) else str(default)
        if isinstance(default, bool) or default is None:
            shown = {True: "true", False: "false", None: "null"}[default]
        if name == "smart_quotes":
            shown = "lsquo,rsquo,ldquo,rdquo"
        rows.append({"name": name, "kind": option.kind, "default": shown, "meaning": option.meaning})
    return rows


def test_the_table_of_kramdown_options_is_that_of_the_code(update_goldens: bool) -> None:
    file = ROOT / "templates" / "data" / "kramdown_options.yml"
    if update_goldens:
        file.write_text(yaml.safe_dump(kramdown_options(), sort_keys=False, width=110), encoding="utf-8")
    assert data("kramdown_options.yml") == kramdown_options()


def test_the_command_line_chapter_names_every_command_and_option() -> None:
    chapter = (CONTENT / "docs" / "command-line.md").read_text(encoding="utf-8")
    parser = Parser()
    arguments(parser)
    add_global(parser)
    spellings = [action.option_strings for action in parser._actions if action.option_strings]
    assert [names for names in spellings if not any(f"`{name}" in chapter for name in names)] == [
        ["-h", "--help"]
    ]
    assert [row.name for row in COMMANDS if f"`onemg {row.name}" not in chapter] == []


def test_the_plug_ins_chapter_names_every_one_that_is_built_in() -> None:
    assert data("plug_ins.yml") == sorted(BUILT_IN)


def test_every_chapter_stands_in_the_navigation() -> None:
    navigation = data("navigation.yml")
    listed = [page["url"] for part in navigation["chapters"] for page in part["pages"]]
    assert sorted(listed) == [f"/docs/{chapter.stem}.html" for chapter in CHAPTERS]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.stem)
def test_links_between_chapters_lead_somewhere(chapter: Path) -> None:
    text = re.sub(r"^(```|~~~).*?^\1$", "", chapter.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\((?!https?:)([^)#{\s]+)\.html", text):
        assert (chapter.parent / f"{target}.md").exists(), target


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_to_files_of_the_repository_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r'\]\(([^)]+)\)|<img src="([^"]+)"', text)
    assert targets
    assert [path for pair in targets for path in pair if path and not (ROOT / path).exists()] == []


def test_version_and_changelog_agree_with_the_package() -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest is not None
    assert config["version"] == newest[1] == __version__


FENCED = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
NAMED = re.compile(r"^`(?P<path>templates/[^`]+)`:\n\n\{% raw %\}\n```html\n(?P<text>.*?)^```$", re.M | re.S)


def test_the_recipes_for_plug_ins_work(tmp_path: Path) -> None:
    chapter = (CONTENT / "docs" / "plugins.md").read_text(encoding="utf-8")
    blocks = [match["text"] for match in FENCED.finditer(chapter) if match["kind"] == "python"]
    plug_ins = {text.splitlines()[0].removeprefix("# "): text for text in blocks}
    assert list(plug_ins) == [f"_plugins/{name}.py" for name in ("shout", "note", "numbers", "lazy")]
    text = '{{ "hello" | shout: "?" }} {% note page.title %}*so*{% endnote %} {{ page.words }} <img src="a">'
    built = build_site(tmp_path, {**plug_ins, "index.html": page(text, title="Home")})
    words = len(text.split())
    assert built.text("index.html") == (
        f'HELLO? <aside><b>Home</b>*so*</aside> {words} <img loading="lazy" src="a">'
    )


def test_the_layouts_in_jinja2_work(tmp_path: Path) -> None:
    chapter = (CONTENT / "docs" / "layouts.md").read_text(encoding="utf-8")
    files = {match["path"]: match["text"] for match in NAMED.finditer(chapter)}
    assert len(files) == 2
    files |= {
        "templates/includes/footer.html": "<p>{{ site.title | upcase }}</p>",
        "_config.yml": "title: A site\nbaseurl: /base\n",
        "content/ada.md": page("*text*", title="Ada", layout="person"),
        "content/bob.md": page("", title="Bob", layout="person"),
        "content/_posts/2024-01-02-news.md": page("", title="News", author="Ada"),
    }
    built = build_site(tmp_path, files)
    ada, bob = built.text("ada.html"), built.text("bob.html")
    assert '<html lang="en">\n<title>Ada</title>\n<p>A SITE</p>' in ada
    assert "<p><em>text</em></p>" in ada
    assert '<a href="/base/2024/01/02/news.html">News</a>' in ada
    assert "Nothing yet." in bob

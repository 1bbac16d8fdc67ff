"""The law of incremental builds: at equal time they write the bytes of a clean build, after any edits.

Random edits to a site in which everything that can be read is read by some page; after each, the same sources
are built incrementally and afresh. ONEMG_LAW sets the number of edits: 500 in CI, 10,000 in a campaign.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemg_render.build import graph
from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.build.pipeline import build
from onemg_render.errors import OnemgError
from onemg_render.render import reads
from onemg_render.reporting import Reporter
from onemg_render.site import Item

STEPS: Final = int(os.environ.get("ONEMG_LAW", "100"))
EDITS_PER_SITE: Final = 10
TIMES: Final = ("2024-05-06 07:08:09 +0000", "2025-01-02 03:04:05 +0000")

LISTS = """{% for p in site.pages %}{{ p.url }} {{ p.title }};{% endfor %}
{{ site.posts | where: "tags", "a" | map: "title" | join: "," }}
{% assign sorted = site.pages | sort: "weight" %}{{ sorted.first.url }} {{ sorted | size }}
{% for t in site.tags %}{{ t[0] }}={{ t[1].size }} {% endfor %}
{{ site.categories.news.first.url }} {{ site.things | where_exp: "x", "x.weight > 1" | map: "title" | join }}
"""
DATA = """{{ site.data.people.ann.age }} {{ site.data.list | where: "k", 2 | map: "v" | join }}
{% if site.data.extra %}extra{% endif %} {{ site.data.people | jsonify }}
"""
TEXTS = """{{ site.posts.first.content }} {{ site.posts.last.excerpt }} {% include part.html x=page.title %}
{% include_relative snippet.txt %} {% link about.md %} {% post_url 2020-01-01-one %}
"""
ODD = """{{ site.time | date: "%Y" }} {{ jekyll.environment }} {{ site.title }} {{ site.unknown }}
{{ layout.colour }} {{ page.previous.url }} {{ site.static_files | map: "path" | join: " " }}
{{ site.related_posts.size }}
"""
SOURCES: Final[dict[str, str]] = {
    "_config.yml": "title: One\ncollections:\n  things:\n    output: true\ndefaults:\n"
    "  - scope: {path: docs}\n    values: {layout: inner}\n",
    "_layouts/base.html": "<html>{% include head.html %}{{ content }}{{ site.pages.size }}</html>",
    "_layouts/inner.html": "---\nlayout: base\ncolour: red\n---\n<main>{{ page.title }}{{ content }}</main>",
    "_includes/head.html": "<title>{{ page.title | default: site.title }}</title>",
    "_includes/part.html": "part {{ include.x }} {{ site.data.people.bob.age }}",
    "_data/people.yml": "ann: {age: 1}\nbob: {age: 2}\n",
    "_data/list.yml": "- {k: 1, v: a}\n- {k: 2, v: b}\n",
    "_sass/_colours.scss": "$main: red;\n",
    "main.scss": "---\n---\n@import 'colours';\nbody { color: $main; }\n",
    "index.md": f"---\nlayout: base\ntitle: Home\n---\n{LISTS}",
    "about.md": f"---\nlayout: inner\ntitle: About\nweight: 2\n---\n{DATA}",
    "docs/texts.md": f"---\ntitle: Texts\nweight: 1\n---\n{TEXTS}",
    "docs/snippet.txt": "snippet",
    "docs/odd.md": f"---\ntitle: Odd\nweight: 3\n---\n{ODD}",
    "plain.md": "---\n---\nalone *here*",
    "_posts/2020-01-01-one.md": "---\ntags: [a]\nlayout: inner\n---\nfirst\n\nmore {{ page.next.title }}",
    "_posts/2020-01-02-two.md": "---\ntags: [a, b]\ncategories: news\nlayout: base\n---\nsecond\n\nmore",
    "_things/x.md": "---\ntitle: X\nweight: 1\n---\n{{ page.previous.title }} x",
    "_things/y.md": "---\ntitle: Y\nweight: 2\nlayout: none\n---\ny {{ site.things.size }}",
    "logo.svg": "<svg/>",
}
ADDED: Final = {
    "docs/new.md": "---\ntitle: New\nweight: 9\n---\nnew",
    "_posts/2020-01-03-three.md": "---\ntags: [a]\nlayout: inner\n---\nthird",
    "_things/z.md": "---\ntitle: Z\nweight: 3\n---\nz",
    "_data/extra.yml": "x: 5\n",
    "_layouts/none.html": "none {{ content }}",
    "_sass/colours.scss": "$main: green;\n",
    "_includes/extra.html": "extra",
    "more.txt": "static",
}
REPLACED: Final = {
    "_config.yml": ("title: One", "title: Two"),
    "_layouts/base.html": ("<html>", "<html lang='en'>"),
    "_layouts/inner.html": ("colour: red", "colour: blue"),
    "_includes/head.html": ("<title>", "<title>T "),
    "_includes/part.html": ("part", "piece"),
    "_data/people.yml": ("bob: {age: 2}", "bob: {age: 3}"),
    "_data/list.yml": ("k: 2, v: b", "k: 2, v: c"),
    "_sass/_colours.scss": ("red", "blue"),
    "index.md": ("title: Home", "title: House"),
    "about.md": ("weight: 2", "weight: 0\npermalink: /over/"),
    "docs/texts.md": ("title: Texts", "title: Tests\npermalink: /t/"),
    "docs/snippet.txt": ("snippet", "changed"),
    "plain.md": ("alone", "lonely"),
    "_posts/2020-01-01-one.md": ("tags: [a]", "tags: [b]\ntitle: Renamed"),
    "_posts/2020-01-02-two.md": ("second", "2nd"),
    "_things/x.md": ("weight: 1", "weight: 5\npublished: false"),
}
REMOVABLE: Final = (
    "plain.md",
    "logo.svg",
    "_things/x.md",
    "_posts/2020-01-02-two.md",
    "_includes/extra.html",
)


class Site:
    """Sources that are edited, built incrementally in one place and afresh in another."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.folder = folder
        self.time = TIMES[0]
        for name, text in SOURCES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, number: int) -> str:
        """One of the edits; done a second time it is taken back."""
        edits: list[Callable[[], str]] = [
            *(lambda name=name: self.add(name) for name in ADDED),
            *(lambda name=name: self.replace(name) for name in REPLACED),
            *(lambda name=name: self.remove(name) for name in REMOVABLE),
            self.rename,
            self.touch,
            self.wait,
        ]
        return edits[number % len(edits)]()

    def add(self, name: str) -> str:
        if (self.source / name).exists():
            (self.source / name).unlink()
        else:
            self.write(name, ADDED[name])
        return f"add or remove {name}"

    def replace(self, name: str) -> str:
        path = self.source / name
        if path.exists():
            text = path.read_text(encoding="utf-8")
            old, new = REPLACED[name]
            self.write(name, text.replace(new, old) if new in text else text.replace(old, new))
        return f"change {name}"

    def remove(self, name: str) -> str:
        if (self.source / name).exists():
            (self.source / name).unlink()
        elif name in SOURCES:
            self.write(name, SOURCES[name])
        return f"remove or bring back {name}"

    def rename(self) -> str:
        old, new = self.source / "_things/y.md", self.source / "_things/a.md"
        if old.exists():
            old.rename(new)
        else:
            new.rename(old)
        return "rename a document"

    def touch(self) -> str:
        os.utime(self.source / "index.md")
        return "touch"

    def wait(self) -> str:
        self.time = TIMES[1] if self.time == TIMES[0] else TIMES[0]
        return "let time pass"

    def build(self, *, fresh: bool) -> tuple[BuildResult | None, dict[str, bytes] | str]:
        """The result and what is in the destination; a message instead if the site does not build."""
        destination = self.folder / ("clean" if fresh else "site")
        if fresh:
            shutil.rmtree(destination, ignore_errors=True)
        config = {"time": self.time, **({"disable_disk_cache": True} if fresh else {})}
        options = BuildOptions(environment="production", force=True)
        try:
            quiet = Reporter(lambda message: None)
            result = build(self.source, destination, config=config, options=options, reporter=quiet)
        except OnemgError as error:
            return None, error.message
        files = (path for path in destination.rglob("*") if path.is_file())
        return result, {path.relative_to(destination).as_posix(): path.read_bytes() for path in files}

    def differs(self) -> str | None:
        """What is wrong with the incremental build, None if nothing."""
        _, kept = self.build(fresh=False)
        _, clean = self.build(fresh=True)
        if kept == clean or isinstance(kept, str) or isinstance(clean, str):
            return None if kept == clean else f"{kept!r:.200} but {clean!r:.200}"
        return ", ".join(name for name in sorted({*kept, *clean}) if kept.get(name) != clean.get(name))


def follow(folder: Path, edits: list[int]) -> None:
    site = Site(folder)
    assert site.differs() is None
    done: list[str] = []
    for number in edits:
        done.append(site.edit(number))
        assert site.differs() is None, done


@settings(
    max_examples=max(1, STEPS // EDITS_PER_SITE),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.integers(0, 1000), min_size=EDITS_PER_SITE, max_size=EDITS_PER_SITE))
def test_an_incremental_build_writes_the_bytes_of_a_clean_one(edits: list[int]) -> None:
    with TemporaryDirectory() as folder:
        follow(Path(folder), edits)


@contextmanager
def blind_to(kind: str) -> Iterator[None]:
    """Reads of this kind are kept, but never asked again."""
    asked = graph.Graph._hold

    def hold(self: graph.Graph, kept: Iterable[tuple[reads.Read, bytes]], reader: Item) -> bool:
        return asked(self, [one for one in kept if one[0][0] != kind], reader)

    graph.Graph._hold = hold  # type: ignore[method-assign]  # the point of the test
    try:
        yield
    finally:
        graph.Graph._hold = asked  # type: ignore[method-assign]  # put back


NEEDED: Final[dict[str, Callable[[Site], object]]] = {
    reads.OWN: lambda site: site.replace("plain.md"),
    reads.NODE: lambda site: site.replace("_includes/part.html"),
    reads.FIELD: lambda site: site.replace("docs/texts.md"),
    reads.SIZE: lambda site: site.add("docs/new.md"),
    reads.NEIGHBOUR: lambda site: site.rename(),
    reads.CONTENT: lambda site: site.replace("_posts/2020-01-02-two.md"),
    reads.QUERY: lambda site: site.replace("_data/list.yml"),
    reads.DATA: lambda site: site.replace("_data/people.yml"),
    reads.DATA_TYPE: lambda site: site.remove("_data/extra.yml"),
    reads.CONFIG: lambda site: site.replace("_config.yml"),
    reads.INCLUDE: lambda site: site.replace("_includes/head.html"),
    reads.LAYOUT: lambda site: site.replace("_layouts/base.html"),
    reads.LAYOUT_DATA: lambda site: site.replace("_layouts/inner.html"),
    reads.FILE: lambda site: site.replace("docs/snippet.txt"),
    reads.SASS_NAMES: lambda site: site.add("_sass/colours.scss"),
    reads.LINK: lambda site: site.replace("about.md"),
    reads.CLOCK: lambda site: site.wait(),
}


@pytest.mark.parametrize("kind", NEEDED)
def test_each_kind_of_read_is_needed(tmp_path: Path, kind: str) -> None:
    """Unless it is asked again the law breaks: the property above finds what is not recorded."""
    site = Site(tmp_path)
    site.add("_data/extra.yml")
    site.build(fresh=False)
    NEEDED[kind](site)
    with blind_to(kind):
        assert site.differs() is not None


def test_an_edit_that_no_other_page_sees_renders_one_page(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build(fresh=False)
    site.replace("plain.md")
    result, _ = site.build(fresh=False)
    assert result is not None
    assert result.rendered == 1
    assert [path.name for path in result.written] == ["plain.html"]


def test_a_build_without_a_change_renders_nothing(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build(fresh=False)
    result, _ = site.build(fresh=False)
    assert result is not None
    assert (result.rendered, list(result.written)) == (0, [])

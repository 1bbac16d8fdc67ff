"""The law of incremental builds: at equal time they write the bytes of a clean build, after any edits.

Random edits to a site in which everything that can be read is read by some page; after each, the same sources
are built afresh, incrementally by the command line - which first looks whether anything has changed at all,
and renders in two processes - and in a workshop, as a preview does. ONEMG_LAW sets the number of edits: 500
in CI, 10,000 in a campaign; ONEMG_LAW_SEED makes them others.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from onemg_render.build import graph, pipeline
from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.build.pipeline import build
from onemg_render.build.unchanged import answered
from onemg_render.build.workshop import Workshop
from onemg_render.cli.main import main
from onemg_render.errors import OnemgError
from onemg_render.render import reads
from onemg_render.reporting import Reporter
from onemg_render.sass import Compiler

STEPS: Final = int(os.environ.get("ONEMG_LAW", "60"))
SEED: Final = int(os.environ.get("ONEMG_LAW_SEED", "1"))
EDITS_PER_SITE: Final = 10
SETTLING: Final = 0.04
"""Seconds after which a file cannot change and keep its time."""
TIMES: Final = ("2024-05-06 07:08:09 +0000", "2025-01-02 03:04:05 +0000")

LISTS = """{% for p in site.pages %}{{ p.url }} {{ p.title }};{% endfor %}
{{ site.posts | where: "tags", "a" | map: "title" | join: "," }}
{% assign sorted = site.pages | sort: "weight" %}{{ sorted.first.url }} {{ sorted | size }}
{% for t in site.tags %}{{ t[0] }}={{ t[1].size }} {% endfor %}
{{ site.pages | where_exp: "x", "x.weight == page.weight" | map: "title" | join: "," }}
{% assign same = site.posts | where_exp: "x", "x.tags contains page.tag" %}{{ same | map: "url" | join }}
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
    "_config.yml": "title: One\nsass: {load_paths: [lib]}\ncollections:\n  things:\n    output: true\n"
    "defaults:\n  - scope: {path: docs}\n    values: {layout: inner}\n"
    "plugins: [jekyll-titles-from-headings, jekyll-relative-links, jekyll-readme-index, jekyll-redirect-from,"
    " jekyll-optional-front-matter]\ntitles_from_headings: {strip_title: true, collections: true}\n"
    "relative_links: {collections: true}\n",
    "_layouts/base.html": "<html>{% include head.html %}{{ content }}{{ site.pages.size }}</html>",
    "_layouts/inner.html": "---\nlayout: base\ncolour: red\n---\n<main>{{ page.title }}{{ content }}</main>",
    "_config.time.yml": f"time: {TIMES[0]}\n",
    "_includes/head.html": "<title>{{ page.title | default: site.title }}</title>",
    "_includes/part.html": "part {{ include.x }} {{ site.data.people.bob.age }}",
    "_data/people.yml": "ann: {age: 1}\nbob: {age: 2}\n",
    "_data/list.yml": "- {k: 1, v: a}\n- {k: 2, v: b}\n",
    "_sass/_colours.scss": "$main: red;\n",
    "lib/parts/_deep.scss": "$deep: 1;\n",
    "main.scss": "---\n---\n@import 'colours', 'parts/deep';\nbody { color: $main; width: $deep; }\n",
    "index.md": f"---\nlayout: base\ntitle: Home\nweight: 3\ntag: b\n---\n{LISTS}",
    "about.md": f"---\nlayout: inner\ntitle: About\nweight: 2\n---\n{DATA}",
    "docs/texts.md": f"---\ntitle: Texts\nweight: 1\n---\n{TEXTS}",
    "docs/snippet.txt": "snippet",
    "docs/odd.md": f"---\ntitle: Odd\nweight: 3\n---\n{ODD}",
    "plain.md": "---\n---\nalone *here*",
    "clock.md": "---\n---\n{% assign now = site.time %}{{ now | date: '%z' }} {{ now }}",
    "fair.md": "---\nend: 2024-12-01 00:00:00 +0000\n---\n{% if page.end > site.time %}open{% endif %}",
    "_posts/2020-01-01-one.md": "---\ntags: [a]\nlayout: inner\n---\nfirst\n\nmore {{ page.next.title }}",
    "_posts/2020-01-02-two.md": "---\ntags: [a, b]\ncategories: news\nlayout: base\n---\nsecond\n\nmore",
    "_things/x.md": "---\ntitle: X\nweight: 1\n---\n{{ page.previous.title }} x",
    "_things/y.md": "---\ntitle: Y\nweight: 2\nlayout: none\n---\ny {{ site.things.size }}",
    "headed.md": "---\nredirect_from: /old/\ntags: [a]\n---\n# Heading\n\n[about](about.md) {{ page.title }}",
    "docs/README.md": "# Docs\n\n{{ page.url }}",
    "logo.svg": "<svg/>",
    "loud.md": "---\n---\n{{ 'a word' | loud | counted }}",
    "_plugins/loud.py": "from onemg_render.plugins.api import Extensions\n"
    "def extensions():\n    return Extensions(tracked=True, filters={'loud': lambda text: text.upper()})\n",
}
ADDED: Final = {
    "docs/new.md": "---\ntitle: New\nweight: 9\n---\nnew",
    "_posts/2020-01-03-three.md": "---\ntags: [a]\nlayout: inner\n---\nthird",
    "_things/z.md": "---\ntitle: Z\nweight: 3\n---\nz",
    "_data/extra.yml": "x: 5\n",
    "_layouts/none.html": "none {{ content }}",
    "_sass/colours.scss": "$main: green;\n",
    "_colours.scss": "$main: yellow;\n",
    "colours/_index.scss": "$main: black;\n",
    "_sass/parts/_deep.scss": "$deep: 2;\n",
    "parts/deep/_index.scss": "$deep: 3;\n",
    "_includes/extra.html": "extra",
    "more.txt": "static",
    "_plugins/counted.py": "from pathlib import Path\nfrom onemg_render.plugins.api import Extensions\n"
    "SNIPPET = Path(__file__).parents[1] / 'docs/snippet.txt'\n"
    "def counted(value):\n    return f'{value} {len(SNIPPET.read_bytes())}'\n"
    "def extensions():\n    return Extensions(filters={'counted': counted})\n",
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
    "index.md": ("title: Home\nweight: 3\ntag: b", "title: House\nweight: 1\ntag: a"),
    "about.md": ("weight: 2", "weight: 0\npermalink: /over/"),
    "docs/texts.md": ("title: Texts", "title: Tests\npermalink: /t/"),
    "docs/snippet.txt": ("snippet", "changed it"),
    "_plugins/loud.py": ("upper", "title"),
    "plain.md": ("alone", "lonely"),
    "headed.md": ("# Heading", "# Title"),
    "docs/README.md": ("# Docs", "# Documents"),
    "_posts/2020-01-01-one.md": ("tags: [a]", "tags: [b]\ntitle: Renamed"),
    "_posts/2020-01-02-two.md": ("second", "2nd"),
    "_things/x.md": ("weight: 1", "weight: 5\npublished: false"),
}
REMOVABLE: Final = (
    "plain.md",
    "docs/README.md",
    "logo.svg",
    "_things/x.md",
    "_posts/2020-01-02-two.md",
    "_includes/extra.html",
)


class LastingCompiler(Compiler):
    """One process of Sass for all builds: what it makes does not depend on the build."""

    def close(self) -> None:
        """Not yet."""


@pytest.fixture(scope="module", autouse=True)
def one_process_of_sass() -> Iterator[None]:
    lasting = LastingCompiler()
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(pipeline, "Compiler", lambda: lasting)
        yield
    Compiler.close(lasting)


class Site:
    """Sources that are edited, and built in each of the ways to build.

    strange: with a plug-in of its own; a preview without one copies items that it has read before.
    """

    def __init__(self, folder: Path, *, strange: bool = True) -> None:
        self.source = folder / "source"
        self.folder = folder
        self.workshop = Workshop()
        self.answers = 0
        files = ",".join(str(self.source / name) for name in ("_config.yml", "_config.time.yml"))
        self.words = ["build", "-q", "--force", "-s", str(self.source), "-d", str(folder / "site")]
        self.words += ["--config", files, "--jobs", "2"]
        for name, text in SOURCES.items():
            self.write(name, text)
        if not strange:
            (self.source / "_plugins/loud.py").unlink()

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
            self.spoil,
            lambda: "nothing",
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
        path = self.source / "_config.time.yml"
        now, then = TIMES if TIMES[0] in path.read_text(encoding="utf-8") else TIMES[::-1]
        self.write(path.name, path.read_text(encoding="utf-8").replace(now, then))
        return "let time pass"

    def spoil(self) -> str:
        """Three kinds of damage to the built site, one after the other."""
        index, styles, more = (self.folder / "site" / name for name in ("index.html", "main.css", "more"))
        if index.exists():
            index.unlink()
        if styles.exists():
            styles.write_bytes(styles.read_bytes().replace(b"r", b"x"))
        more.parent.mkdir(exist_ok=True)
        more.write_text("not of this site", encoding="utf-8")
        return "spoil the built site"

    def build(
        self, name: str = "site", *, workshop: Workshop | None = None, **config: object
    ) -> tuple[BuildResult | None, dict[str, bytes] | str]:
        """The result and what is in the destination; a message instead if the site does not build."""
        files = [self.source / "_config.yml", self.source / "_config.time.yml"]
        options = BuildOptions(config_files=files, force=True)
        quiet = Reporter(lambda message: None)
        destination = self.folder / name
        try:
            result = build(
                self.source, destination, config=config, options=options, reporter=quiet, workshop=workshop
            )
        except OnemgError as error:
            return None, error.message
        return result, content(destination)

    def clean(self) -> dict[str, bytes] | str:
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        return self.build("clean", disable_disk_cache=True)[1]

    def commanded(self) -> dict[str, bytes] | str:
        """By the command line; an error's message is in the clean build."""
        time.sleep(SETTLING)
        if answered(self.words):
            self.answers += 1
        elif main(self.words) != 0:
            return self.build("failed")[1]
        return content(self.folder / "site")

    def differs(self) -> str | None:
        """What is wrong with the other builds, None if nothing."""
        clean = self.clean()
        kept = {"command": self.commanded(), "preview": self.build("warm", workshop=self.workshop)[1]}
        for way, there in kept.items():
            if isinstance(there, str) or isinstance(clean, str):
                if there != clean:
                    return f"{way}: {there!r:.200} but {clean!r:.200}"
            elif there != clean:
                names = (name for name in sorted({*there, *clean}) if there.get(name) != clean.get(name))
                return f"{way}: {', '.join(names)}"
        return None


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def follow(folder: Path, edits: list[int]) -> None:
    site = Site(folder, strange=edits[0] % 2 == 0)
    assert site.differs() is None
    done: list[str] = []
    for number in edits:
        done.append(site.edit(number))
        assert site.differs() is None, done


@seed(SEED)
@settings(
    max_examples=max(1, STEPS // EDITS_PER_SITE),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.integers(0, 1000), min_size=EDITS_PER_SITE, max_size=EDITS_PER_SITE))
def test_an_incremental_build_writes_the_bytes_of_a_clean_one(edits: list[int]) -> None:
    with TemporaryDirectory() as folder:
        follow(Path(folder), edits)


def test_the_command_line_finds_that_nothing_has_changed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    for number in range(3):
        assert site.differs() is None
        assert site.answers == number


@contextmanager
def blind_to(kind: str) -> Iterator[None]:
    """Reads of this kind are kept, but never asked again."""
    asked = graph.Graph.answer

    def answer(self: graph.Graph, read: reads.Read) -> bytes | None:
        kept = dict(self._store.reads.values())
        return kept[read] if read[0] == kind and read in kept else asked(self, read)

    graph.Graph.answer = answer  # type: ignore[method-assign]  # the point of the test
    try:
        yield
    finally:
        graph.Graph.answer = asked  # type: ignore[method-assign]  # put back


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
    reads.COMPARED: lambda site: site.wait(),
}


@pytest.mark.parametrize("kind", NEEDED)
def test_each_kind_of_read_is_needed(tmp_path: Path, kind: str) -> None:
    """Unless it is asked again the law breaks: the property above finds what is not recorded."""
    site = Site(tmp_path)
    site.add("_data/extra.yml")
    time.sleep(SETTLING)  # what reads a file that has just changed is not kept
    site.build()
    NEEDED[kind](site)
    with blind_to(kind):
        assert site.differs() is not None


def test_an_edit_that_no_other_page_sees_renders_one_page(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build()
    site.replace("plain.md")
    result, _ = site.build()
    assert result is not None
    assert result.rendered == 1
    assert [path.name for path in result.written] == ["plain.html"]


def test_passing_time_renders_what_shows_it(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build()
    site.wait()
    result, _ = site.build()
    assert result is not None
    assert {path.name for path in result.written} == {"odd.html", "clock.html", "fair.html"}
    assert result.rendered == 3


def test_a_build_without_a_change_renders_nothing(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build()
    result, _ = site.build()
    assert result is not None
    assert (result.rendered, list(result.written)) == (0, [])

"""A build of what has not changed is answered without the engine; whatever a build depends on ends that."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from onemg_render.build import unchanged
from onemg_render.cli.main import main
from tests.support.sites import page, write_files

SETTLING: Final = 0.05
"""Seconds after which a file cannot change and keep its time."""
FILES: Final = {
    "_config.yml": "title: One\nplugins: [jekyll-github-metadata]\ntheme: ./theme\nexclude: [parts]\n",
    "_layouts/base.html": "<html>{% include head.html %}{{ content }}</html>",
    "_includes/head.html": "<title>{{ page.title }}</title>",
    "_data/people.yml": "ann: 1\n",
    "_sass/_colours.scss": "$main: red;\n",
    "_plugins/own.py": "from onemg_render.plugins.api import Extensions\n"
    "def extensions():\n    return Extensions(safe=True, parallel=True, tracked=True)\n",
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/refs/heads/main": "1" * 40,
    "theme/_layouts/other.html": "{{ content }}",
    "theme/assets/a.css": "a {}",
    "index.md": page("*home*\n\n{% include_relative parts/more.txt %}", layout="base"),
    "docs/page.md": page("{{ site.data.people.ann }}", layout="base"),
    "docs/empty/picture.svg": "<svg/>",
    "parts/more.txt": "more",
}


class Site:
    """Sources, and the command that builds them."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.destination = folder / "site"
        self.words = ["build", "-s", str(self.source), "-d", str(self.destination)]
        write_files(self.source, FILES)

    def built(self) -> "Site":
        time.sleep(SETTLING)
        assert main(self.words) == 0
        return self

    def write(self, name: str, text: str) -> None:
        write_files(self.source, {name: text})


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_what_has_not_changed_is_not_built_again(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.built()
    built = capsys.readouterr()
    assert unchanged.answered(site.words)
    again = capsys.readouterr()
    assert again.err == built.err
    lines = [text.splitlines() for text in (built.out, again.out)]
    assert lines[0][:-1] == lines[1][:-1]
    assert lines[1][-1].endswith(" seconds. 0 pages rendered, 0 files written.")


def test_warnings_are_said_again(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("index.md", page("home", layout="gone"))
    site.built()
    warned = capsys.readouterr()
    assert "gone" in warned.err
    assert unchanged.answered(site.words)
    again = capsys.readouterr()
    assert again.err == warned.err
    assert again.out.splitlines()[-1] == warned.out.splitlines()[-1] == "          Reported: 1 warning"


def test_it_is_answered_without_the_engine(site: Site) -> None:
    site.built()
    code = (
        "import sys\nfrom onemg_render.__main__ import main\n"
        "sys.argv[1:] = sys.argv[2:]\nmain()\n"
        "heavy = ('jinja2', 'yaml', 'onemg_render.cli')\n"
        "print('loaded', *(name for name in sys.modules if name.startswith(heavy)))"
    )
    words = [sys.executable, "-c", code, "--", *site.words]
    subprocess.run(words, check=True, capture_output=True)  # another command than the test's own: it builds
    time.sleep(SETTLING)
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    assert said.splitlines()[-1] == "loaded"


CHANGES: Final[dict[str, Callable[[Site], object]]] = {
    "a page": lambda site: site.write("docs/page.md", page("{{ site.data.people.bob }}", layout="base")),
    "a page of the same length": lambda site: site.write("index.md", site_text(site, "home", "away")),
    "only a time": lambda site: (site.source / "index.md").touch(),
    "a new page": lambda site: site.write("docs/new.md", page("new")),
    "a new file in a new folder": lambda site: site.write("fresh/new.txt", "new"),
    "a removed page": lambda site: (site.source / "docs/page.md").unlink(),
    "another name": lambda site: (site.source / "docs/page.md").rename(site.source / "docs/other.md"),
    "a static file": lambda site: site.write("docs/empty/picture.svg", "<svg />"),
    "data": lambda site: site.write("_data/people.yml", "ann: 2\n"),
    "new data": lambda site: site.write("_data/more.yml", "ann: 2\n"),
    "an include": lambda site: site.write("_includes/head.html", "<title>a</title>"),
    "a layout": lambda site: site.write("_layouts/base.html", "{{ content }}"),
    "a partial of Sass": lambda site: site.write("_sass/_colours.scss", "$main: blue;\n"),
    "the configuration": lambda site: site.write("_config.yml", "title: Two\n"),
    "a Gemfile": lambda site: site.write("Gemfile", "gem 'github-pages'\n"),
    "a file that is excluded but read": lambda site: site.write("parts/more.txt", "less"),
    "a plug-in": lambda site: site.write("_plugins/own.py", FILES["_plugins/own.py"] + "\n"),
    "another plug-in": lambda site: site.write("_plugins/other.py", FILES["_plugins/own.py"]),
    "a layout of the theme": lambda site: site.write("theme/_layouts/other.html", "a"),
    "an asset of the theme": lambda site: site.write("theme/assets/a.css", "b {}"),
    "the branch": lambda site: site.write(".git/HEAD", "ref: refs/heads/other\n"),
    "the commit": lambda site: site.write(".git/refs/heads/main", "2" * 40),
    "the site": lambda site: (site.destination / "index.html").write_text("mine"),
    "a file of the site is gone": lambda site: (site.destination / "index.html").unlink(),
    "a file too many in the site": lambda site: (site.destination / "docs/mine.txt").write_text("mine"),
    "the store's description": lambda site: next(site.source.rglob("*.seen")).write_text("onemg"),
    "a description cut off": lambda site: cut(next(site.source.rglob("*.seen"))),
}


def site_text(site: Site, old: str, new: str) -> str:
    return (site.source / "index.md").read_text().replace(old, new)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(site: Site, change: str) -> None:
    site.built()
    CHANGES[change](site)
    assert not unchanged.answered(site.words)


def test_another_command_is_another_question(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.built()
    assert not unchanged.answered([*site.words, "--baseurl", "/x"])
    assert not unchanged.answered([*site.words, "--fresh"])
    assert not unchanged.answered(["check", *site.words[1:]])
    with monkeypatch.context() as changed:
        changed.setenv("JEKYLL_ENV", "production")
        assert not unchanged.answered(site.words)
    with monkeypatch.context() as changed:
        changed.chdir(site.source)
        assert not unchanged.answered(site.words)
    assert unchanged.answered(site.words)


def test_what_changes_while_it_is_built_is_built_again(site: Site) -> None:
    """A file that is as young as the build may have been read before its last change."""
    site.built()
    site.write("docs/page.md", page("young"))
    assert main(site.words) == 0
    assert not unchanged.answered(site.words)


def test_a_plug_in_that_tells_nothing_is_run_in_every_build(site: Site) -> None:
    site.write("_plugins/own.py", FILES["_plugins/own.py"].replace("tracked=True", "tracked=False"))
    site.built()
    assert not unchanged.answered(site.words)


def test_a_post_of_the_future_falls_due(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    due = datetime.now(UTC) + timedelta(days=1)
    site.write("_posts/2020-01-01-later.md", page("later", date=f"{due:%Y-%m-%d %H:%M:%S} +0000"))
    site.built()
    now = time.time_ns()
    assert unchanged.answered(site.words)
    for hours, is_same in ((23, True), (25, False), (-1, False)):
        monkeypatch.setattr(time, "time_ns", lambda hours=hours: now + hours * 3600 * 10**9)
        assert unchanged.answered(site.words) is is_same


def test_nothing_falls_due_at_a_time_that_the_settings_hold(site: Site) -> None:
    site.write("_config.yml", FILES["_config.yml"] + "time: 2020-01-01 00:00:00 +0000\n")
    site.write("_posts/2020-01-02-later.md", page("later"))
    site.built()
    assert unchanged.answered(site.words)


def test_the_time_stays_until_something_changes(site: Site) -> None:
    site.write("index.md", page("{{ site.time | date: '%s%N' }}"))
    shown = site.destination / "index.html"
    site.built()
    first = shown.read_text()
    (site.destination / "docs/page.html").unlink()
    site.built()
    assert (site.destination / "docs/page.html").exists()
    assert shown.read_text() == first
    site.write("docs/page.md", page("changed"))
    site.built()
    assert shown.read_text() != first


def test_a_line_end_in_the_name_of_an_output_is_no_hindrance(site: Site) -> None:
    if os.name == "nt":
        pytest.skip("this file system refuses line ends in names")
    site.write("odd.md", page("odd", permalink='"/a\\nb/"'))
    site.built()
    odd = site.destination / "a\nb" / "index.html"
    assert odd.exists()
    assert unchanged.answered(site.words)
    odd.unlink()
    assert not unchanged.answered(site.words)


def test_a_broken_link_in_the_source_is_no_hindrance(site: Site) -> None:
    try:
        (site.source / "_data/link.txt").symlink_to("nowhere")
    except OSError:
        pytest.skip("no links here")
    site.built()
    assert unchanged.answered(site.words)

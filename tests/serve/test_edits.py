"""Edits of everything that a site is made of, in every way to save, take effect in a running preview."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from unittest import mock

import pytest

from onemg_render.serve.changes import WAITS
from onemg_render.serve.settings import ServeSettings
from tests.support.previews import WAIT_SECONDS, Previewed, previewed
from tests.support.sites import page, write_files

PLUGIN = """from onemg_render.plugins.api import Extensions

def extensions():
    return Extensions(filters={{"shout": lambda value: value + "{mark}"}})
"""
SITE = {
    "_config.yml": "title: One\ntheme: ../theme\ncollections: {things: {output: true}}\n",
    "_data/list.yml": "word: one\n",
    "_includes/part.html": "part one",
    "_plugins/shout.py": PLUGIN.format(mark="!"),
    "_sass/_colours.scss": "$main: red;",
    "main.scss": page("@import 'colours'; p { color: $main }"),
    "data.html": page("{{ site.data.list.word }}"),
    "include.html": page("{% include part.html %}"),
    "plugin.html": page("{{ 'hey' | shout }}"),
    "title.html": page("{{ site.title }}"),
    "themed.html": page("text", layout="plain"),
    "relative.html": page("{% include_relative snippets/a.txt %}"),
    "snippets/a.txt": "snippet one",
    "linked.txt": "",
    "note.html": page("one"),
}
EDITS = [
    ("_config.yml", SITE["_config.yml"].replace("One", "Two"), "title.html", "Two"),
    ("_data/list.yml", "word: two\n", "data.html", "two"),
    ("_includes/part.html", "part two", "include.html", "part two"),
    ("_plugins/shout.py", PLUGIN.format(mark="?"), "plugin.html", "hey?"),
    ("_sass/_colours.scss", "$main: blue;", "main.css", "blue"),
    ("snippets/a.txt", "snippet two", "relative.html", "snippet two"),
    ("_things/new.html", page("a new document"), "things/new.html", "a new document"),
    ("_posts/2020-01-02-new.md", page("a new post"), "2020/01/02/new.html", "a new post"),
    ("../theme/_layouts/plain.html", "two {{ content }}", "themed.html", "two text"),
    ("../elsewhere/linked.txt", "two", "linked.txt", "two"),
    ("../elsewhere/folder/page.html", page("two"), "folder/page.html", "two"),
]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    folder = tmp_path_factory.mktemp("edits")
    write_files(
        folder,
        {
            "theme/_layouts/plain.html": "one {{ content }}",
            "elsewhere/linked.txt": "one",
            "elsewhere/folder/page.html": page("one"),
        },
    )
    source = folder / "source"
    write_files(source, SITE)
    (source / "linked.txt").unlink()
    (source / "linked.txt").symlink_to(folder / "elsewhere/linked.txt")
    (source / "folder").symlink_to(folder / "elsewhere/folder")
    with previewed(source, {}) as preview:
        yield preview


@pytest.mark.parametrize(("name", "text", "path", "shown"), EDITS, ids=[edit[0] for edit in EDITS])
def test_edits_take_effect(preview: Previewed, name: str, text: str, path: str, shown: str) -> None:
    assert shown not in preview.get(f"/{path}")
    write_files(preview.source, {name: text})
    preview.await_text(f"/{path}", shown)


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def in_two_steps(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text[:5])
        file.flush()
        sleep(0.05)
        file.write(text[5:])


def beside_and_renamed(path: Path, text: str) -> None:
    beside = path.with_name("sedXq1z")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def as_vim_does(path: Path, text: str) -> None:
    swap, probe, backup = (
        path.with_name(".note.html.swp"),
        path.with_name("4913"),
        path.with_name("note.html~"),
    )
    swap.write_bytes(b"b0VIM")
    probe.touch()
    probe.unlink()
    path.rename(backup)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    backup.unlink()
    swap.unlink()


def as_emacs_does(path: Path, text: str) -> None:
    lock = path.with_name(".#note.html")
    lock.symlink_to("me@here.1")
    path.with_name("#note.html#").write_text(text, encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    path.with_name("#note.html#").unlink()
    lock.unlink()


@pytest.mark.parametrize("save", [in_place, in_two_steps, beside_and_renamed, as_vim_does, as_emacs_does])
def test_a_page_stays_there_however_it_is_saved(
    preview: Previewed, save: Callable[[Path, str], None]
) -> None:
    until = monotonic() + WAIT_SECONDS
    with mock.patch.dict(WAITS, gone=1.0):  # for the scheduler of a busy machine
        save(preview.source / "note.html", page(save.__name__))
        while save.__name__ not in (shown := preview.get("/note.html")):
            assert "Not found" not in shown
            assert monotonic() < until
            sleep(0.01)
    preview.await_calm()
    assert save.__name__ in preview.get("/note.html")
    for name in ("sedXq1z", "note.html~", "4913"):
        assert not (preview.session.preview.destination / name).exists()


def test_an_edit_during_a_build_is_not_lost(tmp_path: Path) -> None:
    slow = "import time\ntime.sleep(0.5)\n" + PLUGIN.format(mark="!")
    files = {"_plugins/slow.py": slow, "a.html": page("one"), "b.html": page("one")}
    with previewed(tmp_path, files) as preview:
        write_files(tmp_path, {"a.html": page("two")})
        sleep(0.3)
        write_files(tmp_path, {"a.html": page("three"), "b.html": page("two")})
        preview.await_text("/a.html", "three")
        preview.await_text("/b.html", "two")


def test_a_replacement_over_500_files_is_two_builds_at_most(tmp_path: Path) -> None:
    files = {f"{number}.html": page("old") for number in range(500)}
    with previewed(tmp_path, files) as preview:
        preview.changes.quiet = 1.0
        preview.await_calm()
        before = preview.builds
        for name in files:
            beside_and_renamed(tmp_path / name, page("new"))
        for name in files:
            preview.await_text(f"/{name}", "new")
        preview.await_calm()
        assert 1 <= preview.builds - before <= 2


def test_a_checkout_is_two_builds_at_most(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@b.c")
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    files = {f"{number}.html": page("old", layout="all") for number in range(100)}
    write_files(
        tmp_path, {".gitignore": ".jekyll-cache\n", "_layouts/all.html": "old {{ content }}", **files}
    )
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "old")
    git("checkout", "-b", "next")
    new = {f"new/{number}.html": page("new", layout="all") for number in range(100)}
    write_files(tmp_path, {"_layouts/all.html": "new {{ content }}", **new})
    for name in files:
        (tmp_path / name).unlink()
    git("add", ".")
    git("commit", "-m", "new")
    with previewed(tmp_path, {}) as preview:
        preview.changes.quiet = 1.0
        preview.await_calm()
        before = preview.builds
        git("checkout", "main")
        preview.await_text("/99.html", "old old")
        preview.await_calm()
        assert preview.builds - before <= 2
        assert "Not found" in preview.get("/new/1.html")


def test_polling_sees_edits_too(tmp_path: Path) -> None:
    with previewed(tmp_path, {"a.html": page("one")}, ServeSettings(port=0, polling=True)) as preview:
        write_files(tmp_path, {"a.html": page("three")})
        preview.await_text("/a.html", "three")

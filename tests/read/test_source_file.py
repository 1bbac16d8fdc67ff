"""Source files: what is opened, what is known from an earlier build, what has changed since."""

import os
import time
from pathlib import Path

import pytest

from onemg_render.read import source_file
from onemg_render.read.source_file import Name, Record, SourceChanged, SourceFile, SourceFiles
from onemg_render.site import Excerpt, Page
from onemg_render.site.unread import Unread, content_of
from onemg_render.util.stamps import digest_of
from tests.support.sites import page, read_only

TEXT = page("the *text*", title="A", tags="[a, b]")
SETTLING = 0.06


def settled(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    time.sleep(SETTLING)
    return path.as_posix()


def records(files: SourceFiles) -> dict[Name, Record]:
    return {name: Record(file.stamp, file.record(digest_of)) for name, file in files.opened.items()}


def data_of(file: SourceFile) -> object:
    return file.value("front matter", file.parts("utf-8").data)


def later(files: SourceFiles) -> SourceFiles:
    """As another process sees the files."""
    return SourceFiles(records(files))


def refuse(*_: object, **__: object) -> SourceFile:
    raise AssertionError("a file was opened")


def test_a_file_that_is_as_it_was_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = settled(tmp_path / "a.md", TEXT)
    first = SourceFiles({})
    assert data_of(first.open(path)) == {"title": "A", "tags": ["a", "b"]}
    monkeypatch.setattr(source_file, "open_source", refuse)
    for files in (first, later(first)):
        file = files.open(path)
        content, line, _ = file.parts("utf-8")
        assert (data_of(file), line, file.is_static) == ({"title": "A", "tags": ["a", "b"]}, 5, False)
        digest = content.digest if isinstance(content, Unread) else digest_of(content)
        assert digest == digest_of("the *text*")


def test_its_text_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    path = settled(tmp_path / "a.md", TEXT)
    first = SourceFiles({})
    data_of(first.open(path))
    content = later(first).open(path).parts("utf-8").content
    assert isinstance(content, Unread)
    assert content.read() == "the *text*"


@pytest.mark.parametrize("gone", [True, False])
def test_a_text_that_has_changed_meanwhile_is_not_taken(tmp_path: Path, gone: bool) -> None:
    path = settled(tmp_path / "a.md", TEXT)
    first = SourceFiles({})
    data_of(first.open(path))
    content = later(first).open(path).parts("utf-8").content
    assert isinstance(content, Unread)
    if gone:
        Path(path).unlink()
    else:
        settled(Path(path), TEXT.replace("text", "other"))
    with pytest.raises(SourceChanged):
        content.read()


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = settled(tmp_path / "a.md", TEXT)
    first = SourceFiles({})
    data_of(first.open(path))
    status = Path(path).stat()
    settled(Path(path), TEXT.replace("A", "B"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    for files in (first, later(first)):
        assert data_of(files.open(path)) == {"title": "B", "tags": ["a", "b"]}


def test_a_file_that_may_change_and_keep_its_time_is_not_kept(tmp_path: Path) -> None:
    files = SourceFiles({})
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    files.open(path.as_posix())
    assert records(files) == {}


def test_static_files_are_known_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = settled(tmp_path / "a.txt", "no front matter")
    first = SourceFiles({})
    assert first.open(path).is_static
    assert not first.open(path, whole=True).is_static
    second = later(first)
    monkeypatch.setattr(source_file, "open_source", refuse)
    assert second.open(path).is_static
    assert not second.open(path, whole=True).is_static


def test_a_value_that_cannot_be_kept_is_made_again(tmp_path: Path) -> None:
    path = settled(tmp_path / "a.md", page("text", number=".nan", title="A"))
    first = SourceFiles({})
    data_of(first.open(path))
    again = data_of(later(first).open(path))
    assert isinstance(again, dict)
    assert (repr(again["number"]), again["title"]) == ("nan", "A")


def test_items_show_texts_that_were_not_read(tmp_path: Path) -> None:
    site, _ = read_only(tmp_path, {"a.md": TEXT})
    item = site.pages[0]
    assert isinstance(item, Page)
    texts = iter(["late"])
    item.content = unread = Unread(b"digest", lambda: next(texts))
    assert (content_of(item), content_of(Excerpt(item, unread))) == (unread, unread)
    assert (item.content, item.content, content_of(item)) == ("late", "late", "late")
    excerpt = Excerpt(item, Unread(b"digest", lambda: "late"))
    item.content = "changed"
    assert (item.content, excerpt.content) == ("changed", "late")

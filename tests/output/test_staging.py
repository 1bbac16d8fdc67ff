"""The folder where the files of a build wait, taken early by a build that has some ready before others."""

from contextlib import closing
from pathlib import Path

import pytest

from onemg_render.errors import OutputError
from onemg_render.hooks import Hooks
from onemg_render.output import STAGING, Copied, Destination, OutputFile, Rendered, Staged, Staging, write
from onemg_render.reporting import Reporter


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "site"


def staging(site: Path) -> Staging:
    return Staging(Destination(site), site.parent / "source")


def test_files_that_are_ready_are_moved_in(site: Path) -> None:
    early = staging(site)
    stager = early.early()
    assert stager is not None
    mine, theirs = Rendered("a.html", "a.md", b"a"), Rendered("b/b.html", "b.md", b"b")
    places = [stager.part("of-0").put(mine, 7), stager.part("of-1").put(theirs, 7)]
    files: list[OutputFile] = [
        file._replace(staged=Staged(place)) for file, place in zip((mine, theirs), places, strict=True)
    ]
    done = write([*files, Rendered("c.html", "c.md", b"c")], early, hooks=Hooks(), reporter=Reporter())
    assert [(site / name).read_text("utf-8") for name in done.written] == ["a", "b", "c"]
    assert not (site / STAGING).exists()


def test_what_the_destination_holds_is_not_put_again(site: Path) -> None:
    site.mkdir(parents=True)
    (site / "a.html").write_text("a", encoding="utf-8")
    with closing(staging(site)) as early:
        stager = early.early()
        assert stager is not None
        assert stager.put(Rendered("a.html", "a.md", b"a"), 0) is None
        assert stager.put(Rendered("b.html", "b.md", b"b"), 1) is not None
        with pytest.raises(OSError, match="gone"):
            stager.put(Copied("c", "c", str(site / "gone")), 2)


def test_a_build_that_fails_leaves_no_folder(tmp_path: Path, site: Path) -> None:
    with closing(staging(site)) as early:
        assert early.is_first
        assert early.early() is not None
        assert early.is_first
    assert list(tmp_path.iterdir()) == []


def test_nobody_waits_early(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onemg_render.output.staging.WAIT_SECONDS", 0.1)
    with closing(staging(site)) as first, closing(staging(site)) as second:
        assert first.early() is not None
        assert second.early() is None
        with pytest.raises(OutputError, match="another build is writing"):
            second.open()
        first.close()
        assert second.early() is not None
    assert not (site / STAGING).exists()


def test_nothing_is_made_where_nothing_may_be_written(tmp_path: Path) -> None:
    source = tmp_path / "site" / "source"
    source.mkdir(parents=True)
    (tmp_path / "file").touch()
    for destination in (tmp_path / "site", tmp_path / "file"):
        assert Staging(Destination(destination), source).early() is None
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["source"]

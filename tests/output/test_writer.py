"""What a build does to its destination. The ids are those of the list of Jekyll's features."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from onemg_render.errors import OutputError
from onemg_render.hooks import Hook, Hooks
from onemg_render.output import Copied, Destination, OutputFile, Rendered, Staging, Written, write
from onemg_render.reporting import Reporter
from tests.support.site_facts import read_site

OLD = 1_500_000_000


def files(contents: Mapping[str, str]) -> list[OutputFile]:
    return [Rendered(name, f"{name}.source", text.encode()) for name, text in contents.items()]


def put(folder: Path, contents: Mapping[str, str]) -> None:
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (OLD, OLD))


def tree(folder: Path) -> dict[str, str]:
    """Files below `folder` with their texts, empty folders with a slash."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_text(encoding="utf-8")
        elif not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


def build(
    folder: Path,
    contents: Mapping[str, str] | list[OutputFile],
    *,
    keep: tuple[str, ...] = (),
    force: bool = False,
) -> Written:
    wanted = contents if isinstance(contents, list) else files(contents)
    return write(wanted, staging(folder, keep), hooks=Hooks(), reporter=Reporter(), force=force)


def staging(folder: Path, keep: tuple[str, ...] = (), *, links: bool = False) -> Staging:
    return Staging(Destination(folder, keep), folder.parent / "source", links=links)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "_site"


CASES = [
    ("OUT-004 folders are made as needed", {}, {"a/b/c.html": "x"}, (), {"a/b/c.html": "x"}),
    ("OUT-001 obsolete files go", {"old.html": "o"}, {"new.html": "n"}, (), {"new.html": "n"}),
    ("OUT-001 names with a leading dot too", {".old": "o"}, {"a": "n"}, (), {"a": "n"}),
    ("OUT-001 folders that became empty too", {"old/deep/a": "o"}, {"a": "n"}, (), {"a": "n"}),
    ("OUT-001 keep_files stay", {".git/HEAD": "r"}, {"a": "n"}, (".git",), {".git/HEAD": "r", "a": "n"}),
    (
        "OUT-001 keep_files are beginnings",
        {"pics.txt": "o"},
        {"a": "n"},
        ("pic",),
        {"pics.txt": "o", "a": "n"},
    ),
    (
        "OUT-001 folders above kept files stay",
        {"x/y/keep": "o", "x/go": "o"},
        {"a": "n"},
        ("x/y/keep",),
        {"x/y/keep": "o", "a": "n"},
    ),
    (
        "OUT-001 a kept name counts from the top",
        {"x/.git/HEAD": "o"},
        {"a": "n"},
        (".git",),
        {"a": "n"},
    ),
    ("OUT-002 a file becomes a folder", {"a": "file"}, {"a/b": "n"}, (), {"a/b": "n"}),
    ("OUT-002 a folder becomes a file", {"a/b": "o", "a/c/d": "o"}, {"a": "n"}, (), {"a": "n"}),
]


@pytest.mark.parametrize(
    ("before", "new", "keep", "after"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_cleaning(
    site: Path, before: dict[str, str], new: dict[str, str], keep: tuple[str, ...], after: dict[str, str]
) -> None:
    put(site, before)
    build(site, new, keep=keep)
    assert tree(site) == after


def test_a_file_whose_bytes_are_right_is_not_touched(site: Path) -> None:
    put(site, {"same": "s", "other": "before"})
    done = build(site, {"same": "s", "other": "after"})
    assert done.written == ["other"]
    assert (site / "same").stat().st_mtime == OLD


def test_removed_and_written_are_told(site: Path) -> None:
    put(site, {"old": "o"})
    done = build(site, {"b": "1", "a": "2"})
    assert (done.written, done.removed) == (["a", "b"], ["old"])


def test_two_files_for_one_path_are_reported_and_the_later_wins(site: Path) -> None:
    """OUT-003"""
    reporter = Reporter(show=lambda message: None)
    both: list[OutputFile] = [Rendered("x.html", "a.md", b"a"), Rendered("x.html", "b.md", b"b")]
    write(both, staging(site), hooks=Hooks(), reporter=reporter)
    [message] = reporter.messages
    assert message.text.startswith("The following destination is shared by multiple files. ")
    assert message.text.endswith("x.html: a.md, b.md")
    assert tree(site) == {"x.html": "b"}


def test_pages_static_files_and_documents_are_written_in_this_order(tmp_path: Path) -> None:
    """OUT-005: so a document wins over a static file, and that over a page."""
    source = tmp_path / "source"
    put(
        source,
        {
            "_posts/2020-01-02-a.md": "---\npermalink: /x.html\n---\n",
            "x.html": "static",
            "page.md": "---\npermalink: /x.html\n---\n",
        },
    )
    site, _ = read_site(source, {"time": "2024-06-01"}, "jekyll4")
    assert [item.relative_path for item in site.outputs] == ["page.md", "/x.html", "_posts/2020-01-02-a.md"]


def test_a_redirect_shares_a_path_without_a_word(site: Path) -> None:
    reporter = Reporter(show=lambda message: None)
    both: list[OutputFile] = [
        Rendered("x.html", "a.md", b"a"),
        Rendered("x.html", "stub", b"b", may_share=True),
    ]
    write(both, staging(site), hooks=Hooks(), reporter=reporter)
    assert not reporter.messages


def test_a_file_in_the_place_of_a_folder_is_an_error(site: Path) -> None:
    put(site, {"good": "g"})
    with pytest.raises(OutputError, match=r"^a: a is written to x, which b needs as a folder$"):
        build(site, [Rendered("x", "a", b""), Rendered("x/y", "b", b"")])
    assert tree(site) == {"good": "g"}


def test_a_large_file_is_copied_whole(tmp_path: Path, site: Path) -> None:
    large = tmp_path / "large.bin"
    large.touch()
    os.truncate(large, 100_000_000)
    write([Copied("large.bin", "large.bin", str(large))], staging(site), hooks=Hooks(), reporter=Reporter())
    assert (site / "large.bin").stat().st_size == 100_000_000


def test_static_files_keep_their_time_and_mode(tmp_path: Path, site: Path) -> None:
    """STAT-001"""
    put(tmp_path, {"tool.sh": "#!"})
    (tmp_path / "tool.sh").chmod(0o755)
    copied: list[OutputFile] = [Copied("bin/tool.sh", "tool.sh", str(tmp_path / "tool.sh"))]
    assert build(site, copied).written == ["bin/tool.sh"]
    status = (site / "bin/tool.sh").stat()
    assert status.st_mtime == OLD
    assert os.name == "nt" or status.st_mode & 0o100
    assert build(site, copied).written == []


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
@pytest.mark.parametrize("links", [True, False])
def test_links_stay_links_only_in_development(tmp_path: Path, site: Path, links: bool) -> None:
    """STAT-004"""
    put(tmp_path, {"real": "r"})
    (tmp_path / "link").symlink_to("real")
    copied = [Copied("link", "link", str(tmp_path / "link")), Copied("real", "real", str(tmp_path / "real"))]
    for _ in range(2):
        write(copied, staging(site, links=links), hooks=Hooks(), reporter=Reporter())
        assert (site / "link").is_symlink() is links
        assert tree(site) == {"link": "r", "real": "r"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_nothing_is_written_through_a_link(tmp_path: Path, site: Path) -> None:
    outside = tmp_path / "outside"
    put(outside, {"mine": "m"})
    site.mkdir()
    (site / "a").symlink_to(outside)
    (site / "b").symlink_to(outside / "mine")
    build(site, {"a/mine": "x", "b": "x"})
    assert tree(outside) == {"mine": "m"}
    assert tree(site) == {"a/mine": "x", "b": "x"}


def test_a_failure_while_staging_leaves_the_last_good_site(tmp_path: Path, site: Path) -> None:
    put(site, {"good": "g", "old": "o"})
    with pytest.raises(OutputError, match="no such file"):
        build(site, [Rendered("good", "a", b"new"), Copied("b", "b", str(tmp_path / "gone"))])
    assert tree(site) == {"good": "g", "old": "o"}


def test_what_a_killed_build_left_is_removed(site: Path) -> None:
    put(site, {".onemg-staging/3": "half", "good": "g"})
    build(site, {"good": "g"})
    assert tree(site) == {"good": "g"}


def test_a_name_that_no_file_can_have(site: Path) -> None:
    with pytest.raises(OutputError) as caught:
        build(site, [Rendered("a" * 300, "long.md", b"")])
    assert caught.value.path == "long.md"


def test_a_strange_destination_is_not_cleaned(tmp_path: Path) -> None:
    home = tmp_path / "home"
    put(home, {"letters/to-mum.txt": "dear", "index.html": "mine"})
    with pytest.raises(OutputError, match=r"holds what no build has written: letters, letters/to-mum.txt$"):
        build(home, {"index.html": "new"})
    assert tree(home) == {"letters/to-mum.txt": "dear", "index.html": "mine"}
    build(home, {"index.html": "new"}, force=True)
    assert tree(home) == {"index.html": "new"}


def test_a_destination_is_known_once_it_was_written(tmp_path: Path) -> None:
    out, memory = tmp_path / "out", tmp_path / "cache"
    for contents in ({"a": "1", "b": "2"}, {"a": "1"}):
        known = Staging(Destination(out, memory=memory), tmp_path / "source")
        write(files(contents), known, hooks=Hooks(), reporter=Reporter())
    assert tree(out) == {"a": "1"}


def test_the_hook_on_obsolete_may_save_files_but_not_reach_outside(tmp_path: Path, site: Path) -> None:
    """HOOK-002"""
    put(tmp_path, {"outside": "o"})
    put(site, {"save": "s", "drop": "d"})

    def spare(paths: list[str]) -> None:
        paths.remove(str(site / "save"))
        paths.append(str(tmp_path / "outside"))

    write(files({}), staging(site), hooks=Hooks([Hook("clean", "on_obsolete", spare)]), reporter=Reporter())
    assert tree(site) == {"save": "s"}
    assert (tmp_path / "outside").exists()


@pytest.mark.parametrize("destination", ["site", "."], ids=["the source", "a folder above it"])
def test_the_destination_must_not_hold_the_source(tmp_path: Path, destination: str) -> None:
    """READ-011"""
    source = tmp_path / "site"
    source.mkdir()
    with pytest.raises(OutputError, match="is or contains the source"):
        Destination(tmp_path / destination).check(source)


@pytest.mark.parametrize("destination", ["users/ann", "users"], ids=["a home", "a folder above it"])
def test_the_destination_must_not_be_a_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, destination: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "users" / "ann")
    with pytest.raises(OutputError, match="is or contains somebody's home"):
        Destination(tmp_path / destination).check(tmp_path / "site")
    Destination(tmp_path / "users" / "ann" / "public").check(tmp_path / "site")


@pytest.mark.skipif(os.name == "nt", reason="homes lie elsewhere there")
def test_the_destination_must_not_be_anybody_s_home(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is or contains somebody's home"):
        Destination(Path("/home/somebody")).check(tmp_path / "site")


def test_the_destination_may_lie_in_the_source(tmp_path: Path) -> None:
    Destination(tmp_path / "site" / "_site").check(tmp_path / "site")


def test_the_destination_must_be_a_folder(tmp_path: Path) -> None:
    put(tmp_path, {"out": "file"})
    with pytest.raises(OutputError, match="is no folder"):
        Destination(tmp_path / "out").check(tmp_path / "site")

"""Sources that no case in text can show: links, encodings, what cannot be read; and what is said of it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onemg_render.errors import BuildErrors, OnemgError
from onemg_render.reporting import Reporter
from onemg_render.site import Site
from tests.support.rights import NEEDS_RIGHTS, WITHOUT_RIGHTS
from tests.support.site_facts import read_site

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files without privileges")
Make = Callable[..., tuple[Site, Reporter]]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return folder


def put(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def read(
    source: Path, files: dict[str, str | bytes] | None = None, **settings: Any
) -> tuple[Site, list[str]]:
    """The site, and what was said about it: severity and message."""
    put(source, files or {})
    site, reporter = read_site(
        source, {"time": "2024-06-01 12:00:00", **settings}, settings.pop("compat", "jekyll4")
    )
    said = [
        f"{one.severity} {one.path}{f':{one.line}' if one.line else ''}: {one.text}"
        for one in reporter.messages
    ]
    return site, [line for line in said if not line.startswith(("info", "debug"))]


def names(site: Site) -> list[str]:
    return [*(page.relative_path for page in site.pages), *(file.relative_path for file in site.static_files)]


@posix
@pytest.mark.parametrize(("safe", "kept"), [(False, ["deep.md", "page.md", "/file.txt"]), (True, [])])
def test_links_that_lead_out_are_followed_unless_safe(
    tmp_path: Path, source: Path, safe: bool, kept: list[str]
) -> None:
    """READ-012"""
    put(tmp_path / "out", {"page.md": "---\n---\n", "file.txt": "x", "deep/deep.md": "---\n---\n"})
    for name in ("page.md", "file.txt", "deep"):
        (source / name).symlink_to(tmp_path / "out" / name)
    site, _ = read(source, safe=safe)
    assert [name.rpartition("deep/")[2] for name in names(site)] == kept


@posix
def test_links_within_the_source_are_followed_in_safe_mode(source: Path) -> None:
    """READ-012"""
    put(source, {"real/a.md": "---\n---\n"})
    (source / "again").symlink_to("real")
    site, _ = read(source, safe=True)
    assert names(site) == ["again/a.md", "real/a.md"]


@posix
def test_a_link_to_a_folder_above_is_not_followed(source: Path) -> None:
    put(source, {"sub/a.md": "---\n---\n"})
    (source / "sub" / "up").symlink_to("..")
    site, said = read(source)
    assert names(site) == ["sub/a.md"]
    assert said == ["warning sub/up: a link to a folder that it lies in is not followed"]


@posix
def test_links_among_a_theme_s_assets_are_left_out(tmp_path: Path, source: Path) -> None:
    """THM-002"""
    put(tmp_path / "theme", {"assets/real.txt": "x"})
    (tmp_path / "theme" / "assets" / "link.txt").symlink_to("real.txt")
    site, said = read(source, theme_dir=str(tmp_path / "theme"))
    assert names(site) == ["/assets/real.txt"]
    assert said == ["warning assets/link.txt: Ignored symlinked asset: assets/link.txt"]


@posix
def test_a_link_to_nothing_is_an_error(source: Path) -> None:
    (source / "gone.md").symlink_to("nothing")
    with pytest.raises(OnemgError, match=r"^gone.md: the file cannot be read: no such file or directory$"):
        read(source)


@posix
def test_folders_in_folders_without_end_are_an_error(source: Path) -> None:
    folder = source
    for _ in range(450):
        folder = folder / "a"
        folder.mkdir()
    with pytest.raises(OnemgError, match=r"^a: more than 400 folders lie in each other$"):
        read(source)


@posix
def test_a_layout_that_cannot_be_read_is_empty(source: Path) -> None:
    put(source, {"_layouts/plain.html": ""})
    (source / "_layouts" / "gone.html").symlink_to("nothing")
    site, said = read(source)
    assert site.layouts["gone"].content == ""
    assert said == ["warning _layouts/gone.html: the file cannot be read: no such file or directory"]


@posix
def test_what_is_no_file_is_left_out(source: Path) -> None:
    os.mkfifo(source / "pipe")
    site, _ = read(source, {"a.md": "---\n---\n"})
    assert names(site) == ["a.md"]
    assert [(one.path, one.reason) for one in site.skipped] == [("pipe", "no file")]


@posix
def test_linked_folders_of_a_collection_are_not_entered(source: Path, tmp_path: Path) -> None:
    """Ruby's Dir["**/*"] does not, while links to files are read."""
    put(tmp_path / "out", {"inner.md": "---\n---\n", "one.md": "---\n---\n"})
    put(source, {"_things/a.md": "---\n---\n"})
    (source / "_things" / "folder").symlink_to(tmp_path / "out")
    (source / "_things" / "one.md").symlink_to(tmp_path / "out" / "one.md")
    site, _ = read(source, collections=["things"])
    assert [doc.relative_path for doc in site.collections["things"].docs] == [
        "_things/a.md",
        "_things/one.md",
    ]


def test_categories_that_only_ruby_tells_apart(source: Path) -> None:
    site, _ = read(source, {"_posts/2020-01-14-m.md": "---\ncategories: [1, yes, 1.0, 1]\n---\n"})
    categories = site.posts[0].data["categories"]
    assert repr(categories) == "[1, True, 1.0, '1', 'true', '1.0']"


@posix
def test_a_name_with_a_newline(source: Path) -> None:
    site, _ = read(source, {"a\nb.md": "---\n---\n", "c\nd.txt": "x"})
    assert [page.url for page in site.pages] == ["/a\nb.html"]
    assert site.pages[0].destination == "a\nb.html"


@NEEDS_RIGHTS
@pytest.mark.parametrize(("name", "kind"), [("a.md", "file"), ("sub", "folder"), ("_data", "folder")])
def test_what_must_not_be_read_is_an_error(source: Path, name: str, kind: str) -> None:
    put(source, {"a.md": "---\n---\n", "sub/b.md": "---\n---\n", "_data/d.yml": "a: 1\n"})
    (source / name).chmod(0)
    command = [*WITHOUT_RIGHTS, sys.executable, "-m", "onemg_render", "build", "-q", "-s", str(source)]
    try:
        done = subprocess.run([*command, "-d", f"{source}-site"], capture_output=True, text=True, check=False)
    finally:
        (source / name).chmod(0o755)
    assert done.returncode == 1
    assert f"{name}: error: the {kind} cannot be read: permission denied" in done.stderr


def test_a_file_that_vanishes_was_never_there(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def vanish(path: str, flags: int) -> int:
        if str(path).endswith("going.md"):
            Path(path).unlink()
        return opened(path, flags)

    monkeypatch.setattr(os, "open", vanish)
    site, said = read(source, {"going.md": "---\n---\n", "here.md": "---\n---\n"})
    assert (names(site), said) == (["here.md"], [])


@pytest.mark.parametrize("name", ["a.md", "_things/a.md", "_layouts/a.html", "_data/a.yml", "b.html"])
def test_bytes_that_are_no_text(source: Path, name: str) -> None:
    """READ-013: with the line."""
    with pytest.raises(OnemgError, match=rf"^{name}:3: the file is not (valid utf-8|UTF-8)$"):
        read(source, {name: b"---\n---\n\xff {{ x }}\n"}, collections=["things"])


def test_a_post_whose_bytes_are_no_text_is_left_out(source: Path) -> None:
    """READ-013"""
    site, said = read(source, {"_posts/2020-01-02-a.md": b"---\n---\n\xff\n"})
    assert site.posts == []
    assert said == ["warning _posts/2020-01-02-a.md:3: the file is not valid utf-8"]


def test_a_page_that_is_only_copied_may_have_any_bytes(source: Path) -> None:
    """READ-013: neither converted nor a template."""
    site, said = read(source, {"a.txt": b"---\ntitle: x\n---\n\xff\n"})
    [page] = site.pages
    assert page.content.encode("utf-8", "surrogateescape") == b"---\ntitle: x\n---\n\xff\n"
    assert (dict(page.data), said) == ({}, ["warning a.txt:4: the file is not valid utf-8"])


def test_another_encoding(source: Path) -> None:
    site, _ = read(source, {"a.md": "---\ntitle: é\n---\nü\n".encode("latin-1")}, encoding="iso-8859-1")
    assert (site.pages[0].data["title"], site.pages[0].content) == ("é", "ü\n")


def test_a_byte_order_mark_in_a_post_is_dropped(source: Path) -> None:
    """READ-006"""
    site, _ = read(source, {"_posts/2020-01-02-a.md": "\ufeff---\ntitle: x\n---\ntext"})
    assert (site.posts[0].data["title"], site.posts[0].content) == ("x", "text")


def test_all_errors_of_a_source_are_found(source: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.md": "---\n- x\n---\n",
        "_posts/2020-01-02-b.md": "---\ndate: never\n---\n",
        "_data/c.yml": "a: [\n",
    }
    with pytest.raises(BuildErrors) as caught:
        read(source, files)
    assert [error.path for error in caught.value.errors] == ["_posts/2020-01-02-b.md", "a.md", "_data/c.yml"]


SAID: dict[str, tuple[dict[str, str | bytes], dict[str, Any], list[str]]] = {
    "FM-006 YAML of a page": (
        {"a.md": "---\nfine: 1\ntitle: [\n---\n"},
        {},
        ["warning a.md:4: did not find expected node content while parsing a flow node"],
    ),
    "FM-006 YAML of a post": (
        {"_posts/2020-01-02-a.md": "---\ntitle: x: y\n---\n"},
        {},
        ["warning _posts/2020-01-02-a.md:2: mapping values are not allowed in this context"],
    ),
    "POST-004 a post of the future": (
        {"_posts/2030-01-02-a.md": "---\n---\n"},
        {},
        ["warning _posts/2030-01-02-a.md: the post has a future date and is left out"],
    ),
    "COL-004 a missing key": (
        {"_things/a.md": "---\nrank: 1\n---\n", "_things/b.md": "---\n---\n"},
        {"collections": {"things": {"sort_by": "rank"}}},
        ["warning _things/b.md: 'rank' not defined in _things/b.md"],
    ),
    "WARN-001 an excerpt that had to be closed": (
        {"_posts/2020-01-02-a.md": "---\n---\n{% if x %}\n\n{% endif %}"},
        {},
        [
            "warning _posts/2020-01-02-a.md: Excerpt modified in _posts/2020-01-02-a.md! "
            "Found a Liquid block containing the excerpt separator; it has been closed"
        ],
    ),
}


@pytest.mark.parametrize(("files", "settings", "expected"), SAID.values(), ids=SAID)
def test_warnings(
    source: Path, files: dict[str, str | bytes], settings: dict[str, Any], expected: list[str]
) -> None:
    assert read(source, files, **settings)[1] == expected


@pytest.mark.parametrize("name", ["a.md", "_posts/2020-01-02-a.md", "_things/a.md", "_layouts/a.html"])
def test_strict_front_matter_makes_yaml_errors_fatal(source: Path, name: str) -> None:
    """CLI-022"""
    with pytest.raises(OnemgError, match=f"^{name}:3:1: did not find"):
        read(source, {name: "---\ntitle: [\n---\n"}, strict_front_matter=True, collections=["things"])


def test_what_was_left_out_is_known_with_its_reason(source: Path) -> None:
    site, _ = read(
        source,
        {
            "_hidden.md": "---\n---\n",
            "no.md": "---\n---\n",
            "unpublished.md": "---\npublished: false\n---\n",
            "_posts/2030-01-02-future.md": "---\n---\n",
            "_posts/undated.md": "---\n---\n",
            "_posts/2020-01-02-old.md": "---\n---\n",
            "_posts/2020-01-03-new.md": "---\n---\n",
            "_drafts/draft.md": "---\n---\n",
        },
        exclude=["no.md"],
        limit_posts=1,
    )
    assert {one.path: one.reason for one in site.skipped} == {
        "_hidden.md": "special",
        "no.md": "excluded",
        "unpublished.md": "unpublished",
        "_posts/2030-01-02-future.md": "future",
        "_posts/undated.md": "no date in the name",
        "_posts/2020-01-02-old.md": "limit",
        "_drafts/draft.md": "draft",
    }


def test_a_project_is_read_as_its_folders_say(source: Path) -> None:
    site, _ = read(
        source,
        {
            "content/index.md": "---\n---\n",
            "content/_posts/2020-01-02-a.md": "---\n---\n",
            "content/_things/b.md": "---\n---\n",
            "templates/layouts/l.html": "x",
            "templates/data/d.yml": "a: 1",
            "assets/css/main.scss": "---\n---\n",
            "assets/img/a.png": "x",
            "README.md": "---\n---\n",
        },
        collections=["things"],
    )
    assert names(site) == ["index.md", "assets/css/main.scss", "/assets/img/a.png"]
    assert [post.relative_path for post in site.posts] == ["_posts/2020-01-02-a.md"]
    assert [one.relative_path for one in site.collections["things"].docs] == ["_things/b.md"]
    assert (list(site.layouts), site.data) == (["l"], {"d": {"a": 1}})


def test_the_line_on_which_the_text_begins(source: Path) -> None:
    site, _ = read(source, {"a.md": "---\ntitle: x\n---\n\n\ntext", "b.md": "---\n---\ntext"})
    assert [page.line for page in site.pages] == [6, 3]


@pytest.mark.parametrize("size", [4090, 4095, 4096, 4097, 8192, 3_000_000])
def test_texts_of_any_length_are_read_whole(source: Path, size: int) -> None:
    text = "x" * (size - len("---\n---\n"))
    site, _ = read(source, {"a.md": f"---\n---\n{text}"})
    assert site.pages[0].content == text

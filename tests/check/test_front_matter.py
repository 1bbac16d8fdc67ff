"""Front matter that Jekyll reads as text."""

from pathlib import Path

import pytest

from onemg_render.check import front_matter
from tests.check.test_report import said

COPIED = front_matter.COPIED.format(why="")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: T\n---\nHello\n", None),
        ("# Hello\n\n---\n\ntext: more\n", None),
        ("Hello\n", None),
        ("---\nlayuot: x\ntitle: T\nposition: 1\n---\n", "nothing reads the key `layuot`:2"),
        ("---\nlayuot: x\nlayout: y\n---\n", None),
        ("---\ntitle: T\n\nHello\n", "the front matter is never closed, so all of it is text of the page:1"),
        ("\n\n---\ntitle: T\n---\nHello\n", "its front matter does not begin on the first line:3"),
        ("--\ntitle: T\n--\nHello\n", "`--` opens no front matter:1"),
        ("\ufeff---\ntitle: T\n---\nHello\n", "a byte order mark stands before its front matter:1"),
    ],
)
def test_front_matter(tmp_path: Path, text: str, found: str | None) -> None:
    told = said(tmp_path, {"_config.yml": "", "a.md": text}, "front-matter")
    lines = [f"{text}:{place.rpartition(':')[2]}".removeprefix(COPIED) for text, place in told]
    assert lines == ([] if found is None else [found])

import frontmatter
import pytest

from onemg_render.config import front_matter
from onemg_render.config.front_matter_handler import JekyllHandler
from onemg_render.errors import FrontMatterError, ReadError


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("---\ntitle: x\n---\nbody\n", "---\ntitle: x\n", "body\n", 4),
        ("---\n---\nbody", "---\n", "body", 3),
        ("--- \t\na: 1\n--- \n\n\n  body", "--- \t\na: 1\n", "  body", 6),
        ("---\r\na: 1\r\n---\r\nbody\r\n", "---\r\na: 1\r\n", "body\r\n", 4),
        ("---\na: 1\n...\nbody", "---\na: 1\n", "body", 4),
        ("---\na: |\n  ---\nb: 2\n---\nbody", "---\na: |\n  ---\nb: 2\n", "body", 6),
        ("---\na: ----\n----\n---\n", "---\na: ----\n----\n", "", 5),
        ("---\na: 1\n", None, "---\na: 1\n", 1),
        ("\n---\na: 1\n---\n", None, "\n---\na: 1\n---\n", 1),
        ("---\u00a0\na: 1\n---\n", None, "---\u00a0\na: 1\n---\n", 1),
        ("", None, "", 1),
    ],
)
def test_a_text_is_cut_at_its_fences(text: str, yaml: str | None, body: str, line: int) -> None:
    parts = front_matter.split(text)
    assert (parts.yaml, parts.body, parts.line) == (yaml, body, line)


@pytest.mark.parametrize(
    ("first_line", "is_page"),
    [
        (b"---\n", True),
        (b"--- \t\r\n", True),
        (b"---", False),
        (b"----\n", False),
        (b" ---\n", False),
        (b"\xef\xbb\xbf---\n", False),
        (b"---\xc2\xa0\n", False),
        (b"", False),
    ],
)
def test_the_first_line_makes_a_page(first_line: bytes, is_page: bool) -> None:
    assert front_matter.has_front_matter(first_line) is is_page


def test_the_block_is_read_with_safe_yamls_rules() -> None:
    assert front_matter.split("---\nno: 012\nlist: [a, ~]\n---\n").data == {False: 10, "list": ["a", None]}
    assert front_matter.split("---\n# nothing\n---\n").data == {}
    assert front_matter.split("no front matter").data == {}
    assert front_matter.split("---\n- a\n---\n").data == ["a"]


def test_an_error_has_its_line_in_the_file() -> None:
    with pytest.raises(FrontMatterError) as caught:
        assert front_matter.split("---\ntitle: x\nbad: a: b\n---\n").data
    assert (caught.value.line, caught.value.column) == (3, 7)


def test_the_handler_serves_python_frontmatter() -> None:
    handler = JekyllHandler()
    post = frontmatter.loads("---\ntitle: 'x'\n---\nbody\n", handler=handler)
    assert (post.metadata, post.content) == ({"title": "x"}, "body")
    assert frontmatter.loads("no front matter", handler=handler).metadata == {}
    assert handler.detect("---\na: 1\n---\n")
    assert frontmatter.dumps(post) == "---\ntitle: x\n---\n\nbody"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"\xef\xbb\xbfa\r\n", "UTF-8", "a\r\n"),
        (b"\xe9", "iso-8859-1", "\u00e9"),
        ("\u00e9".encode("utf-16"), "utf-16", "\u00e9"),
    ],
)
def test_bytes_are_decoded_and_a_mark_is_dropped(data: bytes, encoding: str, text: str) -> None:
    assert front_matter.decode(data, encoding) == text


@pytest.mark.parametrize(
    ("encoding", "message", "line"), [("utf-8", "not valid utf-8", 2), ("klingon", "unknown", None)]
)
def test_what_cannot_be_decoded_is_an_error(encoding: str, message: str, line: int | None) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        front_matter.decode(b"a\n\xe9\n", encoding)
    assert caught.value.line == line

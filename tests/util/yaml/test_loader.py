import pytest

from onemg_render.errors import YamlError
from onemg_render.util import yaml
from tests.support.answers import differences, mapped


def test_documents_are_read_as_safe_yaml_reads_them() -> None:
    assert differences("util/yaml_documents", lambda text: mapped(yaml.load(text))) == {}


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("a: b: c\n", 1, 5, "quotes around a value"),
        ("a: 1\n\tb: 2\n", 2, 1, "tabs"),
        ("a: [1, 2\nb: 3\n", 2, 2, None),
        ("a: 1\nb: 'open\n", 2, 4, "not closed"),
        ("a: 1\nb: \x01\n", 2, None, "invisible character"),
        ("a: 1\n b: 2\n", 2, 3, "stands deeper"),
        ("a: - b\n", 1, 4, "a line of its own"),
        ('a: "\\q"\n', 1, 5, "backslash twice"),
        ("a: *\n", 1, 5, "starts with `*`"),
    ],
)
def test_an_error_says_where_and_what_to_look_for(
    text: str, line: int, column: int | None, hint: str | None
) -> None:
    with pytest.raises(YamlError) as caught:
        yaml.load(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert (hint or "") in (caught.value.hint or "")


def test_lines_count_from_the_first_line_of_the_file() -> None:
    with pytest.raises(YamlError) as caught:
        yaml.load("a: b: c\n", first_line=10)
    assert caught.value.line == 10


def test_bytes_are_utf_8_with_or_without_a_mark() -> None:
    assert yaml.load_bytes(b"\xef\xbb\xbfa: \xc3\xa9") == {"a": "\u00e9"}
    with pytest.raises(YamlError, match="not UTF-8") as caught:
        yaml.load_bytes(b"a: 1\nb: \xe9\n")
    assert caught.value.line == 2


TEXT = "title: x\ndefaults:\n  - values: {a: 1}\n  - scope: 2\ntitle: y\n"


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("title",), (5, 1)),
        (("defaults",), (2, 1)),
        (("defaults", 1), (4, 5)),
        (("defaults", 0, "values", "a"), (3, 14)),
        (("none",), None),
        (("defaults", 7), None),
        ((), None),
    ],
)
def test_a_value_is_found_in_its_text(keys: tuple[str | int, ...], place: tuple[int, int] | None) -> None:
    assert yaml.position(TEXT, keys) == place


def test_nothing_is_found_in_what_is_no_yaml() -> None:
    assert yaml.position("a: [", ("a",)) is None

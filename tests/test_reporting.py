"""The lines around the place of a message."""

import pytest

from onemg_render.reporting import LONGEST_LINE, Message, excerpt

LONG = "x" * 200 + "HERE" + "y" * 200


@pytest.mark.parametrize(
    ("source", "line", "column", "shown"),
    [
        ("one\ntwo\nthree", 2, 3, ["   1 | one", " > 2 | two", "         ^", "   3 | three"]),
        ("one", 1, None, [" > 1 | one"]),
        ("\tone", 1, 2, [" > 1 | \tone", "       \t^"]),
        ("日本x", 1, 3, [" > 1 | 日本x", "           ^"]),
        ("one", 2, 1, []),
    ],
)
def test_excerpts(source: str, line: int, column: int | None, shown: list[str]) -> None:
    assert excerpt(Message("error", "x", line=line, column=column, source=source)) == shown


def test_of_a_long_line_the_part_with_the_column_is_shown() -> None:
    above, here, caret, below = excerpt(
        Message("error", "x", line=2, column=201, source=f"short\n{LONG}\n{'z' * 200}")
    )
    assert (above, len(here) < LONGEST_LINE + 20) == ("   1 |", True)
    assert here[caret.index("^") :].startswith("HERE")
    assert below.startswith("   3 | ... zzz")

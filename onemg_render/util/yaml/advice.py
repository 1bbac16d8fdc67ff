"""What would be right, for the mistakes that authors make most in YAML."""

from typing import Final

from onemg_render.util.patterns import regex

PROBLEMS: Final = {
    "cannot start any token": "put quotes around a value with a special first character",
    "tab character": "indent by blanks, not by tabs",
    "mapping values are not allowed": "put quotes around a value that contains `: `",
    "did not find expected key": "check the indentation and the quotes of the lines above",
    "could not find expected ':'": "each line of a mapping is `key: value`; here the colon is missing",
    "unexpected end of stream": "a quote or bracket is not closed",
    "did not find expected ',' or": "a comma or the closing bracket is missing before this place",
    "did not find expected '-' indicator": "the items of a list begin in one column, each with `- `",
    "block sequence entries": "begin a list on a line of its own",
    "unknown escape character": "write the backslash twice, or use single quotes",
    "while scanning an alias": "put quotes around a value that starts with `*`",
    "while scanning an anchor": "put quotes around a value that starts with `&`",
    "control characters": "remove the invisible character, or write it as an escape in double quotes",
}
"""By a part of what the parser says; the first that fits."""

VALUE: Final = regex(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#]*:\s+)?(?P<value>\S.*)?$")
WITHOUT_BLANK: Final = regex(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s:/].*)$")


def advice(message: str, lines: list[str], line: int, column: int) -> str | None:
    """A hint for what the parser says of a place, both from 0."""
    text = lines[line] if line < len(lines) else ""
    above = WITHOUT_BLANK.match(lines[line - 1]) if 0 < line <= len(lines) else None
    if "mapping values" in message and ": " not in text[:column]:
        if above is not None:
            return f"write a blank behind the colon of the line above: `{above['key']}: {above['value']}`"
        return "the key stands deeper than the line above it allows"
    if "cannot start any token" in message:
        return of_first_character(text[column : column + 1])
    if "did not find expected key" in message and (hint := of_value(text)):
        return hint
    return next((hint for part, hint in PROBLEMS.items() if part in message), None)


def of_first_character(char: str) -> str:
    if char == "\t":
        return PROBLEMS["tab character"]
    return f"put quotes around a value that starts with `{char}`"


def of_value(line: str) -> str | None:
    """For a value that ends before its line does."""
    found = VALUE.match(line)
    first = (found["value"] or "")[:1] if found else ""
    match first:
        case "[" | "{":
            return f"put quotes around a text that starts with `{first}`"
        case '"':
            return (
                'the second quote ends the text: write \\" inside double quotes, or put single ones around it'
            )
        case "'":
            return (
                "the second quote ends the text: write '' for an apostrophe, or put double quotes around it"
            )
    return None

"""What would be right, for the mistakes that authors make most in Liquid."""

from typing import Final

OPERATORS: Final = {
    "=": "compare by `==`",
    "===": "compare by `==`",
    "!==": "compare by `!=`",
    "=<": "write `<=`",
    "=>": "write `>=`",
    "&&": "write `and`",
    "||": "write `or`",
}
LONGEST_FIRST: Final = tuple(sorted(OPERATORS, key=len, reverse=True))
LEFT_OVER: Final = {
    "pipe": "filters work in {{ }} and `assign`: assign the result, then use that",
    "id": "put quotes around a text, and a comma between arguments",
    "dash": "there is no arithmetic: assign the result of `minus` or `plus`, then use that",
}
"""What the strict parser found where it expected no more."""
NEGATION: Final = "there is no `not`: write `unless`, or compare by `!=`"
RAW: Final = "text that is no Liquid goes between {% raw %} and {% endraw %}"


def unclosed(end: str) -> str:
    return f"close it with `{end}`; {RAW}"


def on_operator(operator: str) -> str:
    """For an operator that does not exist."""
    return OPERATORS.get(
        operator, "there are ==, !=, <, >, <=, >=, contains, and, or; instead of `not`: unless"
    )


def on_markup(message: str, markup: str, start: int) -> str | None:
    """For what the strict parser says of a place in a markup."""
    rest = markup[start:]
    operator = next((known for known in LONGEST_FIRST if rest.startswith(known)), None)
    if operator is not None:
        return OPERATORS[operator]
    if markup.strip().startswith(("not ", "!")):
        return NEGATION
    if message.startswith("Unexpected character") and rest[:1] in ("'", '"'):
        return f"the quote {rest[0]} is not closed"
    if rest.startswith(("{{", "{%")):
        return "inside a tag, variables stand without {{ }}"
    if "{{" in markup or "{%" in markup:
        return "the end of the tag is missing before the next one begins"
    if message.startswith("Expected id") and markup[:start].rstrip().endswith("|"):
        return "behind `|` the name of a filter is missing"
    return next((hint for found, hint in LEFT_OVER.items() if message.endswith(f"but found {found}")), None)

"""Rouge's token types: Pygments' own, plus those that only Rouge has (lib/rouge/token.rb)."""

from typing import Any

from pygments.token import (
    STANDARD_TYPES,
    Comment,
    Error,
    Escape,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Other,
    Punctuation,
    String,
    Text,
    Whitespace,
)

__all__ = [
    "CSS_CLASSES",
    "Comment",
    "Error",
    "Escape",
    "Generic",
    "Keyword",
    "Literal",
    "Name",
    "Number",
    "Operator",
    "Other",
    "Punctuation",
    "String",
    "Text",
    "Token",
    "TokenType",
    "Whitespace",
    "css_class",
]

TokenType = Any  # Pygments' token types are made by attribute access, which no type checker follows
Token = tuple[TokenType, str]

# Rouge writes Text bare and everything else in a span, whitespace tokens included. A lexer's Escape
# tokens become errors unless escaping is switched on (Formatter#filter_escapes), which Jekyll never does.
CSS_CLASSES: dict[TokenType, str] = {
    **STANDARD_TYPES,
    Escape: "err",
    Literal.Number.Other: "mx",
    Literal.Date: "ld",
    Keyword.Variable: "kv",
    Comment.Doc: "cd",
    Punctuation.Indicator: "pi",
    Generic.Lineno: "gl",
}


def css_class(token: TokenType) -> str:
    """The class of the span around `token`; a type unknown to Rouge takes its nearest ancestor's."""
    while token not in CSS_CLASSES:
        token = token.parent
    return CSS_CLASSES[token]

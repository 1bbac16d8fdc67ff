"""The two dialects as one table of switches; besides it they differ in the tables of tags and filters."""

import re
import typing

from onemg_render.liquid.literals import LITERALS_4, LITERALS_5, Literal
from onemg_render.util.patterns import regex

DIALECT_HINT: typing.Final = "this is Liquid 5; `liquid: {dialect: 5}` in the configuration turns it on"
Dialect = typing.Literal["4.0", "5"]


class DialectRules(typing.NamedTuple):
    """How a version of Liquid behaves where versions differ.

    nested_brackets: `a[b[0]]` nests; in 4.0 the look-up ends at the first `]` (lib/liquid.rb,
    VariableParser).
    leading_bracket: the strict parser accepts `['a b'].c`.
    empty_output: `{{ }}` and `{% echo %}` are valid.
    literals_in_conditions_only: `blank` and `empty` are the text "" outside of conditions
    (lib/liquid/condition.rb).
    literals: what `blank` and `empty` stand for.
    blank_output_dropped: a block tag of white space puts out nothing, even if it is a tablerow
    (block_body.rb).
    else_ends_case: an `else` that is reached ends its `case` (lib/liquid/tags/case.rb).
    integer_slices: `limit` and `offset` of a loop must look like integers.
    loose_for_separators: `limit:2, offset:1` may be separated by commas in strict mode.
    comments_are_text: the body of a comment is not parsed.
    trimmed_raw: `{%- endraw -%}` ends a raw block.
    tablerow_breaks: `break` ends a tablerow; in 4.0 each further cell still renders up to its first tag.
    string_ends: `first` and `last` of a string are its characters.
    tag, line_tag: a tag as a token of a template, and as a line of a `liquid` tag.
    """

    name: Dialect
    nested_brackets: bool
    leading_bracket: bool
    empty_output: bool
    literals_in_conditions_only: bool
    literals: dict[str, Literal]
    blank_output_dropped: bool
    else_ends_case: bool
    integer_slices: bool
    loose_for_separators: bool
    comments_are_text: bool
    trimmed_raw: bool
    tablerow_breaks: bool
    string_ends: bool
    tag: re.Pattern[str]
    line_tag: re.Pattern[str]


def tag_pattern(name: str) -> re.Pattern[str]:
    return regex(rf"\A\{{%-?\s*({name})\s*(.*?)-?%\}}\Z", re.ASCII | re.DOTALL)


def line_tag_pattern(name: str) -> re.Pattern[str]:
    return regex(rf"\A\s*({name})\s*(.*?)\Z", re.ASCII)


LIQUID_4 = DialectRules(
    name="4.0",
    nested_brackets=False,
    leading_bracket=False,
    empty_output=False,
    literals_in_conditions_only=False,
    literals=LITERALS_4,
    blank_output_dropped=True,
    else_ends_case=True,
    integer_slices=False,
    loose_for_separators=False,
    comments_are_text=False,
    trimmed_raw=False,
    tablerow_breaks=False,
    string_ends=False,
    tag=tag_pattern(r"\w+"),
    line_tag=line_tag_pattern(r"\w+"),
)
LIQUID_5 = DialectRules(
    name="5",
    nested_brackets=True,
    leading_bracket=True,
    empty_output=True,
    literals_in_conditions_only=True,
    literals=LITERALS_5,
    blank_output_dropped=False,
    else_ends_case=False,
    integer_slices=True,
    loose_for_separators=True,
    comments_are_text=True,
    trimmed_raw=True,
    tablerow_breaks=True,
    string_ends=True,
    tag=tag_pattern(r"#|\w+"),
    line_tag=line_tag_pattern(r"#|\w+"),
)
DIALECTS = {dialect.name: dialect for dialect in (LIQUID_4, LIQUID_5)}

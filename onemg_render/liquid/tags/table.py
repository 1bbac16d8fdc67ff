"""Which standard tags a dialect has."""

from collections.abc import Mapping

from onemg_render.liquid.parser import StandardTag
from onemg_render.liquid.tags import conditional, loops, partials, variables, verbatim

TAGS_4: Mapping[str, StandardTag] = {
    "assign": variables.parse_assign,
    "break": loops.parse_break,
    "capture": variables.parse_capture,
    "case": conditional.parse_case,
    "comment": verbatim.parse_comment,
    "continue": loops.parse_continue,
    "cycle": loops.parse_cycle,
    "decrement": variables.parse_counter,
    "for": loops.parse_for,
    "if": conditional.parse_if,
    "ifchanged": conditional.parse_ifchanged,
    "include": partials.parse_include,
    "increment": variables.parse_counter,
    "raw": verbatim.parse_raw,
    "tablerow": loops.parse_tablerow,
    "unless": conditional.parse_if,
}
TAGS_5: Mapping[str, StandardTag] = {
    **TAGS_4,
    "#": verbatim.parse_inline_comment,
    "doc": verbatim.parse_doc,
    "echo": variables.parse_echo,
    "liquid": verbatim.parse_liquid,
    "render": partials.parse_render,
}
TAGS = {"4.0": TAGS_4, "5": TAGS_5}

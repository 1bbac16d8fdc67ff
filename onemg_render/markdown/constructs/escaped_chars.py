"""Characters that a backslash takes their meaning from.

kramdown: parser/kramdown/escaped_chars.rb; kramdown-parser-gfm: parser/gfm.rb.
"""

from re import Match

from onemg_render.markdown.spans import SpanParser, SpanState

PATTERN = r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])"
PATTERN_GFM = r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])"


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    state.text.append(match[1])
    return match.end()

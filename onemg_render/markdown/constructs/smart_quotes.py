"""Typographic quotes from straight ones.

kramdown: parser/kramdown/smart_quotes.rb, after RubyPants and SmartyPants (Christian Neukirchen, Chad Miller,
John Gruber; BSD).
"""

from re import Match

from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer
from onemg_render.markdown.spans import SpanParser, SpanState

SINGLE_OR_DOUBLE = "[\"']"
PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"

# In this order; groups named l and r make a left or right quote of the last character, p two left ones of the
# last two. What stands before in the match is text.
PATTERN = "|".join(
    (
        rf"(?P<l1>{SINGLE_OR_DOUBLE}(?=[_*]{{1,2}}\S))",
        rf"(?P<r2>{SINGLE_OR_DOUBLE}(?={PUNCTUATION}(?!\.\.)(?u:\B)))",
        r"(?P<p3>\s?\"'(?=\w))",
        r"(?P<p4>\s?'\"(?=\w))",
        r"(?P<r5>\s?'(?=\d\ds))",  # the '80s
        rf"(?P<l6>\s{SINGLE_OR_DOUBLE}(?=\w))",
        rf"(?P<r7>[^ \\\t\r\n\[{{(\-]{SINGLE_OR_DOUBLE})",
        rf"(?P<r8>{SINGLE_OR_DOUBLE}(?=\s|s(?u:\b)|$))",
        r"(?P<l9>(?s:.?)')",
        r"(?P<l10>(?s:.?)\")",
    )
)
LEFT = {"'": "lsquo", '"': "ldquo"}
RIGHT = {"'": "rsquo", '"': "rdquo"}


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    found, kind = match[0], (match.lastgroup or "")[0]
    names = RIGHT if kind == "r" else LEFT
    count = 2 if kind == "p" else 1
    if len(found) > count:
        state.text.append(found[:-count])
    for quote in found[-count:]:
        state.append_token({"type": "smart_quote", "raw": names[quote]})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.quote(token["raw"])

"""What kramdown knows of HTML: names of elements, their content models, the shape of tags.

kramdown: lib/kramdown/parser/html.rb (Constants); names as in REXML's UNAME_STR.
"""

import re
from typing import Literal

from onemg_render.markdown.characters import MARK_CLASS
from onemg_render.util.patterns import regex

ContentModel = Literal["raw", "span", "block"]


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCK_CONTENT = words(
    """
    address applet article aside blockquote body dd details div dl fieldset figure figcaption footer
    form header hgroup iframe li main map menu nav noscript object section summary td
    """
)
SPAN_CONTENT = words(
    """
    a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend
    optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt
    """
)
RAW_CONTENT = words("script style math option textarea pre code kbd samp var")

SPAN_ELEMENTS = words(
    """
    a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb
    rbc rp rt rtc ruby samp select small span strong sub sup tt u var
    """
)
BLOCK_ELEMENTS = words(
    """
    address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol
    optgroup p pre section summary table tbody td th thead tfoot tr ul
    """
)
WITHOUT_BODY = words("area base br col command embed hr img input keygen link meta param source track wbr")
KNOWN_ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | WITHOUT_BODY | BLOCK_CONTENT | SPAN_CONTENT | RAW_CONTENT

NAME_START = r"(?u:[^\W\d])"
# One part, or two with a colon between them; the class of marks, long to compile, stands here once.
NAME = rf"(?!:)(?::?{NAME_START}(?u:[-\w.{MARK_CLASS}]*+)){{1,2}}"
BARE_VALUE = rf"(?u:[\w{MARK_CLASS}]+)"

COMMENT = r"<!--(?s:.*?)-->"
TAG = rf"<((?>{NAME}))\s*((?>\s+{NAME}(?:\s*=\s*(?:{BARE_VALUE}|(\"|')(?s:.*?)\3))?)*)\s*(/)?>"
CLOSE = rf"</({NAME})\s*>"

TAG_END_RE = regex(">")
COMMENT_RE = regex(COMMENT, re.A)
CDATA_RE = regex(r"<!\[CDATA\[((?s:.*?))\]\]>", re.A)
INSTRUCTION_RE = regex(r"<\?(?s:.*?)\?>", re.A)
TAG_RE = regex(TAG, re.A)
CLOSE_RE = regex(CLOSE, re.A)
ATTRIBUTE_RE = regex(rf"\s*({NAME})(?:\s*=\s*(?:({BARE_VALUE})|(\"|')((?s:.*?))\3))?", re.A)


def content_model(name: str) -> ContentModel:
    if name in BLOCK_CONTENT:
        return "block"
    return "span" if name in SPAN_CONTENT else "raw"


def is_span_element(name: str, version: str) -> bool:
    """Whether the tag belongs to running text; `time` does since kramdown 2.5."""
    return name in SPAN_ELEMENTS or (name == "time" and version == "2.5")


def is_known(name: str, version: str) -> bool:
    return name in KNOWN_ELEMENTS or (name == "time" and version == "2.5")


def parse_attributes(text: str, *, known: bool) -> dict[str, str]:
    """The attributes between a tag's name and its end; names of known elements' attributes become small."""
    attributes: dict[str, str] = {}
    for name, bare, _, quoted in ATTRIBUTE_RE.findall(text):
        attributes[name.lower() if known else name] = bare or quoted
    return attributes

"""Changes the text of an HTML page and leaves every other byte alone: for emoji and mentions.

The gems parse such pages by libxml2 and write them anew. What that does to the document, beyond its bytes, is
done here too: URLs are percent-encoded, and an empty list item loses its end tag.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Final, Literal
from urllib.parse import quote

from onemg_render.util.patterns import regex

TOKEN: Final = regex(
    r"""<!--.*?-->|<[!?][^>]*>|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s>/]*)(?:"[^"]*"|'[^']*'|[^'">])*>""",
    re.DOTALL,
)
BODY: Final = regex(r"<body.*?>\s*", re.DOTALL)
URL: Final = regex(
    r"""(?P<before>\s(?P<attribute>href|action|src|name)\s*=\s*)(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+)""",
    re.IGNORECASE,
)
URL_SAFE: Final = "-_.!~*'()@/:=?;#%&,+"
RAW: Final = ("script", "style")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of HTML. name: of a tag, or of the element whose unparsed text this is; in lower case."""

    kind: Literal["text", "start", "end", "raw", "other"]
    html: str
    name: str = ""


def pieces(html: str) -> Iterator[Piece]:
    """`html` cut into texts, tags, contents of scripts and styles, and all else."""
    position = 0
    while token := TOKEN.search(html, position):
        if token.start() > position:
            yield Piece("text", html[position : token.start()])
        position = token.end()
        name = (token["name"] or "").lower()
        yield Piece("end" if token["slash"] else "start" if name else "other", token[0], name)
        if name in RAW and not token["slash"]:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(html, position)
            stop = end.start() if end else len(html)
            yield Piece("raw", html[position:stop], name)
            position = stop
    yield Piece("text", html[position:])


def in_body(html: str, change: Callable[[str], str]) -> str:
    """`change` applied to what is between the body's tags, or to all of a page without."""
    opening = BODY.search(html) if "<body" in html else None
    if opening is None:
        return change(html)
    start = opening.end()
    end = html.find("</body>", start)
    end = len(html) if end < 0 else end
    return html[:start] + change(html[start:end]) + html[end:]


def change_text(html: str, change: Callable[[str], str], *, outside: Collection[str]) -> str:
    """`html` with `change` applied to each text, still escaped; not inside elements named in `outside`."""
    out: list[str] = []
    ignored, before = 0, ""
    for piece in pieces(html):
        if piece.name in outside and piece.kind in ("start", "end"):
            ignored = max(0, ignored + (1 if piece.kind == "start" else -1))
        if piece.kind in ("text", "raw"):
            out.append(piece.html if ignored else change(piece.html))
        elif piece.kind == "start":
            out.append(URL.sub(lambda match, name=piece.name: encoded(match, name), piece.html))  # type: ignore[misc]
        elif not (piece.kind == "end" and piece.name == before == "li"):
            out.append(piece.html)
        before = piece.name if piece.kind == "start" else ""
    return "".join(out)


def change_starts(html: str, change: Callable[[str, str], str]) -> str:
    """`html` with each start tag as `change` writes it, given the element's name and the tag."""
    written = change_text(html, lambda text: text, outside=())
    return "".join(
        change(piece.name, piece.html) if piece.kind == "start" else piece.html for piece in pieces(written)
    )


def encoded(match: re.Match[str], element: str) -> str:
    """An attribute with its URL as libxml2 writes it; `name` is taken for one in links only."""
    if match["attribute"].lower() == "name" and element != "a":
        return match[0]
    value = match["value"]
    url = unescape(value[1:-1] if value[0] in "\"'" else value)
    written = quote(url.lstrip(" \t\r\n"), safe=URL_SAFE)
    return match[0] if written == url else f'{match["before"]}"{escape(written, quote=False)}"'

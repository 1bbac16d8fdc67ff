"""Changes the text of an HTML page and leaves every other byte alone: for emoji and mentions."""

import re
from collections.abc import Callable, Collection
from typing import Final

TOKEN: Final = re.compile(
    r"""<!--.*?-->|<[!?][^>]*>|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s>/]*)(?:"[^"]*"|'[^']*'|[^'">])*>""",
    re.DOTALL,
)
BODY: Final = re.compile(r"<body.*?>\s*", re.DOTALL)
RAW: Final = ("script", "style")


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
    position, ignored = 0, 0
    while token := TOKEN.search(html, position):
        text = html[position : token.start()]
        out += (text if ignored else change(text), token[0])
        position = token.end()
        name = (token["name"] or "").lower()
        if name in outside:
            ignored = max(0, ignored + (-1 if token["slash"] else 1))
        if name in RAW and not token["slash"]:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(html, position)
            stop = end.start() if end else len(html)
            out.append(html[position:stop] if ignored else change(html[position:stop]))
            position = stop
    rest = html[position:]
    return "".join(out) + (rest if ignored else change(rest))

"""Front matter that Jekyll does not take for one, and keys in it that look mistyped."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onemg_render.check.authored import front_matters
from onemg_render.check.built_site import BuiltSite
from onemg_render.reporting import Message
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

READ: Final = frozenset(
    {
        "categories",
        "category",
        "date",
        "excerpt_separator",
        "layout",
        "permalink",
        "published",
        "redirect_from",
    }
    | {"redirect_to", "render_with_liquid", "tags", "title"}
)
NEAR: Final = 0.8
RARE: Final = 2
"""A key that more pages have is the site's own."""
OPENED: Final = regex(r"---[ \t]*\r?\n")
MEANT: Final = regex(r"\s*(?P<fence>-{2,})[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+(?P=fence)[ \t]*\r?\n")
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
PAGES: Final = (".md", ".markdown", ".html", ".htm")
OPEN: Final = "the front matter is never closed, so all of it is text of the page"
CLOSE: Final = "write `---` on a line of its own behind it"
COPIED: Final = "the file is copied as it is: {why}"


def unread_front_matter(built: BuiltSite) -> Iterator[Message]:
    """What its author meant as front matter, and Jekyll reads as text; and keys that look mistyped."""
    yield from mistyped_keys(built)
    for item in built.site.items:
        if item.extname.lower() in PAGES and item.line == 1 and OPENED.match(item.content):
            yield Message("warning", OPEN, path=item.path, line=1, hint=CLOSE)
    for file in built.site.static_files:
        if file.extname.lower() in PAGES:
            raw = Path(file.path).read_bytes()
            if found := MEANT.match(raw.decode("utf-8-sig", "replace")):
                line = raw.decode("utf-8-sig", "replace").count("\n", 0, found.start("fence")) + 1
                why, hint = reason(raw, found)
                yield Message("warning", COPIED.format(why=why), path=file.path, line=line, hint=hint)


def mistyped_keys(built: BuiltSite) -> Iterator[Message]:
    """Keys of single pages that look like one that Jekyll reads and that the page does not have."""
    uses = Counter(key for item in built.site.items for key in item.data)
    for item, authored in front_matters(built):
        for key in item.data.keys() - READ:
            near = close_matches(key, READ, 1, NEAR) if uses[key] <= RARE else []
            if near and near[0] not in item.data:
                hint = f"did you mean `{near[0]}`?"
                yield authored.message("warning", f"nothing reads the key `{key}`", [key], hint)


def reason(raw: bytes, found: re.Match[str]) -> tuple[str, str]:
    if raw.startswith(BYTE_ORDER_MARK):
        return "a byte order mark stands before its front matter", "save it as UTF-8 without byte order mark"
    if found["fence"] != "---":
        return f"`{found['fence']}` opens no front matter", "write three hyphens, `---`, before and behind it"
    return "its front matter does not begin on the first line", "remove the blank lines above it"

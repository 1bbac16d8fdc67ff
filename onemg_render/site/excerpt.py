"""The beginning of an item's text, as lists of posts show it (upstream `lib/jekyll/excerpt.rb`).

Here the text is cut; rendering it is the business of the drop that shows it.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from onemg_render.config import Compat, Config
from onemg_render.site.item import Item
from onemg_render.site.unread import Text
from onemg_render.util.patterns import regex

LIQUID_TAG: Final = regex(r"{%-?[ \t\r\n\f\v]*([A-Za-z0-9_]+)[ \t\r\n\f\v]*.*?-?%}", re.S)
LINK_DEFINITION: Final = regex(r"^ {0,3}(\[[^\]]+\])(:.+)$", re.M)


@dataclass(eq=False, repr=False)
class Excerpt:
    """content: Liquid and Markdown text, cut from the item's, open Liquid blocks closed."""

    item: Item
    content: Text = Text()

    @property
    def relative_path(self) -> str:
        """As upstream names it, for messages."""
        return f"{self.item.relative_path}/#excerpt"


def cut(text: str, separator: str, block_tags: Container[str], compat: Compat) -> tuple[str, bool]:
    """What stands before `separator`, and whether a Liquid block had to be closed in it.

    block_tags: names of the tags that have an end tag.
    """
    head, _, tail = text.partition(separator)
    closed = False
    takes_all = compat.excerpt_definitions == "all"
    if "{%" in head and (tail or takes_all):
        head, closed = close_blocks(head, block_tags)
    if not tail:
        return head, closed
    definitions = [
        (match[0] if takes_all else match[1] + match[2])
        for match in LINK_DEFINITION.finditer(tail)
        if takes_all or match[1] in head
    ]
    if definitions or takes_all:
        head = head + "\n\n" + "\n".join(definitions)
    return head, closed


def cut_anew(item: Item, config: Config) -> Excerpt:
    """The excerpt of an item whose text a plug-in has changed."""
    separator = str(item.data["excerpt_separator"] or config.text("excerpt_separator"))
    return Excerpt(item, cut(item.content, separator, (), config.compat)[0])


def close_blocks(head: str, block_tags: Container[str]) -> tuple[str, bool]:
    """`head` with an end tag for each kind of block that has none anywhere in it, innermost first."""
    closed = False
    for name in reversed(LIQUID_TAG.findall(head)):
        if name in block_tags and not re.search(rf"{{%-?[ \t\r\n\f\v]*end{name}.*?-?%}}", head, re.S):
            head += f"\n{{% end{name} %}}"
            closed = True
    return head, closed

"""The file that the output of an item becomes, and the output that such a file holds."""

from functools import partial
from pathlib import Path
from typing import Final

from onemg_render.output import Rendered, Staged, Stamp
from onemg_render.render.renderer import Node
from onemg_render.site import Item, Page

ENCODING: Final = ("utf-8", "surrogateescape")
"""A page in another encoding than UTF-8 was read so that its bytes come out again."""


def file_of(
    item: Item, output: Node, *, stamp: Stamp | None = None, staged: Staged | None = None
) -> Rendered:
    """The file of an item. stamp: of the one in the destination, if an earlier build wrote this output."""
    may_share = isinstance(item, Page) and item.is_redirect
    return Rendered(item.destination, item.relative_path, partial(encoded, output), may_share, stamp, staged)


def encoded(output: Node) -> bytes:
    return output.text.encode(*ENCODING)


def text_in(file: Path) -> str:
    """The output that is in a file. Raises OSError."""
    return file.read_bytes().decode(*ENCODING)

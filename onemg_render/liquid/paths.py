"""The look-ups that an expression makes."""

from collections.abc import Iterator
from typing import TypeAlias

from onemg_render.liquid import nodes

Path: TypeAlias = tuple[str, ...]
"""`page.title` as its parts."""


def paths_in(node: nodes.Node) -> Iterator[Path]:
    """The look-ups in an expression that are written out, the longest ones, and those in brackets."""
    if path := path_of(node):
        yield path
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getitem):
                yield from paths_in(node.arg)
            node = node.node
    else:
        for child in node.children():
            yield from paths_in(child)


def path_of(node: nodes.Node) -> Path:
    """`page.author["name"]` as its parts, up to the first that is computed; () for no look-up."""
    parts: list[str | None] = []
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        parts.append(node.attr if isinstance(node, nodes.Getattr) else text_of(node.arg))
        node = node.node
    if not isinstance(node, nodes.Name) or node.name.startswith("$"):
        return ()
    parts.append(node.name)
    parts.reverse()
    end = parts.index(None) if None in parts else len(parts)
    return tuple(part for part in parts[:end] if part is not None)


def text_of(node: nodes.Node) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None

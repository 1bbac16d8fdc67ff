"""Where in a YAML text its keys and values stand."""

from collections.abc import Sequence
from typing import Any


def position(text: str, keys: Sequence[str | int]) -> tuple[int, int] | None:
    """(line, column) of what `keys` (names, places in lists) lead to in a YAML text; None if not there."""
    return Positions(text).of(keys)


class Positions:
    """Of the keys in one YAML text, which is read when the first is asked for; JSON is YAML too."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tree: Any = None

    def of(self, keys: Sequence[str | int]) -> tuple[int, int] | None:
        """(line, column) of a key, or of a list's item; None if it is not there, or the text is no YAML."""
        if self._tree is None:
            self._tree = tree(self._text)
        node, mark = self._tree, None
        for key in keys if node else ():
            found = child(node, key)
            if found is None:
                return None
            mark, node = found
        return (mark.line + 1, mark.column + 1) if mark is not None else None


def tree(text: str) -> Any:
    """The nodes of the first document; False where the text cannot be read."""
    import yaml  # where something is wrong, and in checks: no build needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        return loader.get_node() if loader.check_node() else False
    except yaml.YAMLError:
        return False
    finally:
        loader.dispose()


def child(node: Any, key: str | int) -> tuple[Any, Any] | None:
    """(where it begins, the node) of a member."""
    if node.id == "sequence" and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark, node.value[key]
    if node.id == "mapping":
        for name, value in reversed(node.value):
            if name.id == "scalar" and name.value == str(key):
                return name.start_mark, value
    return None

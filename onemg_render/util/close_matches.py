"""Names that may have been meant by one that is not known."""

from collections.abc import Iterable


def close_matches(name: str, known: Iterable[str], n: int = 3, cutoff: float = 0.6) -> list[str]:
    """The `n` that are most like `name`, best first; as `difflib`, which is loaded when it is needed."""
    from difflib import get_close_matches

    return get_close_matches(name, known, n, cutoff)

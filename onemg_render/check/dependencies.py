"""What a page has read while it was rendered, in the words of those who write pages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from onemg_render.render.reads import (
    CLOCK,
    COMPARED,
    CONFIG,
    CONTENT,
    COUNTERS,
    DATA,
    DATA_TYPE,
    ENVIRONMENT,
    FIELD,
    FILE,
    INCLUDE,
    ITEM,
    KEYS,
    LINK,
    NEIGHBOUR,
    NODE,
    POST_URL,
    QUERY,
    SIZE,
    UNTRACKED,
    Read,
)

TOPICS: Final = {
    INCLUDE: "Includes",
    DATA: "Data",
    DATA_TYPE: "Data",
    CONFIG: "Configuration",
    FIELD: "Lists",
    SIZE: "Lists",
    QUERY: "Lists",
    CONTENT: "Other pages",
    ITEM: "Other pages",
    LINK: "Other pages",
    NEIGHBOUR: "Other pages",
    NODE: "Other pages",
    POST_URL: "Other pages",
    FILE: "Files",
    CLOCK: "Surroundings",
    COMPARED: "Surroundings",
    COUNTERS: "Surroundings",
    ENVIRONMENT: "Surroundings",
    UNTRACKED: "Surroundings",
}
"""By kind; of the kinds that are not here every page has some, and they tell nothing."""
MOST: Final = 12
ITSELF: Final = {
    CLOCK: "the time of the build",
    COMPARED: "the time of the build",
    COUNTERS: "counters of `increment`",
}
"""Kinds of which one read is like another."""


def grouped(reads: Iterable[Read], item: str, root: str) -> Iterator[tuple[str, str]]:
    """A topic, and what has been read of it. item: whose reads they are; root: the source's folder."""
    groups: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        if read[0] in TOPICS:
            groups[TOPICS[str(read[0])]].append(read)
    for topic in dict.fromkeys(TOPICS.values()):
        names = set(NAMES.get(topic, first_of)(groups[topic])) - {item}
        if names:
            shown = sorted(name.removeprefix(f"{root}/") for name in names)
            more = [f"and {len(shown) - MOST} more"] if len(shown) > MOST else []
            yield topic, ", ".join([*shown[:MOST], *more])


def first_of(reads: list[Read]) -> Iterator[str]:
    for kind, *rest in reads:
        yield ITSELF.get(str(kind)) or str(rest[0])


def longest_paths(reads: list[Read]) -> Iterator[str]:
    """Of `navigation` and `navigation.top` the second: whoever reads it has passed the first."""
    paths = {tuple(part for part in read[1:] if part != KEYS) for read in reads}
    passed = {path[:end] for path in paths for end in range(len(path))}
    for path in paths - passed:
        yield ".".join(map(str, path)) or "all"


def origin(listing: object) -> str:
    """The list that another was chosen from."""
    if isinstance(listing, tuple):
        return origin(listing[1]) if listing[0] == QUERY else ".".join(map(str, listing))
    return str(listing)


def fields_of_lists(reads: list[Read]) -> Iterator[str]:
    """`pages (title, url)`: each list with the fields that were read of all its members, and the filters."""
    fields: dict[str, set[str]] = defaultdict(set)
    for kind, listing, *rest in reads:
        named = fields[origin(listing)]
        if isinstance(listing, tuple) and listing[0] == QUERY:
            named.add(str(listing[2]))
        if kind != SIZE and rest[0] != KEYS:
            named.add(str(rest[0]))
    for listing, names in fields.items():
        yield f"{listing} ({', '.join(sorted(names))})" if names else listing


NAMES: Final[dict[str, Callable[[list[Read]], Iterator[str]]]] = {
    "Data": longest_paths,
    "Lists": fields_of_lists,
}

"""Outputs in each other's way: two for one file, or two that differ only by upper and lower case."""

from collections import defaultdict
from collections.abc import Iterator

from onemg_render.reporting import Message
from onemg_render.site import Page, Site


def shared_destinations(site: Site) -> dict[str, list[str]]:
    """The sources of each output file that has more than one; redirects may give way to each other."""
    sources: dict[str, list[str]] = defaultdict(list)
    for item in site.outputs:
        if not (isinstance(item, Page) and item.is_redirect):
            sources[item.destination].append(item.relative_path.lstrip("/"))
    return {destination: paths for destination, paths in sorted(sources.items()) if len(paths) > 1}


def differing_by_case(site: Site) -> list[list[str]]:
    """Output files that are one and the same on macOS and Windows."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for item in site.outputs:
        spellings[item.destination.casefold()].add(item.destination)
    return [sorted(group) for _, group in sorted(spellings.items()) if len(group) > 1]


def conflicts(site: Site) -> Iterator[Message]:
    """Both, as messages."""
    for destination, paths in shared_destinations(site).items():
        yield Message(
            "warning",
            f"The following destination is shared by multiple files. {destination}: {', '.join(paths)}",
            "Conflict",
            path=paths[-1],
            key="permalink",
            hint="give one of them another permalink",
        )
    sources = {item.destination: item.relative_path.lstrip("/") for item in site.outputs}
    for spellings in differing_by_case(site):
        yield Message(
            "warning",
            f"The following URLs only differ by case: {', '.join(spellings)}",
            "Conflict",
            path=sources[spellings[-1]],
            key="permalink",
            hint="on macOS and Windows one would overwrite the other",
        )

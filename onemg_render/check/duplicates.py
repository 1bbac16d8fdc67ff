"""Outputs in each other's way: two for one file, or two that differ only by upper and lower case."""

from collections import defaultdict

from onemg_render.site import Site


def shared_destinations(site: Site) -> dict[str, list[str]]:
    """The sources of each output file that has more than one."""
    sources: dict[str, list[str]] = defaultdict(list)
    for item in site.outputs:
        sources[item.destination].append(item.relative_path.lstrip("/"))
    return {destination: paths for destination, paths in sorted(sources.items()) if len(paths) > 1}


def differing_by_case(site: Site) -> list[list[str]]:
    """Output files that are one and the same on macOS and Windows."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for item in site.outputs:
        spellings[item.destination.casefold()].add(item.destination)
    return [sorted(group) for _, group in sorted(spellings.items()) if len(group) > 1]

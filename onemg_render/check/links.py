"""Links, redirects, anchors, images and other files that lead nowhere, and pages that nobody links to."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Final
from urllib.parse import unquote

from onemg_render.check.built_site import BuiltSite, Target
from onemg_render.check.finding import Finding
from onemg_render.check.pages import BuiltPage, Link
from onemg_render.reporting import Severity
from onemg_render.site import Item
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

FOLLOWED: Final = {"a": "link", "area": "link", "form": "form", "refresh": "redirect", "relation": "link"}
"""Elements whose addresses readers follow; those of all others are fetched with the page."""
FETCHED: Final = {"img": "image", "script": "script"}
OTHER_FILE: Final = "file"
ADDRESS: Final = regex(r"https?://[^\s\])>]+")
FOR_SCRIPTS: Final = ("/", "!", ":~:")
"""Beginnings of fragments that scripts and browsers read."""
SETTINGS: Final = regex(r"[?&]\w+=|^\w+=")
"""Of fragments, likewise: `#search=x`, `#tab?row=2`."""
Problem = tuple[Severity, str, str | None]
"""Severity, text and hint."""
FOUND_WITHOUT_LINKS: Final = ("index.html", "404.html", "404/index.html", "404")


def broken_links(built: BuiltSite) -> Iterator[Finding]:
    """Links and redirects within the site that lead nowhere, or only on some systems."""
    yield from address_findings(built, lambda link: link.element in FOLLOWED)


def missing_files(built: BuiltSite) -> Iterator[Finding]:
    """Images, style sheets, scripts and media of the site that are not there."""
    yield from address_findings(built, lambda link: link.element not in FOLLOWED)


def address_findings(built: BuiltSite, wanted: Callable[[Link], bool]) -> Iterator[Finding]:
    """What is wrong with the addresses of the wanted links; the same from the same place is judged once."""
    known: dict[tuple[str, tuple[str, str]], Problem | None] = {}
    for page in built.pages.values():
        for link in filter(wanted, page.links):
            if not link.target:
                if link.element != "form":  # it leads to its own page
                    yield empty(page, link)
                continue
            key = link.element, built.key(page, link.target)
            if key not in known:
                target = built.target(page, link.target)
                known[key] = None if target is None else judged(built, link, target)
            problem = known[key]
            if problem is not None:
                yield Finding(
                    severity=problem[0],
                    page=page.path,
                    text=problem[1],
                    address=link.target,
                    traces=spellings(built, link.target),
                    shown=link.target,
                    hint=problem[2],
                )


def empty(page: BuiltPage, link: Link) -> Finding:
    attribute = "href" if link.element in ("a", "area", "link", "relation") else "src"
    return Finding(
        severity="warning",
        page=page.path,
        text=f"the address of {article(kind_of(link))} is empty",
        traces=(f'{attribute}=""', f"{attribute}=''", "]()", *((f">{link.text}<",) if link.text else ())),
        hint=f"give it one, or leave `{attribute}` out; is a variable empty?",
    )


def article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def kind_of(link: Link) -> str:
    return FOLLOWED.get(link.element) or FETCHED.get(link.element, OTHER_FILE)


def judged(built: BuiltSite, link: Link, target: Target) -> Problem | None:
    """What is wrong with an address, how badly, and what would be right."""
    named = f"the {kind_of(link)} `{link.target}`"
    if target.lacks_baseurl:
        text = f"{named} lacks the baseurl `{built.baseurl}`"
        return "error", text, "the filter `relative_url` puts it in front"
    if target.file is None and target.named_host:
        return "warning", f"{named} leads to nothing in this site", advice(built, link.target, target)
    if target.file is None:
        return "error", f"{named} leads nowhere", advice(built, link.target, target)
    if " " in link.target:
        return "warning", f"{named} has a space in its address", "write %20 in its place"
    return None


def advice(built: BuiltSite, address: str, target: Target) -> str | None:
    inner = ADDRESS.search(address, 1)
    if inner is not None:
        return f"did you mean `{inner[0]}`?"
    other = built.differing_by_case(target.path)
    if other is not None:
        return f"the file is `{other}`; web servers tell upper from lower case"
    near = built.near(target.path)
    return None if near is None else f"did you mean `{built.baseurl}/{near}`?"


def dead_anchors(built: BuiltSite) -> Iterator[Finding]:
    """Links to a part of a page that it does not have."""
    anchors = {page.path: page.names.union(page.ids) for page in built.pages.values()}
    for page in built.pages.values():
        for link in page.links:
            if "#" not in link.target or link.element not in FOLLOWED:
                continue
            target = built.target(page, link.target)
            if target is None or target.file not in anchors or not names_anchor(target.fragment):
                continue
            if target.fragment not in anchors[target.file]:
                near = close_matches(target.fragment, anchors[target.file], 1)
                where = "this page" if target.file == page.path else f"`/{target.file}`"
                yield Finding(
                    severity="error",
                    page=page.path,
                    text=f"{where} has no anchor `#{target.fragment}`",
                    address=link.target,
                    traces=spellings(built, link.target),
                    shown=link.target,
                    hint=f"did you mean `#{near[0]}`?" if near else None,
                )


def names_anchor(fragment: str) -> bool:
    for_scripts = fragment.startswith(FOR_SCRIPTS) or SETTINGS.search(fragment)
    return bool(fragment) and fragment.lower() != "top" and not for_scripts


def orphans(built: BuiltSite) -> Iterator[Finding]:
    """Pages that no other page leads to."""
    reached = {
        target.file
        for page in built.pages.values()
        for link in page.links
        if link.element in FOLLOWED
        and link.element != "relation"
        and (target := built.target(page, link.target)) is not None
        and target.file != page.path
    }
    for page in built.pages.values():
        alone = page.path not in reached and page.path not in FOUND_WITHOUT_LINKS
        if alone and page.whole and not page.redirects and isinstance(built.items.get(page.path), Item):
            yield Finding(severity="warning", page=page.path, text="no page links to this one")


def spellings(built: BuiltSite, address: str) -> tuple[str, ...]:
    """How an address of the output may have been written in a source, the likeliest first."""
    short = address.removeprefix(built.origin).removeprefix(built.baseurl)
    path, hash_mark, fragment = short.partition("#")
    bare = path.strip("/").removesuffix(".html")
    found = (
        address,
        escape(address),
        unquote(address),
        short,
        short.lstrip("/"),
        path,
        path.strip("/"),
        bare,
        f"#{fragment}" if hash_mark else "",
    )
    return tuple(dict.fromkeys(text for text in found if len(text.strip("/#")) > 1))

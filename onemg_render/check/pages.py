"""What the checks look at in a built page, taken out of its HTML in one go so that no tree is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

ATTRIBUTES: Final = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""Element -> its attributes with addresses that a browser fetches or follows."""
LINKS: Final = ", ".join(f"{tag}[{name}]" for tag, names in ATTRIBUTES.items() for name in names)
HEADINGS: Final = "h1, h2, h3, h4, h5, h6"
FETCHED: Final = frozenset(
    {
        "apple-touch-icon",
        "icon",
        "manifest",
        "mask-icon",
        "modulepreload",
        "prefetch",
        "preload",
        "stylesheet",
    }
)
"""What a `<link>` may be whose address a browser fetches."""
HOSTS: Final = frozenset({"dns-prefetch", "preconnect"})
DECORATIVE: Final = frozenset({"presentation", "none"})


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page as it is written there, and the element that has it.

    `refresh` is a redirect's, `relation` a `<link>` to another page, which browsers do not fetch. text: what
    the element shows; only of one whose address is empty, as nothing else tells where it is.
    """

    element: str
    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """path: in the destination. ids: in their order, repeated ones too. names: of `<a name>`.

    whole: whether it is a document with `<html>` and not a part of one.
    unnamed_images: addresses of the images without `alt`. base: of `<base href>`.
    """

    path: str
    links: tuple[Link, ...]
    ids: tuple[str, ...]
    names: frozenset[str]
    headings: tuple[Heading, ...]
    unnamed_images: tuple[str, ...]
    title: str | None
    language: str
    whole: bool
    base: str = ""

    @property
    def repeats_ids(self) -> bool:
        return len(set(self.ids)) < len(self.ids)

    @property
    def redirects(self) -> bool:
        return any(link.element == "refresh" for link in self.links)

    @classmethod
    def of(cls, path: str, html: bytes) -> "BuiltPage":
        page = LexborHTMLParser(html)
        root, title, base = page.root, page.css_first("title"), page.css_first("base[href]")
        return cls(
            path=path,
            links=tuple(links(page)),
            ids=tuple(value for node in page.css("[id]") if (value := attribute(node, "id"))),
            names=frozenset(attribute(node, "name") for node in page.css("a[name]")),
            headings=tuple(
                Heading(int((node.tag or HEADINGS)[1]), " ".join(node.text().split()))
                for node in page.css(HEADINGS)
            ),
            unnamed_images=tuple(attribute(node, "src") for node in page.css("img") if lacks_alt(node)),
            title=None if title is None else title.text().strip(),
            language="" if root is None else attribute(root, "lang").strip(),
            whole=b"<html" in html[:10_000].lower(),
            base="" if base is None else attribute(base, "href"),
        )


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def links(page: LexborHTMLParser) -> Iterator[Link]:
    for node in page.css(LINKS):
        tag = node.tag or ""
        attributes = node.attributes
        if tag == "link":
            yield from of_link_element(attributes)
            continue
        for name in ATTRIBUTES[tag]:
            if name in attributes:
                value = attributes[name] or ""
                for target in candidates(value) if name == "srcset" else (value,):
                    text = "" if target.strip() else " ".join(node.text().split())
                    yield Link(tag, target.strip(), text)
    for node in page.css("meta[http-equiv=refresh i]"):
        _, found, target = attribute(node, "content").partition("=")
        if found:
            yield Link("refresh", target.strip(" '\""))


def of_link_element(attributes: Mapping[str, str | None]) -> Iterator[Link]:
    relations = set((attributes.get("rel") or "").lower().split())
    if not relations & HOSTS:
        element = "link" if relations & FETCHED else "relation"
        yield Link(element, (attributes["href"] or "").strip())


def candidates(srcset: str) -> Iterator[str]:
    """The addresses of a `srcset`, without widths and densities."""
    for candidate in srcset.split(", "):
        if words := candidate.split():
            yield words[0].rstrip(",")


def lacks_alt(image: LexborNode) -> bool:
    attributes = image.attributes
    hidden = attributes.get("aria-hidden") == "true" or attributes.get("role") in DECORATIVE
    return "alt" not in attributes and not hidden and not attributes.get("aria-label")

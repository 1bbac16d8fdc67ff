"""Attribute lists: what stands in `{: .class #id key="value" reference}`, and HTML attributes written out.

kramdown: lib/kramdown/parser/kramdown/extensions.rb (ALD, IAL), lib/kramdown/utils/html.rb.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from onemg_render.markdown.characters import SPACE
from onemg_render.util.patterns import regex

NAME = r"\w[\w-]*"
# A quote after a backslash ends the value only where no other can: the first branch holds the usual case, the
# second the last quote of all. Written as two branches because kramdown's one takes exponential time.
KEY_VALUE = (
    rf"(?P<key>{NAME})=(?P<quote>[\"'])(?:"
    r"(?P<value>(?:\\\}|\\(?P=quote)|[^}\x02\\]|\\(?!(?P=quote)))*?)(?P=quote)(?=\s|\Z)"
    r"|(?P<rest>(?:\\\}|[^}\x02])*)(?P=quote))"
)
ID = r"#([A-Za-z][\w:-]*)"
CLASS = r"\.([^\s.#]+)"
ANY_RE = regex(rf"(?:\A|\s)(?:{KEY_VALUE}|(?P<ref>{NAME})|(?P<shorts>(?:{ID}|{CLASS})+))(?=\s|\Z)", re.A)
ID_OR_CLASS_RE = regex(rf"{ID}|{CLASS}", re.A)

# Definitions may refer to definitions; past these counts references are left out, so that it ends.
MOST_REFERENCES = 1000
DEEPEST_REFERENCE = 50

REFERENCE = r"&(?:[\w:][\-\w.:]*;|#\d+;|#x[0-9a-fA-F]+;)"
BARE_AMPERSAND_RE = regex(rf"&(?!{REFERENCE[1:]})", re.A)


class AttributeList:
    """Attributes and references to attribute list definitions, in the order of the document."""

    __slots__ = ("attributes", "refs")

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.refs: list[str] = []

    def read(self, text: str) -> bool:
        """Adds what `text` lists; False if there is nothing to be understood in it."""
        if text.strip(SPACE) in ("", ":"):
            return True
        found = False
        for match in ANY_RE.finditer(text):
            found = True
            if ref := match["ref"]:
                self.refs.append(ref)
            elif shorts := match["shorts"]:
                for identifier, css_class in ID_OR_CLASS_RE.findall(shorts):
                    self.add("class", css_class) if css_class else self.add("id", identifier)
            else:
                value = match["value"] if match["value"] is not None else match["rest"]
                self.attributes[match["key"]] = re.sub(rf"\\(\}}|{match['quote']})", r"\1", value)
        return found

    def add(self, key: str, value: str) -> None:
        add_attribute(self.attributes, key, value)

    def extend(self, other: "AttributeList") -> None:
        self.refs.extend(other.refs)
        for key, value in other.attributes.items():
            self.add(key, value)


def add_attribute(attributes: dict[str, str], key: str, value: str) -> None:
    """Classes are added, everything else replaces."""
    if key == "class":
        value = f"{attributes.get(key, '')} {value}".lstrip(SPACE)
    attributes[key] = value


def apply(attributes: dict[str, str], given: AttributeList, definitions: Mapping[str, AttributeList]) -> None:
    """Lays `given` over `attributes`, the definitions it refers to first."""
    for found in islice(resolved(given, definitions, ()), MOST_REFERENCES):
        for key, value in found.attributes.items():
            add_attribute(attributes, key, value)


def resolved(
    given: AttributeList, definitions: Mapping[str, AttributeList], seen: tuple[str, ...]
) -> Iterable[AttributeList]:
    """What `given` refers to, each after its own references, then itself; a circle is cut."""
    for ref in given.refs:
        if ref in definitions and ref not in seen and len(seen) < DEEPEST_REFERENCE:
            yield from resolved(definitions[ref], definitions, (*seen, ref))
    yield given


def escape_text(text: str) -> str:
    """For text and attributes: leaves references to characters as they are."""
    if "&" in text:
        text = BARE_AMPERSAND_RE.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def escape_code(text: str) -> str:
    """For code: every ampersand is one."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html_attributes(attributes: Mapping[str, str | None]) -> str:
    """The attributes as they stand in a tag, each with a space in front; an empty `id` is left out."""
    written = ""
    for key, value in attributes.items():
        if value is None or (key == "id" and not value.strip(SPACE)):
            continue
        written += f' {key}="{escape_text(value).replace(chr(34), "&quot;")}"'
    return written

"""The option `html_to_native`: HTML elements become the kramdown elements that they equal.

kramdown: parser/html.rb (ElementConverter).
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.entities import named_entity, numbered_entity
from onemg_render.markdown.html_tags import BLOCK_ELEMENTS, content_model, is_span_element, words
from onemg_render.util.patterns import regex

REMOVE_TEXT = words("html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup")
WRAP_TEXT = words(
    "body section nav article aside header footer address div li dd blockquote figure figcaption"
    " fieldset form"
)
REMOVE_WHITESPACE = WRAP_TEXT | words("td th")
STRIP_WHITESPACE = words(
    "address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header"
    " h1 h2 h3 h4 h5 h6 legend li nav p section td th"
)
SIMPLE = words("em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dt dd")
EMPHASIS = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
# The element that a token made from one still counts as; any other type is its own name.
ELEMENTS = {"header": "h1"}
QUOTES = words("lsquo rsquo ldquo rdquo")
SYMBOLS = words("mdash ndash hellip laquo raquo")
BLOCK_TYPES = words("blank p header blockquote codeblock ul ol li dl dt dd table td hr")

SPACES_RE = regex(r"\s+", re.A)
ENTITY_RE = regex(r"&([\w:][\-\w.:]*);|&#(\d+);|&#x([0-9a-fA-F]+);", re.A)
ALIGN_RE = regex(r"(?:;\s*)?text-align:\s+(center|left|right)", re.A)
ANY_ALIGN_RE = regex(r"text-align:\s+(center|left|right|justify|inherit)", re.A)
HIGHLIGHTER_RE = regex(r"\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*", re.A)
LANGUAGE_RE = regex(r"\blanguage-\S+", re.A)
CDATA_RE = regex(r"\A(?:%\s*)?<!\[CDATA\[\n?(.*?)(?:\s%)?\]\]>\Z", re.A | re.S)


def convert(token: Token, document: Document) -> None:
    """Converts the element and all in it that has been read already."""
    Native(document).process(token, None)


class Native:
    """Converts the elements of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.version = document.options.kramdown_version
        self.converters: dict[str, Callable[[Token], None]] = {
            "textarea": self.convert_textarea,
            "a": self.convert_link,
            "code": self.convert_code,
            "pre": self.convert_code,
            "table": self.convert_table,
            "script": self.convert_script,
            **dict.fromkeys(EMPHASIS, self.convert_emphasis),
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self.convert_header),
        }

    def process(
        self, token: Token, parent: Token | None, *, native: bool = True, preserve: bool = False
    ) -> None:
        if token["type"] in ("xml_comment", "xml_pi"):
            around = (
                "div"
                if parent is None
                else parent.get("name") or ELEMENTS.get(parent["type"], str(parent["type"]))
            )
            token["category"] = "span" if content_model(around) == "span" else "block"
        if token["type"] != "html_element":
            return
        name = token["name"]
        if native and name in self.converters:
            self.converters[name](token)
            return
        if native and name in REMOVE_TEXT:
            token["children"] = [child for child in token["children"] if child["type"] != "text"]
        if native and name in SIMPLE:
            become(token, name)
            self.process_children(token, native=native, preserve=preserve)
        else:
            self.process_element(token, native=native, preserve=preserve)
        if native:
            arrange(token, name)

    def process_children(self, token: Token, *, native: bool = True, preserve: bool = False) -> None:
        children: list[Token] = []
        for child in token.get("children", ()):
            if child["type"] == "text":
                children += self.text_tokens(child["raw"], preserve=preserve or not native)
            else:
                self.process(child, token, native=native, preserve=preserve)
                children.append(child)
        token["children"] = children

    def process_element(self, token: Token, *, native: bool = True, preserve: bool = False) -> None:
        """Leaves the element one of HTML, its category and content model those of its name."""
        name = token["name"]
        token.pop("is_closed", None)
        token.pop("ial", None)
        token["category"] = "span" if is_span_element(name, self.version) else "block"
        token["content_model"] = content_model(name) if native else "raw"
        self.process_children(token, native=native, preserve=preserve)

    def text_tokens(self, text: str, *, preserve: bool) -> list[Token]:
        """The text with white space made one space, and its entities as tokens."""
        if not preserve:
            text = SPACES_RE.sub(" ", text)
        tokens: list[Token] = []
        pos = 0
        while found := ENTITY_RE.search(text, pos):
            tokens.append({"type": "text", "raw": text[pos : found.start()]})
            name, decimal, hexadecimal = found.groups()
            pos = found.end()
            if name in QUOTES:
                tokens.append({"type": "smart_quote", "raw": name})
            elif name in SYMBOLS:
                tokens.append({"type": "typographic", "raw": name})
            elif name and named_entity(name, self.version) is None:
                tokens.append({"type": "entity", "entity": named_entity("amp", self.version)})
                pos = found.start() + 1
            else:
                number = int((decimal or "0")[:12]) if decimal else int((hexadecimal or "0")[:12], 16)
                entity = named_entity(name, self.version) if name else numbered_entity(number, self.version)
                tokens.append({"type": "entity", "entity": entity, "original": found[0]})
        if pos < len(text):
            tokens.append({"type": "text", "raw": text[pos:]})
        return tokens

    def convert_textarea(self, token: Token) -> None:
        self.process_element(token, preserve=True)

    def convert_link(self, token: Token) -> None:
        if token["attrs"].get("href") is None:
            self.process_element(token, native=False)
        else:
            become(token, "a")
            self.process_children(token)

    def convert_emphasis(self, token: Token) -> None:
        text = text_in(token)
        if text[:1] in tuple(" \t\r\n\f\v") or text[-1:] in tuple(" \t\r\n\f\v"):
            self.process_element(token, native=False)
        else:
            become(token, EMPHASIS[token["name"]])
            self.process_children(token)

    def convert_header(self, token: Token) -> None:
        level = int(token["name"][1])
        become(token, "header")
        token["level"], token["raw_text"] = level, text_in(token)
        self.process_children(token)

    def convert_code(self, token: Token) -> None:
        code = self.code_in(token)
        if code is None:
            self.process_element(token, native=False, preserve=True)
            return
        attrs, children = token["attrs"], token["children"]
        if token["name"] == "code":
            become(token, "codespan")
            if "class" in attrs:
                attrs["class"] = HIGHLIGHTER_RE.sub("", attrs["class"])
        else:
            become(token, "codeblock")
            if len(children) == 1 and children[0].get("name") == "code":
                language = LANGUAGE_RE.search(children[0]["attrs"].get("class", ""))
                if language:
                    attrs["class"] = f"{language[0]} {attrs.get('class', '')}".rstrip(SPACE)
        token["raw"] = code
        token["children"] = []

    def code_in(self, token: Token) -> str | None:
        """The text with its entities resolved; None if one of them is no character."""
        text = ""
        for piece in self.text_tokens(text_in(token), preserve=True):
            if piece["type"] == "text":
                text += piece["raw"]
            else:
                entity = piece.get("entity") or named_entity(piece["raw"], self.version)
                if entity is None or entity.code > 0x10FFFF or 0xD800 <= entity.code < 0xE000:
                    return None
                text += chr(entity.code)
        return text

    def convert_script(self, token: Token) -> None:
        kind = token["attrs"].get("type", "")
        if not re.search(r"\bmath/tex\b", kind) or not token["children"]:
            self.process_element(token)
            return
        formula = token["children"].pop(0)["raw"]
        become(token, "math")
        token["category"] = "block" if "mode=display" in kind else "span"
        token["raw"] = CDATA_RE.sub(r"\1", formula)
        del token["attrs"]["type"]

    def convert_table(self, token: Token) -> None:
        if not is_simple_table(token, new=self.document.new):
            self.process_element(token, native=False)
            return
        token["children"] = [child for child in token["children"] if child["type"] != "text"]
        self.process_children(token)
        become(token, "table")
        token["alignment"] = []
        for row in nodes(token, "tr"):
            token["alignment"] = [take_alignment(cell) for cell in row["children"]]
        token["children"] = [child for child in token["children"] if child["type"] != "html_element"]
        for cell in nodes(token, "th"):
            cell["type"] = "td"
        if token["children"] and token["children"][0]["type"] == "tr":
            token["children"] = [{"type": "tbody", "attrs": {}, "children": token["children"]}]


def become(token: Token, kind: str) -> None:
    for key in ("name", "category", "content_model", "is_closed", "ial"):
        token.pop(key, None)
    token["type"] = kind


def text_in(token: Token) -> str:
    todo, text = [token], ""
    while todo:
        one = todo.pop()
        if one["type"] == "text":
            text += one["raw"]
        todo.extend(reversed(one.get("children", ())))
    return text


def arrange(token: Token, name: str) -> None:
    """White space and bare text as the element wants them."""
    children: list[Token] = token["children"]
    if name in STRIP_WHITESPACE and children:
        if children[0]["type"] == "text":
            children[0]["raw"] = children[0]["raw"].lstrip(SPACE)
        if children[-1]["type"] == "text":
            children[-1]["raw"] = children[-1]["raw"].rstrip(SPACE)
    if name in REMOVE_WHITESPACE:
        token["children"] = children = [
            child for index, child in enumerate(children) if not is_empty_between(children, index)
        ]
    if name in WRAP_TEXT:
        if "text" in token:
            children = token["children"] = [
                {"type": "p", "transparent": True, "attrs": {}, "text": token.pop("text")}
            ]
        else:
            token["children"] = wrapped(children)


def is_empty_between(children: list[Token], index: int) -> bool:
    """Whether the child is white space at an end or between blocks."""
    child = children[index]
    if child["type"] != "text" or child["raw"].strip(SPACE):
        return False
    return index in (0, len(children) - 1) or (
        is_block(children[index - 1]) and is_block(children[index + 1])
    )


def wrapped(children: list[Token]) -> list[Token]:
    result: list[Token] = []
    last_is_wrap = False
    for child in children:
        if is_block(child) and child["type"] != "text":
            result.append(child)
            last_is_wrap = False
            continue
        if not last_is_wrap:
            result.append({"type": "p", "transparent": True, "attrs": {}, "children": []})
            last_is_wrap = True
        result[-1]["children"].append(child)
    return result


def is_block(token: Token) -> bool:
    return token["type"] in BLOCK_TYPES or token.get("category") == "block"


def nodes(token: Token, kind: str) -> Iterator[Token]:
    """All tokens of this type below, none below one of them."""
    for child in token.get("children", ()):
        if child["type"] == kind:
            yield child
        else:
            yield from nodes(child, kind)


def elements(token: Token, *names: str) -> Iterator[Token]:
    """All HTML elements of these names below, none below one of them."""
    for child in token.get("children", ()):
        if child.get("name") in names:
            yield child
        else:
            yield from elements(child, *names)


def take_alignment(cell: Token) -> str:
    style = cell.get("attrs", {}).get("style")
    if style is None:
        return "default"
    found = ALIGN_RE.search(style)
    style = ALIGN_RE.sub("", style, count=1)
    if style.strip(SPACE):
        cell["attrs"]["style"] = style
    else:
        del cell["attrs"]["style"]
    return found[1] if found else "default"


def is_simple_table(token: Token, *, new: bool) -> bool:
    """Whether all rows have equally many cells, aligned alike, with only running text in them."""
    if "text" in token or any(has_blocks(cell) for cell in elements(token, "th", "td")):
        return False
    rows = [
        [cell for cell in row["children"] if cell.get("name") in ("th", "td")]
        for row in elements(token, "tr")
    ]
    cells = 0
    for row in rows:
        if cells and len(row) != cells:
            return False
        cells = len(row)
    if new and not cells:
        return False
    alignments = {tuple(alignment_of(cell) for cell in row) for row in rows}
    if len(alignments) > 1 or any(one in ("justify", "inherit") for row in alignments for one in row):
        return False
    return has_simple_rows(token)


def alignment_of(cell: Token) -> str:
    found = ANY_ALIGN_RE.search(cell["attrs"].get("style", ""))
    return found[1] if found else "default"


def has_blocks(token: Token) -> bool:
    return any(
        (child["type"] != "text" and child.get("name") in BLOCK_ELEMENTS) or has_blocks(child)
        for child in token.get("children", ())
    )


def has_simple_rows(token: Token) -> bool:
    def rows_of(parent: Token, cell: str) -> bool:
        return all(
            (row["type"] == "text" or row.get("name") == "tr")
            and all(child["type"] == "text" or child.get("name") == cell for child in row.get("children", ()))
            for row in parent["children"]
        )

    def is_part(part: Token) -> bool:
        name = part.get("name")
        if part["type"] == "text":
            return True
        return (name == "thead" and rows_of(part, "th")) or (
            name in ("tfoot", "tbody") and rows_of(part, "td")
        )

    parts: list[Any] = token["children"]
    return rows_of(token, "td") or (
        all(is_part(part) for part in parts) and any(part.get("name") == "tbody" for part in parts)
    )

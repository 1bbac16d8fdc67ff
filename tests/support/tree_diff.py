"""How alike two built sites are, file by file: equal in bytes, as documents, or but for highlighting.

"As documents" means: HTML and XML parsed, attributes sorted, insignificant white space collapsed; JSON
parsed; style sheets and text with white space collapsed. What differs between any two builds is masked.
"""

import difflib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from fnmatch import fnmatch
from pathlib import Path

from lxml import etree, html

VOLATILE = (
    ("*.xml", rb"<updated>[^<]*</updated>|<lastBuildDate>[^<]*</lastBuildDate>", b"<updated>T</updated>"),
    ("*.xml", rb"<generator\b[^>]*>[^<]*</generator>", b"<generator/>"),
    ("*.html", rb'<meta name="generator" content="[^"]*" ?/?>', b'<meta name="generator">'),
    ("*", rb"instances-dd-([\w-]+?)-\d+", rb"instances-dd-\1"),  # the toolkit theme prints a Ruby object_id
    ("*.css.map", rb"(?s).+", b"{}"),  # each Sass engine has its own
    ("*", rb"<!-- Begin Jekyll SEO tag v[\d.]+ -->", b"<!-- Begin Jekyll SEO tag -->"),
)
BLANKS = re.compile(r"[ \t\r\n\f]+")
BLOCKS = frozenset(
    BLANKS.split("""address article aside base blockquote body br button canvas caption center col colgroup dd
    details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr
    html iframe legend li link main map menu meta nav noscript ol optgroup option p param picture script
    section select source style summary svg table tbody td template tfoot th thead title tr track ul video
    area path g circle rect line use defs symbol""")
)
PREFORMATTED = frozenset({"pre", "code", "textarea", "script", "style", "xmp"})
COLLAPSED_ATTRIBUTES = frozenset({"class", "style", "content"})


class Likeness(IntEnum):
    """How alike two files are; a greater value is a weaker likeness."""

    BYTES = 0
    DOCUMENT = 1
    UNHIGHLIGHTED = 2
    DIFFERENT = 3


@dataclass(slots=True)
class TreeDiff:
    """missing: only in the expected tree; extra: only in the actual one; files: those in both."""

    expected: Path
    actual: Path
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    files: dict[str, Likeness] = field(default_factory=dict)

    def different(self) -> list[str]:
        return [name for name, likeness in self.files.items() if likeness is Likeness.DIFFERENT]

    def lines(self, name: str) -> list[str]:
        """A unified diff of the two documents called `name`, one tag or text run a line."""
        expected, actual = (
            normal(name, masked(name, (root / name).read_bytes())) for root in (self.expected, self.actual)
        )
        return list(difflib.unified_diff(expected, actual, "expected", "actual", n=1, lineterm=""))


def compare_trees(expected: Path, actual: Path, only: str = "*") -> TreeDiff:
    """Compare all files below two folders whose relative path matches the pattern `only`."""
    wanted, found = ({name for name in listing(root) if fnmatch(name, only)} for root in (expected, actual))
    diff = TreeDiff(expected, actual, sorted(wanted - found), sorted(found - wanted))
    for name in sorted(wanted & found):
        diff.files[name] = likeness(name, (expected / name).read_bytes(), (actual / name).read_bytes())
    return diff


def listing(root: Path) -> Iterator[str]:
    return (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def likeness(name: str, expected: bytes, actual: bytes) -> Likeness:
    if expected == actual:
        return Likeness.BYTES
    left, right = masked(name, expected), masked(name, actual)
    if normal(name, left) == normal(name, right):
        return Likeness.DOCUMENT
    if kind(name) == "html" and normal(name, left, tokens=False) == normal(name, right, tokens=False):
        return Likeness.UNHIGHLIGHTED
    return Likeness.DIFFERENT


def kind(name: str) -> str:
    """The kind of document by file name: html, xml, json, css, txt; `other` is compared as bytes only."""
    suffix = name.rsplit(".", 1)[-1]
    return suffix if suffix in ("html", "xml", "json", "css", "txt") else "other"


def masked(name: str, content: bytes) -> bytes:
    for pattern, volatile, replacement in VOLATILE:
        if fnmatch(name, pattern):
            content = re.sub(volatile, replacement, content)
    return content


def normal(name: str, content: bytes, *, tokens: bool = True) -> list[str]:
    """The document as comparable lines; `tokens=False` drops the spans inside highlighted code."""
    text = content.decode("utf-8", "replace")
    try:
        match kind(name):
            case "html":
                return html_lines(text, tokens) if text.strip() else []
            case "xml":
                parser = etree.XMLParser(huge_tree=True, strip_cdata=True)
                return Flattening(every_tag_is_block=True).lines(etree.fromstring(content.strip(), parser))
            case "json":
                document = json.loads(text, strict=False)
                return json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True).split("\n")
            case "css":
                return css_lines(text)
            case "other":
                return content.decode("latin-1").split("\n")
    except (ValueError, etree.LxmlError):
        pass  # not the document its name says: compared as text
    return [BLANKS.sub(" ", line).strip() for line in text.split("\n") if line.strip()]


def html_lines(text: str, tokens: bool) -> list[str]:
    document = html.document_fromstring(text, parser=html.HTMLParser(encoding=None, huge_tree=True))
    if not tokens:
        for element in list(document.iter()):
            if "highlight" in (element.get("class") or ""):
                etree.strip_tags(element, "span")
    return Flattening().lines(document)


def css_lines(text: str) -> list[str]:
    tight = re.sub(r"\s*([{};:,>])\s*", r"\1", BLANKS.sub(" ", text)).replace(";}", "}")
    return tight.replace("}", "}\n").strip().split("\n")


class Flattening:
    """Turns a tree into lines, one a tag or text run; white space beside a block's tags does not count."""

    def __init__(self, *, every_tag_is_block: bool = False) -> None:
        self._all_blocks = every_tag_is_block
        self._lines: list[str] = []
        self._run: list[str] = []
        self._after_block = True

    def lines(self, root: etree._Element) -> list[str]:
        self._walk(root, raw=False)
        self._end_run(before_block=True)
        return self._lines

    def _walk(self, element: etree._Element, *, raw: bool) -> None:
        if isinstance(element, etree._Comment | etree._ProcessingInstruction | etree._Entity):
            self._aside(element)
        else:
            self._element(element, str(element.tag), raw=raw)
        self._text(element.tail, raw=raw)

    def _element(self, element: etree._Element, tag: str, *, raw: bool) -> None:
        block = self._all_blocks or tag in BLOCKS
        self._tag(f"<{tag}{''.join(attributes(element))}>", block)
        raw = raw or tag in PREFORMATTED
        self._text(element.text, raw=raw)
        for child in element:
            self._walk(child, raw=raw)
        self._tag(f"</{tag}>", block)

    def _aside(self, element: etree._Element) -> None:
        """A comment or a processing instruction: its text, collapsed, is a line of its own."""
        run = self._end_run(before_block=False)
        self._after_block = self._after_block and not run
        text = BLANKS.sub(" ", str(element.text or "")).strip()
        self._lines.append(f"<!-- {text} -->" if isinstance(element, etree._Comment) else f"<?{text}?>")

    def _tag(self, line: str, block: bool) -> None:
        run = self._end_run(before_block=block)
        self._lines.append(line)
        self._after_block = block or (self._after_block and not run)

    def _text(self, text: str | None, *, raw: bool) -> None:
        if not text:
            return
        if not raw:
            self._run.append(text)
            return
        self._end_run(before_block=False)
        kept = text.replace("\r\n", "\n").strip("\n")
        self._lines.extend(f"|{line.rstrip()}" for line in kept.split("\n") if kept)
        self._after_block = False

    def _end_run(self, *, before_block: bool) -> str:
        run = BLANKS.sub(" ", "".join(self._run))
        self._run.clear()
        if self._after_block:
            run = run.lstrip(" ")
        if before_block:
            run = run.rstrip(" ")
        if run:
            self._lines.append(repr(run))
        return run


def attributes(element: etree._Element) -> Iterator[str]:
    for name, value in sorted((str(name), str(value)) for name, value in element.items()):
        shown = BLANKS.sub(" ", value).strip() if name in COLLAPSED_ATTRIBUTES else value
        yield f' {name}="{shown}"'

"""From the path of a request to a file of the site, as GitHub Pages and Jekyll's WEBrick find it.

Upstream: `lib/jekyll/commands/serve/servlet.rb` (extensions tried, hidden names, order of index files).
"""

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

INDEX_NAMES: Final = ("index.htm", "index.html", "index.xhtml", "index.xml", "index.json")
PAGE_EXTENSIONS: Final = (".html", ".xhtml")
HIDDEN_STARTS: Final = (".ht", "~")
TYPES: Final = mimetypes.MimeTypes(filenames=())
OWN_TYPES: Final = {
    ".atom": "application/atom+xml",
    ".gz": "application/gzip",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
    ".yaml": "text/yaml",
    ".yml": "text/yaml",
}
TEXTUAL: Final = frozenset(
    {
        "application/atom+xml",
        "application/json",
        "application/manifest+json",
        "application/rss+xml",
        "application/xhtml+xml",
        "application/xml",
        "image/svg+xml",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands behind a path. One of `file`, `folder` (to be listed) and `redirect` is set, or none."""

    file: Path | None = None
    folder: Path | None = None
    redirect: str | None = None


def find(root: Path, baseurl: str, path: str, *, listing: bool = False) -> Found:
    """What a URL path (percent-encoded, no query) means in the site at `root`, served under `baseurl`.

    listing: show folders instead of their index files.
    """
    if path == baseurl and baseurl:
        return Found(redirect=f"{baseurl}/")
    if not path.startswith(f"{baseurl}/"):
        return Found()
    parts = unquote(path[len(baseurl) :]).split("/")[1:]
    if any(_refused(part) for part in parts):
        return Found()
    try:
        return _found(root, path, parts, listing=listing)
    except OSError:  # a name that the file system refuses: too long, say
        return Found()


def _found(root: Path, path: str, parts: list[str], *, listing: bool) -> Found:
    target = root.joinpath(*parts)
    if not _inside(target, root):
        return Found()
    if listing and not parts[-1] and target.is_dir():
        return Found(folder=target)
    names = [target.name, *(target.name + extension for extension in PAGE_EXTENSIONS)]
    candidates = (
        (target.with_name(name) for name in names) if parts[-1] else map(target.joinpath, INDEX_NAMES)
    )
    file = next((file for file in candidates if file.is_file() and _inside(file, root)), None)
    if file is None and parts[-1] and target.is_dir():
        return Found(redirect=f"{path}/")
    return Found(file=file)


def content_type(file: Path) -> str:
    """The Content-Type of a file, texts with their charset."""
    extension = file.suffix.lower()
    kind = OWN_TYPES.get(extension) or TYPES.types_map[True].get(extension) or "application/octet-stream"
    textual = kind.startswith("text/") or kind in TEXTUAL
    return f"{kind}; charset=utf-8" if textual else kind


def _refused(part: str) -> bool:
    """Names that leave the folder, that no file system has, or that WEBrick hides."""
    return part in (".", "..") or part.startswith(HIDDEN_STARTS) or any(char in part for char in "\0\\/")


def _inside(target: Path, root: Path) -> bool:
    """Whether `target` with all its links resolved lies in the site (nothing else is ever served)."""
    try:
        return target.resolve().is_relative_to(root.resolve())
    except RuntimeError:  # a loop of links
        return False

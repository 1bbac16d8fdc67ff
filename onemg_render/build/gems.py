"""Where gems are on this machine, so that their folders can be used without Ruby."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

GEM_FOLDERS: Final = (
    "/usr/share/rubygems-integration/all/gems",
    "/usr/local/bundle/gems",
    "/var/lib/gems/*/gems",
    "/usr/local/lib/ruby/gems/*/gems",
    "/opt/homebrew/lib/ruby/gems/*/gems",
)
GEMS_OF_USER: Final = (
    ".gem/ruby/*/gems",
    ".gem/gems",
    ".local/share/gem/ruby/*/gems",
    ".rbenv/versions/*/lib/ruby/gems/*/gems",
)
# `path: "../name"` or `:path => File.expand_path("../name", __dir__)`; in the lock it stands above.
PATH_GEM: Final = (
    r"^[^#\n]*\bgem[ (]+['\"]{name}['\"][^#\n]*"
    r"\bpath(?::|\s*=>)\s*(?:File\.expand_path\(\s*)?['\"]([^'\"\n]+)['\"]"
)
LOCKED_VERSION: Final = r"^    {name} \((\d[\w.]*)\)$"
LOCKED_PATH_GEM: Final = r"^PATH\n  remote: (.+)\n(?:  .*\n)*?    {name} \("


def bundled(name: str, root: Path) -> Path | None:
    """The folder that the Gemfile, or its lock, gives for a gem, as in `gem "name", path: "../name"`."""
    gemfile = Path(os.environ.get("BUNDLE_GEMFILE") or root / "Gemfile")
    for file, pattern in ((gemfile, PATH_GEM), (Path(f"{gemfile}.lock"), LOCKED_PATH_GEM)):
        try:
            match = re.search(pattern.format(name=re.escape(name)), file.read_text(encoding="utf-8"), re.M)
        except (OSError, UnicodeDecodeError):
            continue
        folder = gemfile.parent / match[1] if match else None
        if folder is not None and folder.is_dir():
            return folder.resolve()
    return None


def locked(name: str, root: Path) -> str | None:
    """The version of a gem in Gemfile.lock."""
    try:
        text = (root / "Gemfile.lock").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    match = re.search(LOCKED_VERSION.format(name=re.escape(name)), text, re.M)
    return match[1] if match else None


def gem(name: str, root: Path) -> Path | None:
    """The newest installed version of a gem."""
    pattern = re.compile(rf"{re.escape(name)}-(\d+(?:\.\d+)*)(?:[.-][a-z].*)?")
    found = [
        (tuple(map(int, match[1].split("."))), path)
        for folder in gem_folders(root)
        for path in folder.glob(f"{name}-*")
        if (match := pattern.fullmatch(path.name)) and path.is_dir()
    ]
    return max(found, default=((), None))[1]


def searched(root: Path) -> Iterator[Path]:
    """Where gems may lie: what is in these folders, and which are missing, decides what is found."""
    yield from named_by_environment()
    yield from steps(root, ["vendor", "bundle", "ruby", "*", "gems"])
    for pattern in GEMS_OF_USER:
        yield from steps(Path.home(), pattern.split("/"))
    for path in map(Path, GEM_FOLDERS):
        yield from steps(Path(path.anchor), path.relative_to(path.anchor).parts)


def steps(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    """The folders that a search for a pattern lists, and the first on each way that is not there."""
    for at, part in enumerate(parts):
        if part == "*":
            yield folder
            for inner in sorted(folder.glob("*")) if folder.is_dir() else ():
                yield from steps(inner, parts[at + 1 :])
            return
        folder /= part
        if not folder.is_dir():
            break
    yield folder


def gem_folders(root: Path) -> Iterator[Path]:
    yield from named_by_environment()
    yield from root.glob("vendor/bundle/ruby/*/gems")
    for pattern in GEMS_OF_USER:
        yield from Path.home().glob(pattern)
    for pattern in GEM_FOLDERS:
        path = Path(pattern)
        yield from Path(path.anchor).glob(path.relative_to(path.anchor).as_posix())


def named_by_environment() -> Iterator[Path]:
    for variable in ("GEM_HOME", "GEM_PATH"):
        for place in os.environ.get(variable, "").split(os.pathsep):
            if place:
                yield Path(place, "gems")

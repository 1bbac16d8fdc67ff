"""Which Jekyll a site is written for, by what its configuration says and its Gemfile names."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from onemg_render.config.compat import GITHUB_PAGES, JEKYLL4, Compat, named
from onemg_render.util.patterns import regex

KramdownVersion = Literal["2.4", "2.5"]
Version = tuple[int, ...]

# The first and a last release of every minor line, so that any range of versions holds one of them.
JEKYLL_4_VERSIONS: Final = tuple((4, minor, patch) for minor in range(20) for patch in (0, 99))
GEM: Final = r"^[^#\n]*\bgem[ (]+['\"]{name}['\"]((?:\s*,\s*['\"][^'\"\n]*['\"])*)"
REQUIREMENT: Final = regex(r"['\"]\s*(~>|>=|<=|!=|=|>|<)?\s*(\d+(?:\.\d+)*)[^'\"]*['\"]")


class Detected(NamedTuple):
    """What a build behaves like and why: `reason` completes `github-pages (...)`."""

    compat: Compat
    kramdown: KramdownVersion
    reason: str


def detect(source: Path, user: Mapping[str, Any], asked: str | None = None) -> Detected:
    """The compat of a site: asked for by name, else `compat` of its configuration, else found in its files.

    In the files: a Gemfile or its lock naming `github-pages`, then one naming `jekyll` (3 is taken for
    Pages); without a Gemfile a `remote_theme` or a CNAME file speak for Pages. Otherwise Jekyll 4.
    Raises UsageError for an unknown name.
    """
    lock = _text(source / "Gemfile.lock") or _text(source / "gems.locked")
    compat, reason = _found(source, user, asked, lock)
    return Detected(compat, "2.4" if compat.pages else _kramdown(lock), reason)


def _found(source: Path, user: Mapping[str, Any], asked: str | None, lock: str) -> tuple[Compat, str]:
    if asked is not None:
        return named(asked), "as asked for"
    if isinstance(user.get("compat"), str):
        return named(user["compat"]), "by `compat` of the configuration"
    found = _from_gems(_text(source / "Gemfile") or _text(source / "gems.rb"), lock)
    if found:
        return found
    if "remote_theme" in user:
        return GITHUB_PAGES, "for `remote_theme` in the configuration, without a Gemfile"
    if (source / "CNAME").is_file():
        return GITHUB_PAGES, "for the file CNAME, without a Gemfile"
    return JEKYLL4, "as nothing in the source asks for another"


def _from_gems(gemfile: str, lock: str) -> tuple[Compat, str] | None:
    if not (gemfile or lock):
        return None
    if _requirements(gemfile, "github-pages") is not None or re.search(r"^ +github-pages \(", lock, re.M):
        return GITHUB_PAGES, "for the gem github-pages in the Gemfile"
    if match := re.search(r"^ {4}jekyll \((\d+)\.", lock, re.M):
        return (JEKYLL4 if int(match[1]) >= 4 else GITHUB_PAGES), f"for jekyll {match[1]} in Gemfile.lock"
    requirements = _requirements(gemfile, "jekyll")
    if requirements is None:
        return None
    allowed = any(all(_meets(version, *one) for one in requirements) for version in JEKYLL_4_VERSIONS)
    return (JEKYLL4 if allowed else GITHUB_PAGES), "for the gem jekyll in the Gemfile"


def _requirements(gemfile: str, name: str) -> list[tuple[str, Version]] | None:
    """The (operator, version) that a Gemfile asks of a gem; None if it does not name it."""
    match = re.search(GEM.format(name=name), gemfile, re.M)
    if match is None:
        return None
    found = REQUIREMENT.findall(match[1])
    return [(operator or "=", tuple(map(int, version.split(".")))) for operator, version in found]


def _meets(version: Version, operator: str, wanted: Version) -> bool:
    """As Gem::Requirement decides; an exact requirement counts by its first part."""
    match operator:
        case "~>":
            return version >= wanted and version[: len(wanted) - 1] == wanted[:-1]
        case "=":
            return version[0] == wanted[0]
        case "!=":
            return version != wanted
        case ">":
            return version > wanted
        case "<":
            return version < wanted
        case ">=":
            return version >= wanted
        case _:
            return version <= wanted


def _kramdown(lock: str) -> KramdownVersion:
    match = lock and re.search(r"^ {4}kramdown \((\d+)\.(\d+)", lock, re.M)
    return "2.5" if match and (int(match[1]), int(match[2])) >= (2, 5) else "2.4"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""

"""What would be right, for the mistakes that authors make most in style sheets."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

VARIABLE: Final = regex(r"(\$[\w-]+)\s*:")
MIXIN: Final = regex(r"@mixin\s+([\w-]+)")
INCLUDED: Final = regex(r"@include\s+([\w-]+)")
USED: Final = regex(r"\$[\w-]+")
QUOTED: Final = regex(r"[\"']([^\"']+)[\"']")
PARTIALS: Final = ("*.scss", "*.sass", "*.css")


def advice(message: str, text: str, line: int | None, load_paths: Sequence[Path]) -> str | None:
    """A hint for what the compiler says of a line of `text`; None if it says enough."""
    lines = text.split("\n")
    if line is None or not 0 < line <= len(lines):
        return None
    here = lines[line - 1]
    if message.startswith('expected ";"'):
        return "a `;` is missing at the end of the line above"
    if message.startswith('expected "}"'):
        return "a block is not closed"
    if message.startswith("Undefined variable"):
        return near(
            VARIABLE.findall(text), USED.findall(here), "define it before it is used, or import what does"
        )
    if message.startswith("Undefined mixin"):
        return near(MIXIN.findall(text), INCLUDED.findall(here), "import what defines it")
    if message.startswith("Can't find stylesheet") and (named := QUOTED.search(here)):
        folders = ", ".join(folder.name for folder in load_paths)
        otherwise = f"it is looked for beside this file and in {folders}"
        return near(list(names(load_paths)), [named[1].rpartition("/")[2]], otherwise)
    return None


def near(known: Collection[str], used: Iterable[str], otherwise: str) -> str:
    """A known name that is like one of those that are used and not known."""
    found = [like for name in used if name not in known for like in close_matches(name, known, 1)]
    return f"did you mean `{found[0]}`?" if found else otherwise


def names(folders: Iterable[Path]) -> Iterable[str]:
    """What the partials in `folders` are imported as."""
    for folder in folders:
        for pattern in PARTIALS:
            yield from (path.stem.removeprefix("_") for path in folder.glob(pattern))

"""What a theme's gem specification says, read without Ruby: what it assigns, as strings and lists."""

import re
from typing import Final

from onemg_render.config import Theme
from onemg_render.liquid import Value
from onemg_render.util.patterns import regex

STRING: Final = regex(r"""(["'])((?:\\.|(?!\1).)*)\1|%q[<({]([^>)}]*)[>)}]""")
ASSIGNMENT: Final = regex(r"^[^\S\n]*\w+\.(\w+)\s*+=\s*+(\[[^\]]*\]|[\"'%].*)$", re.M)
METADATA: Final = regex(r"^[^\S\n]*\w+\.metadata\[([\"'])(.*?)\1\]\s*=\s*([\"'])(.*?)\3", re.M)
METADATA_HASH: Final = regex(r"^[^\S\n]*\w+\.metadata\s*=\s*\{([^}]*)\}", re.M)
DEPENDENCY: Final = regex(r"^[^\S\n]*\w+\.(add_runtime_dependency|add_dependency)\b(.*)$", re.M)
OTHER_RUBYGEMS: Final = "\n  else\n"
"""In specifications that old RubyGems wrote, what follows lists all dependencies once more."""


def theme_facts(theme: Theme, environment: str) -> dict[str, Value]:
    """The variable `theme` (upstream `drops/theme_drop.rb`); its place is shown in development only."""
    text = specification(theme)
    said = {name: strings(value) for name, value in ASSIGNMENT.findall(text)}
    authors = said.get("authors") or said.get("author") or []
    description = said.get("description") or said.get("summary")
    return {
        "root": str(theme.root) if environment == "development" else "",
        "metadata": metadata(text),
        "dependencies": dependencies(text),
        "version": next(iter(said.get("version", [])), None) or version_in(theme.root.name),
        "authors": ", ".join(authors),
        "description": description[0] if description else None,
    }


def strings(ruby: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", quoted) or words for _, quoted, words in STRING.findall(ruby)]


def metadata(text: str) -> dict[str, Value]:
    pairs = [string for table in METADATA_HASH.findall(text) for string in strings(table)]
    single = {key: value for _, key, _, value in METADATA.findall(text)}
    return {**dict(zip(pairs[::2], pairs[1::2], strict=False)), **single}


def dependencies(text: str) -> list[Value]:
    """As RubyGems prints what a gem needs to run: `jekyll (>= 3.5, < 5.0)`."""
    found = DEPENDENCY.findall(text.partition(OTHER_RUBYGEMS)[0])
    needed = [strings(words) for _, words in found]
    return [
        f"{name} ({', '.join(map(requirement, bounds)) or '>= 0'})" for name, *bounds in filter(None, needed)
    ]


def requirement(bound: str) -> str:
    return f"= {bound}" if bound[:1].isdigit() else bound


def specification(theme: Theme) -> str:
    """The theme's gemspec: in its folder, or where RubyGems keeps those of installed gems."""
    installed = theme.root.parent.parent / "specifications" / f"{theme.root.name}.gemspec"
    for path in (*sorted(theme.root.glob("*.gemspec")), installed):
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
    return ""


def version_in(folder: str) -> str | None:
    """`2.5.1` of a gem's folder `minima-2.5.1`."""
    found = re.search(r"-(\d+(?:\.\w+)*)$", folder)
    return found[1] if found else None

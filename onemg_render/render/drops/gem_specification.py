"""What a theme's gem specification says, read without Ruby: plain assignments of strings and lists."""

import re
from typing import Final

from onemg_render.config import Theme
from onemg_render.liquid import Value

STRING: Final = re.compile(r"""(["'])((?:\\.|(?!\1).)*)\1""")
ASSIGNMENT: Final = re.compile(r"^[^\S\n]*\w+\.(\w+)\s*+=\s*+(\[[^\]]*\]|[\"'].*)$", re.M)
METADATA: Final = re.compile(r"^[^\S\n]*\w+\.metadata\[([\"'])(.*?)\1\]\s*=\s*([\"'])(.*?)\3", re.M)


def theme_facts(theme: Theme, environment: str) -> dict[str, Value]:
    """The variable `theme` (upstream `drops/theme_drop.rb`); its place is shown in development only."""
    text = specification(theme)
    said = {name: [found[1] for found in STRING.findall(value)] for name, value in ASSIGNMENT.findall(text)}
    authors = said.get("authors") or said.get("author") or []
    description = said.get("description") or said.get("summary")
    return {
        "root": str(theme.root) if environment == "development" else "",
        "authors": ", ".join(authors),
        "version": next(iter(said.get("version", [])), None) or version_in(theme.root.name),
        "description": description[0] if description else None,
        "metadata": {key: value for _, key, _, value in METADATA.findall(text)},
    }


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

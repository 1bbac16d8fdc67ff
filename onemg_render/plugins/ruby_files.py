"""What a `_plugins/*.rb` seems to define, for the one warning that says it was not run."""

import re
from pathlib import Path
from typing import Final

from onemg_render.reporting import Message
from onemg_render.util.patterns import regex

DEFINITIONS: Final = (
    ("the tag `{}`", regex(r"register_tag\s*\(?\s*['\":]([\w-]+)")),
    ("the filters of `{}`", regex(r"register_filter\s*\(?\s*([\w:]+)")),
    ("the generator `{}`", regex(r"class\s+(\w+)\s*<\s*(?:Jekyll::)?Generator\b")),
    ("the converter `{}`", regex(r"class\s+(\w+)\s*<\s*(?:Jekyll::)?Converter\b")),
    ("the command `{}`", regex(r"class\s+(\w+)\s*<\s*(?:Jekyll::)?Command\b")),
    ("a hook for `{}`", regex(r"Hooks\.register\s*\(?\s*[:\[]+\s*:?(\w+)")),
)
REQUIRE: Final = regex(r"^[^\S\n]*require\s+['\"]([\w/-]+)['\"]", re.M)


def not_run(path: Path, shown: str, built_in: frozenset[str]) -> Message:
    """The warning for one Ruby file; `built_in` are the plug-ins that could be listed in its place."""
    text = path.read_text(encoding="utf-8", errors="replace")
    parts = [name.format(found) for name, pattern in DEFINITIONS for found in pattern.findall(text)]
    gems = [gem for gem in REQUIRE.findall(text) if gem in built_in]
    if gems:
        hint = f"instead, list in `plugins`: {', '.join(gems)}"
    else:
        hint = "write it as a Python plug-in: `onemg_render.plugins.api` says how"
    text = f"Ruby code is not run; it seems to define {', '.join(parts)}" if parts else "Ruby code is not run"
    return Message("warning", text, "Plug-in", shown, hint=hint)

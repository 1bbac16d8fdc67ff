"""Configuration keys of Jekyll before 1.0 and 3.0, which Jekyll 3 still translates.

Mirrors upstream 3.10.0 `lib/jekyll/configuration.rb#backwards_compatibilize`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from onemg_render.config.config import ConfigFile, error_in
from onemg_render.reporting import Reporter
from onemg_render.util.text import as_text

TOPIC: Final = "Deprecation"
RENAMED: Final = {
    "server_port": "port",
    "gems": "plugins",
    "layouts": "layouts_dir",
    "data_source": "data_dir",
}
GONE: Final = {
    "auto": "say `--watch` on the command line instead",
    "watch": "say `--watch` on the command line instead",
    "server": "use the command `serve` instead",
}


def translate(user: Mapping[str, Any], files: Sequence[ConfigFile], reporter: Reporter) -> dict[str, Any]:
    """The user's keys, old ones under their present names, with a warning for each.

    Raises ConfigError, placed in `files`, for `plugins` as a text and for the processor `maruku`.
    """
    if isinstance(user.get("plugins"), str):
        hint = "the folder of your plug-ins is set by `plugins_dir`"
        raise error_in(files, "`plugins` should be a list, not a text", "plugins", hint=hint)
    data = dict(user)
    for key in [key for key in GONE if key in data]:
        del data[key]
        reporter.warn(f"the key `{key}` has no effect any more", topic=TOPIC, hint=GONE[key])
    for old in [old for old in RENAMED if old in data]:
        data[RENAMED[old]] = data.pop(old)
        reporter.warn(f"the key `{old}` has been renamed to `{RENAMED[old]}`", topic=TOPIC)
    if "pygments" in data:
        reporter.warn("the key `pygments` has been renamed to `highlighter`", topic=TOPIC)
        if data.pop("pygments"):
            data["highlighter"] = "pygments"
    for key in [key for key in ("include", "exclude") if key in data]:
        data[key] = _listed(data[key], key, reporter)
    if str(data.get("markdown")).lower() == "maruku":
        hint = "write `markdown: kramdown`"
        raise error_in(files, "the Markdown processor maruku was removed in Jekyll 3", "markdown", hint=hint)
    return data


def _listed(value: object, key: str, reporter: Reporter) -> object:
    if isinstance(value, str):
        reporter.warn(f"the key `{key}` should be a list; it is taken as one, split at commas", topic=TOPIC)
        return [entry.strip() for entry in value.rstrip(",").split(",")]
    return [as_text(entry) for entry in value] if isinstance(value, list) else value

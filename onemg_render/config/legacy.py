"""Configuration keys of Jekyll before 1.0 and 3.0, which Jekyll 3 still translates.

Mirrors upstream 3.10.0 `lib/jekyll/configuration.rb#backwards_compatibilize`.
"""

from typing import Final

from onemg_render.config.config import Config
from onemg_render.reporting import Reporter

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


def translate(config: Config, reporter: Reporter) -> None:
    """Give old keys their present names, with a warning for each. Raises ConfigError for `maruku`."""
    if isinstance(config.get("plugins"), str):
        raise config.error(
            "`plugins` should be a list, not a text",
            "plugins",
            hint="the folder of your plug-ins is set by `plugins_dir`",
        )
    data = dict(config)
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
    for key in ("include", "exclude"):
        data[key] = _listed(data.get(key), key, reporter)
    config.replace(data)
    if str(config.get("markdown")).lower() == "maruku":
        raise config.error(
            "the Markdown processor maruku was removed in Jekyll 3",
            "markdown",
            hint="write `markdown: kramdown`",
        )


def _listed(value: object, key: str, reporter: Reporter) -> object:
    if isinstance(value, str):
        reporter.warn(f"the key `{key}` should be a list; it is taken as one, split at commas", topic=TOPIC)
        return [entry.strip() for entry in value.rstrip(",").split(",")]
    return [str(entry) for entry in value] if isinstance(value, list) else value

"""Keys of the configuration that nothing reads but that look like one that would be read."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from onemg_render.config import Config
from onemg_render.config.defaults import JEKYLL_4
from onemg_render.markdown import OPTIONS
from onemg_render.reporting import Message
from onemg_render.util.close_matches import close_matches

Keys = tuple[str | int, ...]

EACH: Final = "*"
WITHOUT_DEFAULT: Final = ("url", "theme", "remote_theme", "compat", "time", "sass", "paginate", "check")
BELOW: Final[Mapping[Keys, Collection[str]]] = {
    (): (*WITHOUT_DEFAULT, *JEKYLL_4),
    ("check",): ("ignore", "schemas", "external"),
    ("collections", EACH): ("output", "permalink", "sort_by", "order"),
    ("defaults", EACH): ("scope", "values"),
    ("defaults", EACH, "scope"): ("path", "type"),
    ("kramdown",): (*JEKYLL_4["kramdown"], *OPTIONS),
    ("liquid",): ("dialect", "error_mode", "limits", "strict_filters", "strict_variables"),
    ("sass",): (
        "add_charset", "implementation", "load_paths", "quiet_deps", "sass_dir", "silence_deprecations",
        "sourcemap", "style", "verbose",
    ),
}  # fmt: skip
"""What is read below a path of keys; sites may have keys of their own beside them."""
NEAR: Final = 0.84
NEAR_BELOW: Final = 0.75
"""At the top, where sites have many keys of their own, names are more often alike by accident."""


def mistyped_keys(config: Config) -> Iterator[Message]:
    """A warning for each key of the configuration files that looks like a known one but is not."""
    for file in config.files:
        for pattern, known in BELOW.items():
            for keys, mapping in mappings(file.data, pattern):
                yield from mistyped(config, keys, mapping, known)


def mappings(value: Any, pattern: Keys, above: Keys = ()) -> Iterator[tuple[Keys, Mapping[Any, Any]]]:
    """The mappings at a path of keys, each with its place."""
    if not pattern:
        if isinstance(value, Mapping):
            yield above, value
        return
    first, *rest = pattern
    members = (
        value if isinstance(value, Mapping) else dict(enumerate(value if isinstance(value, list) else ()))
    )
    for key in members if first == EACH else {first} & members.keys():
        yield from mappings(members[key], (*rest,), (*above, key))


def mistyped(
    config: Config, above: Keys, mapping: Mapping[Any, Any], known: Collection[str]
) -> Iterator[Message]:
    for key in map(str, mapping):
        near = close_matches(key, known, 1, NEAR_BELOW if above else NEAR) if key not in known else []
        if near and near[0] not in mapping:
            name = ".".join(map(str, (*above, key)))
            hint = f"did you mean `{near[0]}`?"
            error = config.error(f"nothing reads the key `{name}`", *above, key, hint=hint)
            yield Message.from_error(error, "warning", "Configuration")

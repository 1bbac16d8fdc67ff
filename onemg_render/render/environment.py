"""Liquid as Jekyll sets it up: tags, filters, error mode (upstream `lib/jekyll/liquid_renderer.rb`)."""

from collections.abc import Callable, Mapping
from typing import Final, cast

from onemg_render.config import Config
from onemg_render.errors import LiquidError
from onemg_render.liquid import Dialect, Environment, ErrorMode, Filter, Tag, Value
from onemg_render.liquid.filters import STANDARD
from onemg_render.render.filters import FILTERS
from onemg_render.render.reads import RecordedTime
from onemg_render.render.tags import TAGS
from onemg_render.reporting import Message, Reporter

ERROR_MODES: Final = ("strict", "warn", "lax")
DIALECTS: Final = ("4.0", "5")
DATE_FILTERS: Final = (
    "date",
    "date_to_xmlschema",
    "date_to_rfc822",
    "date_to_string",
    "date_to_long_string",
)


def jekyll_environment(
    config: Config, tags: Mapping[str, Tag], filters: Mapping[str, Filter], reporter: Reporter
) -> Environment:
    """Raises ConfigError for an unknown error mode or dialect."""
    liquid = config.mapping("liquid")

    def warn(error: LiquidError) -> None:
        reporter.report(Message.from_error(error, "warning", "Liquid Warning"))

    return Environment(
        dialect=cast(Dialect, chosen(config, "dialect", DIALECTS)),
        error_mode=cast(ErrorMode, chosen(config, "error_mode", ERROR_MODES)),
        strict_filters=bool(liquid.get("strict_filters")),
        strict_variables=bool(liquid.get("strict_variables")),
        tags={**TAGS, **tags},
        filters=recording_time({**STANDARD, **FILTERS, **filters}),
        on_warning=warn,
    )


def chosen(config: Config, key: str, names: tuple[str, ...]) -> str:
    value = config.mapping("liquid").get(key)
    if value is None:
        return names[0] if key == "dialect" else "warn"
    if str(value) not in names:
        raise config.error(
            f"`liquid.{key}` cannot be `{value}`", "liquid", key, hint=f"one of {', '.join(names)}"
        )
    return str(value)


def recording_time(filters: Mapping[str, Filter]) -> dict[str, Filter]:
    """`filters` with those for dates telling what became of the build's time."""
    recording = dict(filters)
    for name in DATE_FILTERS:
        recording[name] = recorded(name, recording[name])
    return recording


def recorded(name: str, format_date: Filter) -> Callable[..., Value]:
    def apply(value: Value, *arguments: Value) -> Value:
        if isinstance(value, RecordedTime):
            value.reads.formatted(value, name, *arguments)
        return format_date(value, *arguments)

    return apply

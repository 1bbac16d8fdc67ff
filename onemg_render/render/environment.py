"""Liquid as Jekyll sets it up: tags, filters, error mode (upstream `lib/jekyll/liquid_renderer.rb`)."""

from collections.abc import Mapping
from typing import Final, cast

from onemg_render.config import Config
from onemg_render.errors import LiquidError
from onemg_render.liquid import Dialect, Environment, ErrorMode, Filter, Tag
from onemg_render.render.filters import jekyll_filters
from onemg_render.render.tags import jekyll_tags
from onemg_render.reporting import Message, Reporter

ERROR_MODES: Final = ("strict", "warn", "lax")
DIALECTS: Final = ("4.0", "5")


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
        tags={**jekyll_tags(), **tags},
        filters={**jekyll_filters(config.compat), **filters},
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

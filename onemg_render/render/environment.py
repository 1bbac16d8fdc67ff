"""Liquid as Jekyll sets it up: tags, filters, error mode (upstream `lib/jekyll/liquid_renderer.rb`)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from onemg_render.config import Config
from onemg_render.errors import LiquidError
from onemg_render.liquid import Dialect, Environment, ErrorMode, Filter, Limits, Tag
from onemg_render.render.filters import jekyll_filters
from onemg_render.render.tags import jekyll_tags
from onemg_render.reporting import Message, Reporter

if TYPE_CHECKING:
    from onemg_render.liquid.names import Names

ERROR_MODES: Final = ("warn", "strict", "lax")
DIALECTS: Final = ("4.0", "5")
STRANGERS: Final = Limits(render_length=50_000_000, loops=5_000_000)
BLOCKS: Final = ("capture", "case", "comment", "for", "if", "ifchanged", "raw", "tablerow", "unless")


def jekyll_environment(
    config: Config,
    tags: Mapping[str, Tag],
    filters: Mapping[str, Filter],
    reporter: Reporter,
    names: "Names | None" = None,
    *,
    blank: bool = False,
) -> Environment:
    """tags, filters: those of plug-ins. blank: whether things equal `blank`.

    Raises ConfigError for an unknown error mode or dialect.
    """
    liquid = config.mapping("liquid")
    dialect = cast(Dialect, chosen(config, "dialect", DIALECTS))

    def warn(error: LiquidError) -> None:
        reporter.report(Message.from_error(error, "warning", "Liquid Warning"))

    return Environment(
        dialect=dialect,
        error_mode=cast(ErrorMode, chosen(config, "error_mode", ERROR_MODES)),
        strict_filters=bool(liquid.get("strict_filters")),
        strict_variables=bool(liquid.get("strict_variables")),
        tags={**jekyll_tags(), **tags},
        filters={**jekyll_filters(config.compat), **filters},
        limits=limits(config),
        on_warning=warn,
        names=names,
        blank=blank,
    )


def block_tags(environment: Environment) -> frozenset[str]:
    """The names of the tags that have an end tag."""
    return frozenset([*BLOCKS, *(name for name, tag in environment.tags.items() if tag.block)])


def chosen(config: Config, key: str, names: tuple[str, ...]) -> str:
    """A setting below `liquid`; the first of `names` unless given."""
    value = str(config.mapping("liquid").get(key) or names[0])
    if value not in names:
        hint = f"one of {', '.join(names)}"
        raise config.error(f"`liquid.{key}` cannot be `{value}`", "liquid", key, hint=hint)
    return value


def limits(config: Config) -> Limits:
    """What stops a runaway template: `liquid.limits` over the language's own. Raises ConfigError.

    A site that is not trusted may not raise them.
    """
    given = config.mapping("liquid").get("limits") or {}
    names = Limits._fields
    if not isinstance(given, dict) or not given.keys() <= set(names):
        raise config.error(
            "`liquid.limits` must map names to numbers", "liquid", "limits", hint=f"names: {', '.join(names)}"
        )
    for name, value in given.items():
        if value.__class__ is not int or value < 1:
            raise config.error(f"`liquid.limits.{name}` must be a positive integer", "liquid", "limits", name)
    if config.distrusts_source:
        given = {
            name: min(value, getattr(STRANGERS, name))
            for name, value in {**STRANGERS._asdict(), **given}.items()
        }
    return Limits(**given)

"""Liquid, the template language, in the dialects 4.0 (what Jekyll and GitHub Pages have) and 5."""

from collections.abc import Mapping

from onemg_render.errors import LiquidError, LiquidSyntaxError
from onemg_render.liquid.context import Context, Limits
from onemg_render.liquid.dialects import Dialect
from onemg_render.liquid.drops import Drop, Fields, Listing, Table, Value
from onemg_render.liquid.environment import Environment, ErrorMode
from onemg_render.liquid.filters.registry import Filter, context_filter
from onemg_render.liquid.tag import Body, Comparison, Engine, Expression, Partial, Render, Source, Tag
from onemg_render.liquid.template import Template
from onemg_render.liquid.tiers import Tier

__all__ = [
    "Body",
    "Comparison",
    "Context",
    "Dialect",
    "Drop",
    "Engine",
    "Environment",
    "ErrorMode",
    "Expression",
    "Fields",
    "Filter",
    "Limits",
    "LiquidError",
    "LiquidSyntaxError",
    "Listing",
    "Partial",
    "Render",
    "Source",
    "Table",
    "Tag",
    "Template",
    "Tier",
    "Value",
    "context_filter",
    "render",
]

NO_PARTIALS: Mapping[str, str] = {}


def render(
    template: str,
    data: dict[str, Value],
    *,
    partials: Mapping[str, str] = NO_PARTIALS,
    error_mode: ErrorMode = "warn",
    dialect: Dialect = "4.0",
    tier: Tier = "auto",
) -> str:
    """Render one template with plain data; raises LiquidError.

    partials: sources of the templates that it may include, by name. tier: "direct" or "compiled" force one
    back end.
    """
    environment = Environment(dialect=dialect, error_mode=error_mode, partials=partials.get, tier=tier)
    return environment.parse(template).render(Context(environment, data))

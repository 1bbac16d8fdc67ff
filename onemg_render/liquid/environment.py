"""The settings and tables with which templates are parsed and rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from onemg_render.errors import LiquidError
from onemg_render.liquid.context import Limits
from onemg_render.liquid.filters.registry import Filter
from onemg_render.liquid.tag import Expression, Tag
from onemg_render.liquid.template import Template

Dialect = Literal["4.0", "5"]
ErrorMode = Literal["strict", "warn", "lax"]
Tier = Literal["auto", "direct", "compiled"]


def _no_partial(name: str) -> str | None:
    return None


@dataclass(slots=True, kw_only=True)
class Environment:
    """Parses templates; one for all templates of a build.

    dialect: "4.0" is exactly what Jekyll and GitHub Pages have. error_mode: as `liquid.error_mode` of Jekyll.
    tags, filters: added to, and before, the standard ones. partials: source of an included template by its
    name, or None where there is none. on_warning: called with what error mode `warn` let pass. tier: "auto"
    compiles hot templates, the others are for tests.
    """

    dialect: Dialect = "4.0"
    error_mode: ErrorMode = "warn"
    strict_filters: bool = False
    strict_variables: bool = False
    tags: Mapping[str, Tag] = field(default_factory=dict)
    filters: Mapping[str, Filter] = field(default_factory=dict)
    partials: Callable[[str], str | None] = _no_partial
    limits: Limits = field(default_factory=Limits)
    on_warning: Callable[[LiquidError], None] | None = None
    tier: Tier = "auto"

    def parse(self, source: str, path: str | None = None, line: int = 1) -> Template:
        """The template of `source`.

        Line: the number of its first line in its file, so that errors fit the file.
        """
        return Template(source, path, line)

    def expression(self, text: str) -> Expression:
        """`a.b[0]`, a literal or a range, without filters."""
        raise NotImplementedError

    def variable(self, text: str) -> Expression:
        """What may stand between `{{` and `}}`: an expression with filters."""
        raise NotImplementedError

    def condition(self, text: str) -> Expression:
        """What may stand in an `if`, strictly parsed; raises LiquidSyntaxError."""
        raise NotImplementedError

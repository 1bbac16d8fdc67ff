"""The settings and tables with which templates are parsed and rendered."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from onemg_render.errors import LiquidError, LiquidSyntaxError, TagError
from onemg_render.liquid import nodes
from onemg_render.liquid.conditions import ConditionParser
from onemg_render.liquid.context import Context, Limits
from onemg_render.liquid.dialects import DIALECT_HINT, DIALECTS, Dialect
from onemg_render.liquid.direct.expressions import Evaluate, Expressions
from onemg_render.liquid.direct.statements import DirectCompiler
from onemg_render.liquid.drops import Value
from onemg_render.liquid.expressions import ExpressionParser
from onemg_render.liquid.filters.registry import Filter, Signature, signature
from onemg_render.liquid.filters.table import FILTERS
from onemg_render.liquid.literals import LITERALS_5
from onemg_render.liquid.parser import NOTHING, Call, Grammar, StandardTag, Statement, TemplateParser
from onemg_render.liquid.paths import paths_in
from onemg_render.liquid.tag import Comparison, Expression, Tag
from onemg_render.liquid.tags.conditional import dropped
from onemg_render.liquid.tags.table import TAGS
from onemg_render.liquid.template import Template, located, placed
from onemg_render.liquid.tiers import Program, Tier, Tiers
from onemg_render.liquid.tree import call
from onemg_render.util.close_matches import close_matches
from onemg_render.util.dates import SystemZone

if TYPE_CHECKING:
    from onemg_render.liquid.names import Names

ErrorMode = Literal["strict", "warn", "lax"]
NO_TAGS: Mapping[str, Tag] = {}
NO_FILTERS: Mapping[str, Filter] = {}
DEFAULT_LIMITS = Limits()
MANY_CONDITIONS: Final = 1000


def no_partial(name: str) -> str | None:
    return None


def system_time() -> datetime:
    return datetime.now(SystemZone())


class Environment:
    """Parses templates; one for all templates of a build.

    dialect: "4.0" is exactly what Jekyll and GitHub Pages have. error_mode: as `liquid.error_mode` of Jekyll.
    tags, filters: added to, and before, the standard ones. partials: source of an included template by its
    name, or None where there is none. on_warning: called with what error mode `warn` let pass. tier: "auto"
    compiles hot templates, the others are for tests. names: is told of what templates name and find. blank:
    things equal `blank` in dialect 4.0 too, as they do in Ruby once ActiveSupport is loaded.
    """

    def __init__(
        self,
        *,
        dialect: Dialect = "4.0",
        error_mode: ErrorMode = "warn",
        strict_filters: bool = False,
        strict_variables: bool = False,
        tags: Mapping[str, Tag] = NO_TAGS,
        filters: Mapping[str, Filter] = NO_FILTERS,
        partials: Callable[[str], str | None] = no_partial,
        limits: Limits = DEFAULT_LIMITS,
        on_warning: Callable[[LiquidError], None] | None = None,
        now: Callable[[], datetime] = system_time,
        tier: Tier = "auto",
        names: "Names | None" = None,
        blank: bool = False,
    ) -> None:
        self.dialect = dialect
        self.error_mode = error_mode
        self.strict_filters = strict_filters
        self.strict_variables = strict_variables
        self.tags = tags
        self.filters: Mapping[str, Filter] = {**FILTERS[dialect], **filters}
        self.limits = limits
        self.now = now
        self.names = names
        self._partials = partials
        self._on_warning = on_warning
        self._signatures: dict[str, Signature] = {}
        self._parsed_partials: dict[str, Template] = {}
        self._conditions: dict[str, Expression] = {}
        rules = DIALECTS[dialect]._replace(literals=LITERALS_5) if blank else DIALECTS[dialect]
        expressions = ExpressionParser(rules, error_mode)
        self._grammar = Grammar(
            dialect=rules,
            expressions=expressions,
            conditions=ConditionParser(expressions),
            tags={**TAGS[dialect], **{name: self._custom_tag(tag) for name, tag in tags.items()}},
            newer_filters=frozenset(FILTERS["5"].keys() - self.filters.keys()),
            unknown=self._tag_hint,
            nesting=limits.nesting,
        )
        self._closures = Expressions(self)
        self._tiers = Tiers(self, DirectCompiler(self, self._closures), tier)

    def parse(self, source: str, path: str | None = None, line: int = 1) -> Template:
        """The template of `source`.

        Line: the number of its first line in its file, so that errors fit the file.
        """
        if "{{" not in source and "{%" not in source:
            return Template(source, path, line, lambda context, out: out.append(source))
        parser = TemplateParser(self._grammar, source, path, line)
        try:
            body = parser.parse()
            template = Template(source, path, line, Program(self._tiers, body, parser.statements).run)
        except LiquidError as error:
            raise located(error, source, path, line) from None
        except RecursionError:
            raise located(LiquidSyntaxError("Nesting too deep"), source, path, line) from None
        if self.names is not None:
            self.names.note(body, partial(named_at, source, path or "", line))
        for warning in parser.warnings:
            located(warning, source, path, line)
            template.warnings.append(warning)
            if self._on_warning is not None:
                self._on_warning(warning)
        return template

    def expect(self, left: int) -> None:
        """One more of many texts has been rendered, and so many are to come: what will be hot follows."""
        self._tiers.done += 1
        self._tiers.left = left

    def expression(self, text: str) -> Expression:
        """`a.b[0]`, a literal or a range, without filters."""
        return BoundExpression(self._closures, self._grammar.expressions.expression(text))

    def variable(self, text: str) -> Expression:
        """What may stand between `{{` and `}}`: an expression with filters."""
        return BoundExpression(self._closures, self._grammar.expressions.variable(text)[0])

    def condition(self, text: str) -> Expression:
        """What may stand in an `if`, strictly parsed; raises LiquidSyntaxError."""
        known = self._conditions.get(text)
        if known is None:
            known = BoundExpression(self._closures, self._grammar.conditions.strict(text))
            if len(self._conditions) < MANY_CONDITIONS:  # not if a template makes ever new ones
                self._conditions[text] = known
        return known

    def filter(self, name: str) -> tuple[Filter, Signature] | None:
        """The filter of that name and what it can be called with; None if there is none."""
        function = self.filters.get(name)
        if function is None:
            return None
        known = self._signatures.get(name)
        if known is None:
            known = self._signatures[name] = signature(function)
        return function, known

    def filter_hint(self, name: str) -> str | None:
        """What may have been meant by the name of a filter that is not there."""
        return DIALECT_HINT if name in FILTERS["5"] else near(name, self.filters)

    def partial(self, name: str) -> Template:
        """The parsed template that `include` or `render` names."""
        source = self._partials(name)
        if source is None:
            raise LiquidError(f"No such template '{name}'")
        known = self._parsed_partials.get(name)
        if known is None or known.source != source:
            known = self._parsed_partials[name] = self.parse(source, name)
        return known

    def _tag_hint(self, name: str) -> str | None:
        return DIALECT_HINT if name in TAGS["5"] else near(name, {**TAGS[self.dialect], **self.tags})

    def _custom_tag(self, custom: Tag) -> StandardTag:
        """The parser's row for a tag of the surrounding program."""

        def parse(parser: TemplateParser, tag: Call) -> Statement:
            line = parser.line + parser.source.count("\n", 0, tag.start)
            render = custom.parse(tag.markup, Place(self, parser.path, line, tag.name))
            body: list[nodes.Stmt] = []
            blank = False
            if custom.block:
                branch = parser.branch(tag.name, NOTHING)
                body, blank = branch.body, branch.blank
            return dropped(parser, nodes.CallBlock(tag.start, call("tag", nodes.Const(render)), body), blank)

        return parse


class BoundExpression:
    """A parsed expression of an environment."""

    __slots__ = ("_evaluate", "comparison", "names", "paths")

    def __init__(self, closures: Expressions, node: nodes.Expr) -> None:
        self._evaluate: Evaluate = closures.evaluate(node)
        self.paths = frozenset(paths_in(node))
        self.names = frozenset(path[0] for path in self.paths)
        self.comparison: Comparison | None = None
        if isinstance(node, nodes.Compare):
            left, (right,) = node.expr, node.ops
            self.comparison = Comparison(
                BoundExpression(closures, left), right.op, BoundExpression(closures, right.expr)
            )

    def __call__(self, context: Context) -> Value:
        return self._evaluate(context)


class Place:
    """Where a tag of the surrounding program stands."""

    __slots__ = ("environment", "line", "name", "path")

    def __init__(self, environment: Environment, path: str | None, line: int, name: str) -> None:
        self.environment = environment
        self.path = path
        self.line = line
        self.name = name

    def expression(self, text: str) -> Expression:
        return self.environment.expression(text)

    def variable(self, text: str) -> Expression:
        return self.environment.variable(text)

    def template(self, text: str) -> Template:
        return self.environment.parse(text, self.path, self.line)

    def error(self, message: str, *, hint: str | None = None) -> LiquidError:
        return TagError(message, hint=hint)


def named_at(source: str, path: str, line: int, offset: int, text: str) -> tuple[str, int, int]:
    """Where `text` stands in the tag that begins at `offset`."""
    return placed(source, path, line, max(offset, source.find(text, offset)))


def near(name: str, known: Mapping[str, object]) -> str | None:
    """A hint with names like `name`."""
    found = close_matches(name, known, n=3)
    return f"did you mean {' or '.join(found)}?" if found else None

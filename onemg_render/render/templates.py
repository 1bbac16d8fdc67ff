"""Liquid as a build has it: parsed templates kept, messages with their place, and what each template cost."""

from collections.abc import Callable
from time import perf_counter
from typing import Final, TypeAlias

from onemg_render.liquid import Context, Environment, Partial, Value
from onemg_render.render.reads import COUNTERS, Reads
from onemg_render.site import Layout

NATIVE: Final = ".jinja"
Parse: TypeAlias = Callable[[str, str, int], Partial]
"""A template from its text, its path and the number of its first line."""


class Cost:
    """What one template cost so far."""

    __slots__ = ("count", "seconds", "size")

    def __init__(self, count: int = 0, size: int = 0, seconds: float = 0.0) -> None:
        self.count = count
        self.size = size
        self.seconds = seconds

    def since(self, earlier: "Cost") -> "Cost":
        """What came since an earlier state of the same count."""
        return Cost(self.count - earlier.count, self.size - earlier.size, self.seconds - earlier.seconds)

    def add(self, more: "Cost") -> None:
        """Count what another has counted, too."""
        self.count += more.count
        self.size += more.size
        self.seconds += more.seconds


class Templates:
    """Parses and renders; one for a build. native: makes the parser of Jinja2 templates when one is met."""

    def __init__(self, environment: Environment, native: Callable[[], Parse], reads: Reads) -> None:
        self.environment = environment
        self.costs: dict[str, Cost] = {}
        self.counters: dict[str, Value] = {}
        self._native = native
        self._parse_native: Parse | None = None
        self._reads = reads
        self._layouts: dict[Layout, Partial] = {}

    def parse(self, text: str, path: str, line: int = 1) -> Partial:
        """The template of a text, of the kind that its path says."""
        start = perf_counter()
        template = self._parser_of(path)(text, path, line)
        self.costs.setdefault(path, Cost()).seconds += perf_counter() - start
        return template

    def _parser_of(self, path: str) -> Parse:
        if not path.endswith(NATIVE):
            return self.environment.parse
        if self._parse_native is None:
            self._parse_native = self._native()
        return self._parse_native

    def layout(self, layout: Layout) -> Partial:
        """The template of a layout, parsed once."""
        known = self._layouts.get(layout)
        if known is None:
            known = self.parse(layout.content, layout.relative_path, layout.line)
            self._layouts[layout] = known
        return known

    def render(self, template: Partial, variables: dict[str, Value], registers: dict[str, object]) -> str:
        """The template on variables and registers; counts what it took."""
        start = perf_counter()
        context = Context(self.environment, {**self.counters, **variables}, registers)
        text = template.render(context)
        if len(context.counters) > len(variables):
            self._keep_counters(context, variables)
        cost = self.costs.setdefault(template.path or "", Cost())
        cost.count += 1
        cost.size += len(text)
        cost.seconds += perf_counter() - start
        return text

    def _keep_counters(self, context: Context, variables: dict[str, Value]) -> None:
        """What `increment` counts goes on from one page to the next: upstream has one payload for all."""
        counted = {name: value for name, value in context.counters.items() if name not in variables}
        if counted != self.counters:
            self._reads.current.add((COUNTERS,))
            self.counters = counted

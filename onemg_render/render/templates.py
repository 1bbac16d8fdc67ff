"""Liquid as a build has it: parsed templates kept, messages with their place, and what each template cost."""

from dataclasses import dataclass
from time import perf_counter

from onemg_render.liquid import Context, Environment, Partial, Value


@dataclass(slots=True)
class Cost:
    """What one template cost so far."""

    count: int = 0
    size: int = 0
    seconds: float = 0.0


class Templates:
    """Parses and renders; one for a build."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.costs: dict[str, Cost] = {}
        self._parsed: dict[object, Partial] = {}

    def parse(self, text: str, path: str, line: int = 1) -> Partial:
        start = perf_counter()
        template = self.environment.parse(text, path, line)
        self.costs.setdefault(path, Cost()).seconds += perf_counter() - start
        return template

    def kept(self, key: object, text: str, path: str, line: int) -> Partial:
        """The template of a layout, parsed once."""
        known = self._parsed.get(key)
        if known is None:
            known = self._parsed[key] = self.parse(text, path, line)
        return known

    def render(self, template: Partial, variables: dict[str, Value], registers: dict[str, object]) -> str:
        start = perf_counter()
        text = template.render(Context(self.environment, variables, registers))
        cost = self.costs.setdefault(template.path or "", Cost())
        cost.count += 1
        cost.size += len(text)
        cost.seconds += perf_counter() - start
        return text

"""The state of one render: variables, registers, loops, interrupts and limits (Ruby: lib/liquid/context.rb).

Ruby searches a stack of scopes. Here `variables` is one flat dictionary in which inner names stand for outer
ones; a scope that shadows names restores them when it ends. Outermost assigns and the environment are kept
apart because `assign` inside a shadowing scope, and counters below an assign, write to what is hidden.
"""

from datetime import datetime
from decimal import Decimal
from types import TracebackType
from typing import Final, Literal, NamedTuple, Protocol

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Value

MISSING: Final = object()
LIMITS_HINT: Final = "`liquid: limits` in the configuration sets another limit"
LIKE_ITERATIONS: Final = 10
"""What a template inside another costs of the loops that one page may have: they can double."""
Interrupt = Literal["break", "continue"]


class Limits(NamedTuple):
    """What stops a runaway template.

    render_length: characters that one render may put out. loops: iterations of all loops of one render
    together, of which an include is worth ten.
    scopes: nested loops and includes at render time (100 in Ruby). nesting: nested blocks at parse time (100
    in Ruby).
    """

    render_length: int = 100_000_000
    loops: int = 20_000_000
    scopes: int = 100
    nesting: int = 100


class Budget:
    """What is left of the limits; shared by all contexts of one render."""

    __slots__ = ("loops",)

    def __init__(self, loops: int) -> None:
        self.loops = loops


class Settings(Protocol):
    """What a context must know of its environment."""

    @property
    def dialect(self) -> str: ...
    @property
    def strict_variables(self) -> bool: ...
    @property
    def limits(self) -> Limits: ...
    def now(self) -> datetime:
        """The current time in the zone of the site."""
        ...


class Context:
    """Variables and registers of one render; shared by a template and everything that it includes.

    environment: the settings. variables: what the template sees, names to values; the dictionary is copied.
    registers: anything that tags and filters of the surrounding program need (a site, the current page ...).
    """

    __slots__ = (
        "assigns",
        "budget",
        "counters",
        "cycles",
        "environment",
        "includes_allowed",
        "interrupts",
        "last_changed",
        "longest",
        "loops",
        "offsets",
        "registers",
        "scopes",
        "shadowed",
        "variables",
    )

    def __init__(
        self,
        environment: Settings,
        variables: dict[str, Value],
        registers: dict[str, object] | None = None,
    ) -> None:
        self.environment = environment
        self.variables = variables.copy()
        self.registers: dict[str, object] = {} if registers is None else registers
        self.counters: dict[str, Value] = variables.copy()
        self.assigns: dict[str, Value] = {}
        self.shadowed: dict[str, int] = {}
        self.scopes = 1
        self.includes_allowed = True
        self.interrupts: list[Interrupt] = []
        self.loops: list[Value] = []
        self.offsets: dict[str, int] = {}
        self.cycles: dict[Value, int] = {}
        self.last_changed: str | None = None
        self.budget = Budget(environment.limits.loops)
        self.longest = environment.limits.render_length

    def get(self, name: str) -> Value:
        """The variable `name`; None where there is none, an error with strict_variables."""
        value = self.variables.get(name, MISSING)
        if value is not MISSING:
            return value
        if self.environment.strict_variables:
            raise LiquidError(f"undefined variable {name}")
        return None

    def assign(self, name: str, value: Value) -> None:
        """Set a variable of the outermost scope, as `{% assign %}` and `{% capture %}` do."""
        if value.__class__ is str and len(value) > self.longest:
            raise self._too_long()
        self.assigns[name] = value
        if name not in self.shadowed:
            self.variables[name] = value

    def release(self, name: str) -> None:
        """Hold no value of a variable that is about to be assigned."""
        if name in self.assigns and name not in self.shadowed:
            self.assigns[name] = self.variables[name] = None

    def scope(self, values: dict[str, Value]) -> "Scope":
        """`with context.scope({"include": parameters}): ...` - names that hold until the block ends."""
        return Scope(self, values)

    def enter(self, values: dict[str, Value]) -> dict[str, Value]:
        """Begin a scope in which `values` hide what had these names; returns what `leave` needs."""
        self.scopes += 1
        if self.scopes > self.environment.limits.scopes:
            raise LiquidError("Nesting too deep")
        variables, shadowed = self.variables, self.shadowed
        hidden = {}
        for name, value in values.items():
            hidden[name] = variables.get(name, MISSING)
            shadowed[name] = shadowed.get(name, 0) + 1
            variables[name] = value
        return hidden

    def hide(self, hidden: dict[str, Value], name: str, value: Value) -> None:
        """Add a name to the scope that returned `hidden`."""
        if name not in hidden:
            hidden[name] = self.variables.get(name, MISSING)
            self.shadowed[name] = self.shadowed.get(name, 0) + 1
        self.variables[name] = value

    def leave(self, hidden: dict[str, Value]) -> None:
        """End the scope that returned `hidden`."""
        self.scopes -= 1
        for name, value in hidden.items():
            depth = self.shadowed[name] - 1
            if depth:
                self.shadowed[name] = depth
                self.variables[name] = value
            else:
                del self.shadowed[name]
                self._uncover(name)

    def spend(self, iterations: int) -> None:
        """Count the iterations of a loop before it runs; an error when one page has too many."""
        self.budget.loops -= iterations
        if self.budget.loops < 0:
            most = self.environment.limits.loops
            raise LiquidError(f"more than {most} loop iterations in one page", hint=LIMITS_HINT)

    def joined(self, pieces: list[str]) -> str:
        """The pieces as one text; an error if it is longer than one render may put out."""
        if sum(map(len, pieces)) > self.longest:
            raise self._too_long()
        return "".join(pieces)

    def _too_long(self) -> LiquidError:
        return LiquidError(f"more than {self.longest} characters in one page", hint=LIMITS_HINT)

    def increment(self, name: str, step: int) -> Value:
        """Add `step` to the counter `name`, which lives beside the data below all assigns;

        Returns the old value.
        """
        old = self.counters.get(name)
        old = 0 if old is None or old is False else old
        if not isinstance(old, int | float | Decimal) or old is True:
            raise LiquidError(
                f"`{name}` cannot be counted: the page's data holds something else of this name"
            )
        self.counters[name] = old + step
        if name not in self.assigns and name not in self.shadowed:
            self.variables[name] = old + step
        return old

    def isolated(self, variables: dict[str, Value]) -> "Context":
        """A context that shares registers and limits with this one, and no variables: for `{% render %}`."""
        self.spend(LIKE_ITERATIONS)
        inner = Context(self.environment, variables, self.registers)
        inner.scopes = self.scopes + 1
        if inner.scopes > self.environment.limits.scopes:
            raise LiquidError("Nesting too deep")
        inner.budget = self.budget
        inner.counters = {}
        inner.assigns = dict(variables)
        inner.cycles = self.cycles
        inner.includes_allowed = False
        return inner

    def _uncover(self, name: str) -> None:
        value = self.assigns.get(name, MISSING)
        if value is MISSING:
            value = self.counters.get(name, MISSING)
        if value is MISSING:
            self.variables.pop(name, None)
        else:
            self.variables[name] = value


class Scope:
    """A scope as a `with` block."""

    __slots__ = ("_context", "_hidden", "_values")

    def __init__(self, context: Context, values: dict[str, Value]) -> None:
        self._context = context
        self._values = values
        self._hidden: dict[str, Value] = {}

    def __enter__(self) -> Context:
        self._hidden = self._context.enter(self._values)
        return self._context

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._context.leave(self._hidden)

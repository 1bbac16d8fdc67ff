"""What templates name in vain: variables that no render ever had, and filters that do not exist.

Liquid shows nothing for a name that it does not know, and templates rely on it for all that is optional. So a
name is in doubt only if it is used without any care for its absence, and if it was missing wherever it was
asked for. Places come from the parsed templates, answers from the renders.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from onemg_render.liquid import nodes
from onemg_render.liquid.drops import Drop, Value
from onemg_render.liquid.paths import Path, path_of, paths_in
from onemg_render.util.close_matches import close_matches

Place: TypeAlias = tuple[str, int, int]
"""Path of a template, line and column."""
Locate: TypeAlias = Callable[[int, str], Place]
"""The place of a text at or behind an offset."""

NEAR: Final = 0.7
SAMPLES: Final = 50
"""So often the names that would have been there are noted, for a name that is missing."""
CAREFUL_FILTERS: Final = frozenset({"default", "jsonify", "inspect"})


class Doubt(NamedTuple):
    """A name that nothing defines, with its places; near: what its author may have meant."""

    kind: str
    name: str
    places: tuple[Place, ...]
    near: tuple[str, ...]


class Missing:
    """What was there in place of a missing name: its neighbours, and variables that have it below them."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.owners: set[str] = set()
        self.samples = 0


class Names:
    """What the templates of one build name, and what their renders found."""

    def __init__(self) -> None:
        self._used: dict[Path, dict[Place, str | None]] = {}
        self._guarded: set[Path] = set()
        self._assigned: set[str] = set()
        self._filters: dict[str, dict[Place, None]] = {}
        self._known: set[Path] = set()
        self._missing: dict[Path, Missing] = {}

    def found(self, path: Path) -> None:
        """Something was there at `path`."""
        self._known.add(path)

    def missed(self, path: Path, beside: Iterable[Value], variables: dict[str, Value]) -> None:
        """Nothing was there at `path`; `beside`: the names that were."""
        missing = self._missing.setdefault(path, Missing())
        if missing.samples < SAMPLES:
            missing.samples += 1
            missing.names.update(name for name in beside if isinstance(name, str))
            if len(path) == 1:
                missing.owners.update(owners(path[0], variables))

    def note(self, body: Sequence[nodes.Node], place: Locate) -> None:
        """Everything that a template names."""
        for node in body:
            self._statement(node, place)

    def doubts(self, filters: Iterable[str]) -> Iterator[Doubt]:
        """The names in doubt, in the order in which templates were met. filters: those that exist."""
        known = frozenset(filters)
        for name, met in self._filters.items():
            if name not in known:
                yield Doubt("filter", name, tuple(met), tuple(close_matches(name, known, 2, NEAR)))
        for path, missing in self._missing.items():
            places = self._careless(path)
            if places and path not in self._known and not (len(path) == 1 and path[0] in self._assigned):
                yield Doubt("variable", ".".join(path), places, meant(path, missing))

    def _careless(self, path: Path) -> tuple[Place, ...]:
        """Where what begins with `path` is used without care; nowhere if any template tests it."""
        end = len(path)
        if any(guard[:end] == path for guard in self._guarded):
            return ()
        return tuple(
            place
            for used, places in self._used.items()
            if used[:end] == path
            for place, target in places.items()
            if target is None or (target,) not in self._guarded
        )

    def _statement(self, node: nodes.Node, place: Locate) -> None:
        match node:
            case nodes.If():
                self._guard(node.test)
                self.note([*node.body, *node.elif_, *node.else_], place)
            case nodes.For():
                self._assigned.add(node.target.name)
                self._loop(node, place)
                self.note([*node.body, *node.else_], place)
            case nodes.Assign():
                self._assigned.add(node.target.name)
                self._use(node.node, partial(place, node.lineno), node.target.name)
            case nodes.AssignBlock():
                self._assigned.add(node.target.name)
                self.note(node.body, place)
            case nodes.CallBlock():
                self.note(node.body, place)
            case nodes.Output():
                for expression in node.nodes:
                    self._use(expression, partial(place, node.lineno), None)

    def _loop(self, node: nodes.For, place: Locate) -> None:
        """A loop over nothing is as good as a test, but for what the whole site lacks."""
        collection = node.iter.args[2]
        if (path := path_of(collection)) and path[0] == "site":
            self._use(collection, partial(place, node.lineno), None)
        else:
            self._guard(collection)

    def _use(self, node: nodes.Node, place: Callable[[str], Place], target: str | None) -> None:
        while isinstance(node, nodes.Filter):
            self._filters.setdefault(node.name, {})[place(node.name)] = None
            for argument in node.args:
                self._use(argument, place, target)
            if node.name in CAREFUL_FILTERS:
                self._guard(node.node)
            node = node.node
        for path in paths_in(node):
            self._used.setdefault(path, {})[place(".".join(path))] = target

    def _guard(self, node: nodes.Node) -> None:
        self._guarded.update(paths_in(node))


def owners(name: str, variables: dict[str, Value]) -> Iterator[str]:
    """The variables below which there is a `name`: `title` may be meant as `page.title`."""
    for variable, value in variables.items():
        if isinstance(value, Drop | dict) and name in set(value.keys()):
            yield variable


def meant(path: Path, missing: Missing) -> tuple[str, ...]:
    """What `path` may have been meant as."""
    *above, name = path
    beside = [".".join([*above, near]) for near in close_matches(name, missing.names, 2, NEAR)]
    return (*(f"{owner}.{name}" for owner in sorted(missing.owners)), *beside)

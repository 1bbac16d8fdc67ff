"""From the names in the configuration to one `Extensions` value (upstream `lib/jekyll/plugin_manager.rb`)."""

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Final

from onemg_render.config import Config, SourceTree, Theme
from onemg_render.errors import PluginError
from onemg_render.plugins.api import Extensions
from onemg_render.plugins.builtin import BUILT_IN, PART_OF_THE_ENGINE
from onemg_render.plugins.guard import Guard
from onemg_render.render.reads import Reads
from onemg_render.reporting import Message, Reporter
from onemg_render.util.close_matches import close_matches
from onemg_render.util.installed import declared
from onemg_render.util.paths import files_in
from onemg_render.util.patterns import regex

LOCAL: Final = "onemg_local_"
PAGINATION: Final = "jekyll-paginate"
ENTRY_POINTS: Final = "onemg_render.plugins"
GROUP: Final = regex(r"\s*group\s*+(?:\(\s*+)?:jekyll_plugins\b")
DO: Final = regex(r"do\s*\Z")
END: Final = regex(r"\s*end\s*\Z")
GEM: Final = regex(r"\s*gem\s*+(?:\(\s*+)?['\"]([^'\"]+)['\"]")
DEPENDENCY: Final = regex(
    r"^[^\S\n]*[a-z]+\.add_(?:runtime_)?dependency[( ]+(?:%q<|['\"])([a-z][\w-]*)(?:\.freeze)?[>'\"]",
    re.M | re.I,
)
IN_GROUP: Final = regex(r"group:?\s*+(?:=>\s*+)?:jekyll_plugins")


def load(
    config: Config,
    tree: SourceTree,
    reporter: Reporter,
    *,
    gemfile: bool = True,
    reads: Reads | None = None,
    trace: bool = False,
) -> Extensions:
    """All plug-ins of a site together: those of `_plugins`, of the configuration and of the Gemfile.

    reads: the build's recorder, for plug-ins that do not say what they read. trace: for all others too.
    gemfile: whether the Gemfile's group `jekyll_plugins` counts. In safe mode only whitelisted plug-ins that
    call themselves safe are taken, and none of `_plugins`.
    Warns of names that nobody knows and of Ruby files. Raises PluginError for Python that does not load.
    """
    together = Extensions(safe=True, parallel=True, tracked=True)
    is_safe = config.flag("safe")
    if not is_safe:
        for path in local_files(tree, ".py"):
            together = together.joined(extensions_of(from_file(path), path.name, reads, trace=trace))
    for name in names(config, tree, gemfile=gemfile):
        if is_safe and name not in config.strings("whitelist"):
            reporter.debug(f"`{name}` is not in the whitelist", topic="Plug-in")
            continue
        module = named(name)
        if module is None:
            if name not in PART_OF_THE_ENGINE:
                reporter.report(unknown(name, config))
            continue
        extensions = extensions_of(module, name, reads, trace=trace)
        if not is_safe or extensions.safe:
            together = together.joined(extensions)
    check_pagination(config, names(config, tree, gemfile=gemfile), reporter)
    if not is_safe:
        for path in local_files(tree, ".rb"):
            from onemg_render.plugins.ruby_files import not_run

            reporter.report(not_run(path, shown(path, tree), frozenset(BUILT_IN)))
    return together


def check_pagination(config: Config, listed: Iterable[str], reporter: Reporter) -> None:
    """Warn of `paginate` without its plug-in (upstream's `deprecation_checks`)."""
    if not config.get("paginate") or PAGINATION in listed:
        return
    error = config.error(
        f"You appear to have pagination turned on, but `{PAGINATION}` is not among the plug-ins",
        "paginate",
        hint=f"write `plugins: [{PAGINATION}]` in the configuration",
    )
    reporter.report(Message.from_error(error, "warning", "Deprecation"))


def of_theme(theme: Theme, config: Config, tree: SourceTree) -> Extensions:
    """The built-in plug-ins that the gem of a theme depends on (upstream `PluginManager#require_theme_deps`).

    A remote theme comes too late for their generators and converters: only tags, filters and hooks count.
    """
    together = Extensions(safe=True, parallel=True, tracked=True)
    listed = set(names(config, tree, gemfile=True))
    for name in dependencies(theme.root):
        is_allowed = not config.flag("safe") or name in config.strings("whitelist")
        module = named(name) if name in BUILT_IN and name not in listed and is_allowed else None
        if module is not None:
            together = together.joined(extensions_of(module, name))
    if config.flag("remote_theme"):
        return together._replace(setups=(), generators=(), converters=())
    return together


def dependencies(root: Path) -> list[str]:
    """The gems that the gemspec in `root`, or among the specifications of installed gems, depends on."""
    found: list[str] = []
    installed = root.parent.parent / "specifications" / f"{root.name}.gemspec"
    for path in [*sorted(root.glob("*.gemspec")), *([installed] if installed.is_file() else [])]:
        found += DEPENDENCY.findall(path.read_text(encoding="utf-8", errors="replace"))
    return list(dict.fromkeys(found))


def names(config: Config, tree: SourceTree, *, gemfile: bool) -> Iterable[str]:
    """Names of plug-ins, each once, in the order in which they are loaded.

    A `remote_theme` without a `theme` needs no plug-in by name: nothing else could lay out the pages.
    """
    found = [*config.strings("plugins"), *config.compat.default_plugins]
    if config.flag("remote_theme") and not config.flag("theme"):
        found.append("jekyll-remote-theme")
    if gemfile and not config.compat.pages:
        found += gems_in(tree.root / "Gemfile")
    return dict.fromkeys(found)


def gems_in(path: Path) -> Iterator[str]:
    """The gems of a Gemfile's group `jekyll_plugins`."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    is_group = is_inside = False
    alone: list[str] = []
    for line in text.splitlines():
        is_group = is_group or GROUP.match(line) is not None
        gem = GEM.match(line)
        if is_inside and gem:
            yield gem[1]
        elif gem and IN_GROUP.search(line, gem.end()):
            alone.append(gem[1])
        is_inside = (is_inside or (is_group and DO.search(line) is not None)) and not END.match(line)
        is_group = is_group and not is_inside
    yield from alone


def named(name: str) -> ModuleType | None:
    """The module of a plug-in; None if nobody knows it, or if the engine does its work anyway."""
    if name in BUILT_IN:
        return importlib.import_module(BUILT_IN[name])
    for point in declared(ENTRY_POINTS, name):
        module = point.load()
        if isinstance(module, ModuleType):
            return module
    return None


def unknown(name: str, config: Config) -> Message:
    """The warning about a name that has no plug-in, placed where the configuration lists it."""
    text, hint = f"there is no plug-in `{name}`; the site is built without it", None
    from onemg_render.plugins.unavailable import UNAVAILABLE

    if name in UNAVAILABLE:
        added, hint = UNAVAILABLE[name]
        text = f"`{name}` has no plug-in here; the site is built without {added}"
    elif near := close_matches(name, BUILT_IN, n=1, cutoff=0.8):
        hint = f"did you mean `{near[0]}`?"
    listed = config.strings("plugins")
    keys = ("plugins", listed.index(name)) if name in listed else ("plugins",)
    return Message.from_error(config.error(text, *keys, hint=hint), "warning", "Plug-in")


def local_files(tree: SourceTree, suffix: str) -> list[Path]:
    """The files of the site with that ending, in the folders of its own plug-ins."""
    return [path for folder in tree.plugins for path in files_in(folder) if path.suffix == suffix]


def from_file(path: Path) -> ModuleType:
    """The module in a file of `_plugins`. Raises PluginError with the line that failed."""
    spec = importlib.util.spec_from_file_location(f"{LOCAL}{path.stem}", path)
    if spec is None or spec.loader is None:
        raise PluginError("the plug-in cannot be loaded", path=str(path))
    module = importlib.util.module_from_spec(spec)
    try:
        # Not by the spec's loader, which takes what Python has kept of the file, and that can be stale.
        exec(compile(path.read_bytes(), path, "exec"), module.__dict__)
    except Exception as error:  # a stranger's code: whatever it raises is about that file
        raise failure(error, path) from error
    return module


def failure(error: Exception, path: Path) -> PluginError:
    """`error` with the last line of the plug-in's own file that led to it."""
    if isinstance(error, SyntaxError):
        message = f"the plug-in does not load: {error.msg}"
        return PluginError(message, path=str(path), line=error.lineno, column=error.offset)
    line = Guard(path.name, str(path)).line_of(error)
    message = f"the plug-in does not load: {type(error).__name__}: {error}"
    return PluginError(message, path=str(path), line=line)


def extensions_of(
    module: ModuleType, name: str, reads: Reads | None = None, *, trace: bool = False
) -> Extensions:
    """What the module's `extensions()` answers. Raises PluginError if there is no such function."""
    found = ours(module, name) if name in BUILT_IN else guarded(module, name)
    if reads is None or (found.tracked and not trace):
        return found
    from onemg_render.plugins.unrecorded import Marks  # few plug-ins leave it to the engine

    return Marks(name, reads).extensions(found)


def ours(module: ModuleType, name: str) -> Extensions:
    """A built-in one; over settings and data that nobody foresaw it may stumble, too."""
    found = module.extensions()
    assert isinstance(found, Extensions)
    return Guard.of(module, name).extensions(found)


def guarded(module: ModuleType, name: str) -> Extensions:
    """A stranger's, with a guard around them."""
    guard = Guard.of(module, name)
    make = getattr(module, "extensions", None)
    extensions = guard.calling(make, "extensions")() if callable(make) else None
    if not isinstance(extensions, Extensions):
        raise PluginError(
            f"the plug-in `{name}` has no function `extensions` that returns Extensions",
            path=module.__file__,
            hint="def extensions(): return Extensions(filters={...})",
        )
    return guard.extensions(extensions)._replace(files=files_of(module))


def plugin_of(member: object) -> str:
    """The name of the plug-in that a generator comes from, by the module that it is in."""
    module = type(member).__module__
    ours = {path: name for name, path in BUILT_IN.items()}
    known = next((name for path, name in ours.items() if f"{module}.".startswith(f"{path}.")), None)
    return known or (f"{module.removeprefix(LOCAL)}.py" if module.startswith(LOCAL) else module)


def files_of(module: ModuleType) -> Sequence[Path]:
    """Those that a module's code is in: one, or all of a package."""
    if module.__file__ is None:
        return ()
    file = Path(module.__file__)
    return sorted(file.parent.rglob("*.py")) if file.name == "__init__.py" else (file,)


def shown(path: Path, tree: SourceTree) -> str:
    return path.relative_to(tree.root).as_posix() if path.is_relative_to(tree.root) else str(path)

"""The walls of the house: levels, cycles, printing, state at module level (shared rules of the package)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "onemg_render"

LEVELS = {
    "cli": 8,
    "serve": 7,
    "check": 6,
    "build": 5,
    "plugins": 4,
    "read": 3,
    "render": 3,
    "output": 3,
    "site": 2,
    "config": 1,
    "liquid": 1,
    "markdown": 1,
    "sass": 1,
    "hooks": 0,
    "reporting": 0,
    "util": 0,
    "errors": -1,
}
ENTRANCES = {"__init__", "__main__"}
MODULES = sorted(PACKAGE.rglob("*.py"))
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
SELF = PACKAGE.name


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """(imported module, whether at module level) for every import of ours, nested and type-only too."""
    top = set(ast.walk(ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef)], [])))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in top) for alias in node.names if alias.name.startswith(SELF))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(SELF):
            assert node.level == 0
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield (full if is_module(full) else str(node.module)), node in top


def is_module(dotted: str) -> bool:
    path = PACKAGE.parent.joinpath(*dotted.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_lower_rooms(path: Path) -> None:
    room = room_of(name_of(path))
    if room in ENTRANCES:
        return
    for module, _ in imports(parse(path)):
        other = room_of(module)
        if other in (room, "__init__") and (other == room or module == SELF):
            continue
        assert LEVELS[other] < LEVELS[room], f"{name_of(path)} must not import {module}"


def test_no_cycles_inside_a_room() -> None:
    graph = {
        name_of(path): {m for m, _ in imports(parse(path)) if m != name_of(path) and m != SELF}
        for path in MODULES
        if room_of(name_of(path)) not in ENTRANCES
    }
    # A package's __init__ gathers names for other rooms: its own members must not import them through it.
    done: set[str] = set()

    def visit(module: str, chain: tuple[str, ...]) -> None:
        assert module not in chain, " -> ".join((*chain[chain.index(module) :], module))
        if module in done:
            return
        for other in graph.get(module, ()):
            visit(other, (*chain, module))
        done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_reporting_prints(path: Path) -> None:
    if path.stem == "reporting":
        return
    calls = [node.func for node in ast.walk(parse(path)) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_level_holds_constants_only(path: Path) -> None:
    """Module-level tables are written in capitals and never changed: no item assignment, no mutating call."""
    tree = parse(path)
    tables = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, MUTABLE)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    assert all(name.lstrip("_").isupper() or name == "__all__" for name in tables), tables
    changed = {
        "append",
        "extend",
        "add",
        "update",
        "pop",
        "clear",
        "setdefault",
        "insert",
        "remove",
        "discard",
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            assert not (isinstance(owner, ast.Name) and owner.id in tables and node.func.attr in changed)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            assert not (isinstance(node.value, ast.Name) and node.value.id in tables)
        assert not isinstance(node, ast.Global), "no global state"


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """All that is evaluated when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from outside_functions(child)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_pattern_is_compiled_on_import(path: Path) -> None:
    """`util.patterns.regex` waits for the first use: a build needs a fifth of all patterns."""
    calls = [ast.unparse(node.func) for node in outside_functions(parse(path)) if isinstance(node, ast.Call)]
    assert "re.compile" not in calls


POSIX_MODULES = {
    "crypt",
    "fcntl",
    "grp",
    "locale",
    "posix",
    "pty",
    "pwd",
    "readline",
    "resource",
    "syslog",
    "termios",
}
POSIX_CALLS = {
    *(
        "fork",
        "forkpty",
        "killpg",
        "getuid",
        "geteuid",
        "getpgid",
        "setsid",
        "setpgid",
        "nice",
        "uname",
    ),
    *(
        "chown",
        "lchown",
        "mkfifo",
        "mknod",
        "statvfs",
        "waitpid",
        "tzset",
        "alarm",
        "setitimer",
        "pause",
    ),
    *("chmod", "lchmod", "rename", "link", "symlink", "symlink_to", "hardlink_to", "setlocale", "strftime"),
}
WORKS_EVERYWHERE = {
    ("onemg_render.cli.bounds", "resource"): "without it there is no bound on memory",
    ("onemg_render.cli.clock", "setitimer"): "a thread rings where there is none",
    ("onemg_render.cli.new_theme", "rename"): "the new name is not taken: the folder was empty",
    (
        "onemg_render.output.stager",
        "symlink_to",
    ): "only where the source has a link, so that the system can make one",
    ("onemg_render.plugins.theme_download", "rename"): "of folders, whose old ones were moved away",
}
"""What Windows lacks or does otherwise, called all the same; `rename` over a file fails there."""


def imported(tree: ast.Module) -> set[str]:
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def called(tree: ast.Module) -> Iterator[tuple[str, str, ast.Call]]:
    """(owner, name) of every call: `dates.strftime(…)` is ("dates", "strftime")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            yield (owner.id if isinstance(owner, ast.Name) else ""), node.func.attr, node


def is_text_of_unsaid_encoding(name: str, call: ast.Call) -> bool:
    """Whether the encoding would be the machine's: a console's on Windows, ASCII in a container."""
    said = {keyword.arg for keyword in call.keywords}
    if name in ("read_text", "write_text"):
        return "encoding" not in said and len(call.args) <= (name == "write_text")
    if name in ("run", "Popen", "check_output"):
        return bool({"text", "universal_newlines"} & said) and "encoding" not in said
    modes = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    texts = {"r", "w", "a", "x", "rt", "wt"}
    return name in ("open", "fdopen") and "encoding" not in said and bool(texts & set(map(str, modes)))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_called_that_only_posix_has(path: Path) -> None:
    tree, module = parse(path), name_of(path)
    assert all((module, name) in WORKS_EVERYWHERE for name in imported(tree) & POSIX_MODULES)
    for owner, name, call in called(tree):
        assert not is_text_of_unsaid_encoding(name, call), f"{module}:{call.lineno}: say encoding="
        ours = name == "strftime" and owner == "dates"  # knows `%-d` on every system
        if name in POSIX_CALLS and not ours:
            assert (module, name) in WORKS_EVERYWHERE, (
                f"{module}:{call.lineno}: {name} is not the same everywhere"
            )


def test_each_exception_for_posix_is_in_use() -> None:
    trees = {name_of(path): parse(path) for path in MODULES}
    used = {(module, name) for module, tree in trees.items() for _, name, _ in called(tree)}
    used |= {(module, name) for module, tree in trees.items() for name in imported(tree)}
    assert set(WORKS_EVERYWHERE) - used == set()


@pytest.mark.parametrize(
    "code",
    [
        "path.read_text()",
        "path.write_text(text)",
        "path.open('w')",
        "os.fdopen(number, 'r')",
        "subprocess.run(words, text=True)",
    ],
)
def test_a_text_of_unsaid_encoding_is_seen(code: str) -> None:
    assert [is_text_of_unsaid_encoding(name, call) for _, name, call in called(ast.parse(code))] == [True]
    said = code[:-1] + "encoding='utf-8')" if code.endswith("()") else code[:-1] + ", encoding='utf-8')"
    assert [is_text_of_unsaid_encoding(name, call) for _, name, call in called(ast.parse(said))] == [False]

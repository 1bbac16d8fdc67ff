"""What other rooms use is described: functions, classes and their public methods."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "onemg_render"
Definition = ast.FunctionDef | ast.ClassDef
Name = tuple[str, str]
"""A module, and what it defines."""


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {
    module_of(path): ast.parse(path.read_text(encoding="utf-8"))
    for path in PACKAGE.rglob("*.py")
    if path.parent.name != "lexers"  # tables of rules, which only their own room uses
}
DEFINED: Mapping[Name, Definition] = {
    (module, node.name): node
    for module, tree in TREES.items()
    for node in tree.body
    if isinstance(node, Definition)
}
CLASSES = {name: node for (_, name), node in DEFINED.items() if isinstance(node, ast.ClassDef)}


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def origin(module: str, name: str) -> Name | None:
    """Where a name that a module offers is defined; it may come through the `__init__` of a room."""
    if (module, name) in DEFINED:
        return module, name
    for node in TREES[module].body if module in TREES else ():
        if isinstance(node, ast.ImportFrom) and node.module and node.module != module:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return origin(node.module, alias.name)
    return None


def used_by_other_rooms() -> Iterator[Name]:
    for module, tree in TREES.items():
        for used in (*imported(tree), *reached_through_modules(tree)):
            found = origin(*used)
            if found and room_of(found[0]) != room_of(module):
                yield found


def imported(tree: ast.Module) -> Iterator[Name]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def reached_through_modules(tree: ast.Module) -> Iterator[Name]:
    """`dates.strftime` where `dates` is a module of ours."""
    modules = {name: f"{module}.{name}" for module, name in imported(tree) if f"{module}.{name}" in TREES}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield modules[node.value.id], node.attr


def methods(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    return (member for member in node.body if isinstance(member, ast.FunctionDef) and member.name[0] != "_")


def is_described(node: ast.ClassDef, method: str) -> bool:
    """Whether the class, one that it builds upon, or a Protocol that it follows says what the method does."""
    own = {member.name: member for member in methods(node)}
    if method in own and ast.get_docstring(own[method]):
        return True
    bases = [base.id for base in node.bases if isinstance(base, ast.Name) and base.id in CLASSES]
    followed = [seam for seam, name in SEAMS if name == method and seam != node.name]
    return any(is_described(CLASSES[name], method) for name in [*bases, *followed])


SEAMS = {
    (name, member.name)
    for name, node in CLASSES.items()
    if any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)
    for member in methods(node)
}


def test_what_other_rooms_use_is_described() -> None:
    used = set(used_by_other_rooms())
    assert len(used) > 150
    bare = [name for name in sorted(used) if not ast.get_docstring(DEFINED[name])]
    bare += [
        (module, f"{name}.{method.name}")
        for module, name in sorted(used)
        if isinstance(node := DEFINED[module, name], ast.ClassDef)
        for method in methods(node)
        if not is_described(node, method.name)
    ]
    assert bare == []

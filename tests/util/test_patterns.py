"""A pattern that is compiled when it is first used."""

import re
import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import onemg_render
from onemg_render.util.patterns import LatePattern, regex


def test_it_matches_as_one_that_was_compiled_at_once() -> None:
    late, early = regex(r"(?P<key>\w+)=", re.A), re.compile(r"(?P<key>\w+)=", re.A)
    for method in ("match", "search", "fullmatch", "findall", "split"):
        assert str(getattr(late, method)("a=b c=d")) == str(getattr(early, method)("a=b c=d"))
    assert late.sub(r"\g<key>:", "a=b") == "a:b"
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (
        early.pattern,
        early.flags,
        early.groups,
        early.groupindex,
    )


def test_it_matches_bytes() -> None:
    assert regex(rb"[^a-z]").sub(b"-", b"a b") == b"a-b"


def test_it_is_not_compiled_before() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.match("")


def patterns_in(value: Any, depth: int = 3) -> list[LatePattern]:
    """Those of a module's table, however it is made of lists, tuples and mappings."""
    if isinstance(value, LatePattern):
        return [value]
    inside = value.values() if isinstance(value, dict) else value
    if depth == 0 or not isinstance(value, dict | list | tuple):
        return []
    return [pattern for inner in inside for pattern in patterns_in(inner, depth - 1)]


def test_every_pattern_of_the_engine_can_be_compiled() -> None:
    names = [module.name for module in walk_packages(onemg_render.__path__, "onemg_render.")]
    for name in names:
        with suppress(ModuleNotFoundError):  # of an extra that is not installed
            import_module(name)
    found = [
        pattern
        for name in names
        for value in vars(sys.modules.get(name, onemg_render)).values()
        for pattern in patterns_in(value)
    ]
    assert len(found) > 300
    for pattern in found:
        assert pattern.groups is not None

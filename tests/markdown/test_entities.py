"""Entities by name and number; expected as in kramdown's tables of both versions."""

import pytest

from onemg_render.markdown.entities import Entity, named_entity, numbered_entity

NAMED = [
    ("copy", "2.4", Entity(169, "copy")),
    ("lang", "2.4", Entity(9002, "lang")),
    ("rceil", "2.5", Entity(8968, "rceil")),
    ("frac13", "2.4", None),
    ("frac13", "2.5", Entity(8531, "frac13")),
    ("bogus", "2.5", None),
]
NUMBERED = [
    (128, "2.4", Entity(8364, "euro")),
    (142, "2.4", Entity(381, None)),
    (60, "2.4", Entity(60, "lt")),
    (60, "2.5", Entity(60, "nvlt")),
    (1234, "2.4", Entity(1234, None)),
]


@pytest.mark.parametrize(("name", "version", "expected"), NAMED)
def test_named(name: str, version: str, expected: Entity | None) -> None:
    assert named_entity(name, version) == expected


@pytest.mark.parametrize(("number", "version", "expected"), NUMBERED)
def test_numbered(number: int, version: str, expected: Entity) -> None:
    assert numbered_entity(number, version) == expected

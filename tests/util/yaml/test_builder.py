import pytest

from onemg_render.errors import YamlError
from onemg_render.util import yaml


def test_an_alias_shares_the_value_that_it_names() -> None:
    data = yaml.load("a: &x [1]\nb: *x\n")
    assert data["a"] is data["b"]


def test_keys_that_python_takes_for_one_stay_apart() -> None:
    data = yaml.load("1: a\n1.0: b\nyes: c\nno: d\n0: e\nyes: f\n1: g\n")
    assert data == {1: "g", "1.0": "b", "true": "f", False: "d", "0": "e"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: &x\n  b: *x\n", "stands inside what it names", 2),
        ("a: 1\nb:\n  <<: [1]\n", "`<<` merges one mapping", 3),
        ("a: 1\nb: 1._5\n", "invalid number", 2),
        ("[" * 300 + "]" * 300, "nested more than", 1),
        ("\n".join(f"{'  ' * depth}a:" for depth in range(300)), "nested more than", 201),
    ],
)
def test_what_must_not_be_built_is_an_error_with_its_line(text: str, message: str, line: int) -> None:
    with pytest.raises(YamlError, match=message) as caught:
        yaml.load(text)
    assert caught.value.line == line


def test_aliases_do_not_nest_without_end() -> None:
    chain = "a0: &a0 [x]\n" + "".join(f"a{level}: &a{level} [*a{level - 1}]\n" for level in range(1, 300))
    with pytest.raises(YamlError, match="nested more than 200") as caught:
        yaml.load(chain)
    assert caught.value.line == 200


def test_aliases_of_aliases_do_not_expand_without_end() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
    )
    with pytest.raises(YamlError, match="the aliases expand to more than"):
        yaml.load(bomb)

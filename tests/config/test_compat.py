import pytest

from onemg_render.config import COMPATS, GITHUB_PAGES, JEKYLL4, Compat
from onemg_render.config.compat import named
from onemg_render.errors import UsageError


@pytest.mark.parametrize(
    ("name", "hint"), [("jekyl4", "did you mean `jekyll4`?"), ("hugo", "choose jekyll4 or github-pages")]
)
def test_an_unknown_name_is_an_error(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        named(name)
    assert caught.value.hint == hint


def test_the_two_differ_in_every_switch() -> None:
    same = [name for name in Compat._fields if getattr(JEKYLL4, name) == getattr(GITHUB_PAGES, name)]
    assert same == []
    assert list(COMPATS) == ["jekyll4", "github-pages"]

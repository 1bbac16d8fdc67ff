"""Icons: sizes, classes and what screen readers are told; attributes as jekyll-octicons 14.2 has them."""

import re

import pytest

from onemg_render.errors import LiquidError
from onemg_render.liquid import Environment
from onemg_render.liquid.context import Context
from onemg_render.plugins.octicons import OcticonTag

pytest.importorskip("octicons_pack")


def rendered(markup: str, **data: str) -> str:
    environment = Environment(tags={"octicon": OcticonTag()})
    return environment.parse(f"{{% octicon {markup} %}}").render(Context(environment, data))


@pytest.mark.parametrize(
    ("markup", "attributes"),
    [
        (
            "zap",
            'class="octicon octicon-zap" viewBox="0 0 16 16" version="1.1" width="16" height="16" '
            'aria-hidden="true"',
        ),
        (
            'zap height:32 class:"left big" aria-label:"Now!"',
            'height="32" class="octicon octicon-zap left big" aria-label="Now!" viewBox="0 0 24 24" '
            'version="1.1" width="32" role="img"',
        ),
        (
            "{{ name }} width:8",
            'width="8" class="octicon octicon-x" viewBox="0 0 12 12" version="1.1" height="8" '
            'aria-hidden="true"',
        ),
    ],
)
def test_attributes(markup: str, attributes: str) -> None:
    match = re.fullmatch(r"<svg (.*?)><path .*</svg>", rendered(markup, name="x"))
    assert match is not None
    assert match[1] == attributes


def test_an_icon_that_does_not_exist() -> None:
    with pytest.raises(LiquidError, match="Couldn't find octicon"):
        rendered("no-such-icon")

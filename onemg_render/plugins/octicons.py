"""`{% octicon git-branch height:32 class:"left" %}`: GitHub's icons as SVG (jekyll-octicons).

The icons come from the package octicons-pack, the extra `octicons` of this one.
"""

import importlib
import re
from typing import Final

from onemg_render.errors import LiquidError
from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.plugins.api import Extensions
from onemg_render.util.patterns import regex

NAME: Final = regex(r"[\w-]+", re.ASCII)
OPTION: Final = regex(r"""([\w-]+)\s*:\s*("[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+)""", re.ASCII)
VARIABLE: Final = regex(r"\{\{\s*(\w+\.?\w*)\s*\}\}", re.ASCII)
VIEW_BOX: Final = regex(r'viewBox="0 0 (\d+) (\d+)"')
EMPTY: Final = regex(r"<(\w+)([^>]*?)\s*/>")
PATH: Final = regex(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
DIGITS: Final = regex(r"\s*-?\d+", re.ASCII)
HEIGHTS: Final = (12, 16, 24, 32, 48, 64, 96)
DEFAULT_HEIGHT: Final = 16


class OcticonTag:
    """Height and width keep the icon's shape; an `aria-label` makes it an image to screen readers."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        variable = VARIABLE.search(markup)
        value = source.template(variable[0] if variable else "")

        def render(context: Context, body: Body) -> str:
            shown = value.render(context)  # the first one's value stands for all of them, as in the gem
            given = VARIABLE.sub(lambda _: shown, markup).strip()
            match = NAME.match(given)
            if match is None:
                return ""
            return svg(match[0], {key: value.strip('"') for key, value in OPTION.findall(given)})

        return render


def svg(name: str, options: dict[str, str]) -> str:
    """The element of an icon. Raises LiquidError for a name that no icon has."""
    asked = options.get("height", options.get("width"))
    found = drawing(name, DEFAULT_HEIGHT if asked is None else to_integer(asked))
    view = VIEW_BOX.search(found)
    path = PATH.search(found)
    assert view is not None and path is not None
    width, height = int(view[1]), int(view[2])
    size = {"width": str(width), "height": str(height)}
    if "width" in options or "height" in options:
        size["width"] = options.get("width") or str(to_integer(options["height"]) * width // height)
        size["height"] = options.get("height") or str(to_integer(options["width"]) * height // width)
    shape = EMPTY.sub(r"<\1\2></\1>", path[1])
    css = f"octicon octicon-{name} {options.get('class', '')}".strip()
    label = {"role": "img"} if "aria-label" in options else {"aria-hidden": "true"}
    attributes = {
        **options,
        "class": css,
        "viewBox": f"0 0 {width} {height}",
        "version": "1.1",
        **size,
        **label,
    }
    return "<svg " + " ".join(f'{key}="{value}"' for key, value in attributes.items()) + f">{shape}</svg>"


def to_integer(text: str) -> int:
    """The digits that a text begins with, as Ruby's `to_i`."""
    match = DIGITS.match(text)
    return int(match[0]) if match else 0


def drawing(name: str, height: int) -> str:
    """The icon in the largest of its natural heights that is not above `height`, else the smallest."""
    try:
        get_icon = importlib.import_module("octicons_pack").get_icon
    except ImportError as error:
        raise LiquidError(
            "the tag octicon needs the package octicons-pack", hint="pip install 'onemg-render[octicons]'"
        ) from error
    icons = [icon.svg for size in HEIGHTS if (icon := get_icon(f"{name}-{size}")) is not None]
    if not icons:
        raise LiquidError(
            f"Couldn't find octicon symbol for {name!r}", hint="see https://primer.style/octicons"
        )
    fitting = [icon for icon in icons if (view := VIEW_BOX.search(icon)) and int(view[2]) <= height]
    return str(fitting[-1] if fitting else icons[0])


def extensions() -> Extensions:
    return Extensions(tags={"octicon": OcticonTag()}, safe=True, parallel=True, tracked=True)

"""The default theme keeps its promises: enough contrast in both palettes, nothing from a network."""

import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COLOURS = (ROOT / "templates" / "sass" / "_colours.scss").read_text(encoding="utf-8")
GROUNDS = ("ground", "raised")
TEXTS = ("text", "quiet", "accent", *re.findall(r"--(code-\w+)", COLOURS.split("@mixin dark")[0]))
PAIRS = [
    *product(TEXTS, GROUNDS),
    ("on-accent", "accent"),
    ("accent", "accent-ground"),
    ("text", "accent-ground"),
]


def palette(name: str) -> dict[str, str]:
    body = COLOURS.split(f"@mixin {name} {{")[1].split("\n}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body))


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, ground: str) -> float:
    """WCAG's ratio."""
    darker, lighter = sorted(map(luminance, (text, ground)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids="-on-".join)
def test_contrast(name: str, text: str, ground: str) -> None:
    assert contrast(palette(name)[text], palette(name)[ground]) >= 4.5


def test_the_theme_loads_nothing_from_elsewhere() -> None:
    files = [
        path for folder in ("templates", "assets") for path in (ROOT / folder).rglob("*") if path.is_file()
    ]
    for path in files:
        addresses = re.findall(
            r"(?:src|href|url)\s*[=(:]\s*[\"']?(https?://[^\"')\s]+)", path.read_text(encoding="utf-8")
        )
        assert not addresses, path


def test_contrast_in_minima() -> None:
    folder = ROOT / "onemg_render" / "themes" / "minima" / "_sass"
    variables = (folder / "minima.scss").read_text(encoding="utf-8")
    colours = dict(re.findall(r"^\$([\w-]+): (#[0-9a-f]{6}) !default", variables, re.MULTILINE))
    code = (folder / "minima" / "_syntax-highlighting.scss").read_text(encoding="utf-8")
    texts = [colours[name] for name in ("text-color", "brand-color", "grey-color", "grey-color-dark")]
    grounds = [colours["background-color"], colours["code-background-color"]]
    pairs = [*product(texts, grounds), *product(re.findall(r"color: (#[0-9a-f]{6})", code), grounds[1:])]
    assert len(pairs) > 12
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []

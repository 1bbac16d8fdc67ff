"""Documents beside what Ruby's kramdown makes of them: a site's settings, changed by a case's `.options`.

The expected HTML is that of kramdown 2.4.0 with kramdown-parser-gfm 1.1.0; of 2.5.1 where a case asks for
2.5.
"""

from pathlib import Path

import pytest
import yaml

from onemg_render.markdown import convert

CASES = Path(__file__).parent.parent / "cases" / "markdown"
PAGES = sorted(CASES.rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CASES).with_suffix("")))
def test_html_is_kramdowns(page: Path) -> None:
    options = page.with_suffix(".options")
    given = yaml.safe_load(options.read_text(encoding="utf-8")) if options.exists() else {}
    text = page.read_bytes().decode("utf-8")
    expected = page.with_suffix(".html").read_bytes().decode("utf-8")
    assert convert(text, **given).html == expected

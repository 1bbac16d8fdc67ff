"""Highlighting against what Rouge, kramdown and Jekyll print (cases made by highlight_cases.rb)."""

import json
from pathlib import Path
from typing import Any

import pytest

from onemg_render.markdown.highlight import Highlighter, figure

CASES = Path(__file__).parent.parent / "cases" / "highlight"


def cases(name: str) -> list[Any]:
    """The cases of a file as parameters, named so that the file is known."""
    read = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{name}: {case['name']}") for case in read]


@pytest.fixture(scope="module")
def highlighter() -> Highlighter:
    return Highlighter()


@pytest.mark.parametrize("case", cases("tokens"))
def test_tokens(case: dict[str, Any], highlighter: Highlighter) -> None:
    assert highlighter.spans(case["code"], case["lang"]) == case["html"]


@pytest.mark.parametrize("case", cases("blocks"))
def test_kramdown_highlighter(case: dict[str, Any], highlighter: Highlighter) -> None:
    assert highlighter(case["code"], case["lang"], case["kind"], case["options"]) == case["html"]


@pytest.mark.parametrize("case", cases("tags"))
def test_highlight_tag(case: dict[str, Any], highlighter: Highlighter) -> None:
    lang, _, options = case["markup"].lower().partition(" ")
    marked = options.partition('mark_lines="')[2].rstrip('"').split()
    code = highlighter.tagged(
        case["code"].strip("\r\n"),
        lang,
        linenos="linenos" in options,
        mark_lines=[int(number) for number in marked],
    )
    assert figure(code, lang) == case["html"]

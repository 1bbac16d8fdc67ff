"""IDs of headers in both styles; expected as Ruby makes them."""

import pytest

from onemg_render.markdown.header_ids import GfmIds, basic_id

BASIC = [
    ("Hello, World!", "hello-world"),
    ("1. One Two", "one-two"),
    ("a_b-c  d", "ab-c--d"),
    ("你好", ""),
    ("\tx\ty", "xy"),
]
GFM = [
    ("Hello, World!", "hello-world"),
    ("1. One\tTwo", "1-one-two"),
    ("a_b-c  d", "a_b-c--d"),
    ("你好，世界", "你好世界"),
    ("हिन्दी", "हिन्दी"),
    ("ΟΔΟΣ İ ²", "οδοσ-i̇-"),
    ("Ⓐ ª Ⅷ", "ⓐ-ª-ⅷ"),
    ("!", ""),
]


@pytest.mark.parametrize(("text", "expected"), BASIC)
def test_kramdowns_style(text: str, expected: str) -> None:
    assert basic_id(text) == expected


@pytest.mark.parametrize(("text", "expected"), GFM)
def test_githubs_style(text: str, expected: str) -> None:
    assert GfmIds("").made_from(text) == expected


def test_repeats_are_numbered_after_the_prefix() -> None:
    ids = GfmIds("p-")
    assert [ids.made_from(text) for text in ("A", "a", "A", "!", "!")] == [
        "p-a",
        "p-a-1",
        "p-a-2",
        "p-",
        "p--1",
    ]

"""What is added to pages on their way (`serve/page.py`)."""

import pytest

from onemg_render.serve.page import Client, Origin, Place

SCRIPT = b"<script"


@pytest.mark.parametrize(
    ("body", "before"),
    [
        (b"<!DOCTYPE html><html><head><title>x</title></head>", b"<!DOCTYPE html><html><head>"),
        (b'<html><HEAD prefix="og: x">', b'<html><HEAD prefix="og: x">'),
        (b"<!doctype html>\n<p>no head", b"<!doctype html>"),
        (b"<header>not a head</header>", b""),
        (b"", b""),
    ],
    ids=["after head", "head with attributes", "after the doctype", "header is not head", "empty page"],
)
def test_where_the_client_goes(body: bytes, before: bytes) -> None:
    changed = Client().added(body, Place("a.html", 1, None))
    assert changed.index(SCRIPT) == len(before)
    assert changed.startswith(before)
    assert changed.endswith(body[len(before) :])


def test_settings_are_escaped() -> None:
    origin = Origin('a"><script>alert(1)</script>.md', ("draft",))
    changed = Client().added(b"", Place("a.html", 1, origin))
    assert changed.count(SCRIPT) == 1

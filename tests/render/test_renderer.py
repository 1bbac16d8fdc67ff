"""Chains of items that show each other, however long, and those that show themselves."""

from pathlib import Path

import pytest

from onemg_render.errors import TemplateError
from tests.support.sites import build_site, page, read_only

LENGTH = 300


def test_a_long_chain_of_neighbours_needs_no_deep_stack(tmp_path: Path) -> None:
    text = "{% if page.previous %}{{ page.previous.content }}{% endif %}."
    posts = {f"_posts/2020-01-01-{number:04}.html": page(text) for number in range(LENGTH)}
    site, renderer = read_only(tmp_path, posts)
    assert renderer.body(site.posts[-1]) == "." * LENGTH


def test_an_excerpt_that_shows_itself_is_an_error(tmp_path: Path) -> None:
    files = {"_posts/2020-01-01-a.md": page("{{ page.output }}{{ site.posts.first.excerpt }}\n\nrest")}
    with pytest.raises(TemplateError, match="excerpt shows itself"):
        build_site(tmp_path, {**files, "index.html": page("{{ site.posts.first.excerpt }}")})

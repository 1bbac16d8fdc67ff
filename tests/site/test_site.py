"""The model by itself: what items derive from their data, and pages that plug-ins make."""

from pathlib import Path

import pytest

from onemg_render.errors import PermalinkError
from onemg_render.site import FrontMatter, Page, Site
from tests.support.site_facts import read_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    folder = tmp_path / "_posts"
    folder.mkdir()
    for day in (1, 2, 3):
        (folder / f"2020-01-0{day}-p.md").write_text("---\n---\n", encoding="utf-8")
    settings = {
        "time": "2024-06-01",
        "defaults": [{"scope": {"path": "new"}, "values": {"layout": "l", "deep": {"a": 1}}}],
    }
    return read_site(tmp_path, settings, "jekyll4")[0]


def test_a_new_page_has_defaults_and_a_destination(site: Site) -> None:
    page = site.new_page(
        name="index.html", folder="new/", data={"title": "x", "deep": {"b": 2}}, content="text"
    )
    assert (page.url, page.destination, page.relative_path) == ("/new/", "new/index.html", "new/index.html")
    assert page.data.merged() == {"layout": "l", "deep": {"a": 1, "b": 2}, "title": "x"}
    assert page not in site.pages


def test_front_matter_falls_back_to_defaults_but_for_values_that_are_null(site: Site) -> None:
    data = site.new_page(name="a.md", folder="new", data={"deep": None}).data
    assert (data["layout"], data.get("layout"), data.own("layout"), "layout" in data) == (
        "l",
        "l",
        None,
        False,
    )
    assert (data["deep"], data.get("deep", 5), data["missing"], data.get("missing", 5)) == (
        None,
        None,
        None,
        5,
    )


def test_front_matter_without_defaults_is_a_plain_dict() -> None:
    data = FrontMatter({"a": 1})
    assert (data["a"], data["b"], data.merged()) == (1, None, {"a": 1})


def test_items_are_numbered_in_the_order_of_rendering(site: Site) -> None:
    site.pages.append(site.new_page(name="late.md"))
    site.number()
    assert [item.position for item in site.items] == [0, 1, 2, 3]
    assert [item.relative_path for item in site.items][-1] == "late.md"


def test_neighbours(site: Site) -> None:
    first, middle, last = site.posts
    collection = site.collections["posts"]
    assert [collection.neighbour(post, 1) for post in (first, middle, last)] == [middle, last, None]
    assert [collection.neighbour(post, -1) for post in (first, middle, last)] == [None, first, middle]


def test_two_items_are_never_equal(site: Site) -> None:
    one, other = site.new_page(name="a.md"), site.new_page(name="a.md")
    assert len({one, other}) == 2


def test_a_layout_none_is_no_layout(site: Site) -> None:
    pages = [
        site.new_page(name="a.md", data={"layout": "none"}),
        site.new_page(name="a.scss"),
        site.new_page(name="a.md"),
    ]
    assert [page.takes_layout for page in pages] == [False, False, True]


@pytest.mark.parametrize(
    ("content", "data", "takes"),
    [
        ("{{ x }}", {}, True),
        ("{% x %}", {}, True),
        ("{ x }", {}, False),
        ("{{ x }}", {"render_with_liquid": False}, False),
    ],
)
def test_liquid_runs_where_there_is_some(
    site: Site, content: str, data: dict[str, object], takes: bool
) -> None:
    """FM-012"""
    assert site.new_page(name="a.md", content=content, data=data).takes_liquid is takes


def test_a_name_that_no_url_may_hold(site: Site) -> None:
    page: Page = site.new_page(name="1:b.md")
    with pytest.raises(PermalinkError, match=r"^1:b.md: `1:b` cannot stand in a URL: "):
        _ = page.url

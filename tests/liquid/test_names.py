"""Names in doubt: used without care, and missing in every render."""

import pytest

from onemg_render.liquid import Context, Environment
from onemg_render.liquid.names import Names

DATA = {
    "page": {"title": "T", "image": None, "author": {"name": "Ada"}},
    "site": {"posts": [{"title": "one"}, {"title": "two", "tag": "x"}]},
}
Doubts = list[tuple[str, list[tuple[int, int]], list[str]]]


def doubts(*templates: str) -> Doubts:
    """Name, places and near names of what is in doubt after all templates have run."""
    names = Names()
    environment = Environment(names=names, filters={"shout": lambda value: value})
    for template in templates:
        environment.parse(template, "a.html").render(Context(environment, DATA))
    return [
        (doubt.name, [place[1:] for place in doubt.places], list(doubt.near))
        for doubt in names.doubts(environment.filters)
    ]


@pytest.mark.parametrize(
    ("templates", "expected"),
    [
        pytest.param(["{{ page.title }}{{ page.image }}"], [], id="known, or known to be nil"),
        pytest.param(["\n {{ page.titel }}"], [("page.titel", [(2, 5)], ["page.title"])], id="a typo"),
        pytest.param(["{{ page['titel'] }}"], [("page.titel", [(1, 1)], ["page.title"])], id="in brackets"),
        pytest.param(["{{ title }}"], [("title", [(1, 4)], ["page.title"])], id="without its owner"),
        pytest.param(
            ["{{ page.x }}{{ page.x }}", "{{ page.x | upcase }}"],
            [("page.x", [(1, 4), (1, 16)], [])],
            id="each place once",
        ),
        pytest.param(
            ["{{ page.author.nme }}"], [("page.author.nme", [(1, 4)], ["page.author.name"])], id="deep"
        ),
        pytest.param(["{{ page.a.b.c }}"], [("page.a", [(1, 4)], [])], id="the part that is missing"),
        pytest.param(["{{ page.image.alt }}"], [], id="below nil"),
        pytest.param(["{% if page.x %}{{ page.x }}{% endif %}"], [], id="tested"),
        pytest.param(["{{ page.x }}", "{% unless page.x %}{% endunless %}"], [], id="tested elsewhere"),
        pytest.param(["{{ page.x }}{% case page.x %}{% when 1 %}{% endcase %}"], [], id="a case"),
        pytest.param(["{{ page.x }}{% if a and page.x == 1 %}{% endif %}"], [], id="compared"),
        pytest.param(["{{ page.x | default: 'y' }}"], [], id="with a default"),
        pytest.param(["{{ page.x | upcase | default: 'y' }}"], [], id="with a default at last"),
        pytest.param(["{% assign y = page.x | default: 1 %}{{ y }}"], [], id="assigned with a default"),
        pytest.param(["{% assign y = page.x %}{% if y %}{{ y }}{% endif %}"], [], id="assigned, then tested"),
        pytest.param(["{% assign y = page.x %}{{ y }}"], [("page.x", [(1, 15)], [])], id="assigned"),
        pytest.param(["{% if page.title == 1 %}{% assign y = 1 %}{% endif %}{{ y }}"], [], id="at times"),
        pytest.param(["{% for p in site.posts %}{{ p.tag }}{% endfor %}"], [], id="had by one of them"),
        pytest.param(
            ["{% for p in site.posts %}{{ p.titel }}{% endfor %}"],
            [("p.titel", [(1, 29)], ["p.title"])],
            id="had by none of them",
        ),
        pytest.param(["{% for p in page.parts %}{% endfor %}"], [], id="a loop over nothing"),
        pytest.param(
            ["{% for p in site.psots %}{% endfor %}"],
            [("site.psots", [(1, 13)], ["site.posts"])],
            id="a loop over what the site lacks",
        ),
        pytest.param(["{{ page[site.key] }}"], [("site.key", [(1, 9)], [])], id="a computed key"),
        pytest.param(["{{ 'a' | append: page.x }}"], [("page.x", [(1, 18)], [])], id="in an argument"),
        pytest.param(["{{ page.title | upcas }}"], [("upcas", [(1, 17)], ["upcase"])], id="a filter"),
        pytest.param(["{{ page.title | shout }}{{ page.title.size }}"], [], id="a plug-in's filter"),
        pytest.param(["{% increment n %}{{ n }}{% capture c %}{% endcapture %}{{ c }}"], [], id="counted"),
    ],
)
def test_doubts(templates: list[str], expected: Doubts) -> None:
    assert doubts(*templates) == expected

"""Errors say where they are: path, line from the top of the file, column, and through which includes."""

import pytest

from onemg_render.errors import LiquidError, LiquidSyntaxError
from onemg_render.liquid import Context, Environment, Tier

TIERS = pytest.mark.parametrize("tier", ["direct", "compiled"])
PARTIALS = {"part": 'p\n{% include "inner" %}', "inner": "\n\n   {{ 1 | modulo: 0 }}", "open": "{% if x %}"}
PLACES = [
    ("in an output", "a\nb {{ x | divided_by: 0 }}\n", (6, 3)),
    ("in a tag", "a\n  {% for i in x limit: true %}{% endfor %}", (6, 3)),
    (
        "inside a block",
        "{% if x %}\n{% unless no %}\n {{ x | slice: 'q' }}{% endunless %}{% endif %}",
        (7, 2),
    ),
    (
        "inside a loop",
        "{% for i in (1..3) %}{{ i }}\n{{ forloop.index | divided_by: 0 }}{% endfor %}",
        (6, 1),
    ),
    ("inside a capture", "{% capture c %}\n{{ i | modulo: 0 }}{% endcapture %}", (6, 1)),
    ("in the second of two outputs", "{{ x }}{{ x }} {{ x | modulo: 0 }}", (5, 16)),
    ("in a case", "{% case x %}\n{% when 5 %}\n\n{{ x | modulo: 0 }}{% endcase %}", (8, 1)),
    ("an operator that there is not", "\n{% if x = 5 %}{% endif %}", (6, 1)),
    ("a block that is not closed", "\n\n {% if x %}\n{% for i in x %}{% endfor %}", (7, 2)),
    ("the wrong end", "{% if x %}b{% endfor %}{% endif %}", (5, 12)),
    ("an elsif", "{% if x %}\n{% elsif %}{% endif %}", (6, 1)),
    ("a when", "{% case x %}\n{% when %}{% endcase %}", (6, 1)),
    ("an unknown tag", "\n{% fro x in y %}", (6, 1)),
    ("an output that is not closed", "{{ x }\n", (5, 1)),
    ("a tag that is not closed", "x {% if x \n", (5, 3)),
    ("too few arguments", "{{ 5 | slice }}", (5, 1)),
]


def failure(source: str, tier: Tier = "direct", **options: bool) -> LiquidError:
    environment = Environment(tier=tier, partials=PARTIALS.get, **options)  # type: ignore[arg-type]  # by name
    with pytest.raises(LiquidError) as caught:
        environment.parse(source, "page.md", 5).render(Context(environment, {"x": 5, "page": {"title": "t"}}))
    return caught.value


@TIERS
@pytest.mark.parametrize(("what", "source", "place"), PLACES, ids=[place[0] for place in PLACES])
def test_the_place_is_known(what: str, source: str, place: tuple[int, int], tier: Tier) -> None:
    error = failure(source, tier)
    assert (error.path, error.line, error.column) == ("page.md", *place)
    assert error.source is not None
    assert error.source.splitlines()[place[0] - 1] == source.splitlines()[place[0] - 5]


@TIERS
def test_the_chain_of_includes_is_told(tier: Tier) -> None:
    error = failure("\n{% for i in (1..2) %}\n{% include 'part' %}{% endfor %}", tier)
    assert (error.path, error.line, error.column) == ("inner", 3, 4)
    assert error.included_from == (("part", 2), ("page.md", 7))


@TIERS
def test_a_partial_that_cannot_be_parsed_is_blamed_itself(tier: Tier) -> None:
    error = failure("{% include 'open' %}", tier)
    assert isinstance(error, LiquidSyntaxError)
    assert (error.path, error.line, error.included_from) == ("open", 1, (("page.md", 5),))


@pytest.mark.parametrize(
    ("source", "options", "hint"),
    [
        ("{% fro x in y %}", {}, "did you mean for?"),
        ("{{ x | upcse }}", {"strict_filters": True}, "did you mean upcase?"),
        ("{% render 'a' %}", {}, "this is Liquid 5"),
        ("{{ x | sum }}", {"strict_filters": True}, "this is Liquid 5"),
        ("{{ page.titel }}", {"strict_variables": True}, "did you mean title?"),
        ("{% if x %}", {}, "close it with {% endif %}"),
        ("{{ x | slice }}", {}, "`slice: ...` takes 1 to 2 arguments"),
        ("{{ x | upcase: 1 }}", {}, "`upcase` takes no arguments"),
        ("{{ x | append }}", {}, "`append: ...` takes 1 argument"),
    ],
)
def test_hints(source: str, options: dict[str, bool], hint: str) -> None:
    found = failure(source, "direct", **options).hint
    assert found is not None
    assert hint in found


@TIERS
@pytest.mark.parametrize(
    "source", ["{{ nothing }}", "{{ x.y }}", "{{ x[0] }}", "{% if nothing %}{% endif %}"]
)
def test_strict_variables(source: str, tier: Tier) -> None:
    assert failure(source, tier, strict_variables=True).message.startswith("undefined variable")


def test_a_render_ends_with_its_own_interrupts() -> None:
    environment = Environment()
    context = Context(environment, {})
    assert environment.parse("a{% break %}b").render(context) == "a"
    assert environment.parse("c{% assign x = 1 %}d").render(context) == "cd"

"""The seams: tags, filters, warnings, partials and expressions of the surrounding program."""

from datetime import UTC, datetime

import pytest

from onemg_render.errors import LiquidError, LiquidSyntaxError, TagError
from onemg_render.liquid import (
    Body,
    Context,
    Environment,
    Render,
    Source,
    Tier,
    context_filter,
)

TIERS = pytest.mark.parametrize("tier", ["direct", "compiled"])


class Shout:
    """{% shout 3 %}hello{% endshout %} -> HELLO!!!"""

    block = True

    def parse(self, markup: str, source: Source) -> Render:
        if not markup:
            raise source.error("shout needs a number", hint="{% shout 3 %}")
        count = source.expression(markup.strip())

        def render(context: Context, body: Body) -> str:
            return body().upper() + "!" * int(count(context))

        return render


class Twice:
    block = True

    def parse(self, markup: str, source: Source) -> Render:
        return lambda context, body: body() + body()


class Where:
    block = False

    def parse(self, markup: str, source: Source) -> Render:
        text = f"{source.path}:{source.line}:{source.name}"
        return lambda context, body: text + body()


class Load:
    """Includes a template under the name `include`, as Jekyll's tag does."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        name, value = source.template(markup), source.variable("x | append: '?'")

        def render(context: Context, body: Body) -> str:
            return name.include(context, {"include": {"value": value(context)}})

        return render


@context_filter(reads=("x",))
def with_x(context: Context, value: object, other: object = "") -> str:
    return f"{value}{context.get('x')}{other}"


@context_filter()
def with_item(context: Context, value: object) -> str:
    return f"{value}{context.get('item')}"


def render(template: str, tier: Tier, **options: object) -> str:
    environment = Environment(
        tags={"shout": Shout(), "twice": Twice(), "where": Where(), "load": Load()},
        filters={"with_x": with_x, "with_item": with_item, "upcase": lambda value: f"UP {value}"},
        tier=tier,
        **options,  # type: ignore[arg-type]  # by name
    )
    return environment.parse(template, "a.md", 3).render(Context(environment, {"x": "X", "n": 2}))


TEMPLATES = [
    ("{% shout n %}hello {{ x }}{% endshout %}", "HELLO X!!"),
    ("{% twice %}{% increment c %}{% endtwice %}", "01"),
    (
        "{% for i in (1..3) %}{% twice %}{{ i }}{% if i == 2 %}{% break %}{% endif %}.{% endtwice %}"
        "{% endfor %}",
        "1.1.22",
    ),
    ("a\n{% where %}", "a\na.md:4:where"),
    ("{% load v={{ include.value }} %}{{ include }}", "v=X? "),
    ("{{ 1 | with_x }}{{ 1 | with_x: 2 }}", "1X1X2"),
    ("{% for item in (1..2) %}{{ 'i' | with_item }}{% endfor %}{{ 'o' | with_item }}", "i1i2oNone"),
    ("{% for x in (1..2) %}{{ 'i' | with_x }}{% endfor %}{{ 'o' | with_x }}", "i1i2oX"),
    (
        "{% for item in (1..2) %}{% twice %}{{ item }}{{ 'i' | with_item }}{% endtwice %}{% endfor %}",
        "1i11i12i22i2",
    ),
    ("{{ 'a' | upcase }}", "UP a"),
    ("[{% shout 1 %}  {% endshout %}]", "[]"),
]


@TIERS
@pytest.mark.parametrize(("template", "expected"), TEMPLATES, ids=[template for template, _ in TEMPLATES])
def test_tags_and_filters_are_added(template: str, expected: str, tier: Tier) -> None:
    assert render(template, tier) == expected


@TIERS
def test_a_tag_complains_with_its_place(tier: Tier) -> None:
    with pytest.raises(TagError) as caught:
        render("\n {% shout %}{% endshout %}", tier)
    assert (caught.value.path, caught.value.line, caught.value.column) == ("a.md", 4, 2)
    assert caught.value.hint == "{% shout 3 %}"


def test_an_error_inside_the_body_of_a_tag_has_its_place() -> None:
    for tier in ("direct", "compiled"):
        with pytest.raises(LiquidError) as caught:
            render("\n{% twice %}\n {{ 1 | divided_by: 0 }}{% endtwice %}", tier)
        assert (caught.value.line, caught.value.column) == (5, 2)


def test_lax_markup_is_warned_of() -> None:
    warnings: list[LiquidError] = []
    environment = Environment(on_warning=warnings.append)
    template = environment.parse("a\n{{ x | }} {% if {{x}} %}{% endif %}", "a.md", 3)
    assert [(w.path, w.line, w.column) for w in warnings] == [("a.md", 4, 8), ("a.md", 4, 17)]
    assert warnings[0].message == 'Expected id but found end_of_string in "{{ x | }}"'
    assert template.warnings == warnings


def test_a_filter_of_liquid_5_is_warned_of() -> None:
    warnings: list[LiquidError] = []
    environment = Environment(on_warning=warnings.append)
    template = environment.parse("a\n{{ list | sum | upcase }}{% assign x = list | has: 'a' %}", "a.md", 3)
    assert template.render(Context(environment, {"list": [1, 2]})) == "a\n[1, 2]"
    assert [(w.line, w.column) for w in warnings] == [(4, 1), (4, 26)]
    assert all(w.hint and "this is Liquid 5" in w.hint for w in warnings)
    assert not Environment(filters={"sum": sum}).parse("{{ list | sum }}").warnings
    assert not Environment(dialect="5").parse("{{ list | sum }}").warnings


def test_strict_mode_raises_what_others_warn_of() -> None:
    with pytest.raises(LiquidSyntaxError):
        Environment(error_mode="strict").parse("{{ x | }}")
    lax = Environment(error_mode="lax")
    assert not lax.parse("{{ x | }}").warnings


def test_a_partial_is_parsed_again_when_it_changed() -> None:
    partials = {"p": "one"}
    environment = Environment(partials=partials.get)
    template = environment.parse("{% include 'p' %}")
    assert template.render(Context(environment, {})) == "one"
    partials["p"] = "two"
    assert template.render(Context(environment, {})) == "two"


def test_expressions_tell_on_what_they_depend() -> None:
    environment = Environment()
    context = Context(environment, {"item": {"n": 3}, "k": "n"})
    expression = environment.expression("item[k]")
    assert expression(context) == 3
    assert expression.names == {"item", "k"}
    assert environment.variable("item.n | plus: other")(context) == 3
    condition = environment.condition("item.n > 2 and k == 'n'")
    assert condition(context) is True
    assert condition.names == {"item", "k"}
    with pytest.raises(LiquidSyntaxError):
        environment.condition("item.n >")


def test_the_clock_is_handed_in() -> None:
    environment = Environment(now=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    template = environment.parse("{{ 'now' | date: '%F %T' }} {{ 'today' | date: '%s' }}")
    assert template.render(Context(environment, {})) == "2026-01-02 03:04:05 1767323045"

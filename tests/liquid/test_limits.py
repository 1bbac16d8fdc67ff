"""Runaway and hostile templates end with a clear error, and no template reaches Python."""

import pytest

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Drop, Environment, Limits, Tier, render

TIERS = pytest.mark.parametrize("tier", ["direct", "compiled"])
SMALL = Limits(render_length=1000, loops=100, scopes=20, nesting=10)
RUNAWAYS = [
    (
        "too many iterations",
        "{% for i in (1..11) %}{% for j in (1..10) %}{% endfor %}{% endfor %}",
        "loop iterations",
    ),
    ("a huge range", "{% for i in (1..9999999999999) %}{% endfor %}", "too large"),
    ("a huge range in a filter", "{{ (1..9999999999999) | join }}", "too large"),
    ("a table of too many cells", "{% tablerow i in (1..101) %}{% endtablerow %}", "loop iterations"),
    ("too much text", "{% for i in (1..90) %}0123456789ab{% endfor %}", "characters"),
    (
        "too much captured",
        "{% for i in (1..90) %}{% capture c %}{{ c }}xxxxxxxxxxxxxx{% endcapture %}{% endfor %}",
        "characters",
    ),
    (
        "text that doubles",
        "{% assign x = 'ab' %}{% for i in (1..90) %}{% assign x = x | append: x %}{% endfor %}",
        "characters",
    ),
    ("blocks in blocks", "{% if a %}" * 11 + "{% endif %}" * 11, "Nesting too deep"),
    ("an include of itself", "{% include 'self' %}", "Nesting too deep"),
    (
        "a huge integer",
        "{% assign x = 9 %}{% for i in (1..40) %}{% assign x = x | times: x %}{% endfor %}",
        "too large",
    ),
    ("digits without end", "{{ " + "9" * 5000 + " }}", "too large"),
]
ESCAPES = [
    "{{ x.__class__ }}",
    "{{ x['__class__'] }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ drop.__class__.__init__.__globals__ }}",
    "{{ drop.get.__func__ }}",
    "{{ drop._secret }}",
    "{{ list.append }}",
    "{{ list | map: '__class__' }}",
    "{{ list | sort: '__doc__' | first }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner }}{{ namespace }}{{ lipsum }}{{ range }}{{ dict }}{{ config }}{{ request }}",
    "{{ x.format }}{{ x | attr: '__class__' }}{{ x | format: x }}",
    "{{ forloop.__class__ }}{% for i in list %}{{ forloop.__class__ }}{{ forloop.get }}{% endfor %}",
    "{% for key in drop %}{% endfor %}{{ context }}{{ variables }}{{ out }}{{ get }}{{ t }}{{ text }}",
]


class Secretive(Drop):
    _secret = "secret"

    def text(self) -> str:
        return ""


@TIERS
@pytest.mark.parametrize(("what", "template", "message"), RUNAWAYS, ids=[row[0] for row in RUNAWAYS])
def test_runaways_end(what: str, template: str, message: str, tier: Tier) -> None:
    partials = {"self": "x{% include 'self' %}"}
    environment = Environment(limits=SMALL, partials=partials.get, tier=tier)
    with pytest.raises(LiquidError, match=message):
        environment.parse(template).render(Context(environment, {"a": 1}))


@TIERS
def test_deep_nesting_by_default(tier: Tier) -> None:
    for template in (
        "{% if a %}" * 5000,
        "{{ " + "(" * 5000 + " }}",
        "{{ a" + "[a" * 5000 + "]" * 5000 + " }}",
        "{% include 'self' %}",
        "{% for i in (1..2) %}" * 99 + "{% include 'self' %}" + "{% endfor %}" * 99,
    ):
        with pytest.raises(LiquidError):
            render(
                template,
                {"a": 1},
                partials={"self": "{% if a %}{% if a %}{% include 'self' %}{% endif %}{% endif %}"},
                error_mode="strict",
                tier=tier,
            )


@TIERS
@pytest.mark.parametrize("template", ESCAPES)
def test_no_python_is_reachable(template: str, tier: Tier) -> None:
    assert render(template, {"x": "", "list": [""], "drop": Secretive()}, tier=tier) == ""


@TIERS
def test_a_long_text_may_have_all_its_quotes_escaped(tier: Tier) -> None:
    template = (
        """{{ quotes | replace: '"', '\\"' | size }} {{ quotes | replace_first: '"', quotes | size }}"""
    )
    assert render(template, {"quotes": '"' * 20_000}, tier=tier) == "40000 39999"


@TIERS
def test_what_surrounds_each_match_is_bounded(tier: Tier) -> None:
    with pytest.raises(LiquidError, match="too large"):
        render("{{ text | replace: 'a', '\\`' }}", {"text": "a" * 20_000}, tier=tier)

"""Both back ends give the same text or the same error, and hot templates change over without a trace."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Dialect, Environment, Tier, render
from tests.support.liquid_answers import decoded
from tests.support.liquid_templates import TemplateMaker


def outcome(case: dict[str, object], dialect: Dialect, tier: Tier) -> tuple[str, object]:
    try:
        text = render(
            str(case["template"]),
            decoded(case["data"]),
            partials=case["partials"],  # type: ignore[arg-type]  # made by the template maker
            dialect=dialect,
            tier=tier,
        )
    except LiquidError as error:
        return "error", (error.message, error.line, error.column, error.included_from)
    return "text", text


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(min_value=0, max_value=2**32), st.booleans(), st.sampled_from(["4.0", "5"]))
def test_back_ends_agree(seed: int, slips: bool, dialect: Dialect) -> None:
    case = TemplateMaker(Random(seed), slips=slips).case_of_all()
    assert outcome(case, dialect, "direct") == outcome(case, dialect, "compiled")


def test_a_hot_template_is_compiled_and_stays_the_same() -> None:
    environment = Environment(filters={"tag_of": lambda value: f"<{value}>"})
    template = environment.parse(
        "{% for page in pages %}{% if page.n > 2 %}{{ page.n | tag_of }}{% else %}-{% endif %}{% endfor %}"
    )
    data = {"pages": [{"n": number} for number in range(2000)]}
    texts = {template.render(Context(environment, data)) for _ in range(12)}
    assert len(texts) == 1
    assert texts.pop().startswith("---<3><4>")


def test_what_cpython_refuses_to_compile_still_renders() -> None:
    depth = 60
    nested = "{% for i in (1..1) %}" * depth + "x" + "{% endfor %}" * depth
    many_words = "{% if " + " or ".join(["no"] * 3000) + " or yes %}y{% endif %}"
    many_filters = "{{ 'z'" + " | append: 'q'" * 3000 + " | size }}"
    long_path = "{{ a" + ".b" * 3000 + " }}"
    for tier in ("direct", "compiled", "auto"):
        for template, expected in ((nested, "x"), (many_words, "y"), (many_filters, "3001"), (long_path, "")):
            assert render(template, {"yes": True}, tier=tier) == expected

"""Both back ends give the same text or the same error, and hot templates change over without a trace."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Dialect, Environment, Tier, nodes, render
from onemg_render.liquid.direct.expressions import Expressions
from onemg_render.liquid.direct.statements import DirectCompiler, Run
from onemg_render.liquid.tiers import Tiers
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


LOOP = "{% for page in pages %}{% if page.n > 2 %}{{ page.n | tag_of }}{% else %}-{% endif %}{% endfor %}"


@pytest.mark.parametrize(
    ("expected", "compiled"), [(None, 0), (0, 0), (10**6, 1)], ids=["unknown", "none", "many"]
)
def test_a_hot_template_is_compiled_and_stays_the_same(
    expected: int | None, compiled: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    in_earnest = Tiers.compiled

    def compile_and_note(tiers: Tiers, body: Sequence[nodes.Stmt]) -> Run | None:
        asked.append(body)
        return in_earnest(tiers, body)

    monkeypatch.setattr(Tiers, "compiled", compile_and_note)
    environment = Environment(filters={"tag_of": lambda value: f"<{value}>"})
    template = environment.parse(LOOP)
    data = {"pages": [{"n": number} for number in range(200)]}
    texts = set()
    for _ in range(6):
        texts.add(template.render(Context(environment, data)))
        if expected is not None:
            environment.expect(expected)
    assert len(texts) == 1
    assert texts.pop().startswith("---<3><4>")
    assert len(asked) == compiled


@pytest.mark.parametrize(
    ("tags", "seconds", "outputs", "pays"),
    [
        (10, 0.1, None, True),
        (10, 0.05, None, False),
        (10, 0.01, (10, 1000), True),
        (10, 0.01, (100, 100), False),
        (10, 0.01, (5, 100), True),
        (500, 0.01, (5, 100), False),
        (10, 9.0, (100, 0), False),
    ],
)
def test_what_pays(tags: int, seconds: float, outputs: tuple[int, int] | None, pays: bool) -> None:
    """Outputs: how many there have been since the template was met, and how many will be."""
    environment = Environment()
    tiers = Tiers(environment, DirectCompiler(environment, Expressions(environment)), "auto")
    since = tiers.done = 3
    if outputs is not None:
        tiers.done, tiers.left = since + outputs[0], outputs[1]
    assert tiers.pays(tags, seconds, since) is pays


def test_what_cpython_refuses_to_compile_still_renders() -> None:
    depth = 60
    nested = "{% for i in (1..1) %}" * depth + "x" + "{% endfor %}" * depth
    many_words = "{% if " + " or ".join(["no"] * 3000) + " or yes %}y{% endif %}"
    many_filters = "{{ 'z'" + " | append: 'q'" * 3000 + " | size }}"
    long_path = "{{ a" + ".b" * 3000 + " }}"
    for tier in ("direct", "compiled", "auto"):
        for template, expected in ((nested, "x"), (many_words, "y"), (many_filters, "3001"), (long_path, "")):
            assert render(template, {"yes": True}, tier=tier) == expected

"""What is wrong with a glossary or its tag is said in the gem's words."""

import pytest

from onemg_render.errors import LiquidError
from onemg_render.liquid import Environment, Value
from onemg_render.liquid.context import Context
from onemg_render.plugins.glossary_tooltip import GlossaryTag

GLOSSARY: list[Value] = [
    {"term": "one", "definition": "1"},
    {"term": "two"},
    {"term": "Three", "definition": "3"},
    {"term": "thrEE", "definition": "3"},
]


@pytest.mark.parametrize(
    ("markup", "glossary", "message"),
    [
        ("", GLOSSARY, "No term name argument for the glossary tag supplied"),
        ("one, display", GLOSSARY, "The glossary tag for term 'one' has a bad argument format"),
        ("one, show: x", GLOSSARY, "An unknown tag argument show was encountered"),
        ("one", None, "No data.glossary found"),
        ("none", GLOSSARY, "The term 'none' was not defined in the glossary"),
        ("two", GLOSSARY, "Glossary entry for 'two' does not contain a definition!"),
        ("three", GLOSSARY, "The term 'three' was defined multiple times in the glossary"),
    ],
)
def test_errors(markup: str, glossary: Value, message: str) -> None:
    environment = Environment(tags={"glossary": GlossaryTag()})
    data = {"site": {"data": {"glossary": glossary}}}
    with pytest.raises(LiquidError) as caught:
        environment.parse(f"{{% glossary {markup} %}}").render(Context(environment, data))
    assert message in caught.value.message

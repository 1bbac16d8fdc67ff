from onemg_render.util import yaml
from tests.support.answers import differences, mapped


def test_scalars_have_the_types_that_safe_yaml_gives_them() -> None:
    wrong = differences("util/yaml_scalars", lambda text: mapped(yaml.load(text)))
    assert wrong == {}

from onemg_render.util.yaml.builder import Builder
from onemg_render.util.yaml.parser import PureParser, parsed
from tests.support.answers import cases, differences, mapped


def test_documents_are_read_as_safe_yaml_reads_them() -> None:
    assert differences("util/yaml_documents", lambda text: mapped(parsed(text))) == {}


def test_the_parser_in_python_reads_the_same() -> None:
    for (_, text), answer in cases("util/yaml_documents"):
        if isinstance(answer, dict) and "!error" in answer:
            continue
        assert mapped(Builder(PureParser(text)).document()) == answer, text

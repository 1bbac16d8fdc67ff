from pathlib import Path
from typing import Any

import pytest

from onemg_render.config import load
from onemg_render.errors import ConfigError
from onemg_render.reporting import Reporter


def loaded(root: Path, text: str, reporter: Reporter) -> dict[str, Any]:
    (root / "_config.yml").write_text(text, encoding="utf-8")
    return dict(load(root, reporter=reporter, compat="github-pages"))


def test_old_keys_are_translated_with_a_warning_each(tmp_path: Path) -> None:
    reporter = Reporter(lambda _: None)
    config = loaded(
        tmp_path, "gems: [jemoji]\nlayouts: _l\nauto: true\npygments: true\nexclude: 'a, b,'\n", reporter
    )
    assert config["plugins"][0] == "jemoji"
    assert (config["layouts_dir"], config["exclude"], config.get("auto")) == ("_l", ["a", "b"], None)
    assert reporter.count("warning") == 5


@pytest.mark.parametrize(
    ("text", "message"),
    [("a: 1\nplugins: x\n", "should be a list, not a text"), ("a: 1\nmarkdown: maruku\n", "maruku")],
)
def test_what_has_no_translation_is_an_error_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        loaded(tmp_path, text, Reporter(lambda _: None))
    assert caught.value.line == 2

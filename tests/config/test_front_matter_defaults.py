from pathlib import Path
from typing import Any

import pytest

from onemg_render.config import (
    GITHUB_PAGES,
    JEKYLL4,
    Compat,
    Config,
    Detected,
    FrontMatterDefaults,
    load,
    source_tree,
)
from onemg_render.errors import ConfigError
from onemg_render.reporting import Reporter
from tests.support.answers import answered, cases, mapped
from tests.support.foundation_cases import make_tree


@pytest.mark.parametrize(("column", "compat"), [("answer", JEKYLL4), ("pages", GITHUB_PAGES)])
def test_defaults_apply_as_in_either_jekyll(tmp_path: Path, column: str, compat: Compat) -> None:
    make_tree(tmp_path)

    def ours(config: dict[str, Any], path: str, type: str) -> object:
        return dict(_defaults(tmp_path, config, compat).all(path, type))

    # Where Jekyll fails with a NoMethodError (an entry without scope after one with), ours goes on.
    asked = [case for case in cases("config/defaults", column) if "!error" not in case[1]]
    assert list(answered(asked, ours)) == []


def _defaults(root: Path, config: dict[str, Any], compat: Compat) -> FrontMatterDefaults:
    data = {**compat.defaults, **config, "source": str(root), "destination": str(root / "_site")}
    known = Config(data, Detected(compat, "2.4", ""))
    return FrontMatterDefaults(known, source_tree(known), Reporter(lambda _: None))


CONFIG = """\
timezone: UTC
collections_dir: stuff
defaults:
  - values: {layout: plain, date: 2024-03-05}
  - scope: {type: post}
    values: {layout: post}
  - values: nothing
  - scope: {path: stuff/_posts}
    values: {author: {name: x}}
"""


@pytest.fixture
def reporter() -> Reporter:
    return Reporter(lambda _: None)


@pytest.fixture
def defaults(tmp_path: Path, reporter: Reporter) -> FrontMatterDefaults:
    (tmp_path / "_config.yml").write_text(CONFIG, encoding="utf-8")
    config = load(tmp_path, reporter=reporter)
    return FrontMatterDefaults(config, source_tree(config), reporter)


def test_one_key_is_found_by_itself(defaults: FrontMatterDefaults) -> None:
    assert defaults.find("_posts/x.md", "posts", "layout") == "post"
    assert defaults.find("_posts/x.md", "posts", "author") == {"name": "x"}
    assert defaults.find("x.md", "pages", "layout") == "plain"
    assert defaults.find("x.md", "pages", "none") is None


def test_a_date_is_a_local_time(defaults: FrontMatterDefaults) -> None:
    assert mapped(defaults.all("x.md", "pages")["date"]) == {
        "!time": ["fixed", "2024-03-05 00:00:00.000000 +0000"]
    }


def test_files_with_the_same_sets_share_the_values(defaults: FrontMatterDefaults) -> None:
    assert defaults.all("x.md", "pages") is defaults.all("y.md", "pages")


def test_old_types_and_invalid_sets_are_reported(defaults: FrontMatterDefaults, reporter: Reporter) -> None:
    found = [(message.text, message.line) for message in reporter.messages if message.topic == "Defaults"]
    assert found == [
        ("the type `post` should be written `posts`", None),
        ("An invalid front-matter default set was found, and is skipped: {'values': 'nothing'}", 7),
    ]


def test_a_date_that_is_none_is_an_error_with_its_line(tmp_path: Path, reporter: Reporter) -> None:
    (tmp_path / "_config.yml").write_text("defaults:\n- values:\n    date: never\n", encoding="utf-8")
    config = load(tmp_path, reporter=reporter)
    with pytest.raises(ConfigError, match="invalid date in front matter defaults") as caught:
        FrontMatterDefaults(config, source_tree(config), reporter)
    assert caught.value.line == 3


def test_a_project_globs_its_content_and_its_assets(tmp_path: Path, reporter: Reporter) -> None:
    for name in ("content/a/x.md", "templates/layouts/d.html", "assets/css/main.scss"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.touch()
    sets = "- {scope: {path: '*/x.md'}, values: {p: 1}}\n- {scope: {path: 'assets/*'}, values: {q: 2}}\n"
    text = f"defaults:\n{sets}"
    (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
    config = load(tmp_path, reporter=reporter)
    found = FrontMatterDefaults(config, source_tree(config), reporter)
    assert found.all("a/x.md", "pages") == {"p": 1}
    assert found.all("assets/css/main.scss", "pages") == {"q": 2}

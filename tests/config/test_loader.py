from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onemg_render.config import Config, load, merge_theme_config
from onemg_render.errors import ConfigError
from onemg_render.reporting import Reporter
from tests.support.answers import answered, cases, mapped


@pytest.fixture
def reporter() -> Reporter:
    return Reporter(lambda _: None)


def loaded(root: Path, text: str, name: str = "_config.yml", **options: Any) -> Config:
    (root / name).write_text(text, encoding="utf-8")
    return load(root, reporter=Reporter(lambda _: None), **options)


@pytest.mark.parametrize(("column", "compat"), [("answer", "jekyll4"), ("pages", "github-pages")])
def test_configurations_are_those_of_either_jekyll(tmp_path: Path, column: str, compat: str) -> None:
    reporter = Reporter(lambda _: None)

    def complete(files: list[str], overrides: dict[str, Any]) -> dict[str, Any]:
        paths = [tmp_path / f"config{at}.yml" for at in range(len(files))]
        for path, text in zip(paths, files, strict=True):
            path.write_text(text, encoding="utf-8")
        return dict(
            load(
                tmp_path,
                files=paths,
                overrides=overrides,
                reporter=reporter,
                compat=compat,
                environment="production",
            )
        )

    plain = complete([""], {})

    def changed(files: list[str], overrides: dict[str, Any]) -> object:
        config = complete(files, overrides)
        hidden = {"source", "destination"} | ({"plugins_dir"} if compat == "github-pages" else set())
        keys = [
            key for key in config if key not in hidden and (key not in plain or plain[key] != config[key])
        ]
        return _sorted(mapped({key: config[key] for key in keys}))

    asked = [(ask, _sorted(answer)) for ask, answer in cases("config/config", column)]
    assert list(answered(asked, changed)) == []


def _sorted(answer: Any) -> Any:
    if isinstance(answer, dict) and "!map" in answer:
        return {"!map": sorted(([key, _sorted(item)] for key, item in answer["!map"]), key=str)}
    return answer


def test_the_first_of_three_names_is_read(tmp_path: Path) -> None:
    assert loaded(tmp_path, "title = 'toml'\n[a]\nb = 1\n", "_config.toml")["a"] == {"b": 1}
    assert loaded(tmp_path, "title: yaml\n", "_config.yaml")["title"] == "yaml"
    assert loaded(tmp_path, "title: yml\n")["title"] == "yml"
    assert loaded(tmp_path, "title: yml\n", compat="github-pages")["title"] == "yml"


def test_jekyll_3_does_not_look_for_toml(tmp_path: Path, reporter: Reporter) -> None:
    (tmp_path / "_config.toml").write_text("title = 'toml'\n", encoding="utf-8")
    assert "title" not in load(tmp_path, reporter=reporter, compat="github-pages")


def test_no_configuration_is_a_notice(tmp_path: Path, reporter: Reporter) -> None:
    config = load(tmp_path, reporter=reporter)
    assert config["permalink"] == "date"
    assert next(iter(reporter.messages)).text == "none; the defaults are used"


def test_it_says_which_files_were_read_and_which_compat_was_chosen(
    tmp_path: Path, reporter: Reporter
) -> None:
    (tmp_path / "_config.yml").write_text("a: 1\n", encoding="utf-8")
    load(tmp_path, reporter=reporter)
    assert [(message.topic, message.text) for message in reporter.messages] == [
        ("Configuration file", str(tmp_path / "_config.yml")),
        ("Compat", "jekyll4 (as nothing in the source asks for another)"),
    ]


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("title: x\nurl: a: b\n", "mapping values are not allowed", 2, 7),
        ("a: 1\nexclude: vendor\n", "`exclude` should be a list, but is `vendor`", 2, 1),
        ("plugins:\n", "`plugins` should be a list, but is null", 1, 1),
        ("collections:\n  a:\n  b: true\n", "the collection `b` should be a mapping, but is `true`", 3, 3),
        ("collections: 12\n", "`collections` should be a mapping or a list", 1, 1),
        ("permalink: [a]\n", "`permalink` should be a style or a template", 1, 1),
        ("limit_posts: -1\n", "`limit_posts` must not be negative", 1, 1),
        ("limit_posts: many\n", "`limit_posts` should be a whole number, but is `many`", 1, 1),
    ],
)
def test_a_value_that_cannot_be_used_is_an_error_with_its_place(
    tmp_path: Path, text: str, message: str, line: int, column: int
) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text)
    error = caught.value
    assert message in error.message
    assert (error.path, error.line, error.column) == (str(tmp_path / "_config.yml"), line, column)
    assert error.source == text


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", "{}", "no parser"),
        ("a.toml", "a = ", "cannot be read"),
        ("none.yml", None, "could not be found"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(
    tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load(tmp_path, files=[tmp_path / name], reporter=Reporter(lambda _: None))


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path, reporter: Reporter) -> None:
    with pytest.raises(ConfigError, match="there is no folder"):
        load(tmp_path / "none", reporter=reporter)


def test_a_theme_configuration_that_is_no_mapping_is_left_out(tmp_path: Path, reporter: Reporter) -> None:
    theme = tmp_path / "theme.yml"
    theme.write_text("- a\n", encoding="utf-8")
    config = loaded(tmp_path, "a: 1\n")
    before = dict(config)
    merge_theme_config(config, theme, reporter)
    assert dict(config) == before


def test_a_folder_is_no_configuration(tmp_path: Path, reporter: Reporter) -> None:
    (tmp_path / "x.yml").mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path, files=[tmp_path / "x.yml"], reporter=reporter)


def test_a_file_that_is_no_mapping_is_reported_and_ends_the_list(tmp_path: Path, reporter: Reporter) -> None:
    for name, text in (("a.yml", "a: 1"), ("b.yml", "- b"), ("c.yml", "c: 3")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = load(
        tmp_path, files=[tmp_path / name for name in ("a.yml", "b.yml", "c.yml")], reporter=reporter
    )
    assert (config["a"], config.get("c")) == (1, None)
    assert reporter.count("warning") == 1


def test_what_the_command_line_says_wins(tmp_path: Path) -> None:
    config = loaded(tmp_path, "future: true\nbaseurl: /a\n", overrides={"baseurl": "", "future": None})
    assert (config["future"], config["baseurl"]) == (True, "")
    assert config.is_set("baseurl")
    assert not config.is_set("permalink")


def test_an_unknown_zone_is_utc_with_a_warning(tmp_path: Path, reporter: Reporter) -> None:
    (tmp_path / "_config.yml").write_text("a: 1\ntimezone: Europe/Brusels\n", encoding="utf-8")
    config = load(tmp_path, reporter=reporter)
    warning = next(message for message in reporter.messages if message.severity == "warning")
    assert (warning.text, warning.line) == ("unknown time zone `Europe/Brusels`; UTC is used", 2)
    assert "Europe/Brussels" in (warning.hint or "")
    assert (config.zone.utcoffset(None), config.zone.tzname(None)) == (timedelta(0), "Europe")


def test_an_unknown_compat_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no compat `jekyl4`") as caught:
        loaded(tmp_path, "a: 1\ncompat: jekyl4\n")
    assert (caught.value.line, caught.value.hint) == (2, "did you mean `jekyll4`?")


def test_keys_are_texts(tmp_path: Path) -> None:
    config = loaded(tmp_path, "yes: 1\n12: 2\n")
    assert (config["true"], config["12"]) == (1, 2)


def test_source_and_destination_are_absolute(tmp_path: Path) -> None:
    config = loaded(tmp_path, "destination: out\n")
    assert config.source == tmp_path.resolve()
    assert config.destination == Path("out").resolve()


def test_two_configurations_share_nothing(tmp_path: Path) -> None:
    first, second = loaded(tmp_path, ""), loaded(tmp_path, "")
    first["kramdown"]["input"] = "x"
    first["exclude"].append("y")
    assert second["kramdown"]["input"] == "GFM"
    assert "y" not in second["exclude"]


THEME = """\
title: theme
permalink: pretty
skin: {dark: 1, light: 2}
logo: x
collections: {things: {output: true}}
kramdown: {own: 1}
"""


def themed(tmp_path: Path, text: str, **options: Any) -> Config:
    theme = tmp_path / "theme.yml"
    theme.write_text(THEME, encoding="utf-8")
    config = loaded(tmp_path, text, **options)
    merge_theme_config(config, theme, Reporter(lambda _: None))
    return config


def test_a_themes_configuration_lies_beneath_without_jekylls_own_keys(tmp_path: Path) -> None:
    config = themed(tmp_path, "title: site\nskin: {dark: 3}\n")
    assert (config["title"], config["logo"], config["permalink"]) == ("site", "x", "date")
    assert config["skin"] == {"dark": 3, "light": 2}
    assert "things" not in config["collections"]
    assert "own" not in config["kramdown"]


@pytest.mark.parametrize(("text", "compat"), [("ignore_theme_config: true\n", None), ("", "github-pages")])
def test_it_can_be_left_out(tmp_path: Path, text: str, compat: str | None) -> None:
    assert "logo" not in themed(tmp_path, text, compat=compat)

"""The three looks of a message, and what is shown at all."""

import io
import json
import re
from argparse import Namespace
from pathlib import Path

import pytest

from onemg_render.cli.console import console_reporter
from onemg_render.reporting import Message

WARNING = Message(
    "warning",
    "Layout 'pots' does not exist",
    topic="Build Warning",
    path="docs/a,b.md",
    line=3,
    column=9,
    source="---\ntitle: A\nlayout: pots\n---\n",
    hint="did you mean `post`?",
    included_from=(("index.md", 7),),
)
INFO = Message("info", "/srv/site", topic="Source")


def shown(*messages: Message, **options: object) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    reporter = console_reporter(Namespace(**options), out, err)
    for message in messages:
        reporter.report(message)
    return out.getvalue(), err.getvalue()


def test_text_aligns_information_and_sends_warnings_to_standard_error() -> None:
    out, err = shown(INFO, WARNING, WARNING)
    assert out == "            Source: /srv/site\n"
    assert err == (
        "docs/a,b.md:3:9: warning: Build Warning: Layout 'pots' does not exist\n"
        "   1 | ---\n"
        "   2 | title: A\n"
        " > 3 | layout: pots\n"
        "               ^\n"
        "   4 | ---\n"
        "   included from index.md:7\n"
        "   hint: did you mean `post`?\n"
    )


def test_colours_change_no_character(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = shown(WARNING)[1]
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = shown(WARNING)[1]
    assert "\x1b[" in coloured
    assert without_escapes(coloured) == plain


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_links_to_the_files_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "index.md").write_text("")
    terminal = Terminal()
    console_reporter(Namespace(source=str(tmp_path)), io.StringIO(), terminal).report(WARNING)
    links = re.findall(r"\x1b]8;[^;]*;(\S+?)\x1b\\(?:\x1b\[[\d;]*m)?([^\x1b]*)", terminal.getvalue())
    assert links == [((tmp_path / "index.md").as_uri(), "index.md:7")]


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_colours_by_the_environment(
    environment: dict[str, str], is_coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in shown(WARNING)[1]) is is_coloured


def without_escapes(text: str) -> str:
    first, *rest = text.split("\x1b[")
    return first + "".join(piece.split("m", 1)[1] for piece in rest)


def test_json_is_one_object_a_line_without_empty_fields() -> None:
    info, warning = map(json.loads, shown(INFO, WARNING, format="json")[0].splitlines())
    assert info == {"severity": "info", "topic": "Source", "text": "/srv/site"}
    assert (warning["path"], warning["line"], warning["column"]) == ("docs/a,b.md", 3, 9)
    assert warning["included_from"] == [{"path": "index.md", "line": 7}]


def test_github_annotations_count_from_the_repository_and_escape_what_separates() -> None:
    out, err = shown(WARNING, format="github", source="site")
    assert err == ""
    assert out == (
        "::warning file=site/docs/a%2Cb.md,line=3,col=9,title=Build Warning"
        "::Layout 'pots' does not exist%0Aincluded from index.md:7%0Ahint: did you mean `post`?\n"
    )


@pytest.mark.parametrize(
    ("options", "environment", "severities"),
    [
        ({}, "", ["hint", "info", "warning", "error"]),
        ({"quiet": True}, "", ["error"]),
        ({"verbose": True}, "", ["debug", "hint", "info", "warning", "error"]),
        ({}, "error", ["error"]),
        ({}, "warn", ["warning", "error"]),
        ({"verbose": True}, "error", ["debug", "hint", "info", "warning", "error"]),
    ],
    ids=["as usual", "quiet", "verbose", "by JEKYLL_LOG_LEVEL", "warnings by it", "an option wins"],
)
def test_least_severity(
    options: dict[str, object], environment: str, severities: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JEKYLL_LOG_LEVEL", environment)
    messages = [Message(severity, "x") for severity in ("debug", "hint", "info", "warning", "error")]
    out, _ = shown(*messages, format="json", **options)
    assert [json.loads(line)["severity"] for line in out.splitlines()] == severities

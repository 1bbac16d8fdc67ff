"""The comparison behind `make parity`: what counts as equal, and what does not."""

from pathlib import Path

import pytest

from tests.support.parity import main
from tests.support.tree_diff import Likeness, compare_trees, likeness

CASES = [
    ("the same bytes", "a.html", "<p>a</p>", "<p>a</p>", Likeness.BYTES),
    (
        "white space between blocks",
        "a.html",
        "<div>\n <p>a</p></div>",
        "<div><p>a</p></div>",
        Likeness.DOCUMENT,
    ),
    ("white space inside a sentence", "a.html", "<p>a <b>b</b></p>", "<p>a<b>b</b></p>", Likeness.DIFFERENT),
    (
        "order of attributes",
        "a.html",
        '<a id="x" href="y">z</a>',
        '<a href="y" id="x">z</a>',
        Likeness.DOCUMENT,
    ),
    ("a lost attribute", "a.html", '<a id="x" href="y">z</a>', '<a href="y">z</a>', Likeness.DIFFERENT),
    ("a blank line in code", "a.html", "<pre>a\n\nb</pre>", "<pre>a\nb</pre>", Likeness.DIFFERENT),
    (
        "other tokens in highlighted code",
        "a.html",
        '<code class="highlight"><span class="n">a</span></code>',
        '<code class="highlight"><span class="nb">a</span></code>',
        Likeness.UNHIGHLIGHTED,
    ),
    ("spans outside of code", "a.html", '<p><span class="n">a</span></p>', "<p>a</p>", Likeness.DIFFERENT),
    ("the time of a feed", "feed.xml", "<updated>1</updated>", "<updated>2</updated>", Likeness.DOCUMENT),
    ("a feed's text", "feed.xml", "<f><t>1</t></f>", "<f><t>2</t></f>", Likeness.DIFFERENT),
    ("layout of JSON", "a.json", '{"a": 1, "b": 2}', '{"b":2,"a":1}', Likeness.DOCUMENT),
    ("layout of CSS", "a.css", "a { b: c; }", "a{b:c}", Likeness.DOCUMENT),
    ("bytes of an image", "a.png", "one", "two", Likeness.DIFFERENT),
]


@pytest.mark.parametrize(
    ("name", "expected", "actual", "result"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_likeness_of_two_files(name: str, expected: str, actual: str, result: Likeness) -> None:
    assert likeness(name, expected.encode(), actual.encode()) is result


def test_files_of_one_side_only_are_missing_or_extra(tmp_path: Path) -> None:
    for name in ("expected/both.txt", "actual/both.txt", "expected/lost.txt", "actual/new.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a")
    diff = compare_trees(tmp_path / "expected", tmp_path / "actual")
    assert (diff.missing, diff.extra, diff.files) == (["lost.txt"], ["new.txt"], {"both.txt": Likeness.BYTES})


def test_the_command_ends_with_one_when_folders_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for side, text in (("expected", "<p>a</p>"), ("actual", "<p>b</p>")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.html").write_text(text)
    assert main(["--built", str(tmp_path / "expected"), str(tmp_path / "expected")]) == 0
    assert main(["--built", str(tmp_path / "expected"), str(tmp_path / "actual")]) == 1
    assert "-'a'\n+'b'" in capsys.readouterr().out

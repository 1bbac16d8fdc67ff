from dataclasses import fields
from pathlib import Path

import pytest

from onemg_render.config import COMPATS, GITHUB_PAGES, JEKYLL4, Compat, detect
from onemg_render.errors import UsageError

PAGES_LOCK = "GEM\n  specs:\n    github-pages (232)\n    jekyll (3.10.0)\n    kramdown (2.4.0)\n"
NEW_LOCK = "GEM\n  specs:\n    jekyll (4.4.1)\n      kramdown (~> 2.3)\n    kramdown (2.5.1)\n"


@pytest.mark.parametrize(
    ("files", "user", "found"),
    [
        ({}, {}, ("jekyll4", "2.4", "nothing")),
        ({"Gemfile": "gem 'jekyll', '~> 4.3'"}, {}, ("jekyll4", "2.4", "gem jekyll")),
        ({"Gemfile": 'gem "jekyll"'}, {"remote_theme": "a/b"}, ("jekyll4", "2.4", "gem jekyll")),
        ({"Gemfile": 'gem "jekyll", "~> 3.9"'}, {}, ("github-pages", "2.4", "gem jekyll")),
        ({"Gemfile": 'gem "github-pages"'}, {}, ("github-pages", "2.4", "gem github-pages")),
        ({"Gemfile": '# gem "github-pages"\ngem "jekyll"'}, {}, ("jekyll4", "2.4", "gem jekyll")),
        ({"Gemfile": "gemspec", "Gemfile.lock": PAGES_LOCK}, {}, ("github-pages", "2.4", "github-pages")),
        ({"Gemfile": "gemspec", "Gemfile.lock": NEW_LOCK}, {}, ("jekyll4", "2.5", "jekyll 4")),
        ({"CNAME": "x.org"}, {}, ("github-pages", "2.4", "CNAME")),
        ({}, {"remote_theme": "a/b"}, ("github-pages", "2.4", "remote_theme")),
        ({"CNAME": "x.org"}, {"compat": "jekyll4"}, ("jekyll4", "2.4", "configuration")),
    ],
)
def test_it_is_found_in_the_source(
    tmp_path: Path, files: dict[str, str], user: dict[str, object], found: tuple[str, str, str]
) -> None:
    name, kramdown, reason = found
    for path, text in files.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    detected = detect(tmp_path, user)
    assert (detected.compat.name, detected.kramdown) == (name, kramdown)
    assert reason in detected.reason


def test_what_is_asked_for_wins(tmp_path: Path) -> None:
    found = detect(tmp_path, {"compat": "jekyll4"}, "github-pages")
    assert (found.compat, found.reason) == (GITHUB_PAGES, "as asked for")


@pytest.mark.parametrize(
    ("name", "hint"), [("jekyl4", "did you mean `jekyll4`?"), ("hugo", "choose jekyll4 or github-pages")]
)
def test_an_unknown_name_is_an_error(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        detect(tmp_path, {}, name)
    assert caught.value.hint == hint


def test_the_two_differ_in_every_switch() -> None:
    same = [
        field.name
        for field in fields(Compat)
        if getattr(JEKYLL4, field.name) == getattr(GITHUB_PAGES, field.name)
    ]
    assert same == []
    assert list(COMPATS) == ["jekyll4", "github-pages"]

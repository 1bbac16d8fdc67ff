from pathlib import Path

import pytest

from onemg_render.config import GITHUB_PAGES, detect

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
    ("requirement", "name"),
    [
        ("", "jekyll4"),
        (", '~> 4.3'", "jekyll4"),
        (", '~> 4.3.2'", "jekyll4"),
        (", '4.3.1'", "jekyll4"),
        (", '>= 3.8'", "jekyll4"),
        (', ">= 3.6", "< 5.0"', "jekyll4"),
        (", '!= 4.0.0', '<= 4.2'", "jekyll4"),
        (", '> 3', require: false", "jekyll4"),
        (", '3.9.0'", "github-pages"),
        (", '~> 3.9'", "github-pages"),
        (", '>= 3.6', '< 4'", "github-pages"),
    ],
)
def test_a_range_that_allows_jekyll_4_means_it(tmp_path: Path, requirement: str, name: str) -> None:
    (tmp_path / "Gemfile").write_text(f"gem 'rake'\ngem 'jekyll'{requirement}\n", encoding="utf-8")
    assert detect(tmp_path, {}).compat.name == name

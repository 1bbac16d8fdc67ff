"""`last_modified_at` by git's log. The expected lines are those of jekyll-last-modified-at 1.3.2 for the same
commits, under Jekyll 4.4.1.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.sites import Built, build_site, page, write_files

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git makes the commits")

CONFIG = """plugins: [jekyll-last-modified-at]
last-modified-at: {date-format: "%Y/%m/%d"}
timezone: Europe/Berlin
"""
FIRST = {
    "_config.yml": CONFIG,
    "_layouts/post.html": '{{ page.title }} {{ page.last_modified_at | date: "%F %T %z" }} '
    "{% last_modified_at %}{{ content }}",
    "index.html": page(
        '{% last_modified_at %}|{{ page.last_modified_at | date: "%F %T %z" }}|'
        "{{ page.last_modified_at | date_to_xmlschema }}\n"
        "{% for post in site.posts %}{{ post.title }} "
        '{{ post.last_modified_at | date: "%F %T" }} {% endfor %}'
    ),
    "format.html": page("{% last_modified_at %d. %b %Y %H:%M %}"),
    "_posts/2024-01-01-one.md": page("First.\n", layout="post"),
    "_posts/2024-01-02-two.md": page("Two.\n", layout="post"),
}
LOOSE = {"loose.html": page('{% last_modified_at %}|{{ page.last_modified_at | date: "%F %T %z" }}')}


def commit(folder: Path, time: str) -> None:
    names = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x"}
    env = {**os.environ, **names, "GIT_COMMITTER_EMAIL": "x", "GIT_COMMITTER_DATE": time}
    for words in (["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture
def built(tmp_path: Path) -> Built:
    source = tmp_path / "source"
    write_files(source, FIRST)
    subprocess.run(["git", "init", "-q", "."], cwd=source, check=True, capture_output=True)
    commit(source, "2020-02-03T04:05:06Z")
    write_files(source, {"_posts/2024-01-02-two.md": page("Two.\nmore\n", layout="post")})
    commit(source, "2021-07-03T22:30:00Z")
    write_files(source, LOOSE)
    os.utime(source / "loose.html", (1660039872, 1660039872))
    return build_site(tmp_path, {}, safe=False)


def test_the_last_commit_to_each_file(built: Built) -> None:
    assert built.text("index.html") == (
        "2020/02/03|2020-02-03 05:05:06 +0100|2020-02-03T05:05:06+01:00\n"
        "Two 2021-07-04 00:30:00 One 2020-02-03 05:05:06 "
    )
    assert built.text("2024/01/01/one.html") == "One 2020-02-03 05:05:06 +0100 2020/02/03<p>First.</p>\n"
    assert built.text("2024/01/02/two.html") == "Two 2021-07-04 00:30:00 +0200 2021/07/04<p>Two.\nmore</p>\n"


def test_a_tag_may_have_a_format_of_its_own(built: Built) -> None:
    assert built.text("format.html") == "03. Feb 2020 05:05"


def test_a_file_that_git_does_not_know_has_its_own_time(built: Built) -> None:
    assert built.text("loose.html") == "2022/08/09|2022-08-09 12:11:12 +0200"


def test_outside_of_a_repository_all_files_have_their_own_time(tmp_path: Path) -> None:
    files = {
        "_config.yml": "plugins: [jekyll-last-modified-at]\n",
        "index.html": page("{% last_modified_at %Y %}"),
    }
    write_files(tmp_path / "source", files)
    os.utime(tmp_path / "source" / "index.html", (1660039872, 1660039872))
    assert build_site(tmp_path, {}).text("index.html") == "2022"

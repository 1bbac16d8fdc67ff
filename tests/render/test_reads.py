"""What a node records: one line a kind of question."""

from pathlib import Path

import pytest

from onemg_render.render.reads import CLOCK, COMPARED, Read
from tests.support.sites import page, read_only

FILES = {
    "_config.yml": "title: T\ntime: 2024-05-06 07:08:09 +0000\ntimezone: UTC\n",
    "_layouts/base.html": "{{ site.title }}{{ content }}",
    "_includes/part.html": "part",
    "_data/people.yml": "ann: {age: 5}\n",
    "_data/list.yml": "[{n: 1}, {n: 2}]\n",
    "_posts/2020-01-01-a.md": page("first *a*\n\nrest", tags="[x]"),
    "_posts/2020-01-02-b.md": page("first b"),
    "part.txt": "text",
}
CASES = [
    ("{{ site.title }}", ("config", "title")),
    ("{{ site.unknown }}", ("config", "unknown")),
    ("{{ site.posts.size }}", ("size", "posts")),
    ("{% for p in site.posts %}{{ p.title }}{% endfor %}", ("field", "posts", "title")),
    ("{{ site.posts.first.url }}", ("field", "posts", "url")),
    ("{{ site.posts.first.content }}", ("content", "_posts/2020-01-02-b.md", True)),
    ("{{ site.posts.first.excerpt }}", ("node", "_posts/2020-01-02-b.md", "excerpt")),
    ("{{ site.posts.first.output }}", ("node", "_posts/2020-01-02-b.md", "output")),
    ("{{ site.posts.first.previous.title }}", ("neighbour", "_posts/2020-01-02-b.md", "previous")),
    ("{{ site.posts.first.previous.title }}", ("item", "_posts/2020-01-01-a.md", "title")),
    ("{{ site.posts | where: 'title', 'A' | size }}", ("size", ("query", "posts", "where", "title", "A"))),
    (
        "{{ site.posts | sort: 'title' | map: 'url' }}",
        ("query", ("query", "posts", "sort", "title", "first"), "map", "url"),
    ),
    (
        "{{ site.posts | where_exp: 'x', 'x.title == page.title' | size }}",
        ("size", ("query", "posts", "where_exp", "x", "x.title == page.title", (("page", "title"), None))),
    ),
    ("{{ site.tags.x.size }}", ("size", "tags")),
    ("{{ site.data.people.ann.age }}", ("data", "people", "ann", "age")),
    ("{{ site.data.people.zoe.age }}", ("data", "people", "zoe")),
    ("{{ site.data.nothing }}", ("data", "nothing")),
    ("{{ site.data.list | map: 'n' }}", ("query", ("data", "list"), "map", "n")),
    ("{% include part.html %}", ("include", "part.html")),
    ("{% include_relative part.txt %}", ("file", "{source}/part.txt")),
    ("{% link part.txt %}", ("link", "part.txt")),
    ("{% post_url 2020-01-01-a %}", ("post_url", "2020-01-01-a")),
    ("{{ site.time | date: '%Y' }}", ("clock", "date", "%Y")),
    ("{{ site.time }}", ("clock",)),
    ("{{ 'now' | date: '%Y' }}", ("clock", "date", "%Y")),
    ("{{ jekyll.environment }}", ("environment", "JEKYLL_ENV")),
    ("{{ layout.x }}", ("layout_data", "index.html")),
    ("{% increment n %}", ("counters",)),
]


def reads_of(folder: Path, text: str) -> frozenset[Read]:
    """What the body of a page with this text reads."""
    site, renderer = read_only(folder, {**FILES, "index.html": page(text, layout="base")})
    index = next(item for item in site.pages if item.name == "index.html")
    renderer.output(index)
    assert ("layout", "base") in renderer.nodes[index, "output"].reads
    return renderer.nodes[index, "body"].reads


@pytest.mark.parametrize(("text", "read"), CASES, ids=[text for text, _ in CASES])
def test_a_body_records_what_it_reads(tmp_path: Path, text: str, read: Read) -> None:
    wanted = tuple(str(part).replace("{source}", str(tmp_path)) for part in read)
    assert wanted in {tuple(map(str, found)) for found in reads_of(tmp_path, text)}


def test_a_choice_from_a_list_is_read_by_its_use_only(tmp_path: Path) -> None:
    text = "{% assign some = site.posts | where: 'title', 'A' %}{% assign more = some | where: 'x', 1 %}"
    assert all(read[0] in ("own", "layout_data") for read in reads_of(tmp_path, text))


def test_a_formatted_time_is_not_a_read_of_the_time(tmp_path: Path) -> None:
    assert ("clock",) not in reads_of(tmp_path, "{{ site.time | date: '%Y' }}")


def test_what_a_time_is_compared_with_is_recorded(tmp_path: Path) -> None:
    text = "{% assign t = site.time %}{{ t | date: '%Y' }}{% if t > site.posts.first.date %}x{% endif %}"
    clock = {read for read in reads_of(tmp_path, text) if read[0] in (CLOCK, COMPARED)}
    assert clock == {(CLOCK, "date", "%Y"), (COMPARED, "2020-01-02T00:00:00+00:00")}


@pytest.mark.parametrize(
    "use", ["{{ t }}", "{{ t | jsonify }}", "{{ t | uniq | join }}", "{{ t | append: 1 }}"]
)
def test_a_time_used_otherwise_is_recorded_whole(tmp_path: Path, use: str) -> None:
    text = "{% assign t = site.time %}{{ t | date: '%Y' }}" + use
    assert (CLOCK,) in reads_of(tmp_path, text)


def test_a_query_is_recorded_by_its_answer_not_by_what_it_looked_at(tmp_path: Path) -> None:
    reads = reads_of(tmp_path, "{% assign a = site.posts | where: 'title', 'A' %}{{ a.first.url }}")
    assert ("field", "posts", "title") not in reads
    assert ("field", ("query", "posts", "where", "title", "A"), "url") in reads

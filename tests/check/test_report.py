"""Findings of a whole build: placed by what each page has read, told once, and ignored by rules."""

from pathlib import Path

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import unwritten
from onemg_render.check.built_site import BuiltSite
from onemg_render.check.report import CHECKS, messages
from onemg_render.check.settings import rules
from onemg_render.errors import ConfigError
from onemg_render.reporting import Reporter
from tests.support.sites import write_files

HEAD = '<html lang="en"><head><title>{{ page.title }}</title></head>'
FILES = {
    "_config.yml": "defaults: [{scope: {path: ''}, values: {layout: page, title: T}}]\n",
    "_layouts/page.html": f"{HEAD}\n<h2>{{{{ page.title }}}}</h2>\n{{{{ content }}}}\n",
    "_includes/tag.html": '\n<a href="/tags/{{ include.name }}/">{{ include.name }}</a>\n',
    "_includes/card.html": '\n\n<img class="x" src="{{ include.image }}">\n',
    "_includes/team.html": "{% for one in site.data.team %}<a href='{{ one.url }}'>x</a>{% endfor %}",
    "_includes/made.html": '<h5 class="x">Written by <b>{{ page.author }}</b></h5>',
    "_data/team.yml": "- name: Ada\n  url: /ada\n",
    "_data/unread.yml": "- url: /ada\n",
    "index.md": "---\npart: team\n---\n[a](/tagged/)\n{% include {{ page.part }}.html %}\n",
    "tagged.md": "---\n---\n{% include tag.html name='a' %}{% include tag.html name='b' %}\n",
    "image.md": "---\nimage: /one.png\n---\n{% include card.html image=page.image %}\n[x](image.html)\n",
    "other.md": "---\nimage: /two.png\n---\n{% include card.html image=page.image %}\n",
    "head.md": "---\nauthor: Ada\n---\n{% include made.html %}\n\n#### It's “here”\n",
    "ids.md": "---\n---\n## Say it twice!\n\n<p id='say-it-twice'></p>\n",
    "static.html": "<html>\n<a href='/nowhere'>x</a>",
}
PLACES = ("_data/team.yml", "_includes/card.html", "_includes/tag.html", "index.md", "static.html")


def said(folder: Path, files: dict[str, str], *checks: str, config: str = "") -> list[tuple[str, str]]:
    """Text and place of what is found, the place relative to the site."""
    write_files(folder, {**files, "_config.yml": files["_config.yml"] + config})
    site, outputs, rendered = unwritten(
        config={"source": str(folder), "disable_disk_cache": True},
        options=BuildOptions(),
        reporter=Reporter(lambda message: None),
    )
    built = BuiltSite(site, {file.destination: file.read for file in outputs})
    found = messages(built, checks or CHECKS, reads_of=rendered.reads_of, ignored=rules(site.config))
    names = [(one.text, one.path and Path(folder, one.path).relative_to(folder).as_posix()) for one in found]
    return [(text, f"{name}:{one.line}") for (text, name), one in zip(names, found, strict=True)]


def test_a_text_is_placed_where_it_is_written_or_put_together(tmp_path: Path) -> None:
    assert said(tmp_path, FILES, "links", "images", "headings", "ids") == [
        ("the link `/ada` leads nowhere", "_data/team.yml:2"),
        (
            "the image `/one.png` has no `alt` (and 1 more from here, on 2 pages, such as image.html)",
            "_includes/card.html:3",
        ),
        ("the heading `Written by Ada` is an h5 with no h4 above it", "_includes/made.html:1"),
        ("the link `/tags/a/` leads nowhere (and 1 more from here)", "_includes/tag.html:2"),
        ("one page has the id `say-it-twice` more than once", "ids.md:5"),
        ("the link `/tagged/` leads nowhere", "index.md:4"),
        ("the link `/nowhere` leads nowhere", "static.html:2"),
    ]


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("check: links", {"_includes/card.html"}),
        ("/ta*", {"_data/team.yml", "_includes/card.html", "static.html"}),
        ("{check: links, page: index.md}", {"_includes/card.html", "_includes/tag.html", "static.html"}),
        ("{check: images, address: '*.jpg'}", {*PLACES}),
        ("page: '*.html'", set()),
    ],
)
def test_rules_of_the_configuration_ignore_findings(tmp_path: Path, rule: str, left: set[str]) -> None:
    found = said(tmp_path, FILES, "links", "images", config=f"check: {{ignore: [{rule}]}}\n")
    assert {place.partition(":")[0] for _, place in found} == left


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("check: {ignor: []}", "`check` has no setting `ignor`"),
        ("check: {ignore: x}", "`check.ignore` should be a list of rules"),
        ("check: {ignore: [{adress: x}]}", "a rule of `check.ignore` has no `adress`"),
        ("check: {ignore: [{page: 1}]}", "`page` of a rule should be a text"),
        ("check: {ignore: [[a]]}", "a rule of `check.ignore` should be a mapping"),
    ],
)
def test_rules_that_are_none(tmp_path: Path, config: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        said(tmp_path, {"_config.yml": ""}, config=f"{config}\n")
    assert (error.value.message, error.value.line) == (message, 1)

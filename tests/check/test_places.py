"""A finding is placed where its text was written: in the page, a layout, an include, a data file."""

from pathlib import Path

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import survey
from onemg_render.check.built_site import BuiltSite
from onemg_render.check.finding import Finding
from onemg_render.check.links import spellings
from onemg_render.check.places import Places, position
from onemg_render.check.sources import Sources
from onemg_render.reporting import Reporter
from tests.support.sites import write_files

FILES = {
    "_config.yml": "title: T\nhome: /from-config/\n",
    "index.md": "---\nlayout: page\nimage: /from-matter.png\n---\nabout us\n[x](/own) {% include a.html %}\n",
    "secret/key.txt": "/hidden",
    "other.md": "---\n---\n{% include unused.html %}",
    "_layouts/page.html": "---\nlayout: base\n---\n<a href='{{ '/layout' | relative_url }}'>",
    "_layouts/base.html": "\n<p>{% include_cached 'b.html' %}{% include ../secret/key.txt %}",
    "_includes/a.html": "\n\n<a href='/include.html'>",
    "_includes/b.html": '<a href="deeper.html">',
    "_includes/unused.html": '<a href="/unused">',
    "_data/menu/top.yml": "- name: A\n  url: /from-data\n",
}


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/own", ("index.md", 6)),
        ("/from-matter.png", ("index.md", 3)),
        ("/project/layout", ("_layouts/page.html", 4)),
        ("/project/include.html", ("_includes/a.html", 3)),
        ("/deeper.html", ("_includes/b.html", 1)),
        ("/from-data/", ("_data/menu/top.yml", 2)),
        ("/from-config/", ("_config.yml", 2)),
        ("/unused", None),
        ("/hidden", None),
        ("/about", None),
        ("/ow", None),
    ],
)
def test_places(tmp_path: Path, address: str, place: tuple[str, int] | None) -> None:
    write_files(tmp_path, FILES)
    options, config = BuildOptions(), {"source": str(tmp_path), "baseurl": "/project"}
    site = survey(config=config, options=options, reporter=Reporter(lambda message: None))
    finding = Finding(severity="error", page="", text="", traces=spellings(BuiltSite(site, {}), address))
    found = Places(Sources(site, None)).of(
        next(each for each in site.items if each.name == "index.md"), finding
    )
    assert (found and found.place[:2]) == (place and ((tmp_path / place[0]).as_posix(), place[1]))


def test_the_column_counts_from_one() -> None:
    assert position("ab\ncd", 4) == (2, 2)
    assert position("ab", 0) == (1, 1)

"""What is kept between builds, when builds of one site overlap."""

from pathlib import Path
from unittest import mock

from onemg_render.build.writing import keep
from tests.support.sites import build_site, page

KEEP = "onemg_render.build.pipeline.keep"


def test_a_build_does_not_mix_what_it_keeps_with_what_another_has_kept_meanwhile(tmp_path: Path) -> None:
    def built(changed: dict[str, str]) -> list[str]:
        done = build_site(tmp_path, changed, disable_disk_cache=False)
        return [done.text(name) for name in ("one.html", "two.html")]

    def overtaken(*of_build: object) -> None:
        with mock.patch(KEEP, keep):
            built({"one.md": page("1"), "two.md": page("{{ site.data.y }}")})
        keep(*of_build)  # type: ignore[arg-type]  # handed on unchanged

    built({"one.md": page("1"), "two.md": page("2"), "_data/x.yml": "x", "_data/y.yml": "y"})
    with mock.patch(KEEP, overtaken):
        built({"one.md": page("{{ site.data.x }}")})
    assert built({"_data/y.yml": "new"}) == ["<p>1</p>\n", "<p>new</p>\n"]

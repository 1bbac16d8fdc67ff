"""The manual passes its own checks, and says what they are."""

from pathlib import Path

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import unwritten
from onemg_render.check.built_site import BuiltSite
from onemg_render.check.report import CHECKS, messages
from onemg_render.reporting import Reporter

ROOT = Path(__file__).parents[2]


def test_the_reference_site_is_clean() -> None:
    site, outputs, rendered = unwritten(
        config={"source": str(ROOT), "disable_disk_cache": True},
        options=BuildOptions(),
        reporter=Reporter(lambda message: None),
    )
    built = BuiltSite(site, {file.destination: file.read for file in outputs})
    assert messages(built, CHECKS, reads_of=rendered.reads_of) == []


def test_the_chapter_on_checks_names_each() -> None:
    chapter = (ROOT / "content" / "docs" / "checks.md").read_text(encoding="utf-8")
    assert [name for name in CHECKS if f"| `{name}` |" not in chapter] == []

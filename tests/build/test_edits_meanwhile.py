"""Files that change while a build reads them: the next build makes it good."""

import time
from pathlib import Path
from typing import Final
from unittest import mock

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.read.source_file import Parts, SourceFile
from onemg_render.render.styles import Styles
from onemg_render.reporting import Reporter
from onemg_render.site.unread import Unread
from tests.support.sites import page, write_files

SETTLING: Final = 0.06
"""Seconds after which a file cannot change and keep its time."""


def test_a_partial_that_changes_after_it_was_compiled(tmp_path: Path) -> None:
    source, partial = tmp_path / "source", tmp_path / "source/_sass/_colours.scss"
    write_files(
        source, {"main.scss": page("@import 'colours'; p { color: $c }"), "_sass/_colours.scss": "$c: red;"}
    )
    workshop = Workshop()
    finish = Styles.finish

    def meanwhile(styles: Styles, item: object) -> str:
        css = finish(styles, item)  # type: ignore[arg-type]  # handed on unchanged
        partial.write_text("$c: blue;", encoding="utf-8")
        return css

    def built() -> str:
        build(
            source,
            tmp_path / "site",
            options=BuildOptions(force=True),
            reporter=Reporter(lambda message: None),
            workshop=workshop,
        )
        return (tmp_path / "site/main.css").read_text(encoding="utf-8")

    with mock.patch.object(Styles, "finish", meanwhile):
        assert "red" in built()
    assert "blue" in built()
    workshop.close()


def test_a_page_whose_text_changes_between_the_look_and_the_reading(tmp_path: Path) -> None:
    """Its front matter is known from an earlier build, its text is read when a list shows it."""
    source, path = tmp_path / "source", tmp_path / "source/one.md"
    files = {"one.md": page("old", title="One"), "list.txt": page("{{ site.pages[1].content }}")}
    write_files(source, files)
    time.sleep(SETTLING)
    text_of = SourceFile.parts

    def meanwhile(file: SourceFile, encoding: str) -> Parts:
        parts = text_of(file, encoding)
        if file.path.endswith("one.md") and isinstance(parts.content, Unread):
            path.write_text(page("new", title="Two"), encoding="utf-8")
        return parts

    def built() -> str:
        build(
            source,
            tmp_path / "site",
            options=BuildOptions(force=True),
            reporter=Reporter(lambda message: None),
        )
        return (tmp_path / "site/list.txt").read_text(encoding="utf-8")

    assert built() == "old"
    write_files(source, {"list.txt": page("{{ site.pages[1].title }} {{ site.pages[1].content }}")})
    with mock.patch.object(SourceFile, "parts", meanwhile):
        assert built() == "Two new"

"""Files that change while a build reads them: the next build makes it good."""

from pathlib import Path
from unittest import mock

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.render.styles import Styles
from onemg_render.reporting import Reporter
from tests.support.sites import page, write_files


def test_a_partial_that_changes_after_it_was_compiled(tmp_path: Path) -> None:
    source, partial = tmp_path / "source", tmp_path / "source/_sass/_colours.scss"
    write_files(
        source, {"main.scss": page("@import 'colours'; p { color: $c }"), "_sass/_colours.scss": "$c: red;"}
    )
    workshop = Workshop()
    finish = Styles.finish

    def meanwhile(styles: Styles, item: object) -> str:
        css = finish(styles, item)  # type: ignore[arg-type]  # as it was called
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

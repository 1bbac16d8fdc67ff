"""Style sheets through each engine: CSS, files, notices, errors and the life of the process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onemg_render.errors import SassError
from onemg_render.sass import Compiler, Request
from tests.support.css import same_css


@pytest.fixture(scope="module", params=["Dart Sass", "sasso"])
def sass(request: pytest.FixtureRequest) -> Iterator[Compiler]:
    with Compiler("sasso" if request.param == "sasso" else None) as compiler:
        yield compiler


@pytest.fixture(scope="module")
def dart() -> Iterator[Compiler]:
    with Compiler() as compiler:
        yield compiler


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("scss", "css"),
    [
        ("a { b: { c: d } e { f: g } }", "a { b-c: d } a e { f: g }"),
        ('@use "sass:math"; a { width: math.div(10px, 4) }', "a { width: 2.5px }"),
        ("$a: 1px; @mixin m($b) { c: $b } d { @include m($a + 1) }", "d { c: 2px }"),
        (".a { color: red } .b { @extend .a; margin: 0 }", ".a, .b { color: red } .b { margin: 0 }"),
        ("", ""),
    ],
    ids=["nesting", "modules", "mixins", "extend", "empty"],
)
def test_css(sass: Compiler, scss: str, css: str) -> None:
    assert same_css(sass.compile(Request(scss)).css, css)


def test_indented_syntax_and_compressed_style(sass: Compiler) -> None:
    assert sass.compile(Request("a\n  b: c\n", syntax="indented", style="compressed")).css.strip() == "a{b:c}"


def test_partials_are_found_beside_the_file_then_in_load_path_order(sass: Compiler, tmp_path: Path) -> None:
    root = written(
        tmp_path,
        {
            "css/_near.scss": ".near { from: site }",
            "theme/_near.scss": ".near { from: theme }",
            "site/_far.scss": ".far { from: site }",
            "theme/_far.scss": ".far { from: theme }",
            "theme/parts/_index.scss": ".index { from: theme }",
        },
    )
    request = Request(
        '@use "near"; @use "far"; @use "parts";',
        path=root / "css" / "main.scss",
        load_paths=(root / "site", root / "theme"),
    )
    compiled = sass.compile(request)
    assert same_css(compiled.css, ".near { from: site } .far { from: site } .index { from: theme }")
    assert {path.relative_to(root).as_posix() for path in compiled.files_read} == {
        "css/_near.scss",
        "site/_far.scss",
        "theme/parts/_index.scss",
    }


def test_a_file_that_imports_its_own_name_means_another(sass: Compiler, tmp_path: Path) -> None:
    root = written(tmp_path, {"css/main.scss": "---\n---\n", "_sass/_main.scss": "a { b: c }"})
    request = Request('@import "main";', path=root / "css" / "main.scss", load_paths=(root / "_sass",))
    assert same_css(sass.compile(request).css, "a { b: c }")


def test_an_error_names_the_line_of_the_file(sass: Compiler, tmp_path: Path) -> None:
    page = tmp_path / "main.scss"
    with pytest.raises(SassError) as caught:
        sass.compile(Request("a {\n  b: $c;\n}\n", path=page, first_line=4))
    error = caught.value
    assert (error.path, error.line, error.column) == (str(page), 5, 6)
    assert error.message == "Undefined variable."


def test_an_error_in_a_partial_tells_who_imported_it(dart: Compiler, tmp_path: Path) -> None:
    root = written(tmp_path, {"_sass/_part.scss": "a {\n  @include none;\n}\n"})
    page = root / "main.scss"
    page.touch()
    with pytest.raises(SassError) as caught:
        dart.compile(Request('\n@use "part";', path=page, first_line=3, load_paths=(root / "_sass",)))
    error = caught.value
    assert (error.path, error.line, error.column) == (str(root / "_sass" / "_part.scss"), 2, 3)
    assert error.included_from == ((str(page), 4),)


def test_a_missing_partial(sass: Compiler, tmp_path: Path) -> None:
    with pytest.raises(SassError, match="Can't find stylesheet to import"):
        sass.compile(Request('@use "none";', path=tmp_path / "main.scss"))


def test_deprecations_are_said_once_and_only_of_own_files(dart: Compiler, tmp_path: Path) -> None:
    root = written(
        tmp_path,
        {
            "theme/_old.scss": "a { b: 4px/2; c: 6px/2; @warn 'from the theme'; }",
            "site/_own.scss": "a { b: (4px/2); c: (6px/2); }",
        },
    )
    request = Request(
        '@use "old";\n@use "own";',
        path=root / "site" / "main.scss",
        load_paths=(root / "site", root / "theme"),
        own=(root / "site",),
    )
    warned, deprecated = dart.compile(request).notices
    assert (warned.message, warned.path) == ("from the theme", str(root / "theme" / "_old.scss"))
    assert (deprecated.deprecation, deprecated.places) == ("slash-div", 2)
    assert (deprecated.path, deprecated.line, deprecated.column) == (str(root / "site" / "_own.scss"), 1, 9)


def test_compilations_run_side_by_side(dart: Compiler) -> None:
    outcomes = [dart.submit(Request(f"a {{ b: {n} + 1 }}", style="compressed")) for n in range(20)]
    assert [outcome.result().css for outcome in outcomes] == [f"a{{b:{n + 1}}}" for n in range(20)]


def test_a_closed_compiler_starts_again_when_asked() -> None:
    compiler = Compiler()
    compiler.start()
    compiler.close()
    compiler.close()
    assert "b: c" in compiler.compile(Request("a { b: c }")).css
    compiler.dismiss()
    assert "b: c" in compiler.compile(Request("a { b: c }")).css
    compiler.close()


def test_an_engine_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(SassError, match="no Sass engine at"):
        Compiler(str(tmp_path / "sass")).compile(Request(""))


def test_an_engine_that_dies_is_an_error_with_its_words(tmp_path: Path) -> None:
    engine = tmp_path / "sass"
    engine.write_text("#!/bin/sh\necho out of memory >&2\nexit 3\n", encoding="utf-8")
    engine.chmod(0o755)
    compiler = Compiler(str(engine))
    with pytest.raises(SassError, match="ended before it answered: out of memory"):
        compiler.compile(Request("a { b: c }"))
    compiler.close()

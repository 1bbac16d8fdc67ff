"""How many pages does an edit render again, beside those whose bytes change? (ONEMG_BENCH_SITE=folder)

The edits are those that writers make, each to up to three files of its kind, spread over the site, and each
taken back; ONEMG_BENCH_CONFIG names configuration files instead of the site's own, separated by commas.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.reporting import Reporter
from tests.bench.build import make

FILES: Final = 3
TIME: Final = "2026-01-01 00:00:00 +0000"
TITLE: Final = re.compile(r"^(title|name): *(.+)$", re.M)
NUMBER: Final = re.compile(r"(?<=: )\d+\b|(?<=\d)\d\b|(?<=: )[A-Za-z]+$", re.M)

Edit = Callable[[Path], bool]
"""Changes a file; false if there is nothing in it that could be changed so."""


@dataclass(frozen=True)
class Kind:
    """Edits of one kind. files: which of the source's paths they are made to."""

    name: str
    files: str
    edit: Edit


def appended(text: str) -> Edit:
    def edit(path: Path) -> bool:
        path.write_bytes(path.read_bytes() + text.encode())
        return True

    return edit


def replaced(pattern: re.Pattern[str], by: str) -> Edit:
    def edit(path: Path) -> bool:
        text = path.read_text(encoding="utf-8")
        new = pattern.sub(by, text, count=1)
        path.write_text(new, encoding="utf-8")
        return new != text

    return edit


def copied(path: Path) -> bool:
    shutil.copyfile(path, path.with_name(f"{path.stem}-more{path.suffix}"))
    return True


def removed(path: Path) -> bool:
    path.unlink()
    return True


def renamed(path: Path) -> bool:
    path.rename(path.with_name(f"{path.stem}-moved{path.suffix}"))
    return True


PAGES: Final = r"(?!.*README)[^_.][^.]*\.(md|html)"
POSTS: Final = r"(.*/)?_posts/.*\.md"
KINDS: Final = (
    Kind("the body of a page", PAGES, appended("\nOne more line.\n")),
    Kind("the title of a page", PAGES, replaced(TITLE, r"\1: Changed")),
    Kind("a page more", PAGES, copied),
    Kind("a page less", PAGES, removed),
    Kind("another name of a page", PAGES, renamed),
    Kind("the body of a post", POSTS, appended("\nOne more line.\n")),
    Kind("the title of a post", POSTS, replaced(TITLE, r"\1: Changed")),
    Kind("a post more", POSTS, copied),
    Kind("a post less", POSTS, removed),
    Kind(
        "the title of a document", r"_(?!posts|layouts|includes)\w+/.*\.md", replaced(TITLE, r"\1: Changed")
    ),
    Kind("a value in a data file", r"_data/.*\.ya?ml", replaced(NUMBER, "7")),
    Kind("an include", r"_includes/.*\.html", appended("<!-- more -->")),
    Kind("a layout", r"_layouts/.*\.html", appended("<!-- more -->")),
    Kind("a partial of Sass", r"_sass/.*\.scss", appended("\n.more { color: red; }\n")),
    Kind("a setting that nobody reads", r"_config\.yml", appended("\nnobody_reads_this: 1\n")),
)


def run() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        rendered = changed = 0
        for kind in KINDS:
            for path in spread(bench.files(kind.files)):
                counts = bench.counts(kind, path)
                if counts is not None:
                    rendered, changed = rendered + counts[0], changed + counts[1]
                    shown = path.relative_to(bench.source).as_posix()
                    yield f"{kind.name:28} {counts[0]:5} rendered {counts[1]:5} changed  {shown}"
        ratio = rendered / max(1, changed)
        yield f"{'all edits':28} {rendered:5} rendered {changed:5} changed  {ratio:.2f} x"


class Bench:
    """A copy of the site, built incrementally."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "site"
        self._folder = folder
        self._workshop = Workshop()
        given = os.environ.get("ONEMG_BENCH_SITE")
        if given:
            kept_out = shutil.ignore_patterns("_site", ".jekyll-cache", ".git")
            shutil.copytree(given, self.source, ignore=kept_out, symlinks=True)
        else:
            make(self.source, 100)
        named = os.environ.get("ONEMG_BENCH_CONFIG")
        self._config = None if named is None else [self.source / name for name in named.split(",")]
        self._build()

    def files(self, pattern: str) -> list[Path]:
        files = (
            path for path in self.source.rglob("*") if path.is_file() and "jekyll-cache" not in str(path)
        )
        named = ((path.relative_to(self.source).as_posix(), path) for path in files)
        return sorted(path for name, path in named if re.fullmatch(pattern, name))

    def counts(self, kind: Kind, path: Path) -> tuple[int, int] | None:
        """How many pages an edit renders, and how many files of the site it changes; it is taken back."""
        kept, before = path.read_bytes(), {*path.parent.iterdir()}
        try:
            result = self._build() if kind.edit(path) else None
        finally:
            for new in {*path.parent.iterdir()} - before:
                new.unlink()
            path.write_bytes(kept)
        self._build()
        return None if result is None else (result.rendered, len([*result.written, *result.removed]))

    def _build(self) -> BuildResult:
        return build(
            self.source,
            self._folder / "out",
            config={"time": TIME, "disable_disk_cache": False},
            options=BuildOptions(config_files=self._config, force=True),
            reporter=Reporter(lambda message: None),
            workshop=self._workshop,
        )


def spread(files: Sequence[Path]) -> Sequence[Path]:
    """A few of them, from the whole range."""
    return (
        [files[(2 * at + 1) * len(files) // (2 * FILES)] for at in range(FILES)]
        if len(files) > FILES
        else files
    )

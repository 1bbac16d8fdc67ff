"""Style sheets: pages of SCSS and indented Sass, compiled beside the rendering of all other pages.

Upstream is jekyll-sass-converter, `lib/jekyll/converters/scss.rb`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from onemg_render.render.converter import Converter
from onemg_render.render.imports import looked_for
from onemg_render.render.reads import FILE, SASS_NAMES, Reads
from onemg_render.reporting import Message, Reporter
from onemg_render.sass import Compiled, Compiler, Notice, SassError, SassSettings

if TYPE_CHECKING:
    from onemg_render.sass.style_sheets import Outcome
    from onemg_render.site import Item

LOW: Final = -10


class Styles(Converter):
    """The converter of `.scss` and `.sass`; `begin` starts a page's compilation, `finish` waits for it."""

    priority = LOW

    def __init__(
        self,
        compiler: Compiler,
        settings: SassSettings,
        reads: Reads,
        reporter: Reporter,
        *,
        root: Path,
    ) -> None:
        self._root = root
        self._compiler = compiler
        self._settings = settings
        self._reads = reads
        self._reporter = reporter
        self._under_way: dict[Item, Outcome] = {}
        self.source_maps: dict[Item, str] = {}

    @property
    def load_paths(self) -> Sequence[Path]:
        """The folders in which imports are looked for."""
        return self._settings.load_paths

    @property
    def makes_source_maps(self) -> bool:
        """Whether pages get source maps."""
        return self._settings.source_maps

    @property
    def is_compiling(self) -> bool:
        """Whether a page was begun that is not finished."""
        return bool(self._under_way)

    def matches(self, ext: str) -> bool:
        return ext.lower() in (".scss", ".sass")

    def output_ext(self, ext: str) -> str | None:
        return ".css"

    def convert(self, text: str, path: str) -> str:
        """A snippet; the extension of `path` says which syntax."""
        syntax: Literal["indented", "scss"] = "indented" if path.endswith(".sass") else "scss"
        compiled = self._compiler.compile(self._settings.snippet(text, syntax))
        self._note(compiled, self.load_paths)
        return self._settings.css(compiled)

    def begin(self, item: "Item", text: str) -> None:
        """Raises SassError if there is no Sass engine."""
        request = self._settings.page(text, Path(item.path), first_line=item.line)
        self._under_way[item] = self._compiler.submit(request)

    def finish(self, item: "Item") -> str:
        """The CSS of a page that was begun; raises SassError with the place in the style sheet, each time."""
        try:
            compiled = self._under_way[item].result()
        except SassError as error:
            error.hint = error.hint or self._advice(error)
            error.path = self._shown(error.path)
            raise
        del self._under_way[item]
        self._note(compiled, [Path(item.path).parent, *self.load_paths])
        sheet = self._settings.style_sheet(compiled, Path(item.path))
        if sheet.source_map is not None:
            self.source_maps[item] = sheet.source_map
        return sheet.css

    def _advice(self, error: SassError) -> str | None:
        """What would be right, by the text of the style sheet that the error is about."""
        try:
            text = Path(error.path or "").read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return None
        from onemg_render.sass.advice import advice  # style sheets seldom have mistakes

        return advice(error.message, text, error.line, self.load_paths)

    def _note(self, compiled: Compiled, beside: Sequence[Path]) -> None:
        self._reads.current.add((SASS_NAMES, *looked_for(compiled.files_read, beside)))
        self._reads.current.update((FILE, str(path)) for path in compiled.files_read)
        for notice in compiled.notices:
            self._reporter.report(as_message(notice, self._shown(notice.path)))

    def _shown(self, path: str | None) -> str | None:
        """A path as the user knows it: from the source if it lies there."""
        if path is None or not Path(path).is_relative_to(self._root):
            return path
        return Path(path).relative_to(self._root).as_posix()


def as_message(notice: Notice, path: str | None) -> Message:
    """`@warn` warns, deprecations are for those who maintain the style sheet, `@debug` is for its author."""
    severity: Final = "debug" if notice.debug or notice.deprecation is not None else "warning"
    return Message(severity, notice.message, "Sass", path, notice.line, notice.column)

"""The exception classes of the engine. Imports nothing; any room may import it.

A low room raises with what it knows (message, line, column); the room above adds the path and the chain
"included from" with `located` and lets the error travel on to the one boundary in the command line.
"""

from typing import Self


class OnemgError(Exception):
    """An expected failure: something in the user's sources, configuration or command.

    message: what is wrong, one sentence without a trailing full stop.
    path: the file as the user knows it (relative to the source), or None.
    line, column: 1-based, counted from the top of the file, front matter included; None when unknown.
    source: the whole text of the file, from which the report cuts its excerpt; None when unknown.
    hint: what would be right, or the command that helps; None when there is nothing useful to say.
    included_from: (path, line) of each template that led here, innermost first.
    key: the key of the file's front matter that it is about; the line is found by it when it is shown.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        source: str | None = None,
        hint: str | None = None,
        included_from: tuple[tuple[str, int | None], ...] = (),
        key: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.source = source
        self.hint = hint
        self.included_from = included_from
        self.key = key

    def located(self, path: str, line: int | None = None, *, source: str | None = None) -> "OnemgError":
        """This error with `path`: its own place if it has none yet, else one more link of `included_from`."""
        if self.path is None:
            self.path = path
            self.line = self.line if self.line is not None else line
            self.source = self.source if self.source is not None else source
        else:
            self.included_from = (*self.included_from, (path, line))
        return self

    def upstream(self, file: str) -> str | None:
        """What Jekyll says of it, for those who search for its words; None where ours say as much.

        file: `path` in full.
        """
        return None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class UsageError(OnemgError):
    """The command line asks for something that does not exist or does not fit together."""


class ConfigError(OnemgError):
    """A configuration file or key that cannot be used."""


class FrontMatterError(OnemgError):
    """Front matter or YAML that cannot be read."""


class PatternError(OnemgError):
    """A pattern of file names that stands for too much."""


class DataError(OnemgError):
    """A data file that cannot be read."""


class ReadError(OnemgError):
    """A source file or folder that cannot be read."""


class DateError(OnemgError):
    """A value that should be a date and is none."""


class PermalinkError(OnemgError):
    """A permalink that cannot become a URL."""


class TemplateError(OnemgError):
    """Liquid or Jinja2 that cannot be parsed or rendered."""


class LiquidError(TemplateError):
    """A Liquid template that cannot be rendered; `message` is Ruby's, without its prefix "Liquid error".

    offset: the place in the template's source while line and column are not yet computed from it.
    template_line: its line counted from the first one below the front matter, as upstream counts.
    """

    offset: int | None = None
    template_line: int | None = None
    prefix = "Liquid error"

    def at(self, offset: int) -> Self:
        """This error with its place in the template that is being left, unless it has one."""
        if self.offset is None:
            self.offset = offset
        return self

    def upstream(self, file: str) -> str:
        """As `lib/jekyll/liquid_renderer.rb` and `tags/include.rb` put it."""
        includers = [path for path, line in self.included_from if line is not None]
        place = f"{file} line {self.template_line}" if includers else f"line {self.template_line}"
        prefix = f"{self.prefix} ({place}): " if self.prefix else ""
        within = f"included in {includers[-1]}" if includers else f"in {self.path}"
        return f"Liquid Exception: {prefix}{self.message} {within}"


class LiquidSyntaxError(LiquidError):
    """A Liquid template that cannot be parsed; in error mode `warn` also what is handed to `on_warning`.

    within: the place in the markup of a tag while the offset of that is not yet known.
    """

    within: int = 0
    prefix = "Liquid syntax error"


class TagError(LiquidError):
    """A tag that is not Liquid's own and cannot be parsed or rendered; its message stands without prefix."""

    prefix = ""


class MarkdownError(OnemgError):
    """A Markdown option or converter that cannot be used."""


class SassError(OnemgError):
    """A style sheet that does not compile."""

    def upstream(self, file: str) -> str:
        """As `lib/jekyll/renderer.rb` puts it, naming the page and not the partial."""
        page = self.included_from[-1][0] if self.included_from else self.path
        return (
            "Conversion error: Jekyll::Converters::Scss encountered an error "
            f"while converting '{page}': {self.message}"
        )


class ThemeError(OnemgError):
    """A theme that cannot be found, fetched or used."""


class PluginError(OnemgError):
    """A plug-in that cannot be loaded, or that failed."""


class OutputError(OnemgError):
    """A destination that cannot be written, or must not be."""


class BuildErrors(OnemgError):
    """Several independent errors of one build, in `errors`; each is reported by itself."""

    def __init__(self, errors: "tuple[OnemgError, ...]") -> None:
        super().__init__(f"{len(errors)} errors; the first: {errors[0]}")
        self.errors = errors


class WorkerError(OnemgError):
    """A process that rendered a part of the site has ended without an answer."""


class StrictError(OnemgError):
    """Warnings in a build that was to have none."""


class YamlError(OnemgError):
    """YAML that cannot be parsed, or holds what must not be in it."""


class UrlError(OnemgError):
    """A text that should be a URL and is none."""

"""The seam for converters: text of one kind in, another kind out (upstream `lib/jekyll/converter.rb`)."""

from typing import Protocol


class Converter(Protocol):
    """Turns the text of files with certain extensions into something else.

    All converters that match an extension are applied, highest priority first. The output's extension is that
    of the last but one that names an extension, as upstream has it, so that the identity converter, which is
    always last, does not win. Raise an `OnemgError` with the line inside the text; the path is added for you.

    priority: lowest -100, low -10, normal 0, high 10, highest 100 (`plugins.api.PRIORITIES`).
    highlighter_prefix, highlighter_suffix: what templates see under these names.

    Example::

        class Shout(Converter):
            def matches(self, ext: str) -> bool:
                return ext == ".shout"

            def output_ext(self, ext: str) -> str:
                return ".html"

            def convert(self, text: str, path: str) -> str:
                return text.upper()
    """

    priority: int = 0
    highlighter_prefix: str | None = None
    highlighter_suffix: str | None = None

    def matches(self, ext: str) -> bool:
        """Whether files with this extension (dot included) are converted."""
        ...

    def output_ext(self, ext: str) -> str | None:
        """The extension of the output, dot included; None to have no say."""
        ...

    def convert(self, text: str, path: str) -> str:
        """The converted text. `path` is the file's path relative to the source, for messages."""
        ...

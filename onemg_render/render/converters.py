"""The converters of a build: Markdown, style sheets, identity and those of plug-ins, by priority."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from onemg_render.config import Compat, Config
from onemg_render.errors import MarkdownError
from onemg_render.render.converter import Converter
from onemg_render.reporting import Reporter
from onemg_render.util.once import once

if TYPE_CHECKING:
    from onemg_render.markdown import Converter as Kramdown

LOWEST: Final = -100
KRAMDOWN: Final = "kramdown"
OF_JEKYLL_ONLY: Final = ("guess_lang", "show_warnings", "coderay", "enable_coderay")
"""Keys below `kramdown` that Jekyll reads itself (upstream `converters/markdown/kramdown_parser.rb`)."""


Processor = Callable[[Config, Reporter], Callable[[str], str]]
"""What makes the function from Markdown to HTML that `markdown: NAME` asks for.

Example, a plug-in for `markdown: Shouting`::

    def shouting(config: Config, reporter: Reporter) -> Callable[[str], str]:
        return lambda text: f"<p>{text.upper()}</p>"

    def extensions() -> Extensions:
        return Extensions(processors={"Shouting": shouting})
"""


class Identity(Converter):
    """Text as it is; always last (upstream `lib/jekyll/converters/identity.rb`)."""

    priority = LOWEST

    def matches(self, ext: str) -> bool:
        return True

    def output_ext(self, ext: str) -> str | None:
        return ext

    def convert(self, text: str, path: str) -> str:
        return text


class Markdown(Converter):
    """Markdown by kramdown's rules or a plug-in's (upstream `lib/jekyll/converters/markdown.rb`).

    Raises ConfigError, when first needed, for a `markdown` that nobody knows and for wrong options.
    earlier: what kramdown has made of texts in an earlier build with the same settings, without a word.
    lasting: the same of this build.
    """

    highlighter_prefix = "\n"
    highlighter_suffix = "\n"

    def __init__(self, config: Config, reporter: Reporter, processors: Mapping[str, "Processor"]) -> None:
        self._config = config
        self._compat = config.compat
        self._processors = processors
        self._reporter = reporter
        self._extensions = {f".{ext.lower()}" for ext in str(config.get("markdown_ext") or "").split(",")}
        self.earlier: Mapping[str, str] = {}
        self.lasting: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._again = 0

    def matches(self, ext: str) -> bool:
        return ext.lower() in self._extensions

    def output_ext(self, ext: str) -> str | None:
        return ".html"

    def convert(self, text: str, path: str) -> str:
        known = self._known.get(text)
        if known is not None:
            self._again += 1
            return known
        html = self._known[text] = self._processed(text, path)
        return html

    def _processed(self, text: str, path: str) -> str:
        if self._processor is not None:
            return self._processor(text)
        known = self.earlier.get(text)
        if known is not None:
            self.lasting[text] = known
            return known
        converted = self._kramdown.convert(text)
        if not converted.warnings:
            self.lasting[text] = converted.html
        if self._shows_warnings:
            for warning in converted.warnings:
                self._reporter.warn(warning.text, topic="Kramdown warning", path=path, line=warning.line)
        return converted.html

    @property
    def tallies(self) -> Counter[tuple[str, bool]]:
        """How many texts, and blocks of code, were known already (true) or had to be made (false)."""
        found = Counter({("Markdown texts", True): self._again, ("Markdown texts", False): len(self._known)})
        if "_kramdown" in self.__dict__:
            hits, misses = self._kramdown.blocks_of_code
            found["Highlighted blocks", True] = hits
            found["Highlighted blocks", False] = misses
        return found

    def smartify(self, text: str) -> str:
        """Typographic quotes, dashes and dots (upstream `lib/jekyll/converters/smartypants.rb`)."""
        return self._smarty_pants.convert(text).html.removesuffix("\n")

    @once
    def _smarty_pants(self) -> "Kramdown":
        from onemg_render.markdown import Converter as Kramdown

        return Kramdown({**kramdown_options(self._config, self._compat), "input": "SmartyPants"})

    @once
    def _processor(self) -> Callable[[str], str] | None:
        """The plug-in's that `markdown` names; None for kramdown."""
        name = str(self._config.get("markdown"))
        if name.lower() == KRAMDOWN:
            return None
        if name in self._processors:
            return self._processors[name](self._config, self._reporter)
        hint = f"available processors: {', '.join([KRAMDOWN, *self._processors])}"
        raise self._config.error(f"`{name}` is not a valid Markdown processor", "markdown", hint=hint)

    @once
    def _kramdown(self) -> "Kramdown":
        from onemg_render.markdown import Converter as Kramdown  # not where all that is kept is still good

        options = kramdown_options(self._config, self._compat)
        try:
            return Kramdown(options)
        except MarkdownError as error:
            key = next((key for key in options if f"'{key}'" in error.message), "")
            raise self._config.error(error.message, "kramdown", key, hint=error.hint) from error

    @property
    def _shows_warnings(self) -> bool:
        kramdown = self._config.get("kramdown")
        return isinstance(kramdown, Mapping) and bool(kramdown.get("show_warnings"))


def kramdown_options(config: Config, compat: Compat) -> dict[str, object]:
    """kramdown's options as Jekyll completes those of the configuration."""
    own = config.get("kramdown")
    given = {str(key): value for key, value in own.items()} if isinstance(own, Mapping) else {}
    options = {key: value for key, value in given.items() if key not in OF_JEKYLL_ONLY}
    options["syntax_highlighter"] = options.get("syntax_highlighter") or config.get("highlighter") or "rouge"
    highlighting = dict(as_mapping(options.get("syntax_highlighter_opts")))
    if not compat.pages and highlighting.get("default_lang") is None:
        highlighting["default_lang"] = "plaintext"
    highlighting["guess_lang"] = given.get("guess_lang")
    options["syntax_highlighter_opts"] = highlighting
    return options


def as_mapping(value: object) -> Mapping[object, object]:
    return value if isinstance(value, Mapping) else {}


class Converters:
    """All converters of a build, and what they make of an extension."""

    def __init__(self, members: Iterable[Converter], smartify: Callable[[str], str]) -> None:
        self.smartify = smartify
        self._members = sorted(members, key=lambda converter: -converter.priority)
        self._by_ext: dict[str, Sequence[Converter]] = {}
        self._output_exts: dict[str, str] = {}

    def of(self, ext: str) -> Sequence[Converter]:
        """Those that match, in the order in which they are applied."""
        known = self._by_ext.get(ext)
        if known is None:
            known = self._by_ext[ext] = [member for member in self._members if member.matches(ext)]
        return known

    def output_ext(self, ext: str) -> str:
        """The last but one extension that a converter names, so that identity's does not count."""
        known = self._output_exts.get(ext)
        if known is None:
            named = [out for converter in self.of(ext) if (out := converter.output_ext(ext)) is not None]
            known = self._output_exts[ext] = named[-1] if len(named) == 1 else named[-2]
        return known

    def convert(self, text: str, ext: str, path: str) -> str:
        """`text` through all converters of the extension, one after the other."""
        for converter in self.of(ext):
            text = converter.convert(text, path)
        return text

"""Which lexer serves which of Rouge's tags, and the object that finds and keeps them."""

from importlib import import_module
from typing import Any

from onemg_render.markdown.lexers.names import TAGS
from onemg_render.markdown.lexers.plain_text import PlainText
from onemg_render.markdown.lexers.state_lexer import Lexer, Options, State, StateLexer

HERE = __package__

# tag -> module of this package, class. What is not listed here is left to Pygments.
LEXERS: dict[str, tuple[str, str]] = {
    "c": ("c", "C"),
    "clojure": ("clojure", "Clojure"),
    "coffeescript": ("coffeescript", "CoffeeScript"),
    "conf": ("settings", "Conf"),
    "console": ("console", "Console"),
    "cpp": ("c", "Cpp"),
    "crystal": ("crystal", "Crystal"),
    "csharp": ("csharp", "CSharp"),
    "css": ("css", "Css"),
    "dart": ("dart", "Dart"),
    "diff": ("diff", "Diff"),
    "elixir": ("elixir", "Elixir"),
    "erb": ("templates", "Erb"),
    "go": ("go", "Go"),
    "gradle": ("groovy", "Gradle"),
    "groovy": ("groovy", "Groovy"),
    "haskell": ("haskell", "Haskell"),
    "html": ("html", "Html"),
    "ini": ("settings", "Ini"),
    "irb": ("console", "Irb"),
    "irb_output": ("ruby", "IrbOutput"),
    "java": ("java", "Java"),
    "javascript": ("javascript", "JavaScript"),
    "json": ("json", "Json"),
    "json-doc": ("json", "JsonDoc"),
    "jsx": ("javascript", "Jsx"),
    "kotlin": ("kotlin", "Kotlin"),
    "liquid": ("liquid", "Liquid"),
    "lua": ("lua", "Lua"),
    "objective_c": ("c", "ObjectiveC"),
    "objective_cpp": ("c", "ObjectiveCpp"),
    "perl": ("perl", "Perl"),
    "php": ("php", "Php"),
    "plaintext": ("plain_text", "PlainText"),
    "powershell": ("powershell", "PowerShell"),
    "properties": ("settings", "Properties"),
    "python": ("python", "Python"),
    "r": ("r", "R"),
    "ruby": ("ruby", "Ruby"),
    "rust": ("rust", "Rust"),
    "sass": ("sass", "Sass"),
    "scala": ("scala", "Scala"),
    "scss": ("sass", "Scss"),
    "shell": ("shell", "Shell"),
    "sql": ("sql", "Sql"),
    "swift": ("swift", "Swift"),
    "toml": ("settings", "Toml"),
    "tsx": ("javascript", "Tsx"),
    "typescript": ("javascript", "TypeScript"),
    "vue": ("html", "Vue"),
    "xml": ("html", "Xml"),
    "yaml": ("yaml", "Yaml"),
}


class LexerLibrary:
    """Finds a new lexer for each text; compiled states are kept as long as this object."""

    def __init__(self) -> None:
        self._states: dict[type[StateLexer], dict[str, State]] = {}

    def tag(self, name: str) -> str | None:
        """Rouge's tag for a language's name or alias; None when Rouge does not know it."""
        return TAGS.get(name)

    def embedded(self, name: str, options: Options | None = None) -> Lexer | None:
        """A fresh lexer for a language named in code, None for an unknown one."""
        tag = TAGS.get(name)
        return None if tag is None else self.lexer(tag, options)

    def lexer(self, tag: str, options: Options | None = None) -> Lexer:
        """A fresh lexer for one of Rouge's tags."""
        if tag in LEXERS:
            module, name = LEXERS[tag]
            made: Any = getattr(import_module(f"{HERE}.{module}"), name)(self, options)
            return made  # type: ignore[no-any-return]  # import_module hides the class
        return PlainText(self)

    def states(self, lexer: type[StateLexer]) -> dict[str, State]:
        """The states of a lexer compiled so far."""
        return self._states.setdefault(lexer, {})

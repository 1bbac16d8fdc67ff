"""Which lexer serves which of Rouge's tags, and the object that finds and keeps them."""

from importlib import import_module
from typing import Any
from urllib.parse import unquote_plus

from onemg_render.markdown.lexers.names import TAGS
from onemg_render.markdown.lexers.plain_text import PlainText
from onemg_render.markdown.lexers.state_lexer import Lexer, Options, State, StateLexer

HERE = __package__

# tag -> module of this package, class. What is not listed here is left to Pygments.
LEXERS: dict[str, tuple[str, str]] = {
    "actionscript": ("actionscript", "Actionscript"),
    "apache": ("apache", "Apache"),
    "armasm": ("armasm", "ArmAsm"),
    "augeas": ("augeas", "Augeas"),
    "awk": ("awk", "Awk"),
    "bbcbasic": ("bbcbasic", "BBCBASIC"),
    "bpf": ("bpf", "BPF"),
    "brainfuck": ("brainfuck", "Brainfuck"),
    "bsl": ("bsl", "Bsl"),
    "c": ("c", "C"),
    "cfscript": ("cfscript", "Cfscript"),
    "clean": ("clean", "Clean"),
    "clojure": ("clojure", "Clojure"),
    "cmhg": ("cmhg", "CMHG"),
    "coffeescript": ("coffeescript", "CoffeeScript"),
    "conf": ("settings", "Conf"),
    "console": ("console", "Console"),
    "cpp": ("c", "Cpp"),
    "crystal": ("crystal", "Crystal"),
    "csharp": ("csharp", "CSharp"),
    "css": ("css", "Css"),
    "csvs": ("csvs", "CSVS"),
    "d": ("d", "D"),
    "dafny": ("dafny", "Dafny"),
    "dart": ("dart", "Dart"),
    "diff": ("diff", "Diff"),
    "docker": ("docker", "Docker"),
    "eiffel": ("eiffel", "Eiffel"),
    "elixir": ("elixir", "Elixir"),
    "elm": ("elm", "Elm"),
    "erb": ("templates", "Erb"),
    "erlang": ("erlang", "Erlang"),
    "fluent": ("fluent", "Fluent"),
    "fortran": ("fortran", "Fortran"),
    "fsharp": ("fsharp", "FSharp"),
    "gdscript": ("gdscript", "GDScript"),
    "ghc-cmm": ("ghc_cmm", "GHCCmm"),
    "ghc-core": ("ghc_core", "GHCCore"),
    "go": ("go", "Go"),
    "gradle": ("groovy", "Gradle"),
    "graphql": ("graphql", "GraphQL"),
    "groovy": ("groovy", "Groovy"),
    "haml": ("haml", "Haml"),
    "handlebars": ("handlebars", "Handlebars"),
    "haskell": ("haskell", "Haskell"),
    "haxe": ("haxe", "Haxe"),
    "hcl": ("hcl", "Hcl"),
    "html": ("html", "Html"),
    "http": ("http", "HTTP"),
    "idlang": ("idlang", "IDLang"),
    "idris": ("idris", "Idris"),
    "ini": ("settings", "Ini"),
    "irb": ("console", "Irb"),
    "irb_output": ("ruby", "IrbOutput"),
    "isbl": ("isbl", "ISBL"),
    "java": ("java", "Java"),
    "javascript": ("javascript", "JavaScript"),
    "jinja": ("jinja", "Jinja"),
    "jsl": ("jsl", "JSL"),
    "json": ("json", "Json"),
    "json-doc": ("json", "JsonDoc"),
    "jsonnet": ("jsonnet", "Jsonnet"),
    "jsx": ("javascript", "Jsx"),
    "kotlin": ("kotlin", "Kotlin"),
    "lean": ("lean", "Lean"),
    "liquid": ("liquid", "Liquid"),
    "llvm": ("llvm", "LLVM"),
    "lua": ("lua", "Lua"),
    "lustre": ("lustre", "Lustre"),
    "m68k": ("m68k", "M68k"),
    "magik": ("magik", "Magik"),
    "make": ("make", "Make"),
    "markdown": ("markdown", "Markdown"),
    "mosel": ("mosel", "Mosel"),
    "msgtrans": ("msgtrans", "MsgTrans"),
    "nasm": ("nasm", "Nasm"),
    "nesasm": ("nesasm", "NesAsm"),
    "nginx": ("nginx", "Nginx"),
    "nial": ("nial", "Nial"),
    "nix": ("nix", "Nix"),
    "objective_c": ("c", "ObjectiveC"),
    "objective_cpp": ("c", "ObjectiveCpp"),
    "ocl": ("ocl", "OCL"),
    "openedge": ("openedge", "OpenEdge"),
    "opentype_feature_file": ("opentype_feature_file", "OpenTypeFeatureFile"),
    "perl": ("perl", "Perl"),
    "php": ("php", "Php"),
    "plaintext": ("plain_text", "PlainText"),
    "plist": ("plist", "Plist"),
    "pony": ("pony", "Pony"),
    "postscript": ("postscript", "PostScript"),
    "powershell": ("powershell", "PowerShell"),
    "prolog": ("prolog", "Prolog"),
    "prometheus": ("prometheus", "Prometheus"),
    "properties": ("settings", "Properties"),
    "protobuf": ("protobuf", "Protobuf"),
    "puppet": ("puppet", "Puppet"),
    "python": ("python", "Python"),
    "q": ("q", "Q"),
    "r": ("r", "R"),
    "racket": ("racket", "Racket"),
    "rego": ("rego", "Rego"),
    "ruby": ("ruby", "Ruby"),
    "rust": ("rust", "Rust"),
    "sass": ("sass", "Sass"),
    "scala": ("scala", "Scala"),
    "scheme": ("scheme", "Scheme"),
    "scss": ("sass", "Scss"),
    "shell": ("shell", "Shell"),
    "sieve": ("sieve", "Sieve"),
    "slim": ("haml", "Slim"),
    "smalltalk": ("smalltalk", "Smalltalk"),
    "solidity": ("solidity", "Solidity"),
    "sparql": ("sparql", "SPARQL"),
    "sql": ("sql", "Sql"),
    "ssh": ("ssh", "SSH"),
    "stata": ("stata", "Stata"),
    "supercollider": ("supercollider", "SuperCollider"),
    "swift": ("swift", "Swift"),
    "systemd": ("systemd", "SystemD"),
    "syzlang": ("syzlang", "Syzlang"),
    "terraform": ("hcl", "Terraform"),
    "tex": ("tex", "TeX"),
    "toml": ("settings", "Toml"),
    "tsx": ("javascript", "Tsx"),
    "ttcn3": ("ttcn3", "TTCN3"),
    "tulip": ("tulip", "Tulip"),
    "turtle": ("turtle", "Turtle"),
    "twig": ("jinja", "Twig"),
    "typescript": ("javascript", "TypeScript"),
    "viml": ("viml", "VimL"),
    "vue": ("html", "Vue"),
    "xml": ("html", "Xml"),
    "xojo": ("xojo", "Xojo"),
    "xpath": ("xpath", "XPath"),
    "yaml": ("yaml", "Yaml"),
    "yang": ("yang", "YANG"),
}


class LexerLibrary:
    """Finds a new lexer for each text; compiled states are kept as long as this object."""

    def __init__(self) -> None:
        self._states: dict[type[StateLexer], dict[str, State]] = {}

    def tag(self, name: str) -> str | None:
        """Rouge's tag for a language's name or alias; None when Rouge does not know it."""
        return TAGS.get(name)

    def embedded(self, name: str, options: Options | None = None) -> Lexer | None:
        """A fresh lexer for a language as documents write it, options after `?`; None if unknown."""
        name, _, query = name.partition("?")
        tag = TAGS.get(name)
        return None if tag is None else self.lexer(tag, {**(options or {}), **_options(query)})

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


def _options(query: str) -> dict[str, object]:
    """The options after a language's `?`, read like Ruby's CGI.parse: bare words are true."""
    found: dict[str, list[str]] = {}
    for part in filter(None, query.replace(";", "&").split("&")):
        key, equals, value = part.partition("=")
        found.setdefault(unquote_plus(key), []).extend([unquote_plus(value)] if equals else [])
    return {key: values[0] if len(values) == 1 else values or True for key, values in found.items()}

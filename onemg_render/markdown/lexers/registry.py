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
    "abap": ("abap", "ABAP"),
    "actionscript": ("actionscript", "Actionscript"),
    "ada": ("ada", "Ada"),
    "apache": ("apache", "Apache"),
    "apex": ("apex", "Apex"),
    "apiblueprint": ("apiblueprint", "ApiBlueprint"),
    "applescript": ("applescript", "AppleScript"),
    "armasm": ("armasm", "ArmAsm"),
    "augeas": ("augeas", "Augeas"),
    "awk": ("awk", "Awk"),
    "batchfile": ("batchfile", "Batchfile"),
    "bbcbasic": ("bbcbasic", "BBCBASIC"),
    "bibtex": ("bibtex", "BibTeX"),
    "biml": ("biml", "BIML"),
    "bpf": ("bpf", "BPF"),
    "brainfuck": ("brainfuck", "Brainfuck"),
    "brightscript": ("brightscript", "Brightscript"),
    "bsl": ("bsl", "Bsl"),
    "c": ("c", "C"),
    "ceylon": ("ceylon", "Ceylon"),
    "cfscript": ("cfscript", "Cfscript"),
    "clean": ("clean", "Clean"),
    "clojure": ("clojure", "Clojure"),
    "cmake": ("cmake", "CMake"),
    "cmhg": ("cmhg", "CMHG"),
    "coffeescript": ("coffeescript", "CoffeeScript"),
    "common_lisp": ("common_lisp", "CommonLisp"),
    "conf": ("settings", "Conf"),
    "console": ("console", "Console"),
    "coq": ("coq", "Coq"),
    "cpp": ("c", "Cpp"),
    "crystal": ("crystal", "Crystal"),
    "csharp": ("csharp", "CSharp"),
    "css": ("css", "Css"),
    "csvs": ("csvs", "CSVS"),
    "cuda": ("c_dialects", "Cuda"),
    "cypher": ("cypher", "Cypher"),
    "cython": ("cython", "Cython"),
    "d": ("d", "D"),
    "dafny": ("dafny", "Dafny"),
    "dart": ("dart", "Dart"),
    "datastudio": ("datastudio", "Datastudio"),
    "diff": ("diff", "Diff"),
    "digdag": ("digdag", "Digdag"),
    "docker": ("docker", "Docker"),
    "dot": ("dot", "Dot"),
    "ecl": ("ecl", "ECL"),
    "eex": ("templates", "Eex"),
    "eiffel": ("eiffel", "Eiffel"),
    "elixir": ("elixir", "Elixir"),
    "elm": ("elm", "Elm"),
    "email": ("email", "Email"),
    "epp": ("templates", "Epp"),
    "erb": ("templates", "Erb"),
    "erlang": ("erlang", "Erlang"),
    "escape": ("escape", "EscapedCode"),
    "factor": ("factor", "Factor"),
    "fluent": ("fluent", "Fluent"),
    "fortran": ("fortran", "Fortran"),
    "freefem": ("c_dialects", "FreeFem"),
    "fsharp": ("fsharp", "FSharp"),
    "gdscript": ("gdscript", "GDScript"),
    "ghc-cmm": ("ghc_cmm", "GHCCmm"),
    "ghc-core": ("ghc_core", "GHCCore"),
    "gherkin": ("gherkin", "Gherkin"),
    "glsl": ("c_dialects", "Glsl"),
    "go": ("go", "Go"),
    "gradle": ("groovy", "Gradle"),
    "graphql": ("graphql", "GraphQL"),
    "groovy": ("groovy", "Groovy"),
    "hack": ("hack", "Hack"),
    "haml": ("haml", "Haml"),
    "handlebars": ("handlebars", "Handlebars"),
    "haskell": ("haskell", "Haskell"),
    "haxe": ("haxe", "Haxe"),
    "hcl": ("hcl", "Hcl"),
    "hlsl": ("c_dialects", "Hlsl"),
    "hocon": ("hocon", "HOCON"),
    "hql": ("hql", "HQL"),
    "html": ("html", "Html"),
    "http": ("http", "HTTP"),
    "hylang": ("hylang", "HyLang"),
    "idlang": ("idlang", "IDLang"),
    "idris": ("idris", "Idris"),
    "igorpro": ("igorpro", "IgorPro"),
    "ini": ("settings", "Ini"),
    "io": ("io", "IO"),
    "irb": ("console", "Irb"),
    "irb_output": ("ruby", "IrbOutput"),
    "isabelle": ("isabelle", "Isabelle"),
    "isbl": ("isbl", "ISBL"),
    "janet": ("janet", "Janet"),
    "java": ("java", "Java"),
    "javascript": ("javascript", "JavaScript"),
    "jinja": ("jinja", "Jinja"),
    "jsl": ("jsl", "JSL"),
    "json": ("json", "Json"),
    "json-doc": ("json", "JsonDoc"),
    "jsonnet": ("jsonnet", "Jsonnet"),
    "jsp": ("jsp", "Jsp"),
    "jsx": ("javascript", "Jsx"),
    "julia": ("julia", "Julia"),
    "kotlin": ("kotlin", "Kotlin"),
    "lasso": ("lasso", "Lasso"),
    "lean": ("lean", "Lean"),
    "liquid": ("liquid", "Liquid"),
    "literate_coffeescript": ("literate", "LiterateCoffeeScript"),
    "literate_haskell": ("literate", "LiterateHaskell"),
    "livescript": ("livescript", "LiveScript"),
    "llvm": ("llvm", "LLVM"),
    "lua": ("lua", "Lua"),
    "lustre": ("lustre", "Lustre"),
    "lutin": ("lutin", "Lutin"),
    "m68k": ("m68k", "M68k"),
    "magik": ("magik", "Magik"),
    "make": ("make", "Make"),
    "markdown": ("markdown", "Markdown"),
    "mason": ("mason", "Mason"),
    "mathematica": ("mathematica", "Mathematica"),
    "matlab": ("matlab", "Matlab"),
    "meson": ("meson", "Meson"),
    "minizinc": ("minizinc", "MiniZinc"),
    "moonscript": ("moonscript", "Moonscript"),
    "mosel": ("mosel", "Mosel"),
    "msgtrans": ("msgtrans", "MsgTrans"),
    "mxml": ("mxml", "MXML"),
    "nasm": ("nasm", "Nasm"),
    "nesasm": ("nesasm", "NesAsm"),
    "nginx": ("nginx", "Nginx"),
    "nial": ("nial", "Nial"),
    "nim": ("nim", "Nim"),
    "nix": ("nix", "Nix"),
    "objective_c": ("c", "ObjectiveC"),
    "objective_cpp": ("c", "ObjectiveCpp"),
    "ocaml": ("ocaml", "OCaml"),
    "ocl": ("ocl", "OCL"),
    "openedge": ("openedge", "OpenEdge"),
    "opentype_feature_file": ("opentype_feature_file", "OpenTypeFeatureFile"),
    "pascal": ("pascal", "Pascal"),
    "perl": ("perl", "Perl"),
    "php": ("php", "Php"),
    "plaintext": ("plain_text", "PlainText"),
    "plist": ("plist", "Plist"),
    "plsql": ("plsql", "PLSQL"),
    "pony": ("pony", "Pony"),
    "postscript": ("postscript", "PostScript"),
    "powershell": ("powershell", "PowerShell"),
    "praat": ("praat", "Praat"),
    "prolog": ("prolog", "Prolog"),
    "prometheus": ("prometheus", "Prometheus"),
    "properties": ("settings", "Properties"),
    "protobuf": ("protobuf", "Protobuf"),
    "puppet": ("puppet", "Puppet"),
    "python": ("python", "Python"),
    "q": ("q", "Q"),
    "qml": ("qml", "Qml"),
    "r": ("r", "R"),
    "racket": ("racket", "Racket"),
    "reasonml": ("ocaml", "ReasonML"),
    "rego": ("rego", "Rego"),
    "rescript": ("ocaml", "ReScript"),
    "robot_framework": ("robot_framework", "RobotFramework"),
    "ruby": ("ruby", "Ruby"),
    "rust": ("rust", "Rust"),
    "sas": ("sas", "Sas"),
    "sass": ("sass", "Sass"),
    "scala": ("scala", "Scala"),
    "scheme": ("scheme", "Scheme"),
    "scss": ("sass", "Scss"),
    "sed": ("sed", "Sed"),
    "shell": ("shell", "Shell"),
    "sieve": ("sieve", "Sieve"),
    "slice": ("c_dialects", "Slice"),
    "slim": ("haml", "Slim"),
    "smalltalk": ("smalltalk", "Smalltalk"),
    "smarty": ("smarty", "Smarty"),
    "sml": ("sml", "SML"),
    "solidity": ("solidity", "Solidity"),
    "sparql": ("sparql", "SPARQL"),
    "sqf": ("sqf", "SQF"),
    "sql": ("sql", "Sql"),
    "ssh": ("ssh", "SSH"),
    "stan": ("stan", "Stan"),
    "stata": ("stata", "Stata"),
    "supercollider": ("supercollider", "SuperCollider"),
    "swift": ("swift", "Swift"),
    "systemd": ("systemd", "SystemD"),
    "syzlang": ("syzlang", "Syzlang"),
    "syzprog": ("syzprog", "Syzprog"),
    "tap": ("tap", "Tap"),
    "tcl": ("tcl", "Tcl"),
    "terraform": ("hcl", "Terraform"),
    "tex": ("tex", "TeX"),
    "toml": ("settings", "Toml"),
    "tsx": ("javascript", "Tsx"),
    "ttcn3": ("ttcn3", "TTCN3"),
    "tulip": ("tulip", "Tulip"),
    "turtle": ("turtle", "Turtle"),
    "twig": ("jinja", "Twig"),
    "typescript": ("javascript", "TypeScript"),
    "vala": ("vala", "Vala"),
    "vb": ("vb", "VisualBasic"),
    "vcl": ("vcl", "Varnish"),
    "velocity": ("velocity", "Velocity"),
    "verilog": ("verilog", "Verilog"),
    "vhdl": ("vhdl", "VHDL"),
    "viml": ("viml", "VimL"),
    "vue": ("html", "Vue"),
    "wollok": ("wollok", "Wollok"),
    "xml": ("html", "Xml"),
    "xojo": ("xojo", "Xojo"),
    "xpath": ("xpath", "XPath"),
    "xquery": ("xquery", "XQuery"),
    "yaml": ("yaml", "Yaml"),
    "yang": ("yang", "YANG"),
    "zig": ("zig", "Zig"),
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

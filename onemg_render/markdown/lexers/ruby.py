"""Ruby, its templates and sessions (Rouge's lexers/{ruby,erb,irb}.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import Rule, StateLexer, Tokens, groups, include, quoted, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    TokenType,
)

KEYWORDS = r"""
    BEGIN END alias begin break case defined? do else elsif end ensure for if in next redo rescue raise
    retry return super then undef unless until when while yield
"""

PSEUDO_KEYWORDS = """
    loop include extend raise alias_method attr catch throw private module_function public protected true
    false nil __FILE__ __LINE__
"""

BUILTINS = """
    attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc
    caller catch chomp chop class_eval class_variables clone const_defined? const_get const_missing
    const_set constants display dup eval exec exit extend fail fork format freeze getc gets
    global_variables gsub hash id included_modules inspect instance_eval instance_method instance_methods
    instance_variable_get instance_variable_set instance_variables lambda load local_variables loop method
    method_missing methods module_eval name object_id open p print printf private_class_method
    private_instance_methods private_methods proc protected_instance_methods protected_methods
    public_class_method public_instance_methods public_methods putc puts raise rand readline readlines
    require require_relative scan select self send set_trace_func singleton_methods sleep split sprintf
    srand sub syscall system taint test throw to_a to_s trace_var trap untaint untrace_var warn
"""

QUESTIONS = """
    autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of
    method_defined nil private_method_defined protected_method_defined public_method_defined respond_to
    tainted
"""

CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}
DECIMAL = r"[\d]+(?:_\d+)*"
EXPONENT = r"[eE][+-]?\d+"
CHARACTER = r"[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}"


def _string_states() -> Tokens:
    """States of double-quoted strings and symbols, and of backticks."""
    kinds: list[tuple[str, TokenType, str]] = [
        ("string", String.Double, '"'),
        ("sym", String.Symbol, '"'),
        ("backtick", String.Backtick, "`"),
    ]
    return {
        f"simple_{kind}": [
            include("string_intp_escaped"),
            (rf"[^\\{end}#]+", token),
            (r"[\\#]", token),
            (end, token, "#pop"),
        ]
        for kind, token, end in kinds
    }


class Ruby(StateLexer):
    """Ruby; remembers which here-documents the line has begun."""

    def start(self) -> None:
        self.push("expr_start")
        self.heredocs: list[tuple[bool, str]] = []

    def sigil_string(self) -> None:
        """%w[abc], %(abc), %r.abc. and so on: one state per delimiter."""
        kind, begin = self[1], self[2]
        end = CLOSING.get(begin, begin)
        token = String.Regex if kind == "r" else String.Other
        if kind == "r":
            self.push("regex_flags")
        self.emit(token)
        name = f"sigil {kind}{begin}"
        plain = "" if begin == "#" else re.escape(begin) + re.escape(end)
        inside: list[Rule | include] = [include("string_intp_escaped"), (r"#", token)]
        nested: list[Rule | include] = [(re.escape(begin), token, "#push")]
        self.define(
            name,
            [
                (rf"\\[#{plain}\\]", String.Escape),
                *(nested if begin != end else []),
                (re.escape(end), token, "#pop"),
                *(inside if kind and kind in "rQWxI" else [(r"[\\#]", token)]),
                (rf"[^#{plain}\\]+", token),
            ],
        )
        self.push(name)

    def heredoc(self) -> None:
        self.emit(Operator, self[1])
        self.emit(Name.Constant, self[2] + self[3] + self[4])
        self.heredocs.append((self[1] != "<<", self[3]))
        if self.stack[-1].name != "heredoc_queue":
            self.push("heredoc_queue")

    def heredoc_line(self) -> None:
        tolerant, name = self.heredocs[0] if self.heredocs else (True, "")
        line = self[0].strip() if tolerant else self[0].rstrip()
        if line == name:
            del self.heredocs[:1]
            if not self.heredocs:
                self.pop()
        self.emit(Name.Constant if line == name else String.Heredoc)
        self.pop()

    tokens = {
        **_string_states(),
        "symbols": [
            (r":@{0,2}[a-zA-Z_]\w*[!?]?", String.Symbol),
            (
                r":(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)",
                String.Symbol,
            ),
            (":" + quoted("'"), String.Symbol),
            (r':"', String.Symbol, "simple_sym"),
        ],
        "sigil_strings": [(r"%([rqswQWxiI])?(?u:([^\w\s]))", sigil_string)],
        "strings": [
            include("symbols"),
            (r"[a-z_]\w*?[?!]?:\s+", String.Symbol, "expr_start"),
            (quoted("'"), String.Single),
            (r'"', String.Double, "simple_string"),
            (r"`", String.Backtick, "simple_backtick"),
        ],
        "regex_flags": [(r"[mixounse]*", String.Regex, "#pop")],
        "whitespace": [
            include("inline_whitespace"),
            (r"\n\s*", Text, "expr_start"),
            (r"#.*$", Comment.Single),
            (r"=begin\b(?s:.*?)\n=end\b", Comment.Multiline),
        ],
        "inline_whitespace": [(r"[ \t\r]+", Text)],
        "root": [
            include("whitespace"),
            (r"__END__", Comment.Preproc, "end_part"),
            (r"0_?[0-7]+(?:_[0-7]+)*", Number.Oct),
            (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", Number.Hex),
            (r"0b[01]+(?:_[01]+)*", Number.Bin),
            (rf"{DECIMAL}(?:\.{DECIMAL}(?:{EXPONENT})?|{EXPONENT})", Number.Float),
            (DECIMAL, Number.Integer),
            (r"@@[a-zA-Z_]\w*", Name.Variable.Class),
            (r"@[a-zA-Z_]\w*", Name.Variable.Instance),
            (r"\$\w+", Name.Variable.Global),
            (r"\$[!@&`'+~=/\\,;.<>_*\$?:\"]", Name.Variable.Global),
            (r"\$-[0adFiIlpvw]", Name.Variable.Global),
            (r"::", Operator),
            include("strings"),
            (rf"{words(KEYWORDS)}(?=\W|$)", Keyword, "expr_start"),
            (rf"{words(PSEUDO_KEYWORDS)}\b", Keyword.Pseudo, "expr_start"),
            (
                r"(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*)",
                groups(Keyword, Text, Name.Namespace),
            ),
            (r"(def\b)(\s*)", groups(Keyword, Text), "funcname"),
            (r"(class\b)(\s*)", groups(Keyword, Text), "classname"),
            (rf"{words(QUESTIONS)}[?]", Name.Builtin, "expr_start"),
            (r"(?:chomp|chop|exit|gsub|sub)!", Name.Builtin, "expr_start"),
            (rf"{words(BUILTINS)}\b", Name.Builtin, "method_call"),
            include("has_heredocs"),
            # ranges come before calls
            (r"\.{2,3}", Operator, "expr_start"),
            (r"[A-Z][a-zA-Z0-9_]*", Name.Constant, "method_call"),
            (
                r"(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/\[<>=])",
                groups(Punctuation, Text, Name.Function),
                "method_call",
            ),
            (r"[a-zA-Z_]\w*[?!]", Name, "expr_start"),
            (r"[a-zA-Z_]\w*", Name, "method_call"),
            (r"\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\.", Operator, "expr_start"),
            (r"[-+/*%=<>&!^|~]=?", Operator, "expr_start"),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"[\[({,:\\;/]", Punctuation, "expr_start"),
            (r"[\])}]", Punctuation),
        ],
        "has_heredocs": [
            (r"(<<[-~]?)([\"`']?)([a-zA-Z_]\w*)(\2)", heredoc),
            (r"(<<[-~]?)([\"'])()(\2)", heredoc),
        ],
        "heredoc_queue": [(r"(?=\n)", Text, ("#pop", "resolve_heredocs")), include("root")],
        "resolve_heredocs": [
            include("string_intp_escaped"),
            (r"\n", String.Heredoc, "test_heredoc"),
            (r"[#\\\n]", String.Heredoc),
            (r"[^#\\\n]+", String.Heredoc),
        ],
        "test_heredoc": [(r"[^#\\\n]*$", heredoc_line), (r"", Text, "#pop")],
        "funcname": [
            (r"\s+", Text),
            (r"\(", Punctuation, "defexpr"),
            (
                r"(?:([a-zA-Z_]\w*)(\.))?"
                r"([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<<?|>>?|<=>?|>=|===?)",
                groups(Name.Class, Operator, Name.Function),
                "#pop",
            ),
            (r"", Text, "#pop"),
        ],
        "classname": [
            (r"\s+", Text),
            (r"\w+(?:::\w+)+", Name.Class),
            (r"\(", Punctuation, ("defexpr", "expr_start")),
            (r"<<", Operator, ("#pop", "expr_start")),
            (r"[A-Z_]\w*", Name.Class, "#pop"),
            (r"", Text, "#pop"),
        ],
        "ternary": [
            (r"(:)(\s+)", groups(Punctuation, Text), ("#pop", "expr_start")),
            (r":(?![^#\n]*?[:\\])", Punctuation, ("#pop", "expr_start")),
            include("root"),
        ],
        "defexpr": [
            (r"(\))(\.|::)?", groups(Punctuation, Operator), "#pop"),
            (r"\(", Punctuation, ("defexpr", "expr_start")),
            include("root"),
        ],
        "in_interp": [(r"\}", String.Interpol, "#pop"), include("root")],
        "string_intp": [
            (r"[#][{]", String.Interpol, "in_interp"),
            (r"#(?:@@?|\$)[a-zA-Z_]\w*", String.Interpol),
        ],
        "string_intp_escaped": [
            include("string_intp"),
            (rf"\\(?:{CHARACTER})", String.Escape),
            (r"\\.", String.Escape),
        ],
        "method_call": [
            (r"/|%", Operator, ("#pop", "expr_start")),
            (r"(?=\n)", Text, "#pop"),
            (r"", Text, ("#pop", "method_call_spaced")),
        ],
        "method_call_spaced": [
            include("whitespace"),
            (r"[%/]=", Operator, ("#pop", "expr_start")),
            (r"/(?=\S|\s*/)", String.Regex, ("#pop", "slash_regex")),
            include("sigil_strings"),
            (r"(?=\s*/)", Text, "#pop"),
            (r"\s+", Text, ("#pop", "expr_start")),
            (r"", Text, "#pop"),
        ],
        "expr_start": [
            include("inline_whitespace"),
            (r"/", String.Regex, ("#pop", "slash_regex")),
            # a character like ?x
            (rf"[?](?:\\[MC]-)*(?:\\(?:{CHARACTER})|\S)(?!\w)", String.Char, "#pop"),
            (r"(\s*)(%[rqswQWxiI]? \S* )", groups(Text, String.Other), "#pop"),
            include("sigil_strings"),
            (r"", Text, "#pop"),
        ],
        "slash_regex": [
            include("string_intp"),
            (r"\\\\|\\/|[\\#]", String.Regex),
            (r"[^\\/#]+", String.Regex),
            (r"/", String.Regex, ("#pop", "regex_flags")),
        ],
        "end_part": [(r"(?s:.+)", Comment.Preproc, "#pop")],
    }


class IrbOutput(Ruby):
    """What a Ruby session answers."""

    def start(self) -> None:
        super().start()
        self.push("stdout")

    tokens = {
        **Ruby.tokens,
        "has_irb_output": [(r"=>", Punctuation, "#pop"), (r".+?(?:\n|$)", Generic.Output)],
        "irb_error": [(r".+?(?:\n|$)", Generic.Error), include("has_irb_output")],
        "stdout": [
            (r"\w+?(?:Error|Exception):.+?(?:\n|$)", Generic.Error, "irb_error"),
            include("has_irb_output"),
        ],
        "root": [(r"#<", Keyword.Type, "irb_object"), *Ruby.tokens["root"]],
        "irb_object": [(r">", Keyword.Type, "#pop"), include("root")],
    }

"""Crystal (Rouge's lexers/crystal.rb): Ruby's states, some of them with other words."""

from onemg_render.markdown.lexers.ruby import Ruby
from onemg_render.markdown.lexers.state_lexer import groups, include, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = """
    BEGIN END alias begin break case defined? do else elsif end ensure for if ifdef in next redo rescue
    raise retry return super then undef unless until when while yield lib fun type of as
"""

BUILTINS = """
    abort ancestors at_exit caller catch chomp chop clone constants display dup eval exec exit extend
    fail fork format freeze getc gets global_variables gsub hash id included_modules inspect
    instance_eval instance_method instance_methods lambda loop method method_missing methods module_eval
    name object_id open p print printf proc putc puts raise rand readline readlines require scan select
    self send sleep split sprintf srand sub syscall system test throw to_a to_s trap warn
"""


class Crystal(Ruby):
    """Crystal."""

    tokens = {
        **Ruby.tokens,
        "symbols": [
            (r"(?i::@{0,2}[a-z_]\w*[!?]?)", String.Symbol),
            (
                r":(?:===|=?~|\[\][=?]?|\*\*=?|//=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|"
                r"%=?|<=>|<<?=?|>>?=?|\.\.\.?)",
                String.Symbol,
            ),
            (r":'(?:\\\\|\\'|[^'])*+'", String.Symbol),
            (r':"', String.Symbol, "simple_sym"),
        ],
        "sigil_strings": [
            (r"%([rqswQWxiI])?(?u:([^\w\s}]))", Ruby.sigil_string),
        ],
        "strings": [
            include("symbols"),
            (r"[a-z_]\w*?[?!]?:\s+", String.Symbol, "expr_start"),
            (r'"', String.Double, "simple_string"),
            (r"`", String.Backtick, "simple_backtick"),
            (
                r"(')(\\u[a-fA-F0-9]{4}|\\u\{[a-fA-F0-9]{1,6}\}|\\[abefnrtv])?(\\\\|\\'|[^'])*+(')",
                groups(String.Single, String.Escape, String.Single, String.Single),
            ),
        ],
        "root": [
            include("whitespace"),
            (r"__END__", Comment.Preproc, "end_part"),
            (r"0o[0-7]+(?:_[0-7]+)*", Number.Oct),
            (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", Number.Hex),
            (r"0b[01]+(?:_[01]+)*", Number.Bin),
            (r"(?i:\d+\.\d+(?:e[\+\-]?\d+)?(?:_f32)?)", Number.Float),
            (r"(?i:\d+e[\+\-]?\d+)", Number.Float),
            (r"(?i:\d+_f32)", Number.Float),
            (r"[\d]+(?:_\d+)*(?:_[iu]\d+)?", Number.Integer),
            (r"@\[[^\]]+\]", Name.Decorator),
            (r"(?i:@@[a-z_]\w*)", Name.Variable.Class),
            (r"(?i:@[a-z_]\w*)", Name.Variable.Instance),
            (r"\$\w+", Name.Variable.Global),
            (r"\$[!@&`'+~=/\\,;.<>_*\$?:\"]", Name.Variable.Global),
            (r"\$-[0adFiIlpvw]", Name.Variable.Global),
            (r"::", Operator),
            include("strings"),
            (rf"{words(KEYWORDS)}\b", Keyword, "expr_start"),
            (
                r"(?:initialize|new|loop|include|extend|raise|attr_reader|attr_writer|attr_accessor|"
                r"alias_method|attr|catch|throw|private|module_function|public|protected|"
                r"true|false|nil|__FILE__|__LINE__|getter|getter?|getter!|property|property?|"
                r"property!|struct|record)\b",
                Keyword.Pseudo,
                "expr_start",
            ),
            (
                r"(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(::[a-zA-Z_][a-zA-Z0-9_]*)*)",
                groups(Keyword, Text, Name.Namespace),
            ),
            (r"(def|macro\b)(\s*)", groups(Keyword, Text), "funcname"),
            (r"(class\b)(\s*)", groups(Keyword, Text), "classname"),
            (r"(?:eql|equal|include|is_a|iterator|kind_of|nil)[?]", Name.Builtin, "expr_start"),
            (r"(?:chomp|chop|exit|gsub|sub)!", Name.Builtin, "expr_start"),
            (rf"{words(BUILTINS)}\b", Name.Builtin, "method_call"),
            include("has_heredocs"),
            (r"\.{2,3}", Operator, "expr_start"),
            (r"[A-Z][a-zA-Z0-9_]*", Name.Constant, "method_call"),
            (
                r"(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/\[<>=])",
                groups(Punctuation, Text, Name.Function),
                "method_call",
            ),
            (r"[a-zA-Z_]\w*[?!]", Name, "expr_start"),
            (r"[a-zA-Z_]\w*", Name, "method_call"),
            (r"\*\*|//|>=|<=|<=>|<<?|>>?|=~|={3}|!~|&&?|\|\||\.", Operator, "expr_start"),
            (r"{%|%}", Punctuation),
            (r"[-+/*%=<>&!^|~]=?", Operator, "expr_start"),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"[\[({,:\\;/]", Punctuation, "expr_start"),
            (r"[\])}]", Punctuation),
        ],
        "classname": [
            (r"\s+", Text),
            (r"\(", Punctuation, ("defexpr", "expr_start")),
            (r"<<", Operator, ("#pop", "expr_start")),
            (r"[A-Z_]\w*", Name.Class, "#pop"),
            (r"", Text, "#pop"),
        ],
        "ternary": [
            (r":(?!:)", Punctuation, ("#pop", "expr_start")),
            include("root"),
        ],
        "string_intp_escaped": [
            include("string_intp"),
            (r"\\(?:[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})", String.Escape),
            (r"\\u(?:[a-fA-F0-9]{4}|\{[^}]+\})", String.Escape),
            (r"\\.", String.Escape),
        ],
        "method_call": [
            (r"/", Operator, ("#pop", "expr_start")),
            (r"(?=\n)", Text, "#pop"),
            (r"", Text, ("#pop", "method_call_spaced")),
        ],
    }

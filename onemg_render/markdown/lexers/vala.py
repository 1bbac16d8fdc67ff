"""Vala (Rouge's lexers/vala.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text

KEYWORDS = """
    abstract as async base break case catch const construct continue default delegate delete do dynamic
    else ensures enum errordomain extern false finally for foreach get global if in inline interface
    internal is lock new null out override owned private protected public ref requires return set signal
    sizeof static switch this throw throws true try typeof unowned var value virtual void weak while
    yield
"""

TYPES = """
    bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint
    uint8 uint16 uint32 uint64 ulong ushort
"""


class Vala(StateLexer):
    """Vala."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/[*].*?[*]/)", Comment.Multiline),
        ],
        "root": [
            include("whitespace"),
            (r"^\s*\[.*?\]", Name.Attribute),
            (r"<\[\s*(?:(?i:@?[_a-z]\w*):)?", Keyword),
            (r"\]>", Keyword),
            (r"[~!%^&*()+=|\[\]{}:;,.<>/?-]", Punctuation),
            (r'@"(?:(?:\\.|[^"\\\n])*+"|.*\\")', String),
            (r'"(?:(?:\\.|[^"\\\n])*+["\n]|.*\\")', String),
            (r"'(?:\\.|.)'", String.Char),
            (r"(?i:0x[0-9a-f]+[lu]?)", Number),
            (r"(?i:[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?)", Number),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (rf"{words(TYPES)}\b", Keyword.Type),
            (r"class|struct", Keyword, "class"),
            (r"namespace|using", Keyword, "namespace"),
            (r"(?i:@?[_a-z]\w*)(?=\s*[(])", Name.Function),
            (r"(?i:@?[_a-z]\w*)", Name),
            (r"#.*", Comment.Preproc),
        ],
        "class": [
            include("whitespace"),
            (r"(?i:@?[_a-z]\w*)", Name.Class, "#pop"),
        ],
        "namespace": [
            include("whitespace"),
            (r"(?=[(])", Text, "#pop"),
            (r"(?:(?i:@?[_a-z]\w*)|[.])+", Name.Namespace, "#pop"),
        ],
    }

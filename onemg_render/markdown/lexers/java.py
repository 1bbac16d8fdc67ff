"""java (Rouge's lexers/java.rb)."""

from onemg_render.markdown.lexers.characters import UPPER
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, quoted, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Operator, String, Text

KEYWORDS = """
    assert break case catch continue default do else finally for if goto instanceof new return switch
    this throw try while
"""

DECLARATIONS = """
    abstract const enum extends final implements native private protected public static strictfp super
    synchronized throws transient volatile
"""

TYPES = "boolean byte char double float int long short var void"

ID = r"(?u:[^\W\d]\w*)"


class Java(StateLexer):
    """Java."""

    def method(self) -> None:
        self.recurse(self[1])
        self.emit(Name.Function, self[2])
        self.emit(Text, self[3])
        self.emit(Operator, self[4])

    tokens = {
        "root": [
            (r"[^\S\n]+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"(\s*(?:[a-zA-Z_][a-zA-Z0-9_.\[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()", method),
            (rf"@{ID}", Name.Decorator),
            (rf"{words(DECLARATIONS)}\b", Keyword.Declaration),
            (rf"{words(TYPES)}\b", Keyword.Type),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"(?:class|interface)\b", Keyword.Declaration, "class"),
            (r"(?:import|package)\b", Keyword.Namespace, "import"),
            (quoted('"'), String),
            (r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", String.Char),
            (rf"(\.)({ID})", groups(Operator, Name.Attribute)),
            (rf"{ID}:", Name.Label),
            (rf"[{UPPER}][{UPPER}\d_]*\b", Name.Constant),
            (rf"[{UPPER}](?u:[^\W_])*\b", Name.Class),
            (rf"\$?{ID}", Name),
            (r"[~^*!%&\[\](){}<>\|+=:;,./?-]", Operator),
            (
                r"(?:[0-9]_+[0-9]|[0-9])+\.(?:[0-9]_+[0-9]|[0-9])+(?:[eE](?:[0-9]_+[0-9]|[0-9])+)?[fd]?",
                Number.Float,
            ),
            (r"(?i:0b(?-i:[01]_+[01]|[01])+)", Number.Bin),
            (r"(?i:0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+)", Number.Hex),
            (r"0(?:[0-7]_+[0-7]|[0-7])+", Number.Oct),
            (r"(?:[0-9]_+[0-9]|[0-9])+L?", Number.Integer),
            (r"\n", Text),
        ],
        "class": [
            (r"\s+", Text),
            (ID, Name.Class, "#pop"),
        ],
        "import": [
            (r"\s+", Text),
            (r"(?i:[a-z0-9_.]+\*?)", Name.Namespace, "#pop"),
        ],
    }

"""Ceylon (Rouge's lexers/ceylon.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, quoted, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Operator, String, Text

DECORATORS = """
    shared abstract formal default actual variable deprecated small late literal doc by see throws optional
    license tagged final native annotation sealed
"""

KEYWORDS = """
    break case catch continue else finally for in if return switch this throw try while is exists dynamic
    nonempty then outer assert let
"""


class Ceylon(StateLexer):
    """Ceylon."""

    tokens = {
        "whitespace": [
            (r"[^\S\n]+", Text),
            (r"//.*?\n", Comment.Single),
            (r"/\*", Comment.Multiline),
        ],
        "root": [
            include("whitespace"),
            (rf"{words(DECORATORS)}\b", Name.Decorator),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"(?:abstracts|extends|satisfies|super|given|of|out|assign)\b", Keyword.Declaration),
            (r"(?:function|value|void|new)\b", Keyword.Type),
            (r"(assembly|module|package)(\s+)", groups(Keyword.Namespace, Text), "import"),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"(class|interface|object|alias)(\s+)", groups(Keyword.Declaration, Text), "class"),
            (r"(import)(\s+)", groups(Keyword.Namespace, Text), "import"),
            (quoted('"'), String),
            (r"'\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'", String.Char),
            (r'"[^`]*``[^`]*``[^`]*"', String.Interpol),
            (r"(\.)([a-z_]\w*)", groups(Operator, Name.Attribute)),
            (r"[a-zA-Z_]\w*:", Name.Label),
            (r"(?:\\I[a-z]|[A-Z])\w*", Name.Decorator),
            (r"[a-zA-Z_]\w*", Name),
            (r"[~^*!%&\[\](){}<>|+=:;,./?`-]", Operator),
            (r"\d{1,3}(?:_\d{3})+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?", Number.Float),
            (r"\d{1,3}(?:_\d{3})+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?", Number.Float),
            (r"[0-9]+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?", Number.Float),
            (r"[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?", Number.Float),
            (r"#[0-9a-fA-F]{4}(?:_[0-9a-fA-F]{4})+", Number.Hex),
            (r"#[0-9a-fA-F]+", Number.Hex),
            (r"\$[01]{4}(?:_[01]{4})+", Number.Bin),
            (r"\$[01]+", Number.Bin),
            (r"\d{1,3}(?:_\d{3})+[kMGTP]?", Number.Integer),
            (r"[0-9]+[kMGTP]?", Number.Integer),
            (r"\n", Text),
        ],
        "class": [include("whitespace"), (r"[A-Za-z_]\w*", Name.Class, "#pop")],
        "import": [
            (r"[a-z][\w.]*", Name.Namespace, "#pop"),
            (quoted('"'), String, "#pop"),
        ],
    }

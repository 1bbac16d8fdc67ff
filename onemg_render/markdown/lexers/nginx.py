"""nginx (Rouge's lexers/nginx.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text


class Nginx(StateLexer):
    """nginx."""

    tokens = {
        "root": [
            (r"(include)(\s+)([^\s;]+)", groups(Keyword, Text, Name)),
            (r"[^\s$;{}()#]+", Keyword, "statement"),
            include("base"),
        ],
        "block": [
            (r"}", Punctuation, "#pop"),
            (r"[^\s$;{}()#]+", Keyword.Namespace, "statement"),
            include("base"),
        ],
        "statement": [
            (r"{", Punctuation, ("#pop", "block")),
            (r";", Punctuation, "#pop"),
            include("base"),
        ],
        "base": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
            (r"(?:on|off)\b", Name.Constant),
            (r"\$[\w-]+", Name.Variable),
            (r"(?i:([a-z0-9.-]+)(:)([0-9]+))", groups(Name.Function, Punctuation, Number.Integer)),
            (r"(?i:[a-z-]+/[a-z-]+)", Name.Class),
            (r"(?i:[0-9]+[kmg]?\b)", Number.Integer),
            (r"(~)(\s*)([^\s{]+)", groups(Punctuation, Text, String.Regex)),
            (r"[:=~]", Punctuation),
            (r"/(?:[^\s$;{}()#]+)?", Name),
            (r"[^#\s;{}$\\]+", String),
            (r"[$;]", Text),
        ],
    }

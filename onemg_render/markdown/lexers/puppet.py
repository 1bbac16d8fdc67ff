"""Puppet (Rouge's lexers/puppet.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
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

METAPARAMETERS = "before notify require subscribe"

KEYWORDS = "and case class default define else elsif if import in inherits node unless"

CONSTANTS = "false true undef"


class Puppet(StateLexer):
    """Puppet."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"#.*?\n", Comment),
        ],
        "root": [
            include("whitespace"),
            (r"\$(?:::)?(?:[a-z]\w*::)*\w+", Name.Variable),
            (r"(?-s:[a-z]\w*)(?=\s*[=+]>)", by_word((Keyword.Pseudo, METAPARAMETERS), default=Name.Property)),
            (r"(?-s:(?:::)?(?:[a-z]\w*::)*\w+)(?=\s*[(])", Name.Function),
            (r"[A-Z]\w*", Name.Class),
            (r"[+=|~-]>|<[|~-]", Punctuation),
            (r"[|:}();\[\]]", Punctuation),
            (r"{", Punctuation, "regex_allowed"),
            (r",", Punctuation, "regex_allowed"),
            (r"(?:in|and|or)\b", Operator.Word),
            (r"[=!<>]=", Operator),
            (r"[=!]~", Operator, "regex_allowed"),
            (r"[.=<>!+*/-]", Operator),
            (r"(class|include)(\s*)((::)?([a-z]\w*::)*\w+)", groups(Keyword, Text, Name.Class)),
            (r"node\b", Keyword, "regex_allowed"),
            (r"'(?:(?:\\[\\']|[^'])*+'|(?:[^']|(?<=\\)')*')", String.Single),
            (r'"', String.Double, "dquotes"),
            (r"\d+(?:[.]\d+)?(?:e[+-]\d+)?", Number),
            (
                r"(?:::)?(?:[a-z]\w*::)*\w+",
                by_word((Keyword, KEYWORDS), (Keyword.Constant, CONSTANTS), default=Name),
            ),
        ],
        "regex_allowed": [
            include("whitespace"),
            (r"/", String.Regex, "regex"),
            (r"", Text, "#pop"),
        ],
        "regex": [
            (r"/", String.Regex, "#pop"),
            (r"\\.", String.Escape),
            (r"[(){}]", String.Interpol),
            (r"\[", String.Interpol, "regex_class"),
            (r".", String.Regex),
        ],
        "regex_class": [
            (r"\]", String.Interpol, "#pop"),
            (r"-(?=\])", String.Regex),
            (r"-", String.Interpol),
            (r"\\.", String.Escape),
            (r"[^\\\]-]+", String.Regex),
        ],
        "dquotes": [
            (r'"', String.Double, "#pop"),
            (r'[^$\\"]+', String.Double),
            (r"(?s:\\.)", String.Escape),
            (r"\$(?:::)?(?:[a-z]\w*::)*\w+", Name.Variable),
            (r"\$[{](?:::)?(?:[a-z]\w*::)*\w+[}]", Name.Variable),
        ],
    }

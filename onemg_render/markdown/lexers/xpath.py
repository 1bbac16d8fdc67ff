"""XPath (Rouge's lexers/xpath.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

WORD_OPERATORS = "and or eq ge gt le lt ne is div mod idiv intersect except union to"

KEYWORDS = "let for some every if then else return in satisfies"


class XPath(StateLexer):
    """XPath."""

    tokens = {
        "commentsAndWhitespace": [
            (r"\(:", Comment, "comment"),
            (r"\s+", Whitespace),
        ],
        "root": [
            include("commentsAndWhitespace"),
            (r"\.[0-9]+|[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+", Number.Float),
            (r"\.[0-9]+|[0-9]+\.[0-9]*", Number.Float),
            (r"[0-9]+", Number),
            (r"\"(?:\"\"|[^\"])*\"|'(?:''|[^'])*'", String),
            (r"\$", Name.Variable, "varname"),
            (r",|=>|=|:=|:|>=|>>|>|<=|<<|<|\-|\*|!=|\+|//|/|\|\||\|", Operator),
            (rf"{words(WORD_OPERATORS)}\b", Operator.Word),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"[?,{}()\[\]]", Punctuation),
            (r"(function)(\s*)(\((?!:))", groups(Keyword, Whitespace, Punctuation)),
            (r"map|array|empty-sequence", Keyword),
            (
                r"((?:element|attribute|schema\-element|schema\-attribute|comment|text|node|"
                r"document\-node|namespace\-node))(\s*)(\((?!:))",
                groups(Keyword, Whitespace, Punctuation),
                "kindtest",
            ),
            (
                r"(processing\-instruction)(\s*)(\((?!:))",
                groups(Keyword, Whitespace, Punctuation),
                "kindtestforpi",
            ),
            (
                r"((?:Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-"
                r"9]*))?))(\s*)(\((?!:))",
                groups(Name.Function, Whitespace, Punctuation),
            ),
            (
                r"((?:Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-"
                r"9]*))?))(\s*)(#)(\s*)(\d+)",
                groups(Name.Function, Whitespace, Name.Function, Whitespace, Name.Function),
            ),
            (r"(cast|castable)(\s+)(as)", groups(Keyword, Whitespace, Keyword), "singletype"),
            (r"(treat)(\s+)(as)", groups(Keyword, Whitespace, Keyword), "itemtype"),
            (r"(instance)(\s+)(of)", groups(Keyword, Whitespace, Keyword), "itemtype"),
            (r"as\b", Keyword, "itemtype"),
            (
                r"((?i:[a-z_][a-z_\-.0-9]*))(\s*)(:)(\s*)(\*)",
                groups(Name.Tag, Whitespace, Punctuation, Whitespace, Operator),
            ),
            (
                r"(\*)(\s*)(:)(\s*)((?i:[a-z_][a-z_\-.0-9]*))",
                groups(Operator, Whitespace, Punctuation, Whitespace, Name.Tag),
            ),
            (
                r"((?:child|descendant|attribute|self|descendant\-or\-self|following\-sibling|"
                r"following|namespace|parent|ancestor|preceding\-sibling|preceding|ancestor\-or\-self)"
                r")(\s*)(::)",
                groups(Keyword, Whitespace, Operator),
            ),
            (r"\.\.|\.|\*", Operator),
            (r"@", Name.Attribute, "attrname"),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Name.Tag,
            ),
        ],
        "singletype": [
            include("commentsAndWhitespace"),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Keyword.Type,
                "#pop",
            ),
        ],
        "itemtype": [
            include("commentsAndWhitespace"),
            (
                r"((?:element|attribute|schema\-element|schema\-attribute|comment|text|node|"
                r"document\-node|namespace\-node))(\s*)(\((?!:))",
                groups(Keyword.Type, Whitespace, Punctuation),
                ("#pop", "occurrenceindicator", "kindtest"),
            ),
            (
                r"(processing\-instruction)(\s*)(\((?!:))",
                groups(Keyword.Type, Whitespace, Punctuation),
                ("#pop", "occurrenceindicator", "kindtestforpi"),
            ),
            (
                r"(item)(\s*)(\((?!:))(\s*)(\))",
                groups(Keyword.Type, Whitespace, Punctuation, Whitespace, Punctuation),
                ("#pop", "occurrenceindicator"),
            ),
            (
                r"((?:function|array|map|empty\-sequence))(\s*)(\((?!:))",
                groups(Keyword.Type, Whitespace, Punctuation),
            ),
            (r"(cast|castable)(\s+)(as)", groups(Keyword, Whitespace, Keyword), ("#pop", "singletype")),
            (r"(treat)(\s+)(as)", groups(Keyword, Whitespace, Keyword), ("#pop", "itemtype")),
            (r"(instance)(\s+)(of)", groups(Keyword, Whitespace, Keyword), ("#pop", "itemtype")),
            (r"as\b", Keyword),
            (r",|=>|=|:=|:|>=|>>|>|<=|<<|<|\-|\*|!=|\+|//|/|\|\||\|", Operator, "#pop"),
            (rf"{words(WORD_OPERATORS)}\b", Operator.Word, "#pop"),
            (rf"{words(KEYWORDS)}\b", Keyword, "#pop"),
            (r"[\[),]", Punctuation, "#pop"),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Keyword.Type,
                ("#pop", "occurrenceindicator"),
            ),
        ],
        "kindtest": [
            include("commentsAndWhitespace"),
            (r"[?*]", Operator),
            (r",", Punctuation),
            (
                r"(element|schema-element)(\s*)(\((?!:))",
                groups(Keyword.Type, Whitespace, Punctuation),
                "kindtest",
            ),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Name.Tag,
            ),
            (r"\)", Punctuation, "#pop"),
        ],
        "kindtestforpi": [
            include("commentsAndWhitespace"),
            (r"(?i:[a-z_][a-z_\-.0-9]*)", Name),
            (r"\"(?:\"\"|[^\"])*\"|'(?:''|[^'])*'", String),
            (r"\)", Punctuation, "#pop"),
        ],
        "occurrenceindicator": [
            include("commentsAndWhitespace"),
            (r"[?*+]", Operator, "#pop"),
            (r"(?![?*+])", Text, "#pop"),
        ],
        "varname": [
            include("commentsAndWhitespace"),
            (
                r"((?:Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-"
                r"9]*))?))(\s*)(\((?!:))",
                groups(Name.Variable, Whitespace, Punctuation),
                "#pop",
            ),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Name.Variable,
                "#pop",
            ),
        ],
        "attrname": [
            include("commentsAndWhitespace"),
            (
                r"Q\{[^{}]*\}(?i:[a-z_][a-z_\-.0-9]*)|(?i:[a-z_][a-z_\-.0-9]*)(?::(?i:[a-z_][a-z_\-.0-9]*))?",
                Name.Attribute,
                "#pop",
            ),
            (r"\*", Operator, "#pop"),
        ],
        "comment": [
            (r":\)", Comment, "#pop"),
            (r"\(:", Comment, "comment"),
            (r"[^:(]+", Comment),
            (r"[:(]", Comment),
        ],
    }

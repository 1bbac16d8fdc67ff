"""Handlebars (Rouge's lexers/handlebars.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.templates import Template
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


class Handlebars(Template):
    """Handlebars."""

    def around_and_leave_attribute(self) -> None:
        self.around()
        # an attribute without quotes ends here
        parent = self.parent
        if isinstance(parent, StateLexer) and parent.stack[-1].name == "attr":
            parent.pop()

    tokens = {
        "root": [
            (r"\\{+", Template.around),
            (r"{{!--", Comment, "comment"),
            (r"{{!.*?}}", Comment),
            (r"{{{?", Keyword, ("stache", "open_sym")),
            (r"(?s:(.+?)(?=\\|{{))", around_and_leave_attribute),
            (r"(?s:.+)", Template.around),
        ],
        "comment": [
            (r"{{", Comment, "#push"),
            (r"}}", Comment, "#pop"),
            (r"[^{}]+", Comment),
            (r"[{}]", Comment),
        ],
        "stache": [
            (r"}}}?", Keyword, "#pop"),
            (r"\|", Punctuation),
            (r"~", Keyword),
            (r"\s+", Text),
            (r"[=]", Operator),
            (r"[\[\]]", Punctuation),
            (r"[\(\)]", Punctuation),
            (r"[.](?=[}\s])", Name.Variable),
            (r"[.][.]", Name.Variable),
            (r"[/.]", Punctuation),
            (r'"(?:(?:\\.|[^"\\\n])*+"|.*\\")', String.Double),
            (r"'(?:(?:\\.|[^'\\\n])*+'|.*\\')", String.Single),
            (r"\d+(?=}\s)", Number),
            (r"(?:true|false)(?=[}\s])", Keyword.Constant),
            (r"else(?=[}\s])", Keyword),
            (r"this(?=[}\s])", Name.Builtin.Pseudo),
            (r"@[\w$-]+", Name.Attribute),
            (r"[\w$-]+", Name.Variable),
        ],
        "open_sym": [
            (r"[#/]", Keyword, ("#pop", "block_name")),
            (r"[>^&~]", Keyword),
            (r"", Text, "#pop"),
        ],
        "block_name": [
            (r"if(?=[}\s])", Keyword),
            (r"[\w$-]+", Name.Namespace, "#pop"),
            (r"", Text, "#pop"),
        ],
    }

"""BibTeX (Rouge's lexers/bibtex.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include
from onemg_render.markdown.lexers.tokens import Comment, Name, Number, Punctuation, String, Text


class BibTeX(StateLexer):
    """BibTeX."""

    def enter_closing_brace(self) -> None:
        if self[1].lower() == "comment":
            self.emit(Comment)
        elif self[1].lower() == "preamble":
            self.emit(Name.Class)
            self.push("closing_brace")
            self.push("value")
            self.push("opening_brace")
        elif self[1].lower() == "string":
            self.emit(Name.Class)
            self.push("closing_brace")
            self.push("field")
            self.push("opening_brace")
        else:
            self.emit(Name.Class)
            self.push("closing_brace")
            self.push("command_body")
            self.push("opening_brace")

    tokens = {
        "root": [
            include("whitespace"),
            (
                r"@((?i:[a-z_@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-][\w@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-]*))",
                enter_closing_brace,
            ),
            (r".+", Comment),
        ],
        "opening_brace": [
            include("whitespace"),
            (r"[{(]", Punctuation, "#pop"),
        ],
        "closing_brace": [
            include("whitespace"),
            (r"[})]", Punctuation, "#pop"),
        ],
        "command_body": [
            include("whitespace"),
            (r"[^\s,\}]+", Name.Label, ("#pop", "fields")),
        ],
        "fields": [
            include("whitespace"),
            (r",", Punctuation, "field"),
            (r"", Text, "#pop"),
        ],
        "field": [
            include("whitespace"),
            (
                r"(?i:[a-z_@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-][\w@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-]*)",
                Name.Attribute,
                ("value", "equal_sign"),
            ),
            (r"", Text, "#pop"),
        ],
        "equal_sign": [
            include("whitespace"),
            (r"=", Punctuation, "#pop"),
        ],
        "value": [
            include("whitespace"),
            (
                r"(?i:[a-z_@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-][\w@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-]*)",
                Name.Variable,
            ),
            (r'"', String, "quoted_string"),
            (r"\{", String, "braced_string"),
            (r"\d+", Number),
            (r"#", Punctuation),
            (r"", Text, "#pop"),
        ],
        "quoted_string": [
            (r"\{", String, "braced_string"),
            (r'"', String, "#pop"),
            (r'[^\{"]+', String),
        ],
        "braced_string": [
            (r"\{", String, "braced_string"),
            (r"\}", String, "#pop"),
            (r"[^\{\}]+", String),
        ],
        "whitespace": [
            (r"\s+", Text),
        ],
    }

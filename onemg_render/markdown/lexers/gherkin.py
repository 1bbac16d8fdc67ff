"""Gherkin (Rouge's lexers/gherkin.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_file
from onemg_render.markdown.lexers.tokens import Comment, Error, Keyword, Name, Punctuation, String, Text

# the words of all languages that Gherkin is written in, by kind
NAMED = {
    kind: names.split("|")
    for kind, _, names in (line.partition(":") for line in word_file("gherkin").splitlines())
}

# a step's word stands before a boundary, unless it ends in a blank or <
STEP = "|".join(
    re.escape(word.removesuffix("<")) + ("" if word[-1] in "< " else r"\b") for word in NAMED["step"]
)

SECTIONS = {
    **dict.fromkeys(NAMED["examples"], (Name.Namespace, "example_description")),
    **dict.fromkeys(NAMED["feature"], (Keyword.Declaration, "feature_description")),
    **dict.fromkeys(NAMED["element"], (Keyword.Namespace, "description")),
}


class Gherkin(StateLexer):
    """Gherkin."""

    def section(self) -> None:
        self.reset_stack()
        token, state = SECTIONS.get(self[1], (Error, None))
        if state:
            self.push(state)
        self.groups(token, Punctuation)

    def enter_step(self) -> None:
        self.emit(Name.Function)
        self.reset_stack()
        self.push("step")

    def end_row(self) -> None:
        self.reset_stack()

    tokens = {
        "basic": [
            (r"#.*$", Comment),
            (r"[ \r\t]+", Text),
        ],
        "root": [
            include("basic"),
            (r"\n", Text),
            (r'(?s:""".*?""")', String),
            (r"@[^\s@]+", Name.Tag),
            include("has_table"),
            include("has_examples"),
        ],
        "has_scenarios": [
            (r"(.*?)(:)", section),
        ],
        "has_examples": [
            include("has_scenarios"),
            (STEP, enter_step),
        ],
        "has_table": [
            (r"(?=[|])", Text, "table_header"),
        ],
        "table_header": [
            (r"[^|\s]+", Name.Variable),
            (r"\n", Text, ("#pop", "table")),
            include("table"),
        ],
        "table": [
            include("basic"),
            (r"\n", Text, "table_bol"),
            (r"[|]", Punctuation),
            (r"[^|\s]+", Name),
        ],
        "table_bol": [
            (r"(?=\s*[^\s|])", end_row),
            (r"", Text, "#pop"),
        ],
        "description": [
            include("basic"),
            include("has_examples"),
            (r"\n", Text),
            (r".*?(?=[#\n])", Text),
        ],
        "feature_description": [
            include("basic"),
            include("has_scenarios"),
            (r"\n", Text),
            (r".*?(?=[#\n])", Text),
        ],
        "example_description": [
            include("basic"),
            include("has_table"),
            (r"\n", Text),
            (r".*?(?=[#\n])", Text),
        ],
        "step": [
            include("basic"),
            (r"<.*?>", Name.Variable),
            (r'".*?"', String),
            (r"\S[^\s<]*", Text),
            (r".*?(?=[#\n])", Text, "#pop"),
        ],
    }

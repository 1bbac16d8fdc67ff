"""Robot Framework (Rouge's lexers/robot_framework.rb): its place in the row decides what a cell is."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import Comment, Generic, Name, Punctuation, String, Text, Whitespace

KEYWORD_SETTINGS = frozenset(
    (
        "library",
        "resource",
        "setup",
        "teardown",
        "template",
        "suite setup",
        "suite teardown",
        "task setup",
        "task teardown",
        "task template",
        "test setup",
        "test teardown",
        "test template",
        "variables",
    )
)
ARGUMENT_SETTINGS = frozenset(
    (
        "arguments",
        "default tags",
        "documentation",
        "force tags",
        "metadata",
        "return",
        "tags",
        "timeout",
        "task timeout",
        "test timeout",
    )
)
SECTIONS = {
    "setting": "section_settings",
    "test case": "section_tests",
    "task": "section_tests",
    "keyword": "section_keywords",
    "variable": "section_variables",
}

CHARACTER = r"(?:\\.|[^|$@&% \t\n])"
ID = rf"{CHARACTER}+(?: {CHARACTER}+)*"


class RobotFramework(StateLexer):
    """Robot Framework; remembers the column, what the next cell is, and whether a template is used."""

    def start(self) -> None:
        self.column = 0
        self.following = ""
        self.templated = False
        self.push("prior_text")

    def separator(self) -> None:
        self.emit(Whitespace)
        self.column += 1
        if self.following:
            self.push(self.following)
        elif self.templated or self.column != 1:
            self.push("args")
        else:
            self.following = "keyword"
            self.push("keyword")
        self.push("cell_start")

    def continuation(self) -> None:
        self.emit(Whitespace)
        self.column += 1
        self.push("args")

    def end_row(self) -> None:
        self.emit(Whitespace)
        self.column = 0
        self.following = ""
        self.push("cell_start")

    def heading(self) -> None:
        self.emit(Generic.Heading)
        state = SECTIONS.get(self[1].removesuffix("s").lower())
        if state:
            self.push(state)

    def after(self, setting: str, other: str) -> str:
        """What follows a setting."""
        if setting in KEYWORD_SETTINGS:
            return "keyword"
        return "args" if setting in ARGUMENT_SETTINGS else other

    def setting(self) -> None:
        self.following = self.after(self[1].lower(), "")
        self.groups(Name.Builtin.Pseudo, Punctuation)

    def local_setting(self) -> None:
        self.groups(Punctuation, Name.Builtin.Pseudo, Punctuation)
        name = self[2].lower()
        self.templated = self.templated or name == "template"
        self.following = self.after(name, self.following)
        self.pop()

    def test_name(self) -> None:
        self.templated = False
        self.emit(Name.Label)

    def variable_row(self) -> None:
        self.emit(Name.Variable)
        self.following = "args"

    def keep_keyword(self) -> None:
        """A variable or FOR: if anything is expected next, it is a keyword."""
        self.emit(Name.Function if self[0].isalpha() else Name.Variable)
        if self.following:
            self.following = "keyword"

    def keyword(self) -> None:
        self.emit(Name.Function)
        self.following = ""

    tokens = {
        "prior_text": [(r"^[^*].*", Text), (r"", Text, "#pop")],
        "whitespace": [(r"\s+", Whitespace)],
        "section_include": [include("end_section"), include("sep"), include("newline")],
        "end_section": [(r"(?=(?:\| )?\*)", Text, "#pop")],
        "return": [(r"", Text, "#pop")],
        "sep": [
            (r"\| ", Whitespace),
            (r" +\| +|[ ]{2,}|\t+", separator),
            (r"\.\.\. *", continuation),
            (r" ?\|", Whitespace),
        ],
        "newline": [(r"\n", end_row)],
        "root": [
            include("whitespace"),
            (r"^(?:\| )?\*[* ]*((?i:[A-Z]+(?: [A-Z]+)?)).*", heading),
        ],
        "section_settings": [
            include("section_include"),
            (r"((?i:[A-Z]+(?: [A-Z]+)?))(:?)", setting),
        ],
        "section_tests": [
            include("section_include"),
            (r"[$@&%{}]+", Name.Label),
            (r" (?![ |])", Name.Label),
            (ID, test_name),
        ],
        "section_keywords": [
            include("section_include"),
            (r"[$@&%]\{", Name.Variable, "var"),
            (r"[$@&%{}]+", Name.Label),
            (r" (?![ |])", Name.Label),
            (ID, Name.Label),
        ],
        "section_variables": [include("section_include"), (r"[$@&%]\{", variable_row, "var")],
        "cell_start": [(r"#.*", Comment), include("return")],
        "keyword": [
            (r"(\[)((?i:[A-Z]+(?: [A-Z]+)?))(\])", local_setting),
            (r"[$@&%]\{", keep_keyword, "var"),
            (r"(?i:FOR)", keep_keyword),
            (r" (?![ |])", Name.Function),
            (r"(?i:Given|When|Then|And|But) ", Name.Builtin),
            (ID, keyword),
            include("return"),
        ],
        "args": [
            (r"[$@&%]\{", keep_keyword, "var"),
            (r"[$@&%]+", String),
            (r" (?![ |])", String),
            (ID, String),
            include("return"),
        ],
        "var": [
            (r"(\})( )(=)", groups(Name.Variable, Whitespace, Punctuation), "#pop"),
            (r"[$@&%]\{", Name.Variable, "var"),
            (r"[{\[]", Name.Variable, "var"),
            (r"[}\]]", Name.Variable, "#pop"),
            (r"[^$@&%{}\[\]]+", Name.Variable),
            (r"\}\[", Name.Variable),
        ],
    }

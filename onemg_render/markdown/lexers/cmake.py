"""CMake (Rouge's lexers/cmake.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_file, word_set
from onemg_render.markdown.lexers.tokens import Comment, Name, Punctuation, String, Text

BUILTINS = word_set(word_file("cmake"))

# what the rest of a state's text is
PLAIN = {
    "bracket_string": String.Double,
    "quoted_argument": String.Double,
    "bracket_comment": Comment.Multiline,
    "variable_reference": Name.Variable,
}


class CMake(StateLexer):
    """CMake."""

    def bracket_close(self) -> None:
        self.here()
        if len(self[0]) == self.bracket:
            self.goto("root")

    def bracket_comment(self) -> None:
        self.emit(Comment.Multiline)
        self.bracket = len(self[0]) - 1
        self.goto("bracket_comment")

    def bracket_string(self) -> None:
        self.emit(String.Double)
        self.bracket = len(self[0])
        self.goto("bracket_string")

    def here(self) -> None:
        self.emit(PLAIN.get(self.stack[-1].name, Text))

    def command(self) -> None:
        self.groups(Name.Builtin if self[1] in BUILTINS else Name.Function, Text, Punctuation)

    tokens = {
        "default": [
            (r"\r\n?|\n", here),
            (r".", here),
        ],
        "variable_interpolation": [
            (r"\$\{", String.Interpol, "variable_reference"),
        ],
        "bracket_close": [
            (r"\]=*\]", bracket_close),
        ],
        "root": [
            include("variable_interpolation"),
            (r"[ \t]", Text),
            (r"[()]", Punctuation),
            (r"#\[=*\[", bracket_comment),
            (r"\[=*\[", bracket_string),
            (r'\\"', Text),
            (r'"', String.Double, "quoted_argument"),
            (r"([A-Za-z_][A-Za-z0-9_]*)([ \t]*)(\()", command),
            (r"#.*", Comment.Single),
            include("default"),
        ],
        "bracket_string": [
            include("bracket_close"),
            include("variable_interpolation"),
            include("default"),
        ],
        "bracket_comment": [
            include("bracket_close"),
            include("default"),
        ],
        "variable_reference": [
            include("variable_interpolation"),
            (r"}", String.Interpol, "#pop"),
            include("default"),
        ],
        "quoted_argument": [
            include("variable_interpolation"),
            (r'"', String.Double, "root"),
            (r'\\[()#" \\$@^trn;]', String.Escape),
            include("default"),
        ],
    }

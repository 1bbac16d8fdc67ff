"""Make (Rouge's lexers/make.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Operator, Punctuation, String, Text


class Make(StateLexer):
    """Make."""

    def start(self) -> None:
        self.shell = self.child("shell")

    def end_of_body(self) -> None:
        self.start()
        self.pop()

    def in_shell(self) -> None:
        self.delegate(self.shell)

    def nested_expression(self) -> None:
        self.delegate(self.shell)
        self.push()

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"#.*?\n", Comment),
            (r"([-s]?include)((?:[\t ]+[^\t\n #]+)+)", groups(Keyword, String.Other)),
            (r"(ifn?def|ifn?eq)([\t ]+)([^#\n]+)", groups(Keyword, Text, Name.Variable)),
            (r"(?:else|endif)[\t ]*(?=[#\n])", Keyword),
            (r"(export)([\t ]+)(?=[\w\${}()\t -]+\n)", groups(Keyword, Text), "export"),
            (r"export[\t ]+", Keyword),
            (r"([\w${}().-]+)([\t ]*)([!?:+]?=)", groups(Name.Variable, Text, Operator), "shell_line"),
            (r'"(?:\\.|[^"\\])*+"', String.Double),
            (r"'(?:\\.|[^'\\])*+'", String.Single),
            (r"([^\n:]+)(:+)([ \t]*)", groups(Name.Label, Operator, Text), "block_header"),
        ],
        "export": [
            (r"[\w\${}()-]", Name.Variable),
            (r"\n", Text, "#pop"),
            (r"[\t ]+", Text),
        ],
        "block_header": [
            (r"[^,\\\n#]+", Name.Function),
            (r",", Punctuation),
            (r"#.*?", Comment),
            (r"\\\n", Text),
            (r"\\.", Text),
            (r"\n", Text, ("#pop", "block_body")),
        ],
        "block_body": [
            (
                r"(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)",
                groups(Keyword, Text, Name.Variable, Comment, Text),
            ),
            (r"(else|endif)([\t ]*)(#.*)?(\n)", groups(Keyword, Text, Comment, Text)),
            (r"(\t[\t ]*)([@-]?)", groups(Text, Punctuation), "shell_line"),
            (r"", end_of_body),
        ],
        "shell": [
            (r"\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]", Name.Variable),
            (
                r"(\$[({])([\t ]*)(abspath|addprefix|addsuffix|and|basename|call|dir|error|"
                r"eval|file|filter|filter-out|findstring|firstword|flavor|foreach|if|join|"
                r"lastword|notdir|or|origin|patsubst|realpath|shell|sort|strip|subst|suffix|"
                r"value|warning|wildcard|word|wordlist|words)([\t ]+)",
                groups(Name.Function, Text, Name.Builtin, Text),
                "shell_expr",
            ),
            (r"(?s:\\.)", in_shell),
            (r"(?s:.+?(?=(?-s:\$\(|\$\{|\(|\)|\}|\\|$)))", in_shell),
            (r"\$\(|\$\{|\(|\)|\}|\\|$", in_shell),
        ],
        "shell_expr": [
            (r"[({]", nested_expression),
            (r"[)}]", Name.Function, "#pop"),
            include("shell"),
        ],
        "shell_line": [
            (r"\n", Text, "#pop"),
            include("shell"),
        ],
    }

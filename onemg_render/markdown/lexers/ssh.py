"""SSH Config File (Rouge's lexers/ssh.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Text

CONSTANTS = "yes no confirm ask always auto none force"


class SSH(StateLexer):
    """SSH Config File."""

    tokens = {
        "root": [
            (r"(?i:[a-z0-9]+)", Keyword, "statement"),
            include("base"),
        ],
        "statement": [
            (r"\n", Text, "#pop"),
            (rf"{words(CONSTANTS)}\b", Name.Constant),
            (r"\d+", Number),
            (r"[^#\s;{}$\\]+", Text),
            include("base"),
        ],
        "base": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
        ],
    }

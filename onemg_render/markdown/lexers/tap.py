"""TAP (Rouge's lexers/tap.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Comment, Generic, Keyword, Name, Number, Text


class Tap(StateLexer):
    """TAP."""

    tokens = {
        "root": [
            (r"^TAP version \d+\n", Name.Namespace),
            (r"^1\.\.\d+", Keyword.Declaration, "plan"),
            (r"^(not ok)([^\S\n]*)(\d*)", groups(Generic.Error, Text, Number.Integer), "test"),
            (r"^(ok)([^\S\n]*)(\d*)", groups(Keyword.Reserved, Text, Number.Integer), "test"),
            (r"^#.*\n", Comment),
            (r"^Bail out!.*\n", Generic.Error),
            (r"^.*\n", Text),
        ],
        "plan": [
            (r"[^\S\n]+", Text),
            (r"#", Comment, "directive"),
            (r"\n", Comment, "#pop"),
            (r".*\n", Generic.Error, "#pop"),
        ],
        "test": [
            (r"[^\S\n]+", Text),
            (r"#", Comment, "directive"),
            (r"\S+", Text),
            (r"\n", Text, "#pop"),
        ],
        "directive": [
            (r"[^\S\n]+", Comment),
            (r"(?i:TODO\b)", Comment.Preproc),
            (r"(?i:SKIP\S*)", Comment.Preproc),
            (r"\S+", Comment),
            (r"\n", Comment, ("#pop", "#pop")),
        ],
    }

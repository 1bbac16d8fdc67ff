"""CMHG (Rouge's lexers/cmhg.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text


class CMHG(StateLexer):
    """CMHG."""

    tokens = {
        "root": [
            (r";[^\n]*", Comment),
            (
                r"^([ \t]*)(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|"
                r"line|pragma|undef|warning)(?:[ \t].*)?)?)(?=\n)",
                groups(Text, Comment.Preproc),
            ),
            (r"[-a-z]+:", Keyword.Declaration),
            (r"(?i:[a-z_]\w+)", Name.Entity),
            (r'"[^"]*"', String),
            (r"(?:&|0x)[0-9a-fA-F]+", Number.Hex),
            (r"\d+", Number),
            (r"[,/()]", Punctuation),
            (r"[ \t]+", Text),
            (r"\n+", Text),
        ],
    }

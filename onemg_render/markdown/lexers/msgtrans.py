"""MessageTrans (Rouge's lexers/msgtrans.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.tokens import Comment, Name, Operator, String, Text


class MsgTrans(StateLexer):
    """MessageTrans."""

    tokens = {
        "root": [
            (r"^#[^\n]*", Comment),
            (r"[^\t\n\r ,):?/]+", Name.Variable),
            (r"[\n/?]", Operator),
            (r":", Operator, "value"),
        ],
        "value": [
            (r"\n", Text, "#pop"),
            (r"%[0-3%]", Operator),
            (r"[^\n%]", String),
        ],
    }

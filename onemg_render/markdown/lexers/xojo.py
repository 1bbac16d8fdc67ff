"""Xojo (Rouge's lexers/xojo.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)


class Xojo(StateLexer):
    """Xojo."""

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"(?i:rem\b.*?$)", Comment.Single),
            (r"[//'].*$", Comment.Single),
            (r"(?is:#tag Note.*?#tag EndNote)", Comment.Preproc),
            (r"\s*[#].*$", Comment.Preproc),
            (r'".*?"', String.Double),
            (r"[(){}!#,:]", Punctuation),
            (
                r"(?i:(?:addhandler|aggregates|array|asc|assigns|attributes|begin|break|byref|"
                r"byval|call|case|catch|class|const|continue|char|ctype|declare|delegate|"
                r"dim|do|downto|each|else|elseif|end|enum|event|exception|exit|extends|false|"
                r"finally|for|function|global|goto|if|implements|inherits|interface|lib|loop|"
                r"mod|module|new|next|nil|object|of|optional|paramarray|private|property|"
                r"protected|public|raise|raiseevent|rect|redim|removehandler|return|select|"
                r"shared|soft|static|step|sub|super|then|to|true|try|until|using|uend|uhile)"
                r"\b)",
                Keyword,
            ),
            (
                r"(?i:(?:boolean|cfstringref|cgfloat|cstring|curency|date|double|int8|int16|"
                r"int32|int64|integer|ostype|pstring|ptr|short|single|single|string|structure|"
                r"variant|uinteger|uint8|uint16|uint32|uint64|ushort|windowptr|wstring)\b)",
                Keyword.Declaration,
            ),
            (r"(?i:(?:addressof|weakaddressof|and|as|in|is|isa|mod|not|or|xor)\b)", Operator),
            (r"[+-]?(?:\d+\.\d*|\d*\.\d+)", Number.Float),
            (r"[+-]?\d+", Number.Integer),
            (r"(?i:&[CH][0-9a-f]+)", Number.Hex),
            (r"(?i:&O[0-7]+)", Number.Oct),
            (r"(?=\w)[\w.]+\b", Text),
            (r"<=|>=|<>|[=><\+\-\*/\\]", Operator),
        ],
    }

"""Magik (Rouge's lexers/magik.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

KEYWORDS = """
    _package _pragma _block _endblock _handling _default _protect _protection _endprotect _try _with
    _when _endtry _catch _endcatch _throw _lock _endlock _if _then _elif _else _endif _for _over _while
    _loop _finally _endloop _loopbody _continue _leave _return _class _local _constant _recursive
    _global _dynamic _import _private _iter _abstract _method _endmethod _proc _endproc _gather _scatter
    _allresults _optional _thisthread _self _clone _super _primitive _unset _true _false _maybe _is
    _isnt _not _and _or _xor _cf _andif _orif _div _mod
"""


class Magik(StateLexer):
    """Magik."""

    tokens = {
        "root": [
            (r"##(?:.*)?", Comment.Doc),
            (r"#(?:.*)?", Comment.Single),
            (r"(_method)(\s+)", groups(Keyword, Whitespace), "method_name"),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r'"[^"\n]*?"', String),
            (r"'[^'\n]*?'", String),
            (r"(?i::(?:(?>(?:[a-z0-9_!?]|\\.)+)|(?-i:\|[^\|\n]*\|))+)", String.Symbol),
            (
                r"@[\s]*(?i:(?:(?>(?:[a-z0-9_!?]|\\.)+)|(?-i:\|[^\|\n]*\|))+):(?i:(?:(?>(?:[a-z0-9_!?]|"
                r"\\.)+)|(?-i:\|[^\|\n]*\|))+)",
                Name.Label,
            ),
            (r"@[\s]*(?i:(?:(?>(?:[a-z0-9_!?]|\\.)+)|(?-i:\|[^\|\n]*\|))+)", Name.Label),
            (r"(?i:%u[0-9a-z]{4}|%[^\s]+)", String.Char),
            (r"[0-9]+(?:(?i:r[0-9a-z])|(?i:(?:e|&)[+-]?(?-i:[0-9]+))|\.[0-9]+)*", Number),
            (
                r"(?i:(?:(?>(?:[a-z0-9_!?]|\\.)+)|(?-i:\|[^\|\n]*\|))+):(?i:(?:(?>(?:[a-z0-9_!?]|"
                r"\\.)+)|(?-i:\|[^\|\n]*\|))+)",
                Name,
            ),
            (r"(?i:(?:(?>(?:[a-z0-9_!?]|\\.)+)|(?-i:\|[^\|\n]*\|))+)", Name),
            (r"[\[\]{}()\.,;]", Punctuation),
            (r"\$", Punctuation),
            (r"<<|<<", Operator),
            (r">>", Operator),
            (r"[-~+/*%=&^<>]|!=", Operator),
            (r"[\s]+", Whitespace),
        ],
        "method_name": [
            (
                r"((?i:(?:(?>(?:[a-z0-9_!?]|\\.)+)|(?-i:\|[^\|\n]*\|))+))(\.)((?i:(?:(?>(?:[a-z0-9_!?]|"
                r"\\.)+)|(?-i:\|[^\|\n]*\|))+))",
                groups(Name.Class, Punctuation, Name.Function),
                "#pop",
            ),
        ],
    }

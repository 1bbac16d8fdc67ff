"""Dafny (Rouge's lexers/dafny.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

TYPES = """
    ORDINAL array array? bool char imap int iset map multiset nat object object? real seq set string
"""

LITERALS = "false null true"

TEXTOPERATORS = "as in is"

KEYWORDS = """
    abstract allocated assert assume break by calc case class codatatype const constructor datatype
    decreases downto else ensures exists expect export extends false for forall fresh function ghost
    greatest if import include invariant iterator label least lemma match method modifies modify module
    nameonly new newtype null old opened predicate print provides reads refines requires return returns
    reveal reveals static then this to trait true twostate type unchanged var while witness yield yields
"""


class Dafny(StateLexer):
    """Dafny."""

    tokens = {
        "root": [
            (r"/\*", Comment.Multiline, "comment"),
            (r"//.*?$", Comment.Single),
            (r"\*/", Error),
            (r"'(?:[^\\'\n\r]|\\[\"'ntr\\0])'", String.Char),
            (r"'\\u[0-9a-fA-F]{4}'", String.Char),
            (r"'[^'\n\r]*'", Error),
            (r"'[^'\n\r]*$", Error),
            (r"\"(?:(?:[^\\\"\n\r]|\\[\"'ntr\\0])|\\u[0-9a-fA-F]{4})*\"", String.Double),
            (r'".*"', Error),
            (r'".*$', Error),
            (r'@"(?:[^"]|"")*"', String.Other),
            (r'(?s:@".*)', Error),
            (r"\d+(?:_\d+)*\.\d+(?:_\d+)*(?![0-9a-zA-Z_'?])", Number.Float),
            (r"0b[01]+(?:_[01]+)*(?![0-9a-zA-Z_'?])", Number.Bin),
            (r"0b[0-9a-zA-Z_'?]*", Error),
            (r"0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*(?![0-9a-zA-Z_'?])", Number.Hex),
            (r"0x[0-9a-zA-Z_'?]*", Error),
            (r"\d+(?:_\d+)*(?![0-9a-zA-Z_'?])", Number.Integer),
            (r"_(?![0-9a-zA-Z_'?])", Name),
            (r"_[0-9_]+[_]?(?![0-9a-zA-Z_'?])", Error),
            (r"[0-9_]+_(?![0-9a-zA-Z_'?])", Error),
            (r"[0-9][0-9a-zA-Z_'?]+", Error),
            (r"array(?:1[0-9]+|[2-9][0-9]*)\??(?![0-9a-zA-Z_'?])", Keyword.Type),
            (r"bv(?:0|[1-9][0-9]*)(?![0-9a-zA-Z_'?])", Keyword.Type),
            (
                r"[0-9a-zA-Z?][0-9a-zA-Z_'?]*",
                by_word(
                    (Keyword.Type, TYPES),
                    (Keyword.Constant, LITERALS),
                    (Operator.Word, TEXTOPERATORS),
                    (Keyword.Reserved, KEYWORDS),
                    default=Name,
                ),
            ),
            (r"\.\.", Operator),
            (r"[*!%&<>\|^+=:./-]", Operator),
            (r"[\[\](){},;`]", Punctuation),
            (r"[^\S\n]+", Text),
            (r"\n", Text),
            (r".", Error),
        ],
        "comment": [
            (r"\*/", Comment.Multiline, "#pop"),
            (r"/\*", Comment.Multiline, "comment"),
            (r"[^*/]+", Comment.Multiline),
            (r".", Comment.Multiline),
        ],
    }

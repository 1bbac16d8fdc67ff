"""Solidity (Rouge's lexers/solidity.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include
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

KEYWORDS = """
    abstract anonymous as assembly break calldata catch constant constructor continue contract delete do
    else emit enum event external fallback for function hex if import indexed interface internal is
    library mapping memory modifier new override payable pragma private public pure receive return
    returns storage struct throw try type using var view virtual while
"""

BUILTINS = """
    abi.decode abi.encode abi.encodePacked abi.encodeWithSelector abi.encodeWithSignature addmod assert
    balance block.coinbase block.difficulty block.gaslimit block.hash block.number block.timestamp
    blockhash call callcode delegatecall ecrecover false gasleft keccak256 msg.data msg.gas msg.sender
    msg.sig msg.value mulmod now require revert ripemd160 selector selfdestruct send sha256 sha3 suicide
    super this transfer true tx.gasprice tx.origin
"""

CONSTANTS = "days ether finney hours minutes seconds szabo weeks wei years"

KEYWORDS_TYPES = "address bool byte bytes int string uint"

RESERVED = """
    after alias apply auto case copyof default define final fixed immutable implements in inline let
    macro match mutable null of partial promise reference relocatable sealed sizeof static supports
    switch typedef typeof ufixed unchecked
"""


class Solidity(StateLexer):
    """Solidity."""

    def start(self) -> None:
        self.push("bol")

    tokens = {
        "expr_bol": [
            include("inline_whitespace"),
            (r"", Text, "#pop"),
        ],
        "bol": [
            include("expr_bol"),
        ],
        "inline_whitespace": [
            (r"[ \t\r]+", Text),
            (r"\\\n", Text),
            (r"/\*", Comment.Multiline, "comment_multi"),
        ],
        "whitespace": [
            (r"\n+", Text, "bol"),
            (r"//.*\n", Comment.Single, "bol"),
            include("inline_whitespace"),
        ],
        "expr_whitespace": [
            (r"\n+", Text, "expr_bol"),
            include("whitespace"),
        ],
        "statements": [
            include("whitespace"),
            (r'(?:hex)?"', String, "string_double"),
            (r"(?:hex)?'", String, "string_single"),
            (r"(?i:'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", String.Char),
            (r"(?i:\d\d*\.\d+(?:[eE]\d+)?)", Number.Float),
            (r"(?i:0x[0-9a-f]+)", Number.Hex),
            (r"(?i:\d+(?:[eE]\d+)?)", Number.Integer),
            (r"\*/", Error),
            (r"[~!%^&*+=\|?:<>/-]", Operator),
            (r"[()\[\],.]", Punctuation),
            (r"u?fixed\d+x\d+", Keyword.Reserved),
            (r"bytes\d+", Keyword.Type),
            (r"u?int\d+", Keyword.Type),
            (
                r"[a-zA-Z$_][\w$_]*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Name.Builtin, BUILTINS),
                    (Keyword.Constant, CONSTANTS),
                    (Keyword.Type, KEYWORDS_TYPES),
                    (Keyword.Reserved, RESERVED),
                    default=Name,
                ),
            ),
        ],
        "root": [
            include("expr_whitespace"),
            (r"", Text, "statement"),
        ],
        "statement": [
            (r";", Punctuation, "#pop"),
            include("expr_whitespace"),
            include("statements"),
            (r"[{}]", Punctuation),
        ],
        "string_common": [
            (r"\\(?:u[a-fA-F0-9]{4}|x..|[^x])", String.Escape),
            (r"[^\\\"'\n]+", String),
            (r"\\\n", String),
            (r"\\", String),
        ],
        "string_double": [
            include("string_common"),
            (r'"', String, "#pop"),
            (r"'", String),
        ],
        "string_single": [
            include("string_common"),
            (r"'", String, "#pop"),
            (r'"', String),
        ],
        "comment_multi": [
            (r"\*/", Comment.Multiline, "#pop"),
            (r"[^*/]+", Comment.Multiline),
            (r"[*/]", Comment.Multiline),
        ],
    }

"""Ada (Rouge's lexers/ada.rb)."""

from onemg_render.markdown.lexers.characters import LETTER, MARKS, WORD
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_table
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
    abort abstract accept access aliased all array at begin body case constant declare delay delta
    digits do else elsif end exception exit for generic goto if in interface is limited loop new null of
    others out overriding pragma private protected raise range record renames requeue return reverse
    select separate some synchronized tagged task terminate then until use when while with
"""

WORD_OPERATORS = "abs and mod not or rem xor"

DECLARATIONS = "entry function package procedure subtype type"

BUILTINS = """
    boolean character constraint_error duration float integer long_float long_integer long_long_float
    long_long_integer natural positive program_error short_float short_integer short_short_integer
    storage_error string tasking_error wide_character wide_string wide_wide_character wide_wide_string
"""

WORDS = word_table(
    (Keyword, KEYWORDS),
    (Operator.Word, WORD_OPERATORS),
    (Keyword.Declaration, DECLARATIONS),
    (Name.Builtin, BUILTINS),
)

ID = rf"(?u:{LETTER}(?:_?[^\W_])*\b)"
NUM = r"\d(?:_?\d)*"
XNUM = r"[0-9a-fA-F](?:_?[0-9a-fA-F])*"
EXP = rf"(?:[eE][-+]?{NUM})?"


class Ada(StateLexer):
    """Ada 2012."""

    def unit_name(self) -> None:
        token = WORDS.get(self[0].lower(), Name)
        if token is Name or token is Name.Builtin:
            self.emit(Name.Namespace)
            return
        # no keyword belongs here: leave
        self.emit(token)
        if token is Keyword.Declaration:
            self.goto("decl_name")
        else:
            self.pop()

    def name(self) -> None:
        token = WORDS.get(self[0].lower(), Name)
        self.emit(token)
        if token is Keyword.Declaration:
            self.push("decl_name")

    tokens = {
        "whitespace": [(r"\s+", Text), (r"--.*$", Comment.Single)],
        "dquote_string": [
            (r"[^\"\n]+", String.Double),
            (r'""', String.Escape),
            (r'"', String.Double, "#pop"),
            (r"\n", Error, "#pop"),
        ],
        "attr": [include("whitespace"), (ID, Name.Attribute, "#pop"), (r"", Text, "#pop")],
        "decl_name": [
            include("whitespace"),
            (r"(?i:body)\b", Keyword.Declaration),
            (rf"({ID})(\.)", groups(Name.Namespace, Punctuation)),
            (
                rf"{ID}|\"(?:and|or|xor|/?=|<=?|>=?|\+|–|&\|/|mod|rem|\*?\*|abs|not)\"",
                Name.Function,
                "#pop",
            ),
            (r"", Text, "#pop"),
        ],
        "libunit_name": [
            include("whitespace"),
            (ID, unit_name),
            (r"[.,]", Punctuation),
            (r"", Text, "#pop"),
        ],
        "root": [
            include("whitespace"),
            (r"'.'", String.Char),
            (r'"[^"\n]*', String.Double, "dquote_string"),
            (rf"{NUM}\.{NUM}{EXP}", Number.Float),
            (rf"{NUM}#{XNUM}\.{XNUM}#{EXP}", Number.Float),
            (rf"2#[01](?:_?[01])*#{EXP}", Number.Bin),
            (rf"8#[0-7](?:_?[0-7])*#{EXP}", Number.Oct),
            (rf"16#(?:{XNUM})*#{EXP}", Number.Hex),
            (rf"{NUM}#{XNUM}#{EXP}", Number.Integer),
            (rf"{NUM}#\w+#", Error),
            (rf"{NUM}{EXP}", Number.Integer),
            (r"'", Punctuation, "attr"),
            (rf"<<{ID}>>", Name.Label),
            (
                r"(?i:^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b)",
                groups(Keyword.Namespace, Text, Keyword.Namespace, Text, Keyword.Namespace),
                "libunit_name",
            ),
            (r"[+*/&<=>|]|-|=>|\.\.|\*\*|[:></]=|<<|>>|<>", Operator),
            (r"[.,:;()]", Punctuation),
            (ID, name),
            (rf"(?u:[_{MARKS}][{WORD}]*)", Error),
        ],
    }

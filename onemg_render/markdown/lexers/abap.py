"""ABAP (Rouge's lexers/abap.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, word_file, word_set, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = word_file("abap_keywords")

TYPES = "b c clike csequence d decfloat decfloat16 decfloat34 f i int8 n p s string t x xstring"

NEW_KEYWORDS = "data field-symbol"

FUNCTIONS = """
    acos apply asin assign atan attribute bit-set boolc boolx call call-method cast ceil cfunc char_off
    charlen class_constructor clear cluster cmax cmin cnt communication_failure concat_lines_of cond
    cond-var condense constructor contains contains_any_not_of contains_any_of copy cos cosh count
    count_any_not_of count_any_of create cursor data dbmaxlen dbtab deserialize destructor distance
    empty error_message escape exp extensible find find_any_not_of find_any_of find_end floor frac
    from_mixed group hashed header idx include index insert ipow itab key lax line_exists line_index
    lines log log10 loop loop_key match matches me mesh_path namespace nmax nmin node numeric numofchar
    object parameter primary_key read ref repeat replace rescale resource_failure reverse root round
    segment sender serialize shift_left shift_right sign simple sin sinh skip sorted space sqrt standard
    strlen substring substring_after substring_before substring_from substring_to sum switch switch-var
    system_failure table table_line tan tanh template text to_lower to_mixed to_upper transform
    translate trunc type value variable write xsdbool xsequence xstrlen
"""

WORDS = word_table((Keyword, NEW_KEYWORDS), (Name.Builtin, FUNCTIONS))
KNOWN = word_set(KEYWORDS)
KINDS = word_table((Keyword.Type, TYPES))


class ABAP(StateLexer):
    """ABAP."""

    def word(self) -> None:
        known = Keyword if self[0].upper() in KNOWN else KINDS.get(self[0].lower(), Name)
        self.emit(known)

    def call(self) -> None:
        self.emit(Operator, self[1])
        known = None if self[1] else WORDS.get(self[2].lower())
        self.emit(known or Name, self[2])
        self.emit(Punctuation, self[3])

    tokens = {
        "root": [
            (r"\s+", Text),
            (r'".*', Comment.Single),
            (r"^\*.*", Comment.Multiline),
            (r"\d+", Number.Integer),
            (r"'|`", String.Single, "single_string"),
            (r"[\[\]\(\)\{\}\.,:\|]", Punctuation),
            (r"(->|=>)?([A-Za-z][A-Za-z0-9_\-]*)(\()", call),
            (r"\w\w*", word),
            (r"->|->>|=>", Operator),
            (r"[-\*\+%/~=&\?<>!#@\^]+", Operator),
        ],
        "operators": [
            (r"->|->>|=>", Operator),
            (r"[-\*\+%/~=&\?<>!#@\^]+", Operator),
        ],
        "single_string": [
            (r"\\.", String.Escape),
            (r"''|``", String.Escape),
            (r"['`]", String.Single, "#pop"),
            (r"[^\\'`]+", String.Single),
        ],
    }

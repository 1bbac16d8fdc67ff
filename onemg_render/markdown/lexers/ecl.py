"""ECL (Rouge's lexers/ecl.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_set, word_table
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

CLASS_FIRST_WORDS = "audit blas date file math metaphone metaphone3 str system uni"

CLASS_SECOND_WORDS = "debug email job log thorlib util workunit"

TEMPLATE_WORDS = """
    append apply break constant debug declare demangle else elseif end endregion error expand export
    exportxml for forall getdatatype if ifdefined inmodule isdefined isvalid line link loadxml loop
    mangle onwarning option region set stored text trace uniquename warning webservice workunit
"""

TYPED_WORDS = "data qstring string unicode utf8 varstring varunicode"

TYPES = """
    ascii big_endian boolean data decimal ebcdic grouped integer linkcounted of pattern qstring real
    record rule set streamed string token udecimal unicode unsigned utf8 varstring varunicode
"""

KEYWORDS = """
    _token after all and any as atmost before best between case cluster compressed compression const
    counter csv default descend encoding encrypt end endmacro enum escape except exclusive expire export
    extend fail few fileposition first flat forward from full function functionmacro group grouped
    heading hole ifblock import in inner interface internal joined keep keyed last left limit
    linkcounted literal load local locale lookup lzw many maxcount maxlength module mofn multiple named
    namespace nocase noroot noscan nosort not noxpath of onfail only opt or outer overwrite packed
    partition penalty physicallength pipe prefetch quote record repeat retry return right rows rowset
    scan scope self separator service shared skew skip smart soapaction sql stable store terminator thor
    threshold timelimit timeout token transform trim type unicodeorder unordered unsorted unstable
    update use validate virtual whole width wild within wnotrim xml xpath
"""

FUNCTIONS = """
    _token abs acos aggregate allnodes apply ascii asin assert asstring atan ave build buildindex case
    catch choose choosen choosesets clustersize combine correlation cos cosh count covariance cron
    dataset dedup define denormalize dictionary distribute distributed distribution ebcdic enth error
    evaluate event eventextra eventname exists exp fail failcode failmessage fetch fromunicode fromxml
    getenv getisvalid global graph group hash hashcrc having httpcall httpheader if iff index intformat
    isvalid iterate join keydiff keypatch keyunicode length library limit ln loadxml local log loop map
    matched matchlength matchposition matchtext matchunicode max merge mergejoin min nofold nolocal
    nonempty normalize nothor notify output parallel parse pipe power preload process project pull
    random range rank ranked realformat recordof regexfind regexreplace regroup rejected rollup round
    roundup row rowdiff sample sequential set sin sinh sizeof soapcall sort sorted sqrt stepped stored
    sum table tan tanh thisnode topn tounicode toxml transfer transform trim truncate typeof ungroup
    unicodeorder variance wait which workunit xmldecode xmlencode xmltext xmlunicode
"""

CLASS_FIRST = word_set(CLASS_FIRST_WORDS)
CLASS_SECOND = word_set(CLASS_SECOND_WORDS)
TEMPLATE = word_set(TEMPLATE_WORDS)
TYPED = word_set(TYPED_WORDS)
SIZED = {
    "integer": frozenset(range(1, 9)),
    "unsigned": frozenset(range(1, 9)),
    "real": frozenset((4, 8)),
}
WORDS = word_table(
    (Keyword.Type, TYPES),
    (Keyword, KEYWORDS),
    (Name.Function, FUNCTIONS),
    (Keyword.Constant, "true false"),
)


class ECL(StateLexer):
    """ECL."""

    def standard_name(self) -> None:
        known = self[1] == "std" and self[2] in CLASS_FIRST and self[3] in CLASS_SECOND
        self.emit(Name.Class if known else Name.Variable)

    def name(self) -> None:
        word, digits = self[2].lower(), self[3]
        full = word + digits
        if self[1] == "#":
            self.emit(Keyword.Type if full in TEMPLATE else Error)
        elif digits and (word in TYPED or SIZED.get(word, frozenset()) & {int(digits)}):
            self.emit(Keyword.Type)
        else:
            self.emit(WORDS.get(full, Name.Other))

    tokens = {
        "single_quote": [
            (r"[xDQUV]?'[^'\\]*(?:\\.[^'\\]*)*'", String.Single),
            (r"\\(?:x\\h{2}|[0-2][0-7]{,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)", Text),
        ],
        "inline_whitespace": [
            (r"[ \t\r]+", Text),
            (r"\\\n", Text),
            (r"(?s:/[*].*?[*]/)", Comment.Multiline),
        ],
        "whitespace": [
            (r"\n+", Text),
            (r"//.*", Comment.Single),
            include("inline_whitespace"),
        ],
        "root": [
            include("whitespace"),
            include("single_quote"),
            (r"(?i:(?:and|not|or|in))\b", Operator.Word),
            (r"[:=|>|<|<>|/|\\|\+|-|=]", Operator),
            (r"[\[\]{}();,\&,\.,%]", Punctuation),
            (r"(?s:(?i:beginc\+\+.*?endc\+\+))", String.Single),
            (r"(?s:(?i:embed.*?endembed))", String.Single),
            (r"(\w+)\.(\w+)\.(\w+)", standard_name),
            (r"(?i:u?decimal)\d+(?:_\d+)?\b", Keyword.Type),
            (r"(?i:\d+\.\d+(?:e[\+\-]?\d+)?)", Number.Float),
            (r"(?i:x[0-9a-f]+)", Number.Hex),
            (r"(?i:0x[0-9a-f]+)", Number.Hex),
            (r"(?i:0[0-9a-f]+x)", Number.Hex),
            (r"0[bB][01]+", Number.Bin),
            (r"[01]+[bB]", Number.Bin),
            (r"\d+", Number.Integer),
            (r"(?i:(#?)\b([a-z_]\w*?)(\d*)\b)", name),
        ],
    }

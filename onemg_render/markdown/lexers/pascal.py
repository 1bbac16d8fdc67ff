"""Pascal (Rouge's lexers/pascal.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text


class Pascal(StateLexer):
    """Pascal."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"//.*$\n?", Comment.Single),
            (r"--.*$\n?", Comment.Single),
            (r"(?s:\(\*.*?\*\))", Comment.Multiline),
            (r"(?s:\{.*?\})", Comment.Multiline),
        ],
        "root": [
            include("whitespace"),
            (
                r"(?:0(?:x|X)[0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:(?:e|E)(?:\+|-)?[0-9]+)"
                r"?)(?:L|l|UL|ul|u|U|F|f|ll|LL|ull|ULL)?",
                Number,
            ),
            (r"\$[0-9A-Fa-f]+", Number.Hex),
            (r"[~!@#\$%\^&\*\(\)\+`\-={}\[\]:;<>\?,\./\|\\]", Punctuation),
            (r"'(?:[^']|'')*'", String),
            (r"(?i:(?:true|false|nil)\b)", Name.Builtin),
            (
                r"(?i:(?:absolute|abstract|all|and|and_then|array|as|asm|assembler|attribute|"
                r"begin|bindable|case|class|const|constructor|delay|destructor|div|do|downto|"
                r"else|end|except|exit|export|exports|external|far|file|finalization|finally|"
                r"for|forward|function|goto|if|implementation|import|in|inc|index|inherited|"
                r"initialization|inline|interface|interrupt|is|label|library|message|mod|"
                r"module|near|nil|not|object|of|on|only|operator|or|or_else|otherwise|out|"
                r"overload|override|packed|pascal|pow|private|procedure|program|property|"
                r"protected|public|published|qualified|raise|read|record|register|repeat|"
                r"resident|resourcestring|restricted|safecall|segment|set|shl|shr|stdcall|"
                r"stored|string|then|threadvar|to|try|type|unit|until|uses|value|var|view|"
                r"virtual|while|with|write|writeln|xor)\b)",
                Keyword,
            ),
            (
                r"(?i:(?:ansichar|ansistring|bool|boolean|byte|bytebool|cardinal|char|comp|"
                r"currency|double|dword|extended|int64|integer|iunknown|longbool|longint|"
                r"longword|pansichar|pansistring|pbool|pboolean|pbyte|pbytearray|pcardinal|"
                r"pchar|pcomp|pcurrency|pdate|pdatetime|pdouble|pdword|pextended|phandle|"
                r"pint64|pinteger|plongint|plongword|pointer|ppointer|pshortint|pshortstring|"
                r"psingle|psmallint|pstring|pvariant|pwidechar|pwidestring|pword|pwordarray|"
                r"pwordbool|real|real48|shortint|shortstring|single|smallint|string|tclass|"
                r"tdate|tdatetime|textfile|thandle|tobject|ttime|variant|widechar|widestring|"
                r"word|wordbool)\b)",
                Keyword.Type,
            ),
            (r"(?i:@?[_a-z]\w*)", Name),
        ],
    }

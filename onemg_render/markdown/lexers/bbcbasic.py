"""BBCBASIC (Rouge's lexers/bbcbasic.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
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


class BBCBASIC(StateLexer):
    """BBCBASIC."""

    tokens = {
        "expression": [
            (
                r"ABS|ACS|ADVAL|ASC|ASN|ATN|BEATS|BEAT|BGET#|CHR\$|COS|COUNT|DEG|DIM|EOF#|"
                r"ERL|ERR|EVAL|EXP|EXT#|FN|GET\$#|GET\$|GET|HIMEM|INKEY\$|INKEY|INSTR|INT|"
                r"LEFT\$|LEN|LN|LOG|LOMEM|MID\$|OPENIN|OPENOUT|OPENUP|PAGE|POINT|POS|PTR#|"
                r"RAD|REPORT\$|RIGHT\$|RND|SGN|SIN|SQR|STR\$|STRING\$|SUM|SUMLEN|TAN|TEMPO|"
                r"TIME\$|TIME|TOP|USR|VAL|VPOS",
                Name.Builtin,
            ),
            (r"<<|<=|<>|<|>=|>>>|>>|>|[-!$()*+/=?^|]|AND|DIV|EOR|MOD|NOT|OR", Operator),
            (r"FALSE|TRUE", Name.Constant),
            (r'"[^"]*"', String),
            (r"(?i:[a-z_`][\w`]*[$%]?)", Name.Variable),
            (r"@%", Name.Variable),
            (r"[\d.]+", Number),
            (r"%[01]+", Number.Bin),
            (r"&[0-9a-fA-F]+", Number.Hex),
        ],
        "root": [
            (r"(:+)( *)(\*)(.*)", groups(Punctuation, Text, Keyword, Text)),
            (r"(\n+ *)(\*)(.*)", groups(Text, Keyword, Text)),
            (r"(ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*)", groups(Keyword, Text, Keyword, Text)),
            (r"[ \n]+", Text),
            (r":+", Punctuation),
            (r"[\[]", Keyword, "assembly1"),
            (r"REM *>.*", Comment.Special),
            (r"REM.*", Comment),
            (
                r"BEATS|BPUT#|CALL|CASE|CHAIN|CLEAR|CLG|CLOSE#|CLS|COLOR|COLOUR|DATA|ELSE|"
                r"ENDCASE|ENDIF|ENDPROC|ENDWHILE|END|ENVELOPE|FOR|GCOL|GOSUB|GOTO|IF|INSTALL|"
                r"LET|LIBRARY|MODE|NEXT|OFF|OF|ON|ORIGIN|OSCI|OTHERWISE|OVERLAY|PLOT|PRINT#|"
                r"PRINT|PROC|QUIT|READ|REPEAT|REPORT|RETURN|SOUND|STEP|STEREO|STOP|SWAP|SYS|"
                r"THEN|TINT|TO|VDU|VOICES|VOICE|UNTIL|WAIT|WHEN|WHILE|WIDTH|CIRCLE(?: *FILL)"
                r"?|DEF *(?:FN|PROC)|DRAW(?: *BY)?|DIM(?!\()|ELLIPSE(?: *FILL)?|ERROR(?: *EXT)"
                r"?|FILL(?: *BY)?|INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|LOCAL(?: *DATA| *ERROR)"
                r"?|MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?|MOVE(?: *BY)?|ON(?! *ERROR)"
                r"|ON *ERROR *(?:LOCAL|OFF)?|POINT(?: *BY)?(?!\()|RECTANGE(?: *FILL)?|RESTORE(?: *DATA|"
                r" *ERROR)?|TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)"
                r"?",
                Keyword,
            ),
            include("expression"),
            (r"[,;'~]|SPC|TAB", Punctuation),
        ],
        "assembly1": [
            (r" +", Text),
            (r"]", Keyword, "#pop"),
            (r"[:\n]", Punctuation),
            (r"(?i:\.[a-z_`][\w`]*%? *)", Name.Label),
            (r"(?:REM|;)[^:\n]*", Comment),
            (r"[^ :\n]+", Keyword, "assembly2"),
        ],
        "assembly2": [
            (r" +", Text),
            (r"[:\n]", Punctuation, "#pop"),
            (r"(?:REM|;)[^:\n]*", Comment, "#pop"),
            include("expression"),
            (r"[!#,@\[\]^{}]", Punctuation),
        ],
    }

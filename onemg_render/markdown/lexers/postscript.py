"""PostScript (Rouge's lexers/postscript.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text

BUILTINS = """
    abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix
    copy cos currentlinewidth currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict
    dictstackoverflow div dtransform dup end exch exec exit exp fill findfont floor get getinterval
    grestore gsave identmatrix idiv idtransform index invertmatrix itransform length lineto ln load log
    loop matrix mod moveto mul neg newpath pathforall pathbbox pop print pstack put quit rand rangecheck
    rcurveto repeat restore rlineto rmoveto roll rotate round run save scale scalefont setdash setfont
    setgray setlinecap setlinejoin setlinewidth setmatrix setrgbcolor shfill show showpage sin sqrt
    stack stringwidth stroke strokepath sub syntaxerror transform translate truncate typecheck undefined
    undefinedfilename undefinedresult
"""


class PostScript(StateLexer):
    """PostScript."""

    tokens = {
        "root": [
            (r"^%!.+?$", Comment.Preproc),
            (r"%%.*?$", Comment.Special),
            (r"(?:^%.*?$){2,}", Comment.Multiline),
            (r"%.*?$", Comment.Single),
            (r"\(", String, "stringliteral"),
            (r"/[^()<>\[\]{}/%\s]+(?=[()<>\[\]{}/%\s])", Name.Variable),
            (r"[{}<>\[\]]", Punctuation),
            (rf"{words(BUILTINS)}(?=[()<>\[\]{{}}/%\s])", Name.Builtin),
            (
                r"(?:eq|ne|g[et]|l[et]|and|or|not|if(?:else)?|for(?:all)?)(?=[()<>\[\]{}/%\s])",
                Keyword.Reserved,
            ),
            (r"(?:false|true)(?=[()<>\[\]{}/%\s])", Keyword.Constant),
            (r"<[0-9A-Fa-f]+>(?=[()<>\[\]{}/%\s])", Number.Hex),
            (
                r"[0-9]+#(?:\-|\+)?(?:[0-9]+\.?|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:(?:e|E)[0-9]+)"
                r"?(?=[()<>\[\]{}/%\s])",
                Number.Oct,
            ),
            (
                r"(?:\-|\+)?(?:[0-9]+\.?|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:(?:e|E)[0-9]+)?(?=[()<>\[\]{}/%\s])",
                Number.Float,
            ),
            (r"(?:\-|\+)?[0-9]+(?=[()<>\[\]{}/%\s])", Number.Integer),
            (r"[^()<>\[\]{}/%\s]+(?=[()<>\[\]{}/%\s])", Name.Function),
            (r"\s+", Text),
        ],
        "stringliteral": [
            (r"[^()\\]+", String),
            (r"\\", String.Escape, "escape"),
            (r"\(", String, "stringliteral"),
            (r"\)", String, "#pop"),
        ],
        "escape": [
            (r"[0-8]{3}|n|r|t|b|f|\\|\(|\)", String.Escape, "#pop"),
        ],
    }

"""Common Lisp (Rouge's lexers/common_lisp.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, word_file
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Other,
    Punctuation,
    String,
    Text,
)

BUILTIN_FUNCTIONS = word_file("common_lisp_builtin_functions")

SPECIAL_FORMS = """
    block catch declare eval-when flet function go if labels lambda let let* load-time-value locally
    macrolet multiple-value-call multiple-value-prog1 progn progv quote return-from setq symbol-macrolet
    tagbody the throw unwind-protect
"""

MACROS = """
    and assert call-method case ccase check-type cond ctypecase decf declaim defclass defconstant
    defgeneric define-compiler-macro define-condition define-method-combination define-modify-macro
    define-setf-expander define-symbol-macro defmacro defmethod defpackage defparameter defsetf
    defstruct defsystem deftype defun defvar destructuring-bind do do* do-all-symbols
    do-external-symbols do-symbols dolist dotimes ecase etypecase formatter handler-bind handler-case
    ignore-errors in-package incf lambda loop loop-finish make-method multiple-value-bind
    multiple-value-list multiple-value-setq nth-value or pop pprint-exit-if-list-exhausted
    pprint-logical-block pprint-pop print-unreadable-object prog prog* prog1 prog2 psetf psetq push
    pushnew remf restart-bind restart-case return rotatef setf shiftf step time trace typecase unless
    untrace when with-accessors with-compilation-unit with-condition-restarts with-hash-table-iterator
    with-input-from-string with-open-file with-open-stream with-output-to-string with-package-iterator
    with-simple-restart with-slots with-standard-io-syntax
"""

LAMBDA_LIST_KEYWORDS = "&allow-other-keys &aux &body &environment &key &optional &rest &whole"

DECLARATIONS = "dynamic-extent ftype ignorable ignore inline notinline optimize special type"

BUILTIN_TYPES = """
    arithmetic-error atom base-char base-string bignum bit boolean cell-error compiled-function
    condition control-error division-by-zero double-float end-of-file error extended-char file-error
    fixnum floating-point-inexact floating-point-invalid-operation floating-point-overflow
    floating-point-underflow keyword long-float nil package-error parse-error print-not-readable
    program-error reader-error serious-condition short-float signed-byte simple-array simple-base-string
    simple-bit-vector simple-condition simple-error simple-string simple-type-error simple-vector
    simple-warning single-float standard-char storage-condition stream-error style-warning type-error
    unbound-slot unbound-variable undefined-function unsigned-byte warning
"""

BUILTIN_CLASSES = """
    array bit-vector broadcast-stream built-in-class character class complex concatenated-stream cons
    echo-stream file-stream float function generic-function hash-table integer list logical-pathname
    method method-combination null number package pathname random-state ratio rational readtable real
    restart sequence standard-class standard-generic-function standard-method standard-object stream
    string string-stream structure-class structure-object symbol synonym-stream t two-way-stream vector
"""


class CommonLisp(StateLexer):
    """Common Lisp."""

    def close(self) -> None:
        nested = len(self.stack) > 1
        self.emit(Punctuation if nested else Error)
        self.pop()

    tokens = {
        "root": [
            (r"\s+", Text),
            (r";.*$", Comment.Single),
            (r"#\|", Comment.Multiline, "multiline_comment"),
            (r"#\d*Y.*$", Comment.Special),
            (r'"(?:\\.|[^"\\])*"', String),
            (
                r"[:'](?:\|[^\|]+\||(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@\[\]^_{}~])(?:(?:\\.|[a-zA-Z0-9!$%&*+-/<"
                r"=>?@\[\]^_{}~])|[#.:])*)",
                String.Symbol,
            ),
            (r"['`]", Operator),
            (r"[-+]?\d+\.?(?=[ \"'()\n,;`])", Number.Integer),
            (r"[-+]?\d+/\d+(?=[ \"'()\n,;`])", Number.Integer),
            (
                r"[-+]?(?:\d*\.\d+(?:[defls][-+]?\d+)?|\d+(?:\.\d*)?[defls][-+]?\d+)(?=[ \"'()\n,;`])",
                Number.Float,
            ),
            (r"#\\.(?=[ \"'()\n,;`])", String.Char),
            (
                r"#\\(?:\|[^\|]+\||(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@\[\]^_{}~])(?:(?:\\.|[a-zA-Z0-9!$%&*+-/<="
                r">?@\[\]^_{}~])|[#.:])*)",
                String.Char,
            ),
            (r"#\(", Operator, "root"),
            (r"#\d*\*[01]*", Other),
            (
                r"#:(?:\|[^\|]+\||(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@\[\]^_{}~])(?:(?:\\.|[a-zA-Z0-9!$%&*+-/<=>"
                r"?@\[\]^_{}~])|[#.:])*)",
                String.Symbol,
            ),
            (r"#[.,]", Operator),
            (r"#'", Name.Function),
            (r"(?i:#b[+-]?[01]+(?:/[01]+)?)", Number),
            (r"(?i:#o[+-]?[0-7]+(?:/[0-7]+)?)", Number.Oct),
            (r"(?i:#x[+-]?[0-9a-f]+(?:/[0-9a-f]+)?)", Number),
            (r"(?i:(#c)(\())", groups(Number, Punctuation), "root"),
            (r"(?i:(#(?:\d+a|s))(\())", groups(String.Other, Punctuation), "root"),
            (r'(?i:#p?"(?:(?:\\.|[^"])*+"|(?:[^"]|(?<=\\)")*"))', String.Symbol),
            (r"#\d+[=#]", Operator),
            (r"#+nil(?=[ \"'()\n,;`])\s*\(", Comment, "commented_form"),
            (r"#[+-]", Operator),
            (r",@|,|\.", Operator),
            (r"(?:t|nil)(?=[ \"'()\n,;`])", Name.Constant),
            (
                r"\*(?:\|[^\|]+\||(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@\[\]^_{}~])(?:(?:\\.|[a-zA-Z0-9!$%&*+-/<=>"
                r"?@\[\]^_{}~])|[#.:])*)\*",
                Name.Variable.Global,
            ),
            (
                r"\|[^\|]+\||(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@\[\]^_{}~])(?:(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@\["
                r"\]^_{}~])|[#.:])*",
                by_word(
                    (Name.Builtin, BUILTIN_FUNCTIONS),
                    (Keyword, SPECIAL_FORMS),
                    (Name.Builtin, MACROS),
                    (Keyword, LAMBDA_LIST_KEYWORDS),
                    (Keyword, DECLARATIONS),
                    (Keyword.Type, BUILTIN_TYPES),
                    (Name.Class, BUILTIN_CLASSES),
                    default=Name.Variable,
                ),
            ),
            (r"\(", Punctuation, "root"),
            (r"\)", close),
        ],
        "multiline_comment": [
            (r"#\|", Comment.Multiline, "multiline_comment"),
            (r"\|#", Comment.Multiline, "#pop"),
            (r"[^\|#]+", Comment.Multiline),
            (r"[\|#]", Comment.Multiline),
        ],
        "commented_form": [
            (r"\(", Comment, "commented_form"),
            (r"\)", Comment, "#pop"),
            (r"[^()]+", Comment),
        ],
    }

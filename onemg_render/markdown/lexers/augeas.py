"""Augeas (Rouge's lexers/augeas.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_set
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Operator, Punctuation, String, Text

RESERVED = word_set("""
    _ after autoload clear counter del excl get in incl insa insb key label lens_atype lens_ctype
    lens_format_atype lens_ktype lens_vtype let print_endline print_regexp print_string print_tree put
    regexp_match seq set store test transform value
""")


class Augeas(StateLexer):
    """Augeas."""

    def name(self) -> None:
        if self[0] == "module":
            self.emit(Keyword.Reserved)
            self.push("module")
        elif self[0] in RESERVED:
            self.emit(Keyword.Reserved)
        elif self[0][0].isupper():
            self.emit(Keyword.Namespace)
        else:
            self.emit(Name)

    tokens = {
        "basic": [
            (r"\s+", Text),
            (r"\(\*", Comment.Multiline, "comment"),
        ],
        "comment": [
            (r"\*\)", Comment.Multiline, "#pop"),
            (r"\(\*", Comment.Multiline, "comment"),
            (r"[^*)]+", Comment.Multiline),
            (r"[*)]", Comment.Multiline),
        ],
        "root": [
            include("basic"),
            (r"(:)(\w\w*)", groups(Punctuation, Keyword.Type)),
            (r"\w[\w']*", name),
            (r'"', String, "string"),
            (r"/", String, "regexp"),
            (r"[-*+.=?\|]+", Operator),
            (r"[\[\](){}:;]", Punctuation),
        ],
        "module": [
            (r"\s+", Text),
            (r"[A-Z][a-zA-Z0-9_.]*", Name.Namespace, "#pop"),
        ],
        "regexp": [
            (r"/", String.Regex, "#pop"),
            (r"[^\\/]+", String.Regex),
            (r"\\[\\/]", String.Regex),
            (r"\\", String.Regex),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\", String.Escape, "escape"),
            (r'[^\\"]+', String),
        ],
        "escape": [
            (r"[abfnrtv\"'&\\]", String.Escape, "#pop"),
            (r"\^[\]\[A-Z@\^_]", String.Escape, "#pop"),
            (r"(?i:o[0-7]+)", String.Escape, "#pop"),
            (r"(?i:x[\da-f]+)", String.Escape, "#pop"),
            (r"\d+", String.Escape, "#pop"),
            (r"\s+", String.Escape, "#pop"),
            (r".", String, "#pop"),
        ],
    }

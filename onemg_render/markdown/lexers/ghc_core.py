"""GHC Core (Rouge's lexers/ghc_core.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)


class GHCCore(StateLexer):
    """GHC Core."""

    def split_name(self) -> None:
        self.emit(Name.Namespace)
        self.emit(Punctuation, self[1])

    tokens = {
        "root": [
            (r"^=====.*=====$", Generic.Heading),
            (r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$", Comment.Single),
            (r"^Result size of .+\n.+{[^}]*}", Comment.Multiline),
            (r"--.*$", Comment.Single),
            (r"\[", Comment.Special, "annotation"),
            include("recursive_binding"),
            include("ghc_rule"),
            include("function"),
            (r"\s", Text),
            (r".", Text),
        ],
        "expression": [
            (r"[\n]+", Text),
            (r"(?=\S)", Text, "#pop"),
            (r"\s+", Text, "expression_line"),
        ],
        "expression_line": [
            (r" ", Text),
            include("common"),
            (r"\n", Text, "#pop"),
        ],
        "annotation": [
            (r"\]", Comment.Special, "#pop"),
            (r"\[", Comment.Special, "annotation"),
            (r"[^\[\]]+", Comment.Special),
        ],
        "common": [
            (r"\[[^=]*\]", Keyword.Type),
            (r"\[", Comment.Special, "annotation"),
            include("literal"),
            include("constants"),
            include("punctuation"),
            include("operator"),
            include("name"),
        ],
        "literal": [
            (r"\d+\.\d+#{0,2}", Number.Float),
            (r"\d+#{0,2}", Number.Integer),
            (r'".*"#', String),
            (r"'.'#", String.Char),
        ],
        "constants": [
            (r"__DEFAULT", Name.Constant),
        ],
        "name": [
            (r"^([A-Z]\w*)(\.)", split_name),
            (r"[A-Z][^\s.,(){}]*", Keyword.Type),
            (r"([a-z].*?\d+\.\d+\.\d+)(:)(?=\S)", groups(Name.Namespace, Punctuation)),
            (r"\S*\(,\)\S*", Name.Variable),
            (r"\S[^\s.,(){}]*", Name.Variable),
        ],
        "punctuation": [
            (r"[.,(){};]", Punctuation),
        ],
        "operator": [
            (r"=>", Operator),
            (r"->", Operator),
            (r"::", Operator),
            (r"=", Operator),
            (r"forall", Keyword),
            (r"case", Keyword),
            (r"of", Keyword),
            (r"letrec", Keyword),
            (r"let", Keyword),
            (r"join", Keyword),
            (r"@", Operator),
            (r"\\", Operator),
        ],
        "recursive_binding": [
            (r"(Rec)(\s*)({)", groups(Keyword, Text, Punctuation)),
            (r"^(end)(\s*)(Rec)(\s*)(})", groups(Keyword, Text, Keyword, Text, Punctuation)),
        ],
        "ghc_rule": [
            (r'(?s:^".*?")', Name.Label, "expression"),
        ],
        "function": [
            (r"(?s:^\S+(?=.*?(?:=|::)))", Name.Function, "expression"),
        ],
    }

"""SCSS and Sass (Rouge's lexers/{sass,scss}.rb and lexers/sass/common.rb)."""

from onemg_render.markdown.lexers.css import BUILTINS, CONSTANTS, KNOWN_ATTRIBUTES
from onemg_render.markdown.lexers.indentation import Indented
from onemg_render.markdown.lexers.state_lexer import StateLexer, Tokens, by_word, groups, include
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

ID = r"[\w-]+"


def end_line(lexer: StateLexer) -> None:
    """A line or block ends here: begin at the root again."""
    lexer.emit(Punctuation if lexer[0] in ";{}" else Text)
    lexer.reset_stack()


def attribute(lexer: StateLexer) -> None:
    lexer.emit(Name.Label if lexer[0] in KNOWN_ATTRIBUTES else Name.Attribute)


SHARED: Tokens = {
    "content_common": [
        (r"@for\b", Keyword, "for"),
        (r"@(?:debug|warn|if|each|while|else|return|media)", Keyword, "value"),
        (rf"(@mixin)(\s+)({ID})", groups(Keyword, Text, Name.Function), "value"),
        (rf"(@function)(\s+)({ID})", groups(Keyword, Text, Name.Function), "value"),
        (r"@extend\b", Keyword, "selector"),
        (rf"(@include)(\s+)({ID})", groups(Keyword, Text, Name.Decorator), "value"),
        (rf"@{ID}", Keyword, "selector"),
        (r"&", Keyword, "selector"),
        (rf"([$]{ID})([ \t]*)(:)", groups(Name.Variable, Text, Punctuation), "value"),
    ],
    "value": [
        include("end_section"),
        (r"[ \t]+", Text),
        (rf"[$]{ID}", Name.Variable),
        (r"url[(]", String.Other, "string_url"),
        (rf"{ID}(?=\s*[(])", Name.Function),
        (rf"%{ID}", Name.Decorator),
        (r"(?:true|false)\b", Name.Builtin.Pseudo),
        (r"(?:and|or|not)\b", Operator.Word),
        (r"#[a-zA-Z0-9]{1,6}", Number.Hex),
        (r"-?\d+(?:%|[a-z]+)?", Number),
        (r"-?\d*\.\d+(?:%|[a-z]+)?", Number.Integer),
        include("has_strings"),
        include("has_interp"),
        (r"[~^*!&%<>|+=@:,./?-]+", Operator),
        (r"[\[\]()]+", Punctuation),
        (r"/[*]", Comment.Multiline, "inline_comment"),
        (r"//[^\n]*", Comment.Single),
        (ID, by_word((Name.Builtin, BUILTINS), (Name.Constant, CONSTANTS), default=Name)),
    ],
    "has_interp": [(r"[#][{]", String.Interpol, "interpolation")],
    "has_strings": [(r'"', String.Double, "dq"), (r"'", String.Single, "sq")],
    "interpolation": [(r"\}", String.Interpol, "#pop"), include("value")],
    "selector": [
        include("end_section"),
        include("has_strings"),
        include("has_interp"),
        (r"[ \t]+", Text),
        (r":", Name.Decorator, "pseudo_class"),
        (r"[.]", Name.Class, "class"),
        (r"#", Name.Namespace, "id"),
        (r"%", Name.Variable, "placeholder"),
        (ID, Name.Tag),
        (r"&", Keyword),
        (r"[~^*!&\[\]()<>|+=@:;,./?-]", Operator),
    ],
    "dq": [
        (r'"', String.Double, "#pop"),
        include("has_interp"),
        (r"(?:\\.|#(?![{])|[^\n\"#])+", String.Double),
    ],
    "sq": [
        (r"'", String.Single, "#pop"),
        include("has_interp"),
        (r"(?:\\.|#(?![{])|[^\n'#])+", String.Single),
    ],
    "string_url": [
        (r"[)]", String.Other, "#pop"),
        (r"(?:\\.|#(?![{])|[^\n)#])+", String.Other),
        include("has_interp"),
    ],
    "selector_piece": [include("has_interp"), (r"", Text, "#pop")],
    "pseudo_class": [(ID, Name.Decorator), include("selector_piece")],
    "class": [(ID, Name.Class), include("selector_piece")],
    "id": [(ID, Name.Namespace), include("selector_piece")],
    "placeholder": [(ID, Name.Variable), include("selector_piece")],
    "for": [(r"from|to|through", Operator.Word), include("value")],
    "attr_common": [include("has_interp"), (ID, attribute)],
    "attribute": [include("attr_common"), (r"([ \t]*)(:)", groups(Text, Punctuation), "value")],
    "inline_comment": [
        (r"(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+", Comment.Multiline),
        include("has_interp"),
        (r"[*]/", Comment.Multiline, "#pop"),
    ],
}


class Scss(StateLexer):
    """SCSS: braces and semicolons."""

    tokens = {
        **SHARED,
        "root": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/[*].*?[*]/)", Comment.Multiline),
            (r"@import\b", Keyword, "value"),
            include("content_common"),
            (r"(?=[^;{}][;}])", Text, "attribute"),
            (r"(?=[^;{}:\[]+:[^a-z])", Text, "attribute"),
            (r"", Text, "selector"),
        ],
        "end_section": [(r"\n", Text), (r"[;{}]", end_line)],
    }


class Sass(Indented):
    """Sass: blocks by indentation."""

    def comment(self) -> None:
        single = self[0].startswith("//")
        self.emit(Comment.Single if single else Comment.Multiline)
        self.pop()
        self.starts_block("single_comment" if single else "multi_comment")

    tokens = {
        **SHARED,
        "root": [(r"[ \t]*\n", Text), (r"[ \t]*", Indented.indentation)],
        "content": [
            (r"//.*?$|/[*].*?\n", comment),
            (r"@import\b", Keyword, "import"),
            include("content_common"),
            (rf"={ID}", Name.Function, "value"),
            (rf"[+]{ID}", Name.Decorator, "value"),
            (r":", Name.Attribute, "old_style_attr"),
            (r"(?=[^\[\n]+?:(?:[^a-z]|$))", Text, "attribute"),
            (r"", Text, "selector"),
        ],
        "single_comment": [(r".*?$", Comment.Single, "#pop")],
        "multi_comment": [(r".*?\n", Comment.Multiline, "#pop")],
        "import": [(r"[ \t]+", Text), (r"\S+", String), (r"\n", Text, "#pop")],
        "old_style_attr": [include("attr_common"), (r"", Text, ("#pop", "value"))],
        "end_section": [(r"\n", end_line)],
    }

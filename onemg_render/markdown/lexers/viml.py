"""VimL (Rouge's lexers/viml.rb)."""

from functools import cache

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, word_file, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text

KEYWORDS = "let if else endif elseif fun function endfunction"


@cache
def commands() -> frozenset[str]:
    """Vim's commands."""
    return frozenset(word_file("vim_commands").split())


@cache
def names() -> frozenset[str]:
    """Vim's functions, options and events."""
    return frozenset(word_file("vim_names").split())


class VimL(StateLexer):
    """VimL."""

    def word(self) -> None:
        text = self[0]
        self.emit(Keyword if text in commands() else Name.Builtin if text in names() else Text)

    tokens = {
        "root": [
            (r'^(\s*)(".*?)$', groups(Text, Comment)),
            (r"^\s*\\", String.Escape),
            (r"[ \t]+", Text),
            (r"/(?:(?:\\\\|\\/|[^\n/])*+/|(?:[^\n/]|(?<=\\)/)*/)", String.Regex),
            (r'"(?:(?:\\\\|\\"|[^\n"])*+"|(?:[^\n"]|(?<=\\)")*")', String.Double),
            (r"'(?:(?:\\\\|\\'|[^\n'])*+'|(?:[^\n']|(?<=\\)')*')", String.Single),
            (r"(?!)", Comment),
            (r"-?\d+", Number),
            (r"(?i:#[0-9a-f]{6})", Number.Hex),
            (r"^:", Punctuation),
            (r"[():<>+=!\[\]{}\|,~.-]", Punctuation),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"(?:NONE|bold|italic|underline|dark|light)\b", Name.Builtin),
            (r"[absg]:\w+\b", Name.Variable),
            (r"\w+\b", word),
            (r"(?s:.)", Text),
        ],
    }

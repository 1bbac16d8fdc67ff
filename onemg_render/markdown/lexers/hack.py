"""Hack (Rouge's lexers/hack.rb)."""

from onemg_render.markdown.lexers.php import KNOWN, Php
from onemg_render.markdown.lexers.state_lexer import groups, word_set
from onemg_render.markdown.lexers.tokens import Comment


class Hack(Php):
    """Hack."""

    keywords = KNOWN | word_set(
        """
        type newtype enum as super async await Awaitable vec dict keyset void int string bool float double
        arraykey num Stringish
        """
    )

    tokens = {
        **Php.tokens,
        "root": [
            (r"<\?hh(?:\s*//\s*(?:strict|decl|partial))?$", Comment.Preproc, "php"),
            *Php.tokens["root"],
        ],
        "php": [
            (
                r"(/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*/)",
                groups(Comment.Preproc, Comment.Preproc, Comment.Multiline, Comment.Preproc),
            ),
            (r"// UNSAFE(?:_EXPR|_BLOCK)?", Comment.Preproc),
            (r"/\*\s*UNSAFE_EXPR\s*\*/", Comment.Preproc),
            *Php.tokens["php"],
        ],
    }

"""Sieve (Rouge's lexers/sieve.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_set
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

CONTROLS = word_set("else elsif if require stop")

TESTS = word_set("""
    address allof anyof body currentdate date exists false hasflag header mailboxexists metadata
    metadataexists not notify_method_capability servermetadata servermetadataexists size spamtest true
    valid_notify_method virustest
""")

ACTIONS = word_set("""
    addflag addheader deleteheader discard enclose ereject extracttext fileinto keep notify redirect
    reject removeflag replace setflag vacation
""")


class Sieve(StateLexer):
    """Sieve."""

    def name(self) -> None:
        if self[0] in CONTROLS:
            self.emit(Keyword)
        elif self[0] in TESTS:
            self.emit(Name.Variable)
        elif self[0] in ACTIONS:
            self.emit(Name.Function)
        elif re.search(r"^:", self[0]):
            self.emit(Operator)
        else:
            self.emit(Name.Other)

    tokens = {
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
        ],
        "string": [
            (r"\\.", String.Escape),
            (r'"', String.Double, "#pop"),
            (r"\${(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)}", String.Interpol),
            (r".", String.Double),
        ],
        "root": [
            include("comments_and_whitespace"),
            (r"[\[\](),;{}]", Punctuation),
            (r":?[a-zA-Z_][a-zA-Z0-9_]*", name),
            (r'"', String.Double, "string"),
            (r"[0-9]+[KMG]", Number.Integer),
        ],
    }

"""Every lexer: known to the registry, sound tables, no text lost, nothing raised, no endless work."""

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onemg_render.markdown.highlight import Highlighter
from onemg_render.markdown.lexers.names import LANGUAGES, TAGS
from onemg_render.markdown.lexers.registry import LEXERS, LexerLibrary
from onemg_render.markdown.lexers.state_lexer import Rule, State, StateLexer

TABLES = sorted(
    {
        getattr(import_module(f"onemg_render.markdown.lexers.{module}"), name)
        for module, name in LEXERS.values()
    },
    key=lambda cls: cls.__name__,
)
STATE_LEXERS = [cls for cls in TABLES if issubclass(cls, StateLexer)]

# Rouge's own lexers that drop or repeat text, which we repeat
LOSSY = {"coq", "crystal", "escape"}

HOSTILE = [
    "",
    "\n",
    " ",
    "'\"`\\",
    "}" * 50 + "{" * 50,
    ")]" * 50 + "([" * 50,
    '"' + "\\\\" * 200,
    "'" + "\\'" * 200,
    "a " * 300,
    "(" * 300,
    "<" * 300,
    "/* " * 200,
    "/*\n" * 100 + "--[[\n{-\n" * 50,
    '"\\\n' * 100 + "\\$\\`" * 100,
    '#{"' * 60 + "a.b(c," * 100,
    "<!-- " * 100 + "{{ {% <% ${ #{ " * 50,
    "%{" * 100,
    "\\" * 300,
    "=begin\n" * 50,
    "```\n~~~\n" * 50,
    "*_" * 200,
    "- " * 200,
    "𝒳é\u200b\u0301漢" * 50,
    "\x00\x1b\r\r\n\t",
]


def targets(rule: Rule) -> tuple[str, ...]:
    change = rule[2] if len(rule) > 2 else ()
    return (change,) if isinstance(change, str) else change


def test_every_language_of_rouge_has_a_lexer() -> None:
    assert set(LEXERS) == set(LANGUAGES)
    assert len(LANGUAGES) == 217
    assert TAGS["js"] == "javascript"


@pytest.mark.parametrize("cls", STATE_LEXERS, ids=lambda cls: str(cls.__name__))
def test_states_compile_and_lead_to_states(cls: type[StateLexer]) -> None:
    for name in cls.tokens:
        State(name, cls.rules(name), cls.flags | re.M | re.A)
        unknown = {to for rule in cls.rules(name) for to in targets(rule)} - set(cls.tokens)
        assert not [to for to in unknown if not to.startswith("#")], name


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_hostile_text_comes_out_whole(tag: str) -> None:
    highlighter = Highlighter()
    for text in HOSTILE:
        tokens = highlighter.tokens(text, tag)
        if tag not in LOSSY:
            assert "".join(piece for _, piece in tokens) == text


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab1 \n\t'\"`\\/#%${}()[]<>=-+*:;.,|&!?@~^_é", max_size=80),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_any_text_comes_out_whole(text: str, tag: str) -> None:
    pieces = [piece for _, piece in Highlighter().tokens(text, tag)]
    if tag not in LOSSY:
        assert "".join(pieces) == text


def test_an_unknown_embedded_language_is_none() -> None:
    assert LexerLibrary().embedded("nosuch") is None
    assert LexerLibrary().embedded("rb?x=1") is not None

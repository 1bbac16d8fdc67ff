"""J (Rouge's lexers/j.rb): the dots and colons behind a primitive say what it is."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_set
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    TokenType,
)

INFLECTIONS = ("", ".", ":", "..", ".:", ":.", "::")

# noun, verb, modifier, name, parameter, other, none
KINDS: dict[str, TokenType] = {
    "n": Keyword.Constant,
    "v": Name.Function,
    "m": Operator,
    "a": Name,
    "p": Name.Builtin.Pseudo,
    "o": Punctuation,
    "-": Error,
}

# characters, and their kinds by inflection
PRIMITIVES = (
    ("()", "o"),
    ("=", "voo"),
    ("<>+-*%$|,#", "vvv"),
    ("^", "vvm"),
    ('~"', "mvv"),
    (".:@", "mmm"),
    (";", "vmv"),
    ("!", "vmm"),
    ("/\\", "mmv"),
    ("[", "v-v"),
    ("]", "v"),
    ("{", "vvv---v"),
    ("}", "mvv---m"),
    ("`", "m-m"),
    ("&", "mmm-m"),
    ("?", "vv"),
    ("a", "ann"),
    ("ACeEIjor", "av"),
    ("bdfHMT", "am"),
    ("Dt", "amm"),
    ("F", "ammmmmm"),
    ("i", "avv"),
    ("L", "avm"),
    ("mny", "p"),
    ("p", "avvv"),
    ("qsZ", "a-v"),
    ("S", "a-m"),
    ("u", "pvv"),
    ("v", "pv"),
    ("x", "p-v"),
)
KINDS_OF = {character: kinds for characters, kinds in PRIMITIVES for character in characters}

CONTROL = word_set(
    """
    assert break case catch catchd catcht continue do else elseif end fcase for if return select throw try
    while whilst
    """
)
CONTROL_WITH_NAME = frozenset(("for", "goto", "label"))


class J(StateLexer):
    """J; remembers what body a definition has, and whether a note follows."""

    def start(self) -> None:
        self.note_next = False
        self.body = "code"

    def primitive(self) -> None:
        kinds = KINDS_OF.get(self[1], "a")
        place = INFLECTIONS.index(self[2]) if self[2] in INFLECTIONS else len(kinds)
        self.emit(KINDS[kinds[place]] if place < len(kinds) else Error)

    def constant_verb(self) -> None:
        self.emit(Error if self[1] else Name.Function)

    def number(self) -> None:
        self.emit(Error if self[1] else Number)

    def word(self) -> None:
        if self[2] != ".":
            self.emit(Error if self[2] else Name)
            return
        word, mark, label = self[1].partition("_")
        known = CONTROL if not mark else CONTROL_WITH_NAME if label else frozenset()
        if word not in known:
            self.emit(Error)
            return
        self.emit(Keyword, word + mark)
        self.emit(Name if word == "for" else Name.Label, label)
        self.emit(Keyword, self[2])

    def end_line(self) -> None:
        self.emit(Text)
        if self.note_next:
            self.push("note")
            self.note_next = False

    def note(self) -> None:
        self.groups(Text, Name, Text)
        self.note_next = True

    def definition(self) -> None:
        self.groups(Keyword.Pseudo, Text, Keyword.Pseudo, Text)
        self.body = "noun" if self[1] in ("0", "noun") else "code"
        if self[3] != "define":
            self.push("expl_def")
            return
        if len(self.stack) > 1:
            self.pop()
        self.push(self.body)
        self.push("def_next")

    def explicit_body(self) -> None:
        self.emit(Keyword.Pseudo)
        if len(self.stack) > 2:
            self.pop()
        self.goto(self.body)
        self.push("def_next")

    def quoted_body(self) -> None:
        noun = self.body == "noun"
        self.emit(String.Single if noun else Punctuation)
        self.goto("str" if noun else "q_expr")

    tokens = {
        "expr": [
            (r"\s+", Text),
            (r"([!-&(-/:-@\[-^`{-~]|[A-Za-z]\b)([.:]*)", primitive),
            (r"(?:\d|_\d?):([.:]*)", constant_verb),
            (r"[\d_][\w.]*([.:]*)", number),
            (r"'", String.Single, "str"),
            (r"NB\.(?![.:]).*", Comment.Single),
            (r"([A-Za-z]\w*)([.:]*)", word),
        ],
        "str": [
            (r"''", String.Escape),
            (r"[^'\n]+", String.Single),
            (r"'|$", String.Single, "#pop"),
        ],
        "root": [
            (r"\n", end_line),
            (
                r"([0-4]|13|adverb|conjunction|dyad|monad|noun|verb)([ \t]+)"
                r"(def(?:ine)?\b|:)(?![.:])([ \t]*)",
                definition,
            ),
            (r"^([ \t]*)(Note\b(?![.:]))([ \t\r]*)(?!=[.:]|$)", note),
            (r"[mnuvxy]\b(?![.:])", Name),
            include("expr"),
        ],
        "def_next": [(r"\n", Text, "#pop"), include("root")],
        "expl_def": [
            (r"0\b(?![.:])", explicit_body),
            (r"'", quoted_body),
            (r"", Text, "#pop"),
        ],
        "q_expr": [
            (r"''", String.Single, "q_str"),
            (r"'|$", Punctuation, "#pop"),
            (r"NB\.(?![.:])(?:[^'\n]|'')*", Comment.Single),
            include("expr"),
        ],
        "q_str": [
            (r"''''", String.Escape),
            (r"[^'\n]+", String.Single),
            (r"''", String.Single, "#pop"),
            (r"'|$", Punctuation, ("#pop", "#pop")),
        ],
        "note": [include("delimiter"), (r".+\n?", Comment.Multiline)],
        "noun": [include("delimiter"), (r".+\n?", String.Heredoc)],
        "code": [
            include("delimiter"),
            (r"^([ \t]*)(:)([ \t\r]*)$", groups(Text, Punctuation, Text)),
            include("expr"),
        ],
        "delimiter": [(r"^([ \t]*)(\))([ \t\r]*$\n?)", groups(Text, Punctuation, Text), "#pop")],
    }

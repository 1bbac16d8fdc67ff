"""Random Liquid templates with data: sound ones, and ones with slips as people make them."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

WORDS = (
    "apple",
    "Über",
    "naïve",
    "x",
    "hello world",
    " padded ",
    "a,b,,c",
    "<b>&amp;</b>",
    "line\nbreak",
    "İß",
    "日本語",
)
TEXTS = (
    *WORDS,
    "",
    " ",
    "0",
    "-3",
    "12abc",
    "1.50",
    "3.0",
    "a-b_c",
    "Hello World FOO",
    "%41+b",
    "\\0 \\1",
    "it's",
)
NUMBERS = (0, 1, 2, 3, 5, -1, -7, 10, 100, 300, 1.5, -0.25, 2.0, 1e20, 1e-7, 0.1)
NAMES = (
    "a",
    "b",
    "list",
    "items",
    "hash",
    "page",
    "text",
    "n",
    "f",
    "nothing",
    "site",
    "x",
    "time",
    "day",
    "mixed",
)
KEYS = ("title", "url", "n", "tags", "size", "first", "last", "a-b", "q?", "index", "none", "deep")
DATES = (
    "2020-02-29",
    "2021-12-31 23:59:59 +0200",
    "March 3, 2019",
    "now-ish",
    "12/25/2020",
    "1600000000",
    "junk",
)
FORMATS = ("%Y-%m-%d", "%b %-d, %Y", "%H:%M:%S %z", "%s", "%A %j %U", "%e %l %p", "%%", "%C %y %^a %10d", "")
NO_ARGUMENT = [
    "abs",
    "capitalize",
    "ceil",
    "compact",
    "downcase",
    "escape",
    "escape_once",
    "first",
    "floor",
    "h",
    "join",
    "last",
    "lstrip",
    "newline_to_br",
    "reverse",
    "round",
    "rstrip",
    "size",
    "sort",
    "sort_natural",
    "strip",
    "strip_html",
    "strip_newlines",
    "truncate",
    "truncatewords",
    "uniq",
    "upcase",
    "url_decode",
    "url_encode",
    "default",
    "unknown_filter",
]
ONE_ARGUMENT = [
    "append",
    "at_least",
    "at_most",
    "concat",
    "date",
    "default",
    "divided_by",
    "join",
    "map",
    "minus",
    "modulo",
    "plus",
    "prepend",
    "remove",
    "remove_first",
    "replace",
    "replace_first",
    "round",
    "slice",
    "sort",
    "sort_natural",
    "split",
    "times",
    "truncate",
    "truncatewords",
    "uniq",
    "where",
    "compact",
]
TWO_ARGUMENTS = ["replace", "replace_first", "slice", "truncate", "truncatewords", "where", "default"]
OPERATORS = ("==", "!=", "<>", "<", ">", "<=", ">=", "contains")
SLIPS = (
    "|",
    "'",
    '"',
    ",",
    ":",
    ".",
    "-",
    " ",
    "=",
    "(",
    ")",
    "[",
    "]",
    "!",
    "&",
    "or",
    "and",
    "{{",
    "}}",
    "%",
    "\\'",
)


class TemplateMaker:
    """Makes templates from a source of chance. slips: damage some of the markup."""

    def __init__(self, random: Random, *, slips: bool = False) -> None:
        self.random = random
        self.slips = slips

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def pick(self, choices: Sequence[Any]) -> Any:
        return choices[int(self.random.random() * len(choices))]

    def number(self, most: int) -> int:
        return int(self.random.random() * (most + 1))

    def scalar(self) -> Any:
        return self.pick(
            (None, True, False, self.pick(TEXTS), self.pick(TEXTS), self.pick(NUMBERS), self.moment())
        )

    def moment(self) -> Any:
        day = f"20{self.number(89) + 10}-0{self.number(8) + 1}-1{self.number(9)}"
        return (
            {"!date": day}
            if self.chance(0.5)
            else {"!time": f"{day}T0{self.number(9)}:30:05+0{self.number(9)}:00"}
        )

    def record(self) -> dict[str, Any]:
        return {self.pick(KEYS): self.scalar() for _ in range(self.number(4))}

    def value(self, depth: int = 2) -> Any:
        kind = self.number(6) if depth else 0
        if kind == 1:
            return [self.pick(NUMBERS) for _ in range(self.number(5))]
        if kind == 2:
            return [self.pick(TEXTS) for _ in range(self.number(5))]
        if kind == 3:
            return [self.record() for _ in range(self.number(4))]
        if kind == 4:
            return [self.value(depth - 1) for _ in range(self.number(4))]
        if kind == 5:
            return {key: self.value(depth - 1) for key in (self.pick(KEYS) for _ in range(self.number(4)))}
        return self.scalar()

    def data(self) -> dict[str, Any]:
        return {name: self.value() for name in NAMES if self.chance(0.75)}

    def literal(self) -> str:
        text = str(self.pick((*TEXTS, *DATES, *FORMATS)))
        quote = self.pick("'\"")
        quoted = quote + text.replace(quote, "") + quote
        return str(
            self.pick(
                (quoted, quoted, str(self.number(12)), "-2", "1.5", "nil", "true", "false", "empty", "blank")
            )
        )

    def lookup(self) -> str:
        path = str(self.pick(NAMES))
        while self.chance(0.5):
            step = self.pick(
                (
                    f".{self.pick(KEYS)}",
                    f".{self.pick(KEYS)}",
                    f"[{self.number(3)}]",
                    "[-1]",
                    f"['{self.pick(KEYS)}']",
                    f"[{self.pick(NAMES)}]",
                )
            )
            path += step
        return path

    def expression(self) -> str:
        if self.chance(0.1):
            return f"({self.pick((1, 2, -1, 'n', 'list.size'))}..{self.pick((3, 5, 0, 'n', 'f', 'text'))})"
        return self.lookup() if self.chance(0.6) else self.literal()

    def filter(self) -> str:
        arguments = self.number(9)
        if arguments < 4:
            return str(self.pick(NO_ARGUMENT))
        if arguments < 8:
            name = self.pick(ONE_ARGUMENT)
            return f"{name}: {self.pick(FORMATS)!r}" if name == "date" else f"{name}: {self.argument()}"
        return f"{self.pick(TWO_ARGUMENTS)}: {self.argument()}, {self.argument()}"

    def argument(self) -> str:
        return (
            self.lookup()
            if self.chance(0.25)
            else self.pick((self.literal(), f"'{self.pick(KEYS)}'", str(self.number(6))))
        )

    def filtered(self) -> str:
        source = self.expression()
        while self.chance(0.5):
            source += f" | {self.filter()}"
        return self.slipped(source)

    def condition(self) -> str:
        parts: list[str] = []
        while not parts or self.chance(0.3):
            if parts:
                parts.append(self.pick(("and", "or")))
            parts.append(self.expression())
            if self.chance(0.6):
                parts += [self.pick(OPERATORS), self.expression()]
        return self.slipped(" ".join(map(str, parts)))

    def slipped(self, markup: str) -> str:
        if not self.slips or self.chance(0.6):
            return markup
        position = self.number(len(markup))
        if self.chance(0.5):
            return markup[:position] + str(self.pick(SLIPS)) + markup[position:]
        return markup[:position] + markup[position + 1 + self.number(2) :]

    def tag(self, markup: str) -> str:
        left, right = self.pick(("{% ", "{% ", "{%- ", "{%")), self.pick((" %}", " %}", " -%}", "%}"))
        return f"{left}{markup}{right}"

    def text(self) -> str:
        return str(self.pick(("", " ", "\n", "text", " two words ", "\n  indented\n", "é", "} ", "% }")))

    def block(self, depth: int) -> str:
        return "".join(self.text() + self.statement(depth) for _ in range(self.number(3))) + self.text()

    def statement(self, depth: int) -> str:
        simple: tuple[Callable[[], str], ...] = (
            self.output,
            self.output,
            self.output,
            self.assign,
            self.counter,
            self.cycle,
        )
        nested: tuple[Callable[[int], str], ...] = (
            self.if_,
            self.if_,
            self.for_,
            self.for_,
            self.case,
            self.capture,
            self.table,
            self.others,
        )
        if depth and self.chance(0.55):
            return str(self.pick(nested)(depth - 1))
        return str(self.pick(simple)())

    def output(self) -> str:
        left, right = self.pick(("{{ ", "{{ ", "{{- ", "{{")), self.pick((" }}", " }}", " -}}", "}}"))
        return f"{left}{self.filtered()}{right}"

    def assign(self) -> str:
        return self.tag(f"assign {self.pick(NAMES)} = {self.filtered()}")

    def counter(self) -> str:
        return self.tag(f"{self.pick(('increment', 'decrement'))} {self.pick(('c', 'k'))}")

    def cycle(self) -> str:
        name = self.pick(("", "", "'g': ", "a: "))
        values = ", ".join(self.pick(("'a'", "'b'", "1", "list", "n")) for _ in range(1 + self.number(2)))
        return self.tag(f"cycle {name}{values}")

    def if_(self, depth: int) -> str:
        word = self.pick(("if", "if", "unless"))
        parts = [self.tag(f"{word} {self.condition()}"), self.block(depth)]
        if self.chance(0.3):
            parts += [self.tag(f"elsif {self.condition()}"), self.block(depth)]
        if self.chance(0.4):
            parts += [self.tag("else"), self.block(depth)]
        return "".join((*parts, self.tag(f"end{word}")))

    def for_(self, depth: int) -> str:
        options = "".join(
            self.pick(("", "", " reversed", " limit:2", " limit: n", " offset:1", " offset: continue"))
            for _ in range(2)
        )
        name = self.pick(("i", "item", "x", "a"))
        head = self.tag(self.slipped(f"for {name} in {self.expression()}{options}"))
        inside = "".join(
            self.pick(
                (
                    f"{{{{ {name} }}}}",
                    f"{{{{ {name}.title }}}}",
                    "{{ forloop.index }}",
                    self.tag("break"),
                    self.tag("continue"),
                    "{{ forloop.last }}",
                    "{{ forloop.parentloop.index0 }}",
                    "",
                )
            )
            + self.block(depth)
            for _ in range(1 + self.number(1))
        )
        otherwise = self.tag("else") + self.block(depth) if self.chance(0.2) else ""
        return head + inside + otherwise + self.tag("endfor")

    def case(self, depth: int) -> str:
        parts = [self.tag(f"case {self.expression()}"), self.text()]
        for _ in range(self.number(3)):
            values = self.pick((", ", " or ")).join(self.expression() for _ in range(1 + self.number(1)))
            parts += [self.tag(f"when {values}"), self.block(depth)]
        if self.chance(0.4):
            parts += [self.tag("else"), self.block(depth)]
        return "".join((*parts, self.tag("endcase")))

    def capture(self, depth: int) -> str:
        return self.tag(f"capture {self.pick(NAMES)}") + self.block(depth) + self.tag("endcapture")

    def table(self, depth: int) -> str:
        options = "".join(self.pick(("", " cols:2", " limit:3", " offset:1")) for _ in range(2))
        return (
            self.tag(f"tablerow i in {self.expression()}{options}")
            + "{{ i }}"
            + self.block(depth)
            + self.tag("endtablerow")
        )

    def others(self, depth: int) -> str:
        kind = self.number(3)
        if kind == 0:
            return self.tag("ifchanged") + self.block(depth) + self.tag("endifchanged")
        if kind == 1:
            return "{% raw %}" + self.text() + "{{ raw }}" + "{% endraw %}"
        if kind == 2:
            return self.tag("comment") + self.block(depth) + self.tag("endcomment")
        extra = self.pick(("", "", " with list", " for items", ", n: 5, q: text", " a: n b: a"))
        return self.tag(f"include 'part{self.number(2)}'{extra}")

    def case_of_all(self) -> dict[str, Any]:
        """A template with its data and partials."""
        partials = {f"part{number}": self.block(1) + f"{{{{ part{number} }}}}." for number in range(3)}
        return {"template": self.block(3) + ".", "data": self.data(), "partials": partials}


ODD_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        3,
        7,
        255,
        -7,
        10**18,
        10**30,
        1.5,
        -0.25,
        2.0,
        1e20,
        1e-7,
        0.1,
        -2.5,
        1e15,
    ),
    *(
        "",
        " ",
        "a",
        "abc",
        "Hello wOrld",
        " x \n y ",
        "a,b,,c,",
        "Ünïcödé ß",
        "日本語テキスト",
        "e\u0301",
        "İ",
        "ΑΣ",
    ),
    *(
        "3",
        "-3.5",
        " 12abc",
        "1e3",
        "0x1F",
        "007",
        "1_000",
        "١",
        "<p class='x'>a & b</p>",
        "<!-- c -->d<br/>",
    ),
    *(
        "&lt;&amp;",
        "a\\b\\\\c",
        "%20+%C3%A9",
        "a\r\nb\nc",
        "\0null\0",
        'it\'s "q"',
        "a.b-c_d",
        "#{x}",
        "2024-02-30",
    ),
    *("2024-03-05 06:07:08 +0200", "March 5", "10:30", "now-ish"),
    *([], [1, 2, 3], [3, 1, 2.5], ["b", "A", "a", None], [None, None], [[1, [2]], [3]], [True, "x", 1]),
    *([{"n": 1}, {"n": None}, {"m": 2}], [{"n": "b"}, {"n": "A"}], [{"n": [1]}, {"n": {"k": 1}}], [{}, []]),
    *({}, {"n": 1, "k": "v"}, {"a-b": [1, {"q": None}]}, {"size": 9, "first": "f"}),
    *({"!date": "2024-02-29"}, {"!time": "2024-03-05T06:07:08+02:00"}),
)
ALL_FILTERS = tuple(sorted({*NO_ARGUMENT, *ONE_ARGUMENT, *TWO_ARGUMENTS} - {"unknown_filter"}))


def filter_call(random: Random) -> dict[str, Any]:
    """One filter on one odd value, with up to three odd arguments; no dates of years that Python has not."""
    values = {name: random.choice(ODD_VALUES) for name in "vabc"}
    arguments = random.choice(("", ": a", ": a", ": a, b", ": a, b", ": a, b, c"))
    name = random.choice(ALL_FILTERS)
    if name == "date" and values["v"].__class__ is int:
        values["v"] = min(values["v"], 10**10)
    return {
        "template": f"{{{{ v | {name}{arguments} }}}}|{{% assign r = v | {name}{arguments} %}}"
        "{{ r.size }}{% if r == v %}={% endif %}{% if r == blank %}b{% endif %}{% for i in r %}.{% endfor %}",
        "data": values,
        "partials": {},
    }

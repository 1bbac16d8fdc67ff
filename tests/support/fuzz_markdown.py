"""Documents made up from kramdown's constructs, nested, then damaged: a seed always makes the same ones."""

import random
from collections.abc import Callable, Iterator, Mapping

TEXTS = r"""
    a the foo bar HTML snake_case über naïve Zürich 中文 日本語 한국어 مرحبا हिन्दी it's '90s 80s (c) x*y don't
    e.g. http://a.b/c_d?e=f&g=h a@b.cz -- --- ... << >> <<a>> &amp; &copy; &bogus; &#8212; &#x41; < > &
    "q" 'q' $5 $$x^2$$ \$$ ^ | : - + = ~ ~~ `` ` * ** _ __ [ ] ( ) { } ! !! \ \\ é ß İ Σ́ς 1. 2) #5
    \* \_ \` \| \[ \"
    """
WORDS = (*TEXTS.split(), "\u00a0")
TAG_NAMES = """
    p span b em table tr td code pre script style br img hr a section foo x:y li ul details DIV Foo kbd del
    div small h2 iframe time
    """
TAGS = tuple(TAG_NAMES.split())
IALS = (
    "{:.a}",
    "{: #i}",
    "{:toc}",
    '{: k="v"}',
    "{:.a .b #c}",
    "{:r}",
    "{::nomarkdown}",
    "{:/}",
    "{: }",
    "{:x: .y}",
)
OPTIONS: tuple[Mapping[str, object], ...] = (
    {},
    {},
    {},
    {"hard_wrap": True},
    {"gfm_quirks": "no_auto_typographic"},
    {"gfm_quirks": ""},
    {"input": "kramdown"},
    {"input": "kramdown", "parse_block_html": True},
    {"parse_span_html": False},
    {"html_to_native": True},
    {"input": "kramdown", "html_to_native": True, "parse_block_html": True},
    {"entity_output": "symbolic", "auto_id_prefix": "p-"},
    {"entity_output": "as_input", "footnote_nr": 3, "footnote_backlink": ""},
    {"entity_output": "numeric", "smart_quotes": "apos,apos,quot,quot"},
    {"auto_ids": False, "header_offset": 2, "math_engine": None},
    {"typographic_symbols": {"hellip": "...", "mdash": "<-"}, "remove_line_breaks_for_cjk": True},
    {"footnote_backlink_inline": True, "toc_levels": "2..3"},
)


class Writer:
    """Writes one document."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def word(self) -> str:
        return self.chance.choice(WORDS)

    def words(self, most: int = 6) -> str:
        return " ".join(self.word() for _ in range(self.chance.randint(1, most)))

    def spans(self, depth: int = 0) -> str:
        parts = [self.span(depth) for _ in range(self.chance.randint(1, 4))]
        return self.chance.choice((" ", " ", "", "\n", "  \n", "\\\n")).join(parts)

    def span(self, depth: int) -> str:
        if depth > 2:
            return self.words(3)
        inner = self.spans(depth + 1) if self.chance.random() < 0.6 else self.words(3)
        tag = self.chance.choice(TAGS)
        return self.chance.choice(
            (
                self.words,
                self.words,
                lambda: f"*{inner}*",
                lambda: f"**{inner}**",
                lambda: f"_{inner}_",
                lambda: f"__{inner}__",
                lambda: f"~~{inner}~~",
                lambda: f"`{inner}`",
                lambda: f"``{inner}``",
                lambda: f"[{inner}](/url)",
                lambda: f'[{inner}](/u (x) "t")',
                lambda: f"[{inner}](<a b>)",
                lambda: f"[{inner}][id]",
                lambda: f"[{inner}]",
                lambda: f"![{inner}](i.png){{:.c}}",
                lambda: f"![{inner}][id]{{:standalone}}",
                lambda: f"<{tag}>{inner}</{tag}>",
                lambda: f'<{tag} a="b">{inner}</{tag}>',
                lambda: (
                    f'<{tag} markdown="{self.chance.choice(("1", "0", "span", "block"))}">{inner}</{tag}>'
                ),
                lambda: f"<{tag} />",
                lambda: f"<!-- {inner} -->",
                lambda: f"$${inner}$$",
                lambda: f"<http://{self.word()}.c>",
                lambda: "[^1]" + inner,
                lambda: inner + self.chance.choice(IALS),
                lambda: f'"{inner}"',
                lambda: f"'{inner}'",
                lambda: "{::comment}" + inner + "{:/comment}",
                lambda: "{::nomarkdown}" + inner + "{:/}",
            )
        )()

    def indented(self, text: str, first: str, rest: str) -> str:
        lines = text.split("\n")
        lazy = self.chance.random() < 0.15
        return "\n".join(
            [first + lines[0], *((line if lazy or not line else rest + line) for line in lines[1:])]
        )

    def items(self, depth: int) -> str:
        marker = self.chance.choice(("* ", "- ", "+ ", "1. ", "10. ", "*\t", "-   ", "1.  "))
        rest = self.chance.choice((" " * len(marker), "    ", "\t", "  "))
        items = []
        for _ in range(self.chance.randint(1, 3)):
            start = self.chance.choice(("", "", "", "[ ] ", "[x] ", "{:.a} ", "{:.a}\n"))
            items.append(self.indented(start + self.blocks(depth + 1, 2), marker, rest))
        return self.chance.choice(("\n", "\n", "\n\n")).join(items)

    def table(self) -> str:
        def row() -> str:
            return (
                self.chance.choice(("", "| "))
                + " | ".join(self.words(2) for _ in range(self.chance.randint(1, 3)))
                + self.chance.choice(("", " |"))
            )

        line = self.chance.choice(("|---|:-:|", "|--", "--|--", "|:-|-:|", "|===", "|---+---|"))
        return "\n".join(
            self.chance.choice((row(), row(), row(), line)) for _ in range(self.chance.randint(1, 5))
        )

    def fence(self) -> str:
        mark = self.chance.choice(("```", "~~~", "````", "  ```"))
        lang = self.chance.choice(("", "ruby", " js", "ruby foo", "a?b=c"))
        return f"{mark}{lang}\n{self.spans()}\n{mark if self.chance.random() < 0.8 else ''}"

    def html(self, depth: int) -> str:
        tag = self.chance.choice(TAGS)
        attribute = self.chance.choice(
            ("", "", ' markdown="1"', ' markdown="block"', ' markdown="span"', " a=b")
        )
        end = f"</{tag}>" if self.chance.random() < 0.9 else ""
        space = self.chance.choice(("\n", "", "\n\n"))
        after = self.chance.choice(("", "", " ", " " + self.word()))
        return f"<{tag}{attribute}>{space}{self.blocks(depth + 1, 2)}{space}{end}{after}"

    def definition(self, depth: int) -> str:
        space = self.chance.choice(("\n", "\n\n"))
        return f"{self.words(2)}{space}: {self.indented(self.blocks(depth + 1, 2), '', '    ')}"

    def block(self, depth: int) -> str:
        if depth > 2:
            return self.spans(1)
        level = "#" * self.chance.randint(1, 7)
        kinds: tuple[Callable[[], str], ...] = (
            self.spans,
            self.spans,
            self.spans,
            lambda: f"{level} {self.spans(1)}" + self.chance.choice(("", " #", " {#id}")),
            lambda: f"{level}{self.words(2)}",
            lambda: f"{self.words(3)}\n{self.chance.choice(('---', '===', '-', '= '))}",
            lambda: self.indented(self.blocks(depth + 1, 2), "> ", "> "),
            lambda: self.items(depth),
            lambda: self.items(depth),
            self.table,
            self.fence,
            lambda: self.indented(self.spans(), "    ", "    "),
            lambda: self.html(depth),
            lambda: self.html(depth),
            lambda: self.definition(depth),
            lambda: self.chance.choice(("***", "- - -", "___", "* * *")),
            lambda: self.chance.choice(("^", "{:toc}", "{:.no_toc}", "* toc\n{:toc}", "* x\n{:footnotes}")),
            lambda: self.chance.choice(IALS),
            lambda: "$$\n" + self.words() + "\n$$",
            lambda: self.indented(self.blocks(depth + 1, 2), "[^1]: ", "    "),
            lambda: f'[id]: /url "{self.words(2)}"',
            lambda: "*[HTML]: Hyper Text",
            lambda: '{::options parse_block_html="true" /}',
            lambda: "{::comment}\n" + self.spans() + "\n{:/comment}",
            lambda: "{::nomarkdown}\n" + self.spans() + "\n{:/}",
            lambda: "{:r: .ref #x}",
        )
        return self.chance.choice(kinds)()

    def blocks(self, depth: int = 0, most: int = 5) -> str:
        text = ""
        for _ in range(self.chance.randint(1, most)):
            text += self.block(depth)
            text += self.chance.choice(("\n", "\n\n", "\n\n", "\n\n", "\n \n", "\n\n\n"))
        return text if depth == 0 else text.rstrip("\n")

    def damaged(self, text: str) -> str:
        """The text with a few characters or lines left out, doubled, moved or put in."""
        for _ in range(self.chance.choice((0, 0, 1, 2, 4))):
            at = self.chance.randrange(len(text) + 1)
            size = self.chance.randint(1, 4)
            pool = "*_`[]()<>!#|:-+=~^{}\"'\\ \n\t&;$./1"
            text = self.chance.choice(
                (
                    text[:at] + text[at + size :],
                    text[:at] + text[at : at + size] + text[at:],
                    text[:at] + "".join(self.chance.choice(pool) for _ in range(size)) + text[at:],
                    text[:at] + self.chance.choice(("\n", "    ", "\t", "   ", "\n\n", "  \n")) + text[at:],
                )
            )
        return text


def documents(seed: int, count: int) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Texts, each with the options to convert it by."""
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        writer = Writer(chance)
        yield writer.damaged(writer.blocks()), chance.choice(OPTIONS)

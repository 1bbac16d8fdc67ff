"""Style sheets compared by meaning: white space, quotes and trailing semicolons aside."""

import re

STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(/\*.*?\*/)""", re.DOTALL)


def same_css(one: str, other: str) -> bool:
    return canonical(one) == canonical(other)


def canonical(css: str) -> str:
    css = css.removeprefix("\ufeff").removeprefix('@charset "UTF-8";')
    css = STRING_OR_COMMENT.sub(lambda m: f'"{m[1][1:-1]}"' if m[1] else " ", css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};:,>]) ?", r"\1", css)
    return css.replace(";}", "}").strip()

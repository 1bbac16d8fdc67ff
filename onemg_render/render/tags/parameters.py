"""The markup of include tags: a file name, which may hold a variable, and parameters.

Upstream `lib/jekyll/tags/include.rb`, whose patterns these are.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from onemg_render.errors import TagError
from onemg_render.liquid import Context, Source, Value
from onemg_render.util.patterns import regex

ONE: Final = r"""([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))"""
PARAMETER: Final = regex(ONE, re.ASCII)
PARAMETERS: Final = regex(rf"\s*(?:{ONE}(?=\s|\Z)\s*)*\Z", re.ASCII)
OUTPUT: Final = regex(r"\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}", re.ASCII | re.DOTALL)
VARIABLE: Final = regex(r"([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}[^\s{}]*)+)(.*)", re.ASCII | re.DOTALL)
NAME: Final = regex(r"^[\w/.\-()+~#@]+$", re.ASCII | re.MULTILINE)
BAD_SEQUENCE: Final = regex(r"[./]{2,}")

Evaluate = Callable[[Context], Value]


class Inclusion(NamedTuple):
    """What an include tag asks for.

    name: gives the file's name, checked. parameters: None if there are none, which leaves `include` alone.
    """

    name: Callable[[Context], str]
    parameters: dict[str, Evaluate] | None

    def scope(self, context: Context) -> dict[str, Value]:
        """The variables that hold inside the included file."""
        if self.parameters is None:
            return {}
        return {"include": {key: evaluate(context) for key, evaluate in self.parameters.items()}}


def parse_inclusion(markup: str, source: Source) -> Inclusion:
    """Raises TagError for parameters that are not `name='value'`."""
    markup = markup.strip()
    if match := with_variable(markup):
        file, parameters = match[1].strip(), match[2].strip()
        template = source.template(file)
        return Inclusion(
            lambda context: checked(template.render(context), source), parse_parameters(parameters, source)
        )
    file, _, rest = split_once(markup)
    given = parse_parameters(rest, source) if rest else None
    if not is_name(file):
        return Inclusion(lambda _: checked(file, source), given)
    return Inclusion(lambda _: file, given)


def with_variable(markup: str) -> re.Match[str] | None:
    """`VARIABLE.search(markup)`, from where alone it can match: after the last brace before a variable."""
    output = OUTPUT.search(markup, 0, markup.rfind("}}") + 2)
    return None if output is None else VARIABLE.match(markup, markup.rfind("{", 0, output.start()) + 1)


def split_once(markup: str) -> tuple[str, str, str]:
    parts = re.split(r"(\s+)", markup, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (markup, "", "")


def parse_parameters(markup: str, source: Source) -> dict[str, Evaluate]:
    if not PARAMETERS.match(markup):
        raise source.error(
            f"Invalid syntax for {source.name} tag: {markup}", hint=f"valid syntax: {example(source)}"
        )
    return {
        key: parameter_value(double, single, variable, source)
        for key, double, single, variable in PARAMETER.findall(markup)
    }


def parameter_value(double: str, single: str, variable: str, source: Source) -> Evaluate:
    if variable:
        return source.expression(variable)
    text = double.replace('\\"', '"') if double else single.replace("\\'", "'")
    return lambda _: text


def is_name(file: str) -> bool:
    return NAME.search(file) is not None and BAD_SEQUENCE.search(file) is None


def checked(file: str, source: Source) -> str:
    """`file` if an include may be called so; else TagError."""
    if is_name(file):
        return file
    raise TagError(
        f"Invalid syntax for {source.name} tag. File contains invalid characters or sequences: {file}",
        hint=hint_for(file, source),
    )


def hint_for(file: str, source: Source) -> str:
    bare = file.strip("'\"")
    if bare != file and is_name(bare):
        return f"write it without quotes: {{% {source.name} {bare} %}}"
    return f"valid syntax: {example(source)}"


def example(source: Source) -> str:
    return f"{{% {source.name} file.ext param='value' param2='value' %}}"

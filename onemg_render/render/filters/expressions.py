"""The expressions that where_exp, find_exp and group_by_exp take as text, asked of each member."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Engine, Expression, Value
from onemg_render.liquid.lexer import StrictParser
from onemg_render.liquid.runtime import COMMANDS, class_name, get, to_s
from onemg_render.render.drops.listing import typed
from onemg_render.render.surroundings import surroundings

SOUGHT: Final = frozenset({"==", "contains"})


def condition(context: Context, text: Value) -> Expression:
    """What may stand in an `if`, strictly parsed; without `and` and `or` in Jekyll 3. Raises LiquidError."""
    if not surroundings(context).compat.chained_conditions:
        expect_one_comparison(quoted(text))
    return engine(context).condition(quoted(text))


def expect_one_comparison(text: str) -> None:
    parser = StrictParser(text)
    parser.expression()
    if parser.accept("comparison"):
        parser.expression()
    parser.end()


def variable(context: Context, text: Value) -> Expression:
    """What may stand between `{{` and `}}`."""
    return engine(context).variable(quoted(text))


def engine(context: Context) -> Engine:
    return cast(Engine, context.environment)


def quoted(text: Value) -> str:
    if isinstance(text, str):
        return text
    raise LiquidError(
        f"an expression is text in quotes, not {class_name(text)}",
        hint="write for example: where_exp: 'item', 'item.draft != true'",
    )


def each_value(
    context: Context, name: Value, expression: Expression, items: list[Value]
) -> Iterator[tuple[Value, Value]]:
    """Each member with the value that `expression` has while the variable `name` is that member."""
    own = to_s(name)
    with context.scope({own: None}):
        for item in items:
            context.variables[own] = item
            yield item, expression(context)


def text_sought(context: Context, name: Value, condition: Expression) -> str | None:
    """The text that the condition wants of every member: of a field to be it, or to contain it. Else None."""
    comparison, own = condition.comparison, to_s(name)
    if (
        comparison is None
        or comparison.operator not in SOUGHT
        or comparison.left.names != {own}
        or own in comparison.right.names
    ):
        return None
    sought = comparison.right(context)
    return sought if type(sought) is str else None


def by_text_sought(
    context: Context, name: Value, condition: Expression, items: list[Value]
) -> dict[str, list[Value]] | None:
    """Which members meet the condition for each text sought; None if that takes more than a look at lists."""
    comparison = condition.comparison
    assert comparison is not None
    found: dict[str, list[Value]] = {}
    for item, value in each_value(context, name, comparison.left, items):
        if comparison.operator == "==":
            texts = [value]
        elif value is None or value.__class__ is list:
            texts = value or []
        else:
            return None
        for text in {one: None for one in texts if one.__class__ is str}:
            found.setdefault(text, []).append(item)
    return found


def free_values(context: Context, name: Value, text: Value, expression: Expression) -> tuple[Value, ...]:
    """What the values depend on beside the members: the expression and what it looks up elsewhere.

    Of `page.short` that one value; the whole variable where a value does not say it all, as with `size`.
    """
    paths = sorted(path for path in expression.paths if path[0] != to_s(name))
    says_it_all = COMMANDS.isdisjoint(key for path in paths for key in path[1:])
    if not says_it_all or any(one != other and one == other[: len(one)] for one in paths for other in paths):
        paths = sorted({path[:1] for path in paths})
    return (name, text, *((path, typed(value_at(context, path))) for path in paths))


def value_at(context: Context, path: Sequence[str]) -> Value:
    value = context.variables.get(path[0])
    for key in path[1:]:
        value = None if value is None else get(value, key)
    return value

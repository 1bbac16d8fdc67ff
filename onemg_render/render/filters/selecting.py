"""where, where_exp, find, find_exp: members of an array by a property or an expression."""

from collections.abc import Callable
from datetime import datetime

from onemg_render.liquid import Context, Listing, Value, context_filter
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.runtime import is_true, join, to_s
from onemg_render.render.filters.expressions import (
    by_text_sought,
    condition,
    each_value,
    free_values,
    text_sought,
)
from onemg_render.render.filters.properties import (
    Read,
    Reader,
    consume,
    is_array,
    is_enumerable,
    plain_list,
    reader_as_it_is,
    reader_of,
)

Test = Callable[[Value], bool]


def where(value: Value, name: Value, target: Value) -> Value:
    """Members whose property is `target`, or an array that holds it; `nil` asks for no value at all."""
    if not is_true(name) or isinstance(target, list | Listing | dict) or not is_enumerable(value):
        return value
    if target is None or isinstance(target, Literal):
        test = property_test(name, target)
        return consume(value, "where", (name, target), lambda items: [item for item in items if test(item)])
    return having(value, name, target, reader_of)


def where_in_jekyll_3(value: Value, name: Value, target: Value) -> Value:
    """As `where`, but a `nil` on either side of the question returns the input."""
    if name is None or target is None or not is_enumerable(value):
        return value
    return having(value, name, target, reader_as_it_is)


def having(value: Value, name: Value, target: Value, reader: Reader) -> Value:
    """Members whose property is printed as `target` is, or holds a member that is."""
    wanted = to_s(target)
    if not isinstance(value, Listing):
        test = text_test(reader(name), wanted)
        return consume(value, "where", (name, target), lambda items: [item for item in items if test(item)])

    def look_up(items: list[Value]) -> list[Value]:
        return value.table(("where", to_s(name)), lambda items: by_text(items, reader(name))).get(wanted, [])

    return consume(value, "where", (name, target), look_up)


def by_text(items: list[Value], read: Read) -> dict[str, list[Value]]:
    """Which members `where` finds by each text: one look at all of them answers for every target."""
    found: dict[str, list[Value]] = {}
    for item in items:
        value = read(item)
        texts = (value,) if value.__class__ is str else {to_s(one) for one in as_array(value)}
        for text in texts:
            found.setdefault(text, []).append(item)
    return found


def find(value: Value, name: Value, target: Value) -> Value:
    """The first member that `where` would keep, nil if there is none."""
    if not is_true(name) or isinstance(target, list | Listing | dict) or not is_enumerable(value):
        return value
    test = property_test(name, target)
    return consume(value, "find", (name, target), lambda items: next(filter(test, items), None))


@context_filter()
def where_exp(context: Context, value: Value, variable: Value, expression: Value) -> Value:
    """Members for which a condition holds that calls each of them `variable`."""
    if not is_enumerable(value):
        return value
    parsed = condition(context, expression)

    def look_up(items: list[Value]) -> list[Value]:
        sought = text_sought(context, variable, parsed) if items else None
        if sought is None:
            return compute(items)
        asked = ("where_exp", to_s(variable), expression)
        table = value.table(asked, lambda items: by_text_sought(context, variable, parsed, items))
        return compute(items) if table is None else table.get(sought, [])

    def compute(items: list[Value]) -> list[Value]:
        return [item for item, holds in each_value(context, variable, parsed, items) if is_true(holds)]

    chosen = look_up if isinstance(value, Listing) else compute
    return consume(value, "where_exp", free_values(context, variable, expression, parsed), chosen)


@context_filter()
def find_exp(context: Context, value: Value, variable: Value, expression: Value) -> Value:
    """The first member for which a condition holds, nil if there is none."""
    if not is_enumerable(value):
        return value
    parsed = condition(context, expression)

    def compute(items: list[Value]) -> Value:
        values = each_value(context, variable, parsed, items)
        return next((item for item, holds in values if is_true(holds)), None)

    return consume(value, "find_exp", free_values(context, variable, expression, parsed), compute)


def property_test(name: Value, target: Value) -> Test:
    """Upstream's `compare_property_vs_target`."""
    read = reader_of(name)
    if target is None:
        return lambda item: read(item) is None
    if isinstance(target, Literal):
        return lambda item: join(as_array(read(item)), "") == ""
    return text_test(read, to_s(target))


def text_test(read: Read, wanted: str) -> Test:
    """Whether what is read is printed as `wanted`, or is an array with such a member."""

    def test(item: Value) -> bool:
        value = read(item)
        if value.__class__ is str:
            return bool(value == wanted)
        return any(to_s(one) == wanted for one in as_array(value))

    return test


def as_array(value: Value) -> list[Value]:
    """Ruby's `Array(value)`."""
    if value is None:
        return []
    if is_array(value):
        return plain_list(value)
    if isinstance(value, dict):
        return [[key, item] for key, item in value.items()]
    if isinstance(value, datetime):
        return time_parts(value)
    return list(value) if isinstance(value, range) else [value]


def time_parts(time: datetime) -> list[Value]:
    """Time#to_a, through which `where: "date", 2015` finds a year, and whatever else has that number."""
    weekday, day_of_year = time.isoweekday() % 7, time.timetuple().tm_yday
    parts: list[Value] = [time.second, time.minute, time.hour, time.day, time.month, time.year]
    return [*parts, weekday, day_of_year, bool(time.dst()), time.tzname()]

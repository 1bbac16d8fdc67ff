"""Filters that take arrays apart and put them together (upstream `lib/jekyll/filters.rb`)."""

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Value, context_filter, numbers
from onemg_render.liquid.runtime import class_name, join, to_s
from onemg_render.render.filters.properties import is_array, plain_list
from onemg_render.render.surroundings import current_item
from onemg_render.util.yaml.limits import MAX_DEPTH, MAX_VALUES, extent


def array_to_sentence_string(value: Value, connector: Value = "and") -> str:
    """`["apples", "oranges", "grapes"]` -> `apples, oranges, and grapes`."""
    items = sentence_parts(value)
    word = to_s(connector)
    if len(items) < 2:
        return to_s(items[0]) if items else ""
    if len(items) == 2:
        return f"{to_s(items[0])} {word} {to_s(items[1])}"
    return f"{join(items[:-1], ', ')}, {word} {to_s(items[-1])}"


def sentence_parts(value: Value) -> list[Value]:
    """The members of an array; upstream asks for `length` and `[]` only, which texts and hashes have too."""
    if is_array(value):
        return plain_list(value)
    if isinstance(value, str) and len(value) < 3:
        return list(value)
    if isinstance(value, dict) and len(value) < 3:
        return [value.get(number) for number in range(len(value))]
    raise LiquidError(f"`array_to_sentence_string` needs an array, not {class_name(value)}")


def push(value: Value, item: Value) -> Value:
    return [*plain_list(value), bounded_member(item)] if is_array(value) else value


def unshift(value: Value, item: Value) -> Value:
    return [bounded_member(item), *plain_list(value)] if is_array(value) else value


def bounded_member(item: Value) -> Value:
    """An array as a member of another, unless it holds others that hold others so that there is no end."""
    if isinstance(item, list):
        size, depth = extent(item, {})
        if size > MAX_VALUES or depth > MAX_DEPTH:
            raise LiquidError(f"an array of {size} members, {depth} deep, is too large for another")
    return item


def pop(value: Value, count: Value = 1) -> Value:
    """Without the last member, or the last `count`."""
    if not is_array(value):
        return value
    items = plain_list(value)
    return items[: max(0, len(items) - size(count))]


def shift(value: Value, count: Value = 1) -> Value:
    """Without the first member, or the first `count`."""
    return plain_list(value)[size(count) :] if is_array(value) else value


def size(count: Value) -> int:
    number = numbers.to_integer(count)
    if number < 0:
        raise LiquidError("negative array size")
    return number


@context_filter(reads=())
def sample(context: Context, value: Value, count: Value = 1) -> Value:
    """A member, or an array of `count`, chosen at random: the same ones in each build of the same page."""
    if not is_array(value):
        return value
    items = plain_list(value)
    item = current_item(context)
    drawn = context.registers["samples drawn"] = int(str(context.registers.get("samples drawn", 0))) + 1
    from random import Random  # few templates draw lots

    chance = Random(f"{item.relative_path if item else ''}:{drawn}:{len(items)}")
    try:
        number = numbers.to_integer(count)
    except LiquidError:
        number = 1
    if number == 1:
        return chance.choice(items) if items else None
    return chance.sample(items, min(size(number), len(items)))

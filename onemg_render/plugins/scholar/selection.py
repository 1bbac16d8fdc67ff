"""Which entries a bibliography lists, in which order and groups."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cmp_to_key
from typing import Any, Final

from onemg_render.plugins.scholar.library import Entry
from onemg_render.plugins.scholar.settings import words
from onemg_render.util.patterns import regex

QUERY: Final = regex(r"@(\*|\w+)(?:\[([^\]]*)\])?")
CONDITION: Final = regex(r"\s*([\w-]+)\s*(!=|\^=|~=|<=|>=|=|<|>)\s*(.*?)\s*$")
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
DESCENDING: Final = regex(r"desc|reverse", re.IGNORECASE)
WHO: Final = ("author", "editor", "institution", "organization", "publisher")

Value = int | str


def selected(entries: Mapping[str, Entry], query: str) -> list[Entry]:
    """The entries that `@type[field=value, other!=value]` means, or any of several such."""
    tests = [query_test(match[1], match[2] or "") for match in QUERY.finditer(query)]
    return [entry for entry in entries.values() if any(test(entry) for test in tests)]


def query_test(kind: str, conditions: str) -> Callable[[Entry], bool]:
    alternatives = [
        [condition_test(one) for one in re.split(r"&&|,", alternative) if one.strip()]
        for alternative in conditions.split("||")
    ]

    def test(entry: Entry) -> bool:
        return kind in ("*", entry.type) and any(all(one(entry) for one in tests) for tests in alternatives)

    return test


def condition_test(condition: str) -> Callable[[Entry], bool]:
    match = CONDITION.match(condition)
    if match is None:
        return lambda entry: condition.strip() in entry.fields
    name, operator, wanted = match.groups()

    def test(entry: Entry) -> bool:
        value = entry.key if name == "key" else entry.type if name == "type" else entry.fields.get(name)
        if operator == "!=":
            return value != wanted
        return value is not None and compared(operator, value, wanted)

    return test


def compared(operator: str, value: str, wanted: str) -> bool:
    match operator:
        case "=":
            return value == wanted
        case "^=":
            return re.match(wanted, value) is not None
        case "~=":
            return re.search(wanted, value) is not None
        case "<" | "<=":
            return as_value(value) < as_value(wanted) or (operator == "<=" and value == wanted)  # type: ignore[operator]
        case _:
            return as_value(value) > as_value(wanted) or (operator == ">=" and value == wanted)  # type: ignore[operator]


def as_value(text: str) -> Value:
    return int(text) if re.fullmatch(r"-?\d+", text) else text


def in_order(entries: list[Entry], settings: Mapping[str, Any]) -> list[Entry]:
    """Sorted by `sort_by`, each key in its `order`."""
    keys, orders = words(settings["sort_by"]), words(settings["order"])

    def order(one: Entry, other: Entry) -> int:
        for index, key in enumerate(keys):
            step = compare(sort_value(one, key), sort_value(other, key))
            if step:
                return -step if DESCENDING.match(orders[min(index, len(orders) - 1)]) else step
        return 0

    return entries if keys == ["none"] else sorted(entries, key=cmp_to_key(order))


def compare(one: str, other: str) -> int:
    mine, theirs = as_value(one), as_value(other)
    if isinstance(mine, str) or isinstance(theirs, str):
        mine, theirs = one, other
    return int(mine > theirs) - int(mine < theirs)  # type: ignore[operator]  # both of one kind


def sort_value(entry: Entry, key: str) -> str:
    if key == "name":
        return next((entry.fields[who] for who in WHO if who in entry.fields), "").strip("{} ").lower()
    return str(entry.month or "") if key in ("month", "month_numeric") else entry.fields.get(key, "")


def grouped(
    entries: Sequence[Entry], key: str, settings: Mapping[str, Any], order: str
) -> list[tuple[str, list[Entry]]]:
    """(value, members) of each group, in order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(group_value(entry, key, settings), []).append(entry)
    types = list(settings["type_order"])

    def rank(one: tuple[str, list[Entry]], other: tuple[str, list[Entry]]) -> int:
        if key == "type":
            places = [types.index(value) if value in types else len(types) for value in (one[0], other[0])]
            return places[0] - places[1]
        return compare(one[0], other[0])

    is_reversed = DESCENDING.match(order) is not None

    def order_of(one: tuple[str, list[Entry]], other: tuple[str, list[Entry]]) -> int:
        return rank(other, one) if is_reversed else rank(one, other)

    return sorted(groups.items(), key=cmp_to_key(order_of))


def group_value(entry: Entry, key: str, settings: Mapping[str, Any]) -> str:
    if key == "type":
        return str(settings["type_aliases"].get(entry.type, entry.type))
    return entry.shown.get(key, "") if key not in ("name", "month") else sort_value(entry, key)


def group_name(value: str, key: str, settings: Mapping[str, Any]) -> str:
    """The heading of a group."""
    if key == "type":
        return str(settings["type_names"].get(value, value))
    if key == "month":
        names = settings["month_names"] or MONTHS
        is_month = value.isdecimal() and len(value) < 3 and 0 < int(value) <= len(names)
        return str(names[int(value) - 1]) if is_month else "(unknown)"
    return value

"""jsonify and inspect: values as text for programs and for the curious (upstream `lib/jekyll/filters.rb`)."""

import json
from datetime import date
from decimal import Decimal

from onemg_render.errors import LiquidError
from onemg_render.liquid import Drop, Value
from onemg_render.liquid.numbers import float_text
from onemg_render.liquid.runtime import inspect as ruby_inspect
from onemg_render.liquid.runtime import to_s
from onemg_render.render.drops.items import DocumentDrop
from onemg_render.render.drops.site import CollectionDrop, StaticFileDrop
from onemg_render.render.filters.text import xml_escape

ENCODER = json.JSONEncoder(ensure_ascii=False)
INDENT = "  "


def jsonify(value: Value) -> str:
    """JSON as Ruby's `to_json` writes it, without spaces; times and dates are text."""
    return generate(value)


def generate(value: Value, depth: int = 0, *, pretty: bool = False) -> str:
    """depth: how many lists and mappings are open; by it a document's neighbours are shown whole or not."""
    if isinstance(value, DocumentDrop):
        value = value.members(depth)
    elif isinstance(value, Drop):
        value = value.plain()
    if isinstance(value, dict):
        colon = ": " if pretty else ":"
        members = [
            key_text(key) + colon + generate(item, depth + 1, pretty=pretty) for key, item in value.items()
        ]
        return enclosed("{", members, "}", depth, pretty=pretty) if members else "{}"
    if isinstance(value, list):
        return enclosed(
            "[", [generate(item, depth + 1, pretty=pretty) for item in value], "]", depth, pretty=pretty
        )
    if isinstance(value, float):
        return float_json(value)
    if value is None or isinstance(value, bool | int):
        return ENCODER.encode(value)
    return ENCODER.encode(to_s(value) if isinstance(value, date | range | Decimal) else str(value))


def enclosed(opening: str, members: list[str], closing: str, depth: int, *, pretty: bool) -> str:
    """Ruby's JSON writes an empty list over three lines when it writes prettily."""
    if not pretty:
        return opening + ",".join(members) + closing
    inner = "\n" + INDENT * (depth + 1) if members else "\n"
    return opening + ",".join(inner + member for member in members or [""]) + "\n" + INDENT * depth + closing


def key_text(key: Value) -> str:
    return ENCODER.encode(key if isinstance(key, str) else to_s(key))


def float_json(value: float) -> str:
    text = float_text(value)
    if text in ("NaN", "Infinity", "-Infinity"):
        raise LiquidError(f"{text} not allowed in JSON")
    return text


def inspect(value: Value) -> str:
    """What Ruby's `inspect` shows of a value, escaped for HTML; Jekyll's drops show themselves as JSON."""
    if isinstance(value, DocumentDrop | CollectionDrop | StaticFileDrop):
        return xml_escape(generate(value, pretty=True))
    return xml_escape(ruby_inspect(value))

"""jsonify and inspect: values as text for programs and for the curious (upstream `lib/jekyll/filters.rb`)."""

import json
from datetime import date
from decimal import Decimal

from onemg_render.errors import LiquidError
from onemg_render.liquid import Drop, Value
from onemg_render.liquid.numbers import float_text
from onemg_render.liquid.runtime import inspect as ruby_inspect
from onemg_render.liquid.runtime import to_s
from onemg_render.render.filters.text import xml_escape

ENCODER = json.JSONEncoder(ensure_ascii=False)


def jsonify(value: Value) -> str:
    """JSON as Ruby's `to_json` writes it, without spaces; times and dates are text."""
    return generate(value)


def generate(value: Value) -> str:
    if isinstance(value, Drop):
        value = value.plain()
    if isinstance(value, dict):
        return "{" + ",".join(f"{key_text(key)}:{generate(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(generate, value)) + "]"
    if isinstance(value, float):
        return float_json(value)
    if value is None or isinstance(value, bool | int):
        return ENCODER.encode(value)
    return ENCODER.encode(to_s(value) if isinstance(value, date | range | Decimal) else str(value))


def key_text(key: Value) -> str:
    return ENCODER.encode(key if isinstance(key, str) else to_s(key))


def float_json(value: float) -> str:
    text = float_text(value)
    if text in ("NaN", "Infinity", "-Infinity"):
        raise LiquidError(f"{text} not allowed in JSON")
    return text


def inspect(value: Value) -> str:
    """What Ruby's `inspect` shows of a value, escaped for HTML."""
    return xml_escape(ruby_inspect(value))

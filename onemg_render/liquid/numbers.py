"""Numbers as Ruby reads, computes and prints them."""

import math
import re
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Value
from onemg_render.util.patterns import regex

Number: TypeAlias = int | float | Decimal

SPACE = " \t\r\n\f\v\0"
LEADING_INTEGER = regex(r"[\s\0]*([+-]?\d+(?:_\d+)*)", re.ASCII)
LEADING_FLOAT = regex(r"[\s\0]*([+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?)", re.ASCII)
DECIMAL_TEXT = regex(r"\A-?\d+\.\d+\Z", re.ASCII)
WHOLE_INTEGER = regex(
    r"""\s*([+-]?)(?:
      0[xX]([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)
    | 0[bB]([01]+(?:_[01]+)*)
    | 0[oO]?_?([0-7]+(?:_[0-7]+)*)
    | (?:0[dD])?([1-9]\d*(?:_\d+)*|0)
    )\s*\Z""",
    re.ASCII | re.VERBOSE,
)
LARGEST_DIGITS = 4000


def leading_integer(text: str) -> int:
    """String#to_i: the digits at the start, else 0."""
    match = LEADING_INTEGER.match(text)
    return digits(match[1]) if match else 0


def leading_float(text: str) -> float:
    """String#to_f: the number at the start, else 0."""
    match = LEADING_FLOAT.match(text)
    return float(match[1]) if match else 0.0


def digits(text: str, radix: int = 10) -> int:
    if len(text) > LARGEST_DIGITS:
        raise LiquidError(f"integer of {len(text)} digits is too large")
    return int(text, radix)


def to_integer(value: Value) -> int:
    """Utils.to_integer: an integer, or text that is one; else an error (lib/liquid/utils.rb)."""
    if value.__class__ is int:
        return int(value)
    match = WHOLE_INTEGER.match(value) if isinstance(value, str) else None
    if match is None:
        raise LiquidError("invalid integer")
    sign, hexadecimal, binary, octal, decimal = match.groups()
    for text, radix in ((hexadecimal, 16), (binary, 2), (octal, 8), (decimal, 10)):
        if text is not None:
            return digits(sign + text, radix)
    raise LiquidError("invalid integer")


def to_i(value: Value) -> int:
    """`value.to_i` where Ruby has it: numbers, text, times and nil; else an error."""
    if value is None:
        return 0
    if isinstance(value, bool):
        raise LiquidError("a number is needed here, not true or false")
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return leading_integer(value)
    if isinstance(value, float | Decimal):
        if not math.isfinite(value):
            raise LiquidError(float_text(float(value)))
        return int(value)
    if isinstance(value, datetime):
        return int(value.timestamp())
    raise LiquidError("a number is needed here, not a collection or a date")


def to_number(value: Value) -> int | Decimal:
    """Utils.to_number: floats become decimals, text its leading integer or its decimal, all else 0."""
    if value.__class__ is int or isinstance(value, Decimal):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str):
        if DECIMAL_TEXT.match(value.strip(SPACE)):
            return Decimal(value.strip(SPACE))
        return leading_integer(value)
    return 0


def integer_text(value: int) -> str:
    try:
        return str(value)
    except ValueError:  # CPython refuses to print more than 4300 digits
        raise LiquidError("integer is too large to be printed") from None


def float_text(value: float) -> str:
    """Float#to_s: the shortest digits; an exponent below 1e-4, and for whole numbers from 1e15 on."""
    if not math.isfinite(value):
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    text = repr(value)
    if "e" not in text and (-1e15 < value < 1e15 or not value.is_integer()):
        return text
    mantissa, _, exponent = text.partition("e")
    if exponent:
        mantissa = mantissa if "." in mantissa else mantissa + ".0"
        power = int(exponent)
    else:
        sign = "-" if value < 0 else ""
        figures = mantissa.strip("-").removesuffix(".0")
        power = len(figures) - 1
        mantissa = f"{sign}{figures[0]}.{figures[1:].rstrip('0') or '0'}"
    return f"{mantissa}e{'-' if power < 0 else '+'}{abs(power):02d}"


def decimal_text(value: Decimal) -> str:
    """BigDecimal#to_s: always scientific, `0.15e1`."""
    if not value.is_finite():
        return "NaN" if value.is_nan() else "Infinity" if value > 0 else "-Infinity"
    sign, figures, exponent = value.as_tuple()
    text = "".join(map(str, figures)).lstrip("0")
    if not text:
        return "-0.0" if sign else "0.0"
    power = int(exponent) + len(text)
    return f"{'-' if sign else ''}0.{text.rstrip('0')}e{power}"

"""Filters on numbers (Ruby: lib/liquid/standardfilters.rb).

Floats are computed as decimals, text as its leading integer or as its decimal, anything else as 0.
"""

import decimal
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from operator import add, gt, lt, mul, sub
from typing import Any, TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Value
from onemg_render.liquid.numbers import float_text, to_number

Exact: TypeAlias = int | Decimal
EXACT = decimal.Context(prec=1000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])
QUOTIENT = decimal.Context(prec=40, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])
LARGEST_INT = 2**31 - 1
LARGEST_BITS = 1_000_000


def shown(value: Any) -> int | float:
    return value if isinstance(value, int) else float(value)


def computed(value: Value, operand: Value, operation: Callable[[Any, Any], Any]) -> int | float:
    left, right = to_number(value), to_number(operand)
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > LARGEST_BITS:
            raise LiquidError("integer is too large")
        return shown(operation(left, right))
    with decimal.localcontext(EXACT):
        return shown(operation(Decimal(left), Decimal(right)))


def plus(value: Value, operand: Value) -> int | float:
    return computed(value, operand, add)


def minus(value: Value, operand: Value) -> int | float:
    return computed(value, operand, sub)


def times(value: Value, operand: Value) -> int | float:
    return computed(value, operand, mul)


def divided_by(value: Value, operand: Value) -> int | float:
    return computed(value, operand, quotient)


def modulo(value: Value, operand: Value) -> int | float:
    return computed(value, operand, remainder)


def quotient(left: Exact, right: Exact) -> Exact:
    """Of integers the floor; a decimal divided by zero is infinite."""
    if isinstance(left, int) and isinstance(right, int):
        if right == 0:
            raise LiquidError("divided by 0")
        return left // right
    return QUOTIENT.divide(Decimal(left), Decimal(right))


def remainder(left: Exact, right: Exact) -> Exact:
    """With the sign of the divisor."""
    if right == 0:
        raise LiquidError("divided by 0")
    if isinstance(left, int) and isinstance(right, int):
        return left % right
    found = Decimal(left) % Decimal(right)
    if not found:
        return Decimal(0)
    return found + right if (found < 0) != (right < 0) else found


def absolute(value: Value) -> int | float:
    return shown(abs(to_number(value)))


def finite(value: Exact) -> Exact:
    if isinstance(value, Decimal) and not value.is_finite():
        raise LiquidError(f"Computation results in '{float_text(float(value))}'")
    return value


def ceil(value: Value) -> int:
    return int(Decimal(finite(to_number(value))).to_integral_value(ROUND_CEILING, EXACT))


def floor(value: Value) -> int:
    return int(Decimal(finite(to_number(value))).to_integral_value(ROUND_FLOOR, EXACT))


def round_number(value: Value, places: Value = 0) -> int | float:
    """Halves away from zero; to an integer unless there are places behind the point."""
    number = finite(to_number(value))
    count = int(to_number(places))
    if abs(count) > (LARGEST_INT if isinstance(number, int) else LARGEST_BITS):
        raise LiquidError(f"cannot round to {count} places")
    if isinstance(number, int) and count >= 0:
        return number
    if isinstance(number, int) and -count > number.bit_length():
        return 0
    exact = Decimal(number)
    with decimal.localcontext(EXACT):
        fits = exact == exact.to_integral_value() or -int(exact.as_tuple().exponent) <= count
        rounded = exact if fits and count > 0 else exact.quantize(Decimal(1).scaleb(-count), ROUND_HALF_UP)
    return int(rounded) if isinstance(number, int) or count < 1 else float(rounded)


def at_least(value: Value, least: Value) -> int | float:
    return bounded(value, least, gt)


def at_most(value: Value, most: Value) -> int | float:
    return bounded(value, most, lt)


def bounded(value: Value, bound: Value, beyond: Callable[[Any, Any], bool]) -> int | float:
    number, end = to_number(value), to_number(bound)
    with decimal.localcontext(EXACT):
        return shown(end if beyond(end, number) else number)

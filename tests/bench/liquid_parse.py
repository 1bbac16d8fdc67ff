"""How fast is a page body parsed?"""

from itertools import count

from tests.bench.liquid_engines import (
    BODY,
    Times,
    add_ruby,
    environment,
    median_cpu,
    python_environment,
    ruby,
    site_data,
)

REPEAT = 201


def run() -> list[str]:
    times, owner, other, number = Times(), environment(), python_environment(), count()
    times.seconds["onemg"] = median_cpu(lambda: owner.parse(f"{BODY}{next(number)}"), REPEAT)
    times.seconds["python-liquid"] = median_cpu(lambda: other.from_string(f"{BODY}{next(number)}"), REPEAT)
    answer = ruby("parse", BODY, site_data(), REPEAT)
    add_ruby(times, answer)
    times.outputs.clear()
    return times.lines()

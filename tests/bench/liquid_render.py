"""How fast is a layout with a sidebar over 300 pages rendered, data being drops with recorded reads?"""

from tests.bench.liquid_engines import (
    LAYOUT,
    Times,
    add_ruby,
    environment,
    median_cpu,
    python_environment,
    recorded,
    render,
    ruby,
    site_data,
)

REPEAT = 41


def run() -> list[str]:
    data, owner, times = site_data(), environment(), Times()
    drops = recorded(data)
    layout = owner.parse(LAYOUT)
    for _ in range(REPEAT):
        times.outputs["onemg"] = render(layout, owner, drops)
    times.seconds["onemg"] = median_cpu(lambda: render(layout, owner, drops), REPEAT)
    other = python_environment().from_string(LAYOUT)
    times.outputs["python-liquid"] = other.render(**data)
    times.seconds["python-liquid"] = median_cpu(lambda: other.render(**data), REPEAT)
    add_ruby(times, ruby("render", LAYOUT, data, REPEAT))
    return times.lines()

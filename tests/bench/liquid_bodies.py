"""How fast are 820 page bodies parsed and rendered, each in a layout with a sidebar over 300 pages?"""

from collections.abc import Callable
from typing import Any

from tests.bench.liquid_engines import (
    BODIES,
    BODY,
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


def each_page(data: dict[str, Any], pages: list[Any], one: Callable[[str, dict[str, Any]], str]) -> str:
    output = ""
    for number in range(BODIES):
        output = one(f"{BODY}\n{number}", {**data, "page": pages[number % len(pages)]})
    return output


def run() -> list[str]:
    data, times = site_data(), Times()
    drops = recorded(data)

    def ours() -> None:
        owner = environment()
        layout = owner.parse(LAYOUT)

        def one(body: str, data: dict[str, Any]) -> str:
            content = render(owner.parse(body), owner, data)
            return render(layout, owner, {**data, "content": content})

        times.outputs["onemg"] = each_page(drops, drops["site"].get("pages").items, one)

    def theirs() -> None:
        owner = python_environment()
        layout = owner.from_string(LAYOUT)

        def one(body: str, data: dict[str, Any]) -> str:
            content = owner.from_string(body).render(**data)
            return layout.render(**{**data, "content": content})

        times.outputs["python-liquid"] = each_page(data, data["site"]["pages"], one)

    times.seconds["onemg"] = median_cpu(ours, 3)
    times.seconds["python-liquid"] = median_cpu(theirs, 1)
    add_ruby(times, ruby("bodies", LAYOUT, data, 1, BODIES))
    return times.lines()

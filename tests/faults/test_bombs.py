"""Small sources that mean a lot of work: each ends soon and in little memory, built or refused.

All are built one after the other in one process, whose memory is bounded.
"""

import contextlib
import json
import os
import signal
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.cli.bounds import limited_memory
from onemg_render.errors import OnemgError
from onemg_render.reporting import Reporter, as_text

MEGABYTES: Final = 1024
SECONDS: Final = 60
"""Far more than any takes: what has no bound takes for ever."""


def page(text: str, front_matter: str = "") -> str:
    return f"---\n{front_matter}---\n{text}"


def laughs(levels: int) -> str:
    letters = [chr(ord("a") + level) for level in range(levels)]
    rows = (f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise(letters))
    return f"a: &a [{', '.join('x' * 9)}]\n" + "".join(rows)


def includes(depth: int, times: int) -> dict[str, str]:
    names = {
        f"_includes/a{level}.html": f"{{% include a{level + 1}.html %}}" * times for level in range(depth)
    }
    return {**names, f"_includes/a{depth}.html": "x", "index.html": page("{% include a0.html %}")}


def grown(filters: str, start: str = "'a b' | split: ' '") -> str:
    return page(
        f"{{% assign x = {start} %}}{{% for i in (1..60) %}}{{% assign x = x | {filters} %}}{{% endfor %}}"
        "{{ x }}"
    )


YAML: Final = {
    "a billion laughs": {"_data/a.yml": laughs(15)},
    "as many as are allowed": {
        "_data/a.yml": laughs(5),
        "index.html": page("{{ site.data | jsonify | size }}"),
    },
    "nested lists": {"_data/a.yml": "[" * 100_000},
    "nested dashes": {"_data/a.yml": "- " * 50_000},
    "a long number": {"_data/a.yml": f"a: {'9' * 300_000}"},
    "a long time": {"_data/a.yml": f"a: {'1' + ':59' * 50_000}"},
    "merges of merges": {
        "_data/a.yml": "a0: &a0 {x: 1}\n"
        + "".join(f"a{n + 1}: &a{n + 1}\n  <<: *a{n}\n" for n in range(1000))
    },
    "JSON": {"_data/a.json": "[" * 100_000 + "]" * 100_000},
    "a number in JSON": {"_data/a.json": f"[{'9' * 300_000}]"},
    "quotes in CSV": {"_data/a.csv": "a\n" + '"' * 200_001},
    "front matter that is not closed": {"a.md": "---" + "\n" * 100_000},
}
PATTERNS: Final = {
    "stars in exclude": {"_config.yml": f'exclude: ["{"*a" * 30}*b"]', "a" * 200: "x"},
    "stars in include": {"_config.yml": f'include: ["{"*a" * 30}*b"]', "." + "a" * 200: "x"},
    "stars in defaults": {
        "_config.yml": f'defaults: [{{scope: {{path: "{"*a" * 30}*b"}}, values: {{a: b}}}}]',
        "a" * 200: "x",
    },
    "folders in defaults": {
        "_config.yml": f'defaults: [{{scope: {{path: "{"**/" * 40}x"}}, values: {{a: b}}}}]',
        "/".join("a" * 30): "x",
    },
    "braces": {"_config.yml": f'sass: {{load_paths: ["{"{a,b}" * 30}"]}}', "index.html": page("")},
    "many braces": {"_config.yml": f'sass: {{load_paths: ["{"{a}" * 3000}"]}}', "index.html": page("")},
    "folders of Sass": {"_config.yml": f'sass: {{load_paths: ["{"**/" * 20}x"]}}', "/".join("a" * 30): "x"},
    "a Gemfile of nothing": {"Gemfile": "\n" * 200_000},
    "a Gemfile of groups": {"Gemfile": "group :jekyll_plugins do\n" * 20_000},
    "levels of contents": {"_config.yml": 'kramdown: {toc_levels: "1..999999999999"}', "a.md": page("# a")},
    "a name of a post": {"index.html": page("{% post_url " + "a/" * 60 + "x %}")},
    "parameters": {
        "index.html": page("{% include a.html " + 'a="b" ' * 20_000 + "%}"),
        "_includes/a.html": "x",
    },
}
TEMPLATES: Final = {
    "a range": {"index.html": page("{% for i in (1..1000000000) %}x{% endfor %}")},
    "includes that double": includes(40, 2),
    "includes of ten": includes(10, 10),
    "layouts that double": {
        **{
            f"_layouts/l{n}.html": page("{{ content }}{{ content }}", f"layout: l{n + 1}\n")
            for n in range(40)
        },
        "index.html": page("xxxxxxxxxx", "layout: l0\n"),
    },
    "a layout of itself": {
        "_layouts/a.html": page("{{ content }}", "layout: a\n"),
        "index.html": page("x", "layout: a\n"),
    },
    "append": {"index.html": grown("append: x", "'ab'")},
    "replace": {"index.html": grown("replace: 'a', 'aaaaaaaaaa'", "'a'")},
    "push": {"index.html": grown("push: x | push: x")},
    "times": {"index.html": grown("times: x", "9")},
    "slices and cuts": {
        "index.html": page("{{ 'a' | slice: 0, 99999999999999999999 }}{{ 1.5 | round: 999999999 }}")
    },
    "a wide date": {"index.html": page("{{ '2024-01-01' | date: '%999999999d' }}")},
    "a far date": {
        "index.html": page(
            f"{{{{ 99999999999999999999 | date: '%Y' }}}}{{{{ '{'9' * 100_000}' | date: '%Y' }}}}"
        )
    },
    "open tags": {"index.html": page("{% if a %}" * 100_000)},
    "brackets": {"index.html": page("{{ a" + "[a" * 100_000 + "]" * 100_000 + " }}")},
    "tags to strip": {"index.html": page("{{ '" + "<script>" * 30_000 + "<" * 100_000 + "' | strip_html }}")},
}
MARKDOWN: Final = {
    name: {"a.md": page(text)}
    for name, text in {
        "quotes": "> " * 20_000 + "x",
        "lists": "\n".join(f"{'  ' * level}- a" for level in range(500)),
        "brackets": "[" * 50_000,
        "links": "[a](" * 10_000,
        "stars": "**a *b " * 10_000,
        "elements": "<div>\n" * 5_000,
        "comments": "<!--" * 50_000,
        "cells": "|a" * 10_000 + "\n|-\n",
        "footnotes in footnotes": "".join(f"[^{n}]: [^{n + 1}] [^{n + 1}]\n\n" for n in range(40)) + "[^0]",
        "attributes of attributes": "".join(f"{{:x{n}: x{n + 1} x{n + 1}}}\n" for n in range(60))
        + "a\n{:x0}\n",
        "code": "```python\n" + '"""' * 10_001 + "\n```",
    }.items()
}
STYLE_SHEETS: Final = {
    "a mixin of itself": {"a.scss": page("@mixin a { @include a } b { @include a }")},
    "nesting": {"a.scss": page("a{" * 100_000)},
    "a text that doubles": {
        "a.scss": page("$a: 'xxxxxxxx'; @for $i from 1 through 60 { $a: $a + $a } b { c: $a }")
    },
    "a file of itself": {"a.scss": page("@import 'a'"), "_sass/_a.scss": "@import 'a'"},
}
BOMBS: Final = {"s16": YAML, "s18": PATTERNS, "s19": MARKDOWN, "s20": TEMPLATES, "s21": STYLE_SHEETS}


def explode(line: str, name: str, folder: Path) -> str:
    for path, text in BOMBS[line][name].items():
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    reporter = Reporter(lambda message: None)
    options = BuildOptions(environment="production", force=True)
    config = {"disable_disk_cache": True, "safe": True}
    try:
        build(folder / "source", folder / "site", config=config, options=options, reporter=reporter)
    except OnemgError as error:
        reporter.error(error)
    return "\n".join(map(as_text, reporter.messages))


def main() -> None:
    """Explodes all bombs of a line, in a process of its own; tells of each how long it took."""
    with limited_memory(MEGABYTES << 20):
        explode_all(sys.argv[1])


def explode_all(line: str) -> None:
    for name in BOMBS[line]:
        start = time.perf_counter()
        if hasattr(signal, "alarm"):
            signal.alarm(SECONDS)
        with TemporaryDirectory() as folder:
            said = explode(line, name, Path(folder))
        print(json.dumps([name, round(time.perf_counter() - start, 2), len(said)]), flush=True)  # noqa: T201 - read by the test


def exploded(line: str) -> None:
    """Every bomb of a line has gone off, and nothing said of it is long."""
    import subprocess

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "tests.faults.test_bombs", line]
    done = subprocess.run(
        words, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    found = [json.loads(one) for one in done.stdout.splitlines()]
    assert [name for name, *_ in found] == list(BOMBS[line]), done.stderr[-2000:]
    assert max(length for *_, length in found) < 10_000


def test_s16_yaml_and_data_that_stand_for_more() -> None:
    exploded("s16")


def test_s18_patterns_of_the_configuration() -> None:
    exploded("s18")


def test_s19_nesting_without_end() -> None:
    exploded("s19")


def test_s20_templates_that_grow() -> None:
    exploded("s20")


def test_s21_style_sheets_without_end() -> None:
    exploded("s21")


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()

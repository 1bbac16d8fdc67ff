"""Runs every benchmark: `python -m tests.bench [NAME ...]`; one that takes minutes only if it is named.

Each answers one question, in CPU medians.
"""

import importlib
import pkgutil
import sys

from tests import bench


def main(wanted: list[str]) -> None:
    for found in pkgutil.iter_modules(bench.__path__):
        if wanted and found.name not in wanted:
            continue
        module = importlib.import_module(f"tests.bench.{found.name}")
        if hasattr(module, "run") and (wanted or not hasattr(module, "MINUTES")):
            sys.stdout.write(f"{(module.__doc__ or found.name).splitlines()[0]}\n")
            for line in module.run():
                sys.stdout.write(f"  {line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

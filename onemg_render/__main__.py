"""The entrance of the command line: `onemg` and `python -m onemg_render`."""

import sys


def main() -> None:
    from onemg_render.cli.main import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

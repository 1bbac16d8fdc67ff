"""`onemg clean`: removes the built site and what builds keep (upstream `lib/jekyll/commands/clean.rb`)."""

import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onemg_render.cli.options import add_build, overrides
from onemg_render.errors import OutputError
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.config import Config


def arguments(parser: ArgumentParser) -> None:
    """Those of a build, as in Jekyll: the command that cleans is then the one that built."""
    add_build(parser)


def run(options: Namespace, reporter: Reporter) -> int:
    """Remove what is there; raises OutputError if the destination holds the sources or a stranger's files."""
    from onemg_render.build.writing import destination_of
    from onemg_render.config import load

    given = overrides(options)
    config = load(options.source or ".", files=options.config, overrides=given, reporter=reporter)
    destination = destination_of(config)
    destination.check(config.source)
    if destination.folder.exists() and not (destination.is_known() or options.force):
        raise OutputError(
            f"no build has written {destination.folder}", hint="remove it all the same with --force"
        )
    for path in leftovers(config):
        remove(path, reporter)
    return 0


def leftovers(config: "Config") -> Iterator[Path]:
    yield config.destination
    yield config.source / ".jekyll-metadata"
    yield config.source / (config.text("cache_dir") or ".jekyll-cache")
    yield config.source / ".sass-cache"


def remove(path: Path, reporter: Reporter) -> None:
    if path.is_dir() and not path.is_symlink():
        reporter.info(f"Removing {path}...", topic="Cleaner")
        shutil.rmtree(path)
    elif path.exists() or path.is_symlink():
        reporter.info(f"Removing {path}...", topic="Cleaner")
        path.unlink()
    else:
        reporter.info(f"Nothing to do for {path}.", topic="Cleaner")

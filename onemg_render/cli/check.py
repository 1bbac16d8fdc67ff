"""`onemg check`: finds what is broken in the built site, and where in the sources it comes from."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onemg_render.cli.build import counted, plural
from onemg_render.cli.options import add_build, build_options, overrides, words
from onemg_render.errors import UsageError
from onemg_render.reporting import Reporter
from onemg_render.util.close_matches import close_matches

if TYPE_CHECKING:
    from onemg_render.check.built_site import BuiltSite
    from onemg_render.check.sources import ReadsOf

NAMES: Final = "names"
"""The check that goes with rendering: of variables and filters that nothing defines."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="tell only what is wrong in these sources"
    )
    parser.add_argument(
        "--built", type=Path, metavar="DIR", help="the folder of the built site (default: build it in memory)"
    )
    parser.add_argument("--only", type=words, metavar="CHECK[,CHECK]", help="only these checks")
    parser.add_argument(
        "--skip", type=words, metavar="CHECK[,CHECK]", default=[], help="all but these checks"
    )
    parser.add_argument(
        "--ignore",
        type=words,
        metavar="PATTERN[,PATTERN]",
        default=[],
        help="addresses to take for good: '/search/*'",
    )
    parser.add_argument(
        "--external", action="store_true", help="ask other hosts whether the links to them lead anywhere"
    )
    add_build(parser)


def run(options: Namespace, reporter: Reporter) -> int:
    """Tell every finding; answers 1 if one is an error, or with `--strict` a warning.

    Raises what a build raises, and UsageError for a check that does not exist.
    """
    from onemg_render.build.writing import cache_of
    from onemg_render.check.external import CHECK, External
    from onemg_render.check.report import messages
    from onemg_render.check.settings import Rule, rules

    checks = chosen(options.only, options.skip)
    if options.external and options.safe:
        raise UsageError("`--external` asks hosts that the site names, which is not safe")
    reporter.only = frozenset(file.absolute() for file in options.files)
    built, reads_of = looked_at(options, reporter, names=NAMES in checks)
    config = built.site.config
    ignored = [*rules(config), *(Rule(address=pattern) for pattern in options.ignore)]
    kept = cache_of(config)
    cache = None if kept is None else kept / "external-links.json"
    more = {CHECK: External(config, ignored, cache)} if options.external else {}
    for message in messages(built, checks, reads_of=reads_of, ignored=ignored, more=more):
        reporter.report(message)
    counts = counted(reporter)
    found = ", ".join(counts.values()) or "nothing wrong"
    reporter.info(f"{plural(len(built.pages), 'page')}: {found}", topic="Checked")
    return 1 if "error" in counts or (options.strict and "warning" in counts) else 0


def chosen(only: list[str] | None, skip: list[str]) -> set[str]:
    """The names of the checks to run; raises UsageError for one that does not exist."""
    from onemg_render.check.report import CHECKS

    known = (*CHECKS, NAMES)
    for name in (*(only or ()), *skip):
        if name not in known:
            near = close_matches(name, known, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"
            raise UsageError(f"there is no check `{name}`", hint=hint)
    return set(known if only is None else only) - set(skip)


def looked_at(options: Namespace, reporter: Reporter, *, names: bool) -> "tuple[BuiltSite, ReadsOf | None]":
    """The site with its files from the folder of `--built`, or as they would be written.

    In the latter case also what each page has read.
    """
    from onemg_render.build.pipeline import survey, unwritten
    from onemg_render.check.built_site import BuiltSite

    config, how = overrides(options), build_options(options)._replace(names=names)
    if options.built is None:
        site, outputs, rendered = unwritten(config=config, options=how, reporter=reporter)
        return BuiltSite(site, {file.destination: file.read for file in outputs}), rendered.reads_of
    folder: Path = options.built
    if not folder.is_dir():
        raise UsageError(f"there is no folder `{folder}`", hint="build the site first: onemg build")
    paths = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes for path in paths}
    return BuiltSite(survey(config=config, options=how, reporter=reporter), files), None

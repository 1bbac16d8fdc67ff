"""`onemg serve`: the site in a browser, built again and reloaded whenever something changes."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from typing import TYPE_CHECKING, Final

from onemg_render.cli.options import add_build, build_options, overrides, whole_number, words
from onemg_render.cli.watching import ended_by_signals, repeated
from onemg_render.errors import UsageError
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.serve.settings import ServeSettings

REFINEMENTS: Final = ("livereload_ignore", "livereload_min_delay", "livereload_max_delay", "livereload_port")


def arguments(parser: ArgumentParser) -> None:
    add_build(parser)
    group = parser.add_argument_group("the preview")
    group.add_argument("-H", "--host", help="address to answer on (default: 127.0.0.1, this machine only)")
    group.add_argument(
        "-P", "--port", type=int, help="port to answer on (default: the first free one from 4000)"
    )
    group.add_argument("-o", "--open-url", action="store_true", default=None, help="open it in the browser")
    group.add_argument("--show-dir-listing", action="store_true", default=None, help="list folders")
    group.add_argument(
        "--skip-initial-build", action="store_true", default=None, help="serve what an earlier preview built"
    )
    group.add_argument(
        "-l", "--livereload", action=BooleanOptionalAction, help="reload pages that changed (default: on)"
    )
    group.add_argument(
        "--livereload-ignore", metavar="GLOB[,GLOB]", type=words, help="sources whose changes reload nothing"
    )
    group.add_argument("--livereload-min-delay", metavar="MS", type=whole_number,
                       help="until a page that has lost the preview looks for it (default: 500)")  # fmt: skip
    group.add_argument("--livereload-max-delay", metavar="MS", type=whole_number,
                       help="the most that it waits then (default: 5000)")  # fmt: skip
    group.add_argument("--livereload-port", metavar="PORT", type=int,
                       help="speak LiveReload at this port too, for its browser extensions")  # fmt: skip
    group.add_argument("--no-bar", dest="bar", action="store_false", help="no bar with the page's source")
    group.add_argument("-B", "--detach", action="store_true", help="accepted, but not there")
    group.add_argument("--ssl-cert", metavar="FILE", help="accepted, but not there")
    group.add_argument("--ssl-key", metavar="FILE", help="accepted, but not there")


def run(options: Namespace, reporter: Reporter) -> int:
    """Serve until Ctrl-C, which is the good end: exit code 0."""
    from onemg_render.serve.session import Session

    refine = [name for name in REFINEMENTS if getattr(options, name) is not None]
    if options.livereload is False and refine:
        names = ", ".join(f"--{name.replace('_', '-')}" for name in refine)
        raise UsageError(f"{names}: there is nothing to reload with --no-livereload")
    if options.detach:
        reporter.warn("--detach is not there", hint="run `onemg serve &`, or in a terminal of its own")
    if options.ssl_cert or options.ssl_key:
        reporter.warn("the preview speaks HTTP only", hint="put a proxy with your certificate in front of it")
    session = Session(
        overrides(options),
        build_options(options),
        settings(options),
        build=repeated(options),
        reporter=reporter,
    )
    with ended_by_signals():
        session.run()
    return 0


def settings(options: Namespace) -> "ServeSettings":
    from onemg_render.serve.settings import ServeSettings

    return ServeSettings(
        host=options.host,
        port=options.port,
        open_url=options.open_url,
        listing=options.show_dir_listing,
        skip_initial_build=options.skip_initial_build,
        watch=options.watch,
        reload=options.livereload,
        ignored=options.livereload_ignore,
        min_delay=options.livereload_min_delay,
        max_delay=options.livereload_max_delay,
        reload_port=options.livereload_port,
        polling=options.force_polling,
        bar=options.bar,
    )

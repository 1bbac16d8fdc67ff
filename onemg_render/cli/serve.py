"""`onemg serve`: the site in a browser, built again and reloaded whenever something changes."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from contextlib import suppress

from onemg_render.cli.options import add_build, build_options, overrides, words
from onemg_render.reporting import Reporter


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
        "--livereload-ignore", metavar="GLOB[,GLOB]", type=words, help="files that reload nothing"
    )
    group.add_argument("--livereload-min-delay", metavar="SECONDS", type=float, help="calm before a rebuild")
    group.add_argument("--livereload-max-delay", metavar="SECONDS", type=float, help="accepted")
    group.add_argument(
        "--livereload-port", metavar="PORT", type=int, help="accepted; there is one port for all"
    )
    group.add_argument("--no-bar", dest="bar", action="store_false", help="no bar with the page's source")
    group.add_argument("-B", "--detach", action="store_true", help="accepted, but not there")
    group.add_argument("--ssl-cert", metavar="FILE", help="accepted, but not there")
    group.add_argument("--ssl-key", metavar="FILE", help="accepted, but not there")


def run(options: Namespace, reporter: Reporter) -> int:
    """Serve until Ctrl-C, which is the good end: exit code 0."""
    from onemg_render.build.pipeline import build
    from onemg_render.build.workshop import Workshop
    from onemg_render.serve.session import ServeSettings, Session

    if options.detach:
        reporter.warn("--detach is not there", hint="run `onemg serve &`, or in a terminal of its own")
    if options.ssl_cert or options.ssl_key:
        reporter.warn("the preview speaks HTTP only", hint="put a proxy with your certificate in front of it")
    settings = ServeSettings(
        host=options.host,
        port=options.port,
        open_url=options.open_url,
        listing=options.show_dir_listing,
        skip_initial_build=options.skip_initial_build,
        watch=options.watch,
        reload=options.livereload,
        ignore=tuple(options.livereload_ignore) if options.livereload_ignore is not None else None,
        min_delay=options.livereload_min_delay,
        polling=options.force_polling,
        bar=options.bar,
    )
    workshop = Workshop()
    session = Session(
        overrides(options),
        build_options(options),
        settings,
        build=lambda given, chosen, messages: build(
            config=given, options=chosen, reporter=messages, workshop=workshop
        ),
        reporter=reporter,
    )
    with suppress(KeyboardInterrupt):
        session.run()
    return 0

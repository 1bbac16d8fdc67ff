"""The build: configure, read, generate, render, write (upstream `Site#process`)."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter, time_ns

from onemg_render.build.assembly import Assembly
from onemg_render.build.crew import Crew
from onemg_render.build.generating import generate
from onemg_render.build.keeping import kept, place_of
from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.build.reading import read_site
from onemg_render.build.rendering import RenderedSite, render_all
from onemg_render.build.store import Store, StoreChanged
from onemg_render.build.witness import Witness
from onemg_render.build.workshop import Workshop, open_for_build
from onemg_render.build.writing import files, keep, staging_of, write_all
from onemg_render.errors import OnemgError, ReadError, SassError, StrictError, UsageError
from onemg_render.output import OutputFile, Staging, Written
from onemg_render.read.source_file import SourceChanged
from onemg_render.reporting import Reporter
from onemg_render.sass import Compiler
from onemg_render.site import Site


def build(
    source: str | Path | None = None,
    destination: str | Path | None = None,
    *,
    config: Mapping[str, object] | None = None,
    options: BuildOptions | None = None,
    reporter: Reporter | None = None,
    workshop: Workshop | None = None,
) -> BuildResult:
    """Builds a site. Nothing is written unless everything could be rendered.

    config: keys that win over the configuration files, as options on the command line do.
    workshop: what a process that builds a site more than once keeps between its builds.
    Raises the OnemgError that stopped the build, or BuildErrors when several items failed independently.
    """
    options, reporter = dated(options or BuildOptions()), reporter or Reporter()
    given = dict(config or {})
    given |= {key: str(path) for key, path in (("source", source), ("destination", destination)) if path}
    try:
        return process(given, options, reporter, workshop)
    except (StoreChanged, SourceChanged):
        return process(given, options._replace(fresh=True), reporter, workshop)
    except OSError as error:
        raise unusable(error) from error


def dated(options: BuildOptions) -> BuildOptions:
    """With the time of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs). Raises UsageError."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch or options.time is not None:
        return options
    try:
        return options._replace(time=datetime.fromtimestamp(int(epoch), UTC))
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is `{epoch}`", hint="it should be a number of seconds since 1970"
        ) from None


def unusable(error: OSError) -> OnemgError:
    """What the system refuses where nobody expects it: a file system that is read-only, worn out or away.

    Raises the error itself if it is about no file.
    """
    if error.filename is None:
        raise error
    reason = (error.strerror or str(error)).lower()
    return ReadError(f"{error.filename} cannot be used: {reason}", hint="check its permissions and its disk")


def process(
    given: Mapping[str, object], options: BuildOptions, reporter: Reporter, workshop: Workshop | None
) -> BuildResult:
    """One build from beginning to end.

    Raises StoreChanged or SourceChanged if what was kept, or a file behind it, is gone when it is needed.
    """
    start = time_ns()
    phases = Phases()
    with phases.timed("configure"):
        parts = assembled(given, options, reporter, workshop)
        witness = None if workshop is not None else called(parts, given, options, start)
        parts = parts if witness is None else at_kept_time(parts, witness, options)
    announce(parts, options)
    with (
        open_for_build(parts.compiler, workshop),
        kept(parts, options, workshop) as store,
        closing(staging_of(parts.config)) as staging,
    ):
        with phases.timed("read"):
            warm_up(parts, store)
            site = read_site(parts, store)
        with phases.timed("generate"):
            generate(parts, site)
            if store is not None and store.items is not None:
                store.items.follow(site)
        with phases.timed("render"):
            crew = crew_of(
                parts, given, options, staging=staging, keeps=store is not None, seconds=phases.total
            )
            rendered = render_all(parts, site, store, crew)
        if workshop is None:
            parts.compiler.dismiss()
        tell_doubts(parts)
        if options.strict:
            refuse_warnings(parts.reporter)
        with phases.timed("write"):
            changed = (
                Written() if options.dry else write_all(parts, site, rendered, staging, force=options.force)
            )
        with phases.timed("keep"):
            if not options.dry:
                keep(parts, site, rendered, changed)
            seen = None if witness is None else remember(parts, site, rendered, witness)

    return BuildResult(
        site=site,
        config=parts.config,
        destination=parts.config.destination,
        changed=changed,
        rendered=rendered.made,
        seen=seen,
        phases=phases.seconds,
        templates=rendered.costs,
        reuse=rendered.reuse,
    )


def survey(*, config: Mapping[str, object], options: BuildOptions, reporter: Reporter) -> Site:
    """The site as it is before anything is rendered: read, and with what plug-ins add."""
    parts, site = prepared(config, options, reporter)
    parts.compiler.close()
    return site


def prepared(
    given: Mapping[str, object], options: BuildOptions, reporter: Reporter | None = None
) -> tuple[Assembly, Site]:
    """A build up to where rendering begins; its compiler is to be closed. reporter: None to say nothing."""
    parts = assembled(given, options, reporter or Reporter(lambda message: None))
    site = read_site(parts)
    generate(parts, site)
    return parts, site


def crew_of(
    parts: Assembly,
    given: Mapping[str, object],
    options: BuildOptions,
    *,
    staging: Staging,
    keeps: bool,
    seconds: float,
) -> Crew | None:
    """The processes that may take a share of the work; None where one has to render it all.

    keeps: whether results are kept. seconds: what the build has taken so far.
    """
    if options.names:
        return None
    return Crew(
        parts,
        partial(prepared, given, options._replace(time=parts.time)),
        options.jobs,
        staging=None if options.dry else staging,
        method=options.start_method,
        digests=keeps,
        seconds_to_read=seconds,
    )


def unwritten(
    *, config: Mapping[str, object], options: BuildOptions, reporter: Reporter
) -> tuple[Site, list[OutputFile], RenderedSite]:
    """The site rendered whole, the files that a build would write, and how they came about."""
    parts, site = prepared(config, options, reporter)
    with closing(parts.compiler):
        rendered = render_all(parts, site, None)
        tell_doubts(parts)
        return site, list(files(site, rendered)), rendered


def assembled(
    given: Mapping[str, object], options: BuildOptions, reporter: Reporter, workshop: Workshop | None = None
) -> Assembly:
    """The parts of a build, and the reporter told where its files lie."""
    reporter.roots = (Path(str(given.get("source") or ".")).absolute(),)
    compiler = Compiler() if workshop is None else workshop.compiler
    parts = Assembly.of(given, options, reporter, compiler)
    reporter.roots = parts.tree.roots
    return parts


def called(parts: Assembly, given: Mapping[str, object], options: BuildOptions, start: int) -> Witness | None:
    """The witness of a build that keeps its results and takes its time from the clock or the settings."""
    store = place_of(parts, options)
    if store is None or options.time is not None:
        return None
    return Witness.of(store, given, options, parts, start)


def at_kept_time(parts: Assembly, witness: Witness, options: BuildOptions) -> Assembly:
    """A build of what has not changed has the time of the last one."""
    kept = None if options.fresh or parts.config.get("time") else witness.time()
    return parts if kept is None else parts._replace(time=kept.astimezone(parts.config.zone))


def remember(
    parts: Assembly, site: Site, rendered: RenderedSite, witness: Witness
) -> tuple[Path, str] | None:
    """Let the witness testify, if the build left nothing to be said or done again."""
    graph = rendered.graph
    if graph is None or not (graph.is_whole and parts.extensions.tracked) or parts.reporter.count("error"):
        witness.forget()
        return None
    number = witness.testify(parts, site, graph)
    return None if number is None else (witness.path, number)


def announce(parts: Assembly, options: BuildOptions) -> None:
    """The first lines of a build, after those of the configuration: from where to where."""
    parts.reporter.info(str(parts.config.source), topic="Source")
    if not options.dry:
        parts.reporter.info(str(parts.config.destination), topic="Destination")
    parts.reporter.info("", topic="Generating...")


def warm_up(parts: Assembly, store: Store | None) -> None:
    """Starts the Sass engine beside reading, if it is likely to be needed."""
    has_style_sheets = store is not None and store.has_style_sheets
    if not has_style_sheets and any(folder.is_dir() for folder in parts.tree.sass):
        with suppress(SassError):  # whoever has a style sheet to compile will say that there is no engine
            parts.compiler.start()


def tell_doubts(parts: Assembly) -> None:
    """Of names that nothing defines, if that was asked for."""
    if parts.liquid.names is None:
        return
    from onemg_render.build.doubts import doubts

    for doubt in doubts(parts.liquid.names, parts):
        parts.reporter.report(doubt)


def refuse_warnings(reporter: Reporter) -> None:
    """Raises StrictError if there were any, before anything is written."""
    count = reporter.count("warning")
    if count:
        some = "a warning" if count == 1 else f"{count} warnings"
        raise StrictError(f"{some}, and the build is strict: nothing was written")


class Phases:
    """How long each phase of a build took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @property
    def total(self) -> float:
        """How long all that are over took."""
        return sum(self.seconds.values())

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = perf_counter() - start

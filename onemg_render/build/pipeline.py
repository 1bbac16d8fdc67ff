"""The build: configure, read, generate, render, clean, write (upstream `Site#process`)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from onemg_render.build.assembly import Assembly
from onemg_render.build.generating import GeneratorTools, run_generators
from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.build.rendering import render_all
from onemg_render.read.reader import read
from onemg_render.reporting import Reporter


def build(
    source: str | Path | None = None,
    destination: str | Path | None = None,
    *,
    config: Mapping[str, object] | None = None,
    options: BuildOptions | None = None,
    reporter: Reporter | None = None,
) -> BuildResult:
    """Builds a site. Nothing is written unless everything could be rendered.

    config: keys that win over the configuration files, as options on the command line do.
    Raises the OnemgError that stopped the build, or BuildErrors when several items failed independently.
    """
    phases = Phases()
    options, reporter = options or BuildOptions(), reporter or Reporter()
    given = dict(config or {})
    given |= {key: str(path) for key, path in (("source", source), ("destination", destination)) if path}

    with phases.timed("configure"):
        build = Assembly.of(given, options, reporter)
    with build:
        with phases.timed("read"):
            build.compiler.start()
            site = read(
                build.config,
                build.tree,
                time=build.time,
                output_ext=build.converters.output_ext,
                block_tags=build.block_tags,
                reporter=reporter,
                hooks=build.hooks,
            )
            build.hooks.trigger("site", "post_read", site)
        with phases.timed("generate"):
            tools = GeneratorTools(site, build)
            run_generators(site, build.extensions.generators, tools)
        with phases.timed("render"):
            renderer = build.renderer(site)
            build.hooks.trigger("site", "pre_render", site, renderer.site_payload)
            outputs = render_all(site, renderer)
            build.hooks.trigger("site", "post_render", site, renderer.site_payload)


class Phases:
    """How long each phase of a build took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = perf_counter() - start

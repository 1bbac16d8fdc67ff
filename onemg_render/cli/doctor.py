"""`onemg doctor`: looks over a site without writing it (upstream `lib/jekyll/commands/doctor.rb`).

Beyond Jekyll's own checks it tells what matters to a site that moves here: whose rules hold and why, which
theme and plug-ins it is built with, keys that look mistyped. Ruby code and plug-ins that are not there are
warned of by every build.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onemg_render.cli.options import add_build, build_options, overrides
from onemg_render.reporting import Message, Reporter

if TYPE_CHECKING:
    from onemg_render.config import Config
    from onemg_render.site import Site


def arguments(parser: ArgumentParser) -> None:
    add_build(parser)


def run(options: Namespace, reporter: Reporter) -> int:
    """Read, generate and render, then tell; answers 1 if anything was found. Raises what a build raises."""
    from onemg_render.build.pipeline import build

    result = build(
        config=overrides(options), options=build_options(options)._replace(dry=True), reporter=reporter
    )
    for topic, text in overview(result.site, result.config):
        reporter.info(text, topic=topic)
    for finding in findings(result.site, result.config):
        reporter.report(finding)
    found = reporter.count("warning") + reporter.count("error")
    if not found:
        reporter.info("Your test results are in. Everything looks fine.")
    return 1 if found else 0


def overview(site: "Site", config: "Config") -> Iterator[tuple[str, str]]:
    """What a site that moves here is built with."""
    from onemg_render.plugins import loader
    from onemg_render.plugins.builtin import BUILT_IN, PART_OF_THE_ENGINE

    if config.compat.pages or config.detected.kramdown != "2.4":
        yield "Markdown", f"kramdown {config.detected.kramdown}"
    if site.tree.theme is not None:
        yield "Theme", f"{site.tree.theme.name} in {site.tree.theme.root}"
    named = loader.names(config, site.tree, gemfile=True)
    covered = [name for name in named if name in BUILT_IN or name in PART_OF_THE_ENGINE]
    if covered:
        yield "Built in", ", ".join(covered)
    own = loader.local_files(site.tree, ".py")
    if own:
        yield "Own plug-ins", ", ".join(file.name for file in own)


def findings(site: "Site", config: "Config") -> Iterator[Message]:
    """What Jekyll's doctor looks at, and keys that look mistyped."""
    from onemg_render.check.config_keys import mistyped_keys
    from onemg_render.check.duplicates import conflicts

    yield from conflicts(site)
    collections_dir = config.text("collections_dir")
    if collections_dir and (site.tree.main / "_posts").is_dir():
        yield Message("warning", "the folder _posts lies outside of `collections_dir`", "Posts",
                      path="_posts", hint=f"move it into {collections_dir}")  # fmt: skip
    yield from address(config)
    yield from mistyped_keys(config)


def address(config: "Config") -> Iterator[Message]:
    """Feeds, site maps and canonical links need an absolute `url`."""
    url = config.get("url")
    if not url:
        text = "You didn't set an URL in the config file; feeds, site maps and canonical links need `url`"
    elif not isinstance(url, str) or not urlsplit(url).scheme:
        text = f"Your site URL does not seem to be absolute: {url}"
    else:
        return
    error = config.error(text, "url", hint="such as `url: https://example.org`")
    yield Message.from_error(error, "warning", "Address")

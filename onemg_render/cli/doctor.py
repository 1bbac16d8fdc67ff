"""`onemg doctor`: looks over a site without writing it (upstream `lib/jekyll/commands/doctor.rb`).

Beyond Jekyll's own checks it tells what matters to a site that moves here: whose rules hold and why, which
plug-ins are covered, keys of the configuration that look mistyped. Ruby files are warned of by every build.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from onemg_render.cli.options import add_build, build_options, overrides
from onemg_render.reporting import Message, Reporter

if TYPE_CHECKING:
    from onemg_render.config import Config
    from onemg_render.site import Site

KEYS_WITHOUT_DEFAULT: Final = frozenset(
    {"url", "theme", "remote_theme", "compat", "time", "sass", "paginate"}
)
NEAR: Final = 0.84


def arguments(parser: ArgumentParser) -> None:
    add_build(parser)


def run(options: Namespace, reporter: Reporter) -> int:
    """Read, generate and render, then tell; answers 1 if anything was found. Raises what a build raises."""
    from onemg_render.build.pipeline import build
    from onemg_render.plugins.builtin import BUILT_IN, PART_OF_THE_ENGINE

    result = build(
        config=overrides(options), options=replace(build_options(options), dry=True), reporter=reporter
    )
    plug_ins = [*result.config.strings("plugins"), *result.config.compat.default_plugins]
    covered = [name for name in dict.fromkeys(plug_ins) if name in BUILT_IN or name in PART_OF_THE_ENGINE]
    if covered:
        reporter.info(", ".join(covered), topic="Built in")
    for finding in findings(result.site, result.config):
        reporter.report(finding)
    found = reporter.count("warning") + reporter.count("error")
    if not found:
        reporter.info("Your test results are in. Everything looks fine.")
    return 1 if found else 0


def findings(site: "Site", config: "Config") -> Iterator[Message]:
    """What Jekyll's doctor looks at, and keys that look mistyped."""
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


def mistyped_keys(config: "Config") -> Iterator[Message]:
    """Keys that nobody knows but that look like one that Jekyll knows and that the site does not have."""
    from onemg_render.config.defaults import JEKYLL_4

    known = KEYS_WITHOUT_DEFAULT | set(JEKYLL_4)
    for file in config.files:
        for key in file.data:
            near = get_close_matches(key, known, 1, NEAR) if key not in known else []
            if near and near[0] not in file.data:
                error = config.error(f"nothing reads the key `{key}`", key, hint=f"did you mean `{near[0]}`?")
                yield Message.from_error(error, "warning", "Configuration")

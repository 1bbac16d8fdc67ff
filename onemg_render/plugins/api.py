"""Everything that the author of a plug-in imports.

A plug-in is a module with one function `extensions() -> Extensions`, called once for each build, so that what
its objects remember lives as long as the build. It is found by its name in the built-in table, as an
installed package with an entry point in the group `onemg_render.plugins`, or as a file `_plugins/*.py`.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from onemg_render.hooks import Hook
from onemg_render.render.converter import Converter
from onemg_render.render.converters import Processor
from onemg_render.render.rendering import Rendering
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.config import Config, SourceTree
    from onemg_render.liquid import Tag
    from onemg_render.site import Document, Page, Site

__all__ = [
    "PRIORITIES",
    "Command",
    "Converter",
    "Extensions",
    "Filter",
    "Generator",
    "Hook",
    "Outside",
    "Processor",
    "Rendering",
    "Setup",
    "Tools",
]

PRIORITIES: Final = {"lowest": -100, "low": -10, "normal": 0, "high": 10, "highest": 100}

Filter = Callable[..., object]
"""A function (value, *arguments) -> value. One that needs the render context is marked with
`onemg_render.liquid.context_filter` and gets it first.

Example::

    def shout(value: object, mark: object = "!") -> str:
        return f"{value}{mark}".upper()

    def extensions() -> Extensions:
        return Extensions(filters={"shout": shout})
"""


class Tools(Protocol):
    """What a generator may use beside the site: the same conversions that templates have."""

    config: "Config"
    tree: "SourceTree"
    reporter: Reporter
    environment: str
    """JEKYLL_ENV: `development` unless set."""

    def markdownify(self, text: str) -> str:
        """`text` through the site's Markdown converter."""
        ...

    def smartify(self, text: str) -> str:
        """`text` with typographic quotes, dashes and dots."""
        ...

    def render_fragment(self, text: str, item: "Page | Document | None" = None) -> str:
        """`text` through Liquid, as if it stood in `item` (its `page`) or in a page of no file."""
        ...


class Setup(Protocol):
    """Changes the configuration or the source folders before anything is read.

    Example, a theme of one's own beneath every site::

        class House(Setup):
            def configure(self, config, tree, reporter):
                return config.merged({"author": "The house"}), tree
    """

    priority: int = 0

    def configure(
        self, config: "Config", tree: "SourceTree", reporter: Reporter
    ) -> "tuple[Config, SourceTree]":
        """The configuration and folders to go on with."""
        ...


class Generator(Protocol):
    """Adds to the site or changes it after everything has been read; highest priority first.

    Example, a page of numbers::

        class Numbers(Generator):
            priority = PRIORITIES["low"]

            def generate(self, site: Site, tools: Tools) -> None:
                page = site.new_page(name="numbers.txt", content=f"{len(site.pages)} pages")
                site.pages.append(page)
    """

    priority: int = 0

    def generate(self, site: "Site", tools: Tools) -> None:
        """Change `site` in place."""
        ...


class Command(Protocol):
    """A subcommand of `onemg`.

    Example::

        class Count(Command):
            name = "count"
            summary = "Count the Markdown files of the source."

            def arguments(self, parser: argparse.ArgumentParser) -> None:
                parser.add_argument("folder", nargs="?", default=".")

            def run(self, options: argparse.Namespace, reporter: Reporter) -> int:
                reporter.info(str(len(list(Path(options.folder).rglob("*.md")))))
                return 0
    """

    name: str
    summary: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments to its parser."""
        ...

    def run(self, options: argparse.Namespace, reporter: Reporter) -> int:
        """Do it, and return the exit code."""
        ...


class Outside(NamedTuple):
    """What a plug-in has taken from outside of the sources, by which it is known that nothing has changed.

    files: absolute paths, also of files that are not there. until: when it wants to look again at the latest.
    """

    files: Sequence[Path] = ()
    until: datetime | None = None


class Extensions(NamedTuple):
    """What one plug-in, or all plug-ins of a build together, add to the engine.

    safe: may run with `--safe`.
    parallel: rendering may go on in several processes (nothing is kept from one page for the next).
    tracked: all that templates get from it comes through arguments, the render context or the site, so that
        the engine knows when to render again; without it, what the plug-in's tags, filters, converters and
        hooks have had a hand in is made again in every build.
    outside: tell on what else than sources, configuration and environment it depends, of what is tracked.
    blank: in templates nil, false, white space and what is empty equal `blank`, as with gems that load
        ActiveSupport; without them nothing does.
    marked: the loader has seen to it that pages note their use of what is not tracked.
    files: the loader knows that its code is there.

    Example, `_plugins/shout.py`::

        from onemg_render.plugins.api import Extensions

        def shout(value: object) -> str:
            return str(value).upper()

        def extensions() -> Extensions:
            return Extensions(safe=True, parallel=True, tracked=True, filters={"shout": shout})
    """

    setups: Sequence[Setup] = ()
    generators: Sequence[Generator] = ()
    converters: Sequence[Converter] = ()
    processors: Mapping[str, Processor] = MappingProxyType({})
    tags: "Mapping[str, Tag]" = MappingProxyType({})
    filters: Mapping[str, Filter] = MappingProxyType({})
    hooks: Sequence[Hook] = ()
    commands: Sequence[Command] = ()
    outside: "Sequence[Callable[[Config, SourceTree], Outside]]" = ()
    safe: bool = False
    parallel: bool = False
    tracked: bool = False
    blank: bool = False
    marked: bool = False
    files: Sequence[Path] = ()

    def joined(self, other: "Extensions") -> "Extensions":
        """Both together; where they name the same thing, the other's counts."""
        return Extensions(
            setups=by_priority([*self.setups, *other.setups]),
            generators=by_priority([*self.generators, *other.generators]),
            converters=by_priority([*self.converters, *other.converters]),
            processors={**self.processors, **other.processors},
            tags={**self.tags, **other.tags},
            filters={**self.filters, **other.filters},
            hooks=[*self.hooks, *other.hooks],
            commands=[*self.commands, *other.commands],
            outside=[*self.outside, *other.outside],
            safe=self.safe and other.safe,
            parallel=self.parallel and other.parallel,
            tracked=self.tracked and other.tracked,
            blank=self.blank or other.blank,
            marked=all(one.tracked or one.marked for one in (self, other)),
            files=[*self.files, *other.files],
        )


class Ranked(Protocol):
    """Anything with a priority."""

    priority: int


R = TypeVar("R", bound=Ranked)


def by_priority(members: Sequence[R]) -> Sequence[R]:
    """Highest priority first; equal ones stay in the order in which they were loaded."""
    return sorted(members, key=lambda member: -member.priority)

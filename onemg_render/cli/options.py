"""The options that commands share, under Jekyll's names, and what they mean to configuration and build."""

from argparse import ArgumentParser, ArgumentTypeError, BooleanOptionalAction, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from onemg_render import __version__

if TYPE_CHECKING:
    from onemg_render.build.options import BuildOptions, Jobs

FLAGS_WITH_VALUE: Final = frozenset(
    {"-s", "--source", "-d", "--destination", "-p", "--plugins", "--layouts", "--format"}
)
"""Those of `add_global` that take the next word: they may stand before the command, as in Jekyll."""

CONFIG_KEYS: Final = {
    "source": "source",
    "destination": "destination",
    "safe": "safe",
    "layouts": "layouts_dir",
    "plugins": "plugins_dir",
    "profile": "profile",
    "baseurl": "baseurl",
    "future": "future",
    "drafts": "show_drafts",
    "unpublished": "unpublished",
    "limit_posts": "limit_posts",
    "lsi": "lsi",
    "incremental": "incremental",
    "strict_front_matter": "strict_front_matter",
    "disable_disk_cache": "disable_disk_cache",
    "force_polling": "force_polling",
    "offline": "offline",
    "quiet": "quiet",
    "verbose": "verbose",
}
"""Option -> configuration key: what is given on the command line wins over the files."""


def words(text: str) -> list[str]:
    return [word for word in text.split(",") if word]


def whole_number(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is no whole number")
    return int(text)


def job_count(text: str) -> "Jobs":
    if text == "auto":
        return "auto"
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text!r} is neither a number from 1 on nor `auto`")
    return int(text)


def one_of(*names: str) -> Callable[[str], str]:
    """A type of option that takes one of these names."""

    def choose(text: str) -> str:
        if text not in names:
            raise ArgumentTypeError(f"{text!r} is none of {', '.join(names)}")
        return text

    return choose


def add_global(parser: ArgumentParser) -> None:
    """Options of every command; they may also stand before the command's name."""
    group = parser.add_argument_group("where and how to say it")
    group.add_argument("-s", "--source", metavar="DIR", help="the site's sources (default: this folder)")
    group.add_argument("-d", "--destination", metavar="DIR", help="where the site goes (default: _site)")
    group.add_argument("-p", "--plugins", metavar="DIR[,DIR]", type=words, help="folders of plug-ins")
    group.add_argument("--layouts", metavar="DIR", help="the folder of layouts")
    group.add_argument(
        "--safe", action="store_true", default=None, help="build a stranger's site: no plug-ins of its own"
    )
    group.add_argument("-q", "--quiet", action="store_true", default=None, help="say nothing but errors")
    group.add_argument("-V", "--verbose", action="store_true", default=None, help="say everything")
    group.add_argument("--profile", action="store_true", default=None, help="a table of what took how long")
    group.add_argument("-v", "--version", action="version", version=f"onemg {__version__}")
    group.add_argument("-t", "--trace", action="store_true", help="the whole Python traceback of a failure")
    group.add_argument(
        "--format",
        type=one_of("text", "json", "github"),
        metavar="NAME",
        default="text",
        help="how messages look: text, json, github",
    )


def add_build(parser: ArgumentParser) -> None:
    """Options of all commands that read a site: Jekyll's, then ours."""
    group = parser.add_argument_group("what to build")
    group.add_argument(
        "--config", metavar="FILE[,FILE]", type=words, help="configuration files, later ones win"
    )
    group.add_argument("-b", "--baseurl", metavar="URL", help="the path that the site is served below")
    group.add_argument("-D", "--drafts", action="store_true", default=None, help="also posts in _drafts")
    group.add_argument(
        "--future", action="store_true", default=None, help="also posts with a date in the future"
    )
    group.add_argument("--unpublished", action="store_true", default=None, help="also `published: false`")
    group.add_argument(
        "--limit_posts", "--limit-posts", metavar="N", type=whole_number, help="only the last N posts"
    )
    group.add_argument(
        "--compat",
        metavar="NAME",
        help="whose rules hold: jekyll4, github-pages (default: detected)",
    )
    group.add_argument("--theme", metavar="DIR", help="a theme's folder, laid underneath the site")
    group.add_argument(
        "--offline", action="store_true", default=None, help="ask no network: themes from the cache only"
    )
    group = parser.add_argument_group("how to build")
    group.add_argument(
        "--strict", action="store_true", help="warnings fail the build; also tells of undefined names"
    )
    group.add_argument("--strict_front_matter", "--strict-front-matter", action="store_true", default=None,
                       help="broken front matter fails the build")  # fmt: skip
    group.add_argument("--jobs", metavar="N", type=job_count,
                       help="how many processes render, or `auto`")  # fmt: skip
    group.add_argument("--fresh", action="store_true", help="use nothing kept from earlier builds")
    group.add_argument("--force", action="store_true", help="clean a destination that no build has written")
    group.add_argument(
        "--disable-disk-cache", action="store_true", default=None, help="keep no cache on disk"
    )
    group.add_argument("-I", "--incremental", action="store_true", default=None,
                       help="accepted; every build renders only what changed")  # fmt: skip
    group.add_argument("--lsi", action="store_true", default=None, help="related posts by their words")
    group.add_argument("-w", "--watch", action=BooleanOptionalAction, help="build again on every change")
    group.add_argument("--force_polling", "--force-polling", action="store_true", default=None,
                       help="watch by looking instead of being told")  # fmt: skip


def overrides(options: Namespace) -> dict[str, object]:
    """The configuration keys that were given as options."""
    given = {key: getattr(options, option, None) for option, key in CONFIG_KEYS.items()}
    return {key: value for key, value in given.items() if value is not None}


def build_options(options: Namespace) -> "BuildOptions":
    """The part of the options that is about this run, not about the site."""
    from onemg_render.build.options import BuildOptions

    return BuildOptions(
        config_files=options.config,
        compat=options.compat,
        theme=options.theme,
        strict=options.strict,
        force=options.force,
        fresh=options.fresh or options.strict,
        names=options.strict,
        jobs=options.jobs or 1,
    )

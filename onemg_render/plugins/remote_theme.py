"""`remote_theme: owner/name@ref`: a theme straight from its repository (jekyll-remote-theme 0.4.3).

Unlike the gem it keeps what it fetched, and leaves the letters of a ref as they are written.
"""

import os
import re
from typing import Final
from urllib.parse import urlsplit

from onemg_render.config import Config, SourceTree, theme_at
from onemg_render.errors import ThemeError
from onemg_render.plugins.api import PRIORITIES, Extensions, Outside, Setup
from onemg_render.plugins.theme_cache import Repository, ThemeCache
from onemg_render.reporting import Reporter
from onemg_render.util.patterns import regex

KEY: Final = "remote_theme"
NAME: Final = regex(
    r"(?P<owner>[a-z0-9-]+)/(?P<name>[a-z0-9._-]+)(?:@(?P<ref>[a-z0-9._/-]+))?", re.IGNORECASE
)


class RemoteTheme(Setup):
    """Lays the theme beneath the source, unless one lies there already (`--theme`)."""

    priority = PRIORITIES["high"]

    def configure(self, config: Config, tree: SourceTree, reporter: Reporter) -> tuple[Config, SourceTree]:
        value = config.get(KEY)
        if value is None or value is False or tree.theme is not None:
            return config, tree
        repository = parse(str(value))
        if repository is None:
            raise config.error(
                f"`{value}` is not a valid remote theme", KEY, hint=f"write it as {KEY}: owner/name@tag"
            )
        try:
            folder = ThemeCache.of(config, reporter).folder(repository)
        except ThemeError as error:
            raise config.error(error.message, KEY, hint=error.hint) from error
        reporter.debug(f"{repository} from {folder}", topic="Remote Theme")
        config.set("theme", repository.name.lower())
        theme = theme_at(folder, repository.name)._replace(config=None)  # it comes too late for that
        return config, tree.with_theme(theme, data=config.compat.theme_data)


def parse(value: str) -> Repository | None:
    """`owner/name`, `owner/name@ref` or the address of a repository on an allowed host; None for all else."""
    value = value.strip()
    host = "github.com"
    if "://" in value:
        address = urlsplit(value)
        host, value = address.hostname or "", address.path.lstrip("/")
        if address.scheme not in ("http", "https"):
            return None
    allowed = {"github.com", os.environ.get("PAGES_GITHUB_HOSTNAME"), os.environ.get("GITHUB_HOSTNAME")}
    match = NAME.fullmatch(value)
    if match is None or host not in allowed or ".." in value:
        return None
    return Repository(host, match["owner"], match["name"], match["ref"] or "HEAD")


def outside(config: Config, tree: SourceTree) -> Outside:
    """A theme at a branch is asked for again after a while."""
    repository = parse(str(config.get(KEY) or ""))
    return Outside(until=ThemeCache.of(config, Reporter()).until(repository) if repository else None)


def extensions() -> Extensions:
    return Extensions(setups=[RemoteTheme()], outside=[outside], safe=True, parallel=True, tracked=True)

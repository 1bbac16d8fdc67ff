"""`page.last_modified_at`, `{% last_modified_at %}`: the last change git saw (jekyll-last-modified-at 1.3.2).

Files that git does not know, and all without git, have the time at which the file changed.
"""

import subprocess
from datetime import datetime
from pathlib import Path
from typing import Final

from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.git_checkout import outside
from onemg_render.render.surroundings import current_item, surroundings
from onemg_render.site import Excerpt, Item, Site
from onemg_render.util.dates import strftime
from onemg_render.util.stamps import moment

KEY: Final = "last-modified-at"
DEFAULT_FORMAT: Final = "%d-%b-%y"


class LastModified(Generator):
    """Gives every page and document its time, before other generators look at it."""

    priority = PRIORITIES["highest"]

    def generate(self, site: Site, tools: Tools) -> None:
        # A repository has settings that make git run commands: a stranger's is not asked.
        commits = {} if site.config.distrusts_source else commit_times(Path(site.tree.root).resolve())
        for item in site.items:
            seconds = commits.get(Path(item.path).resolve())
            if seconds is not None:
                item.data[KEY.replace("-", "_")] = moment(seconds, site.time.tzinfo)
            elif item.modified is not None:
                changed = item.modified.replace(microsecond=0)
                item.data[KEY.replace("-", "_")] = changed.astimezone(site.time.tzinfo)


def commit_times(folder: Path) -> dict[Path, int]:
    """The time of the last commit to each file below `folder`, in seconds; nothing without git."""
    try:
        top = git(folder, "rev-parse", "--show-toplevel").strip()
        log = git(folder, "-c", "core.quotepath=off", "log", "--format=%x00%ct", "--name-only", "--", ".")
    except (OSError, subprocess.CalledProcessError):
        return {}
    found: dict[Path, int] = {}
    for commit in log.split("\0")[1:]:
        seconds, *names = commit.splitlines()
        for name in filter(None, names):
            found.setdefault(Path(top, name).resolve(), int(seconds))
    return found


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode(errors="surrogateescape")


class LastModifiedTag:
    """The time of the current page; the markup is a format."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        given = markup.strip()

        def render(context: Context, body: Body) -> str:
            settings = surroundings(context).config.mapping(KEY)
            current = current_item(context)
            item: Item | None = current.item if isinstance(current, Excerpt) else current
            moment = item.data[KEY.replace("-", "_")] if item is not None else None
            pattern = given or str(settings.get("date-format") or DEFAULT_FORMAT)
            return strftime(moment, pattern) if isinstance(moment, datetime) else ""

        return render


def extensions() -> Extensions:
    tags = {"last_modified_at": LastModifiedTag()}
    return Extensions(
        generators=[LastModified()], tags=tags, outside=[outside], safe=True, parallel=True, tracked=True
    )

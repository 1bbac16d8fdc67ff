"""`markdown: CommonMark` (jekyll-commonmark 1.4.0): Markdown by GitHub's own parser, cmark-gfm, which is the
extra `commonmark`.
"""

from collections.abc import Callable

from onemg_render.config import Config
from onemg_render.plugins.api import Extensions
from onemg_render.reporting import Reporter


def processor(config: Config, reporter: Reporter) -> Callable[[str], str]:
    from onemg_render.plugins.commonmark.html import CommonMark  # few of the sites that list it use it

    return CommonMark(config, reporter)


def extensions() -> Extensions:
    return Extensions(processors={"CommonMark": processor}, safe=True, parallel=True, tracked=True)

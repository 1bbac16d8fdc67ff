"""CoffeeScript with front matter is written as it is, with a warning (jekyll-coffeescript compiles it)."""

from typing import Final

from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.site import Site

EXTENSION: Final = ".coffee"


class CoffeeScript(Generator):
    """Names each file that a browser will not understand."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        for page in site.pages:
            if page.extname.lower() == EXTENSION:
                tools.reporter.warn(
                    "CoffeeScript is not compiled, the file is copied",
                    path=page.relative_path,
                    hint="compile it to JavaScript (`coffee -c`) and keep that in the source",
                )


def extensions() -> Extensions:
    return Extensions(generators=[CoffeeScript()], safe=True, parallel=True, tracked=True)

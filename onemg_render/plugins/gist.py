"""`{% gist user/1234567 file.js %}`: the script that shows a gist (jekyll-gist 1.5.0).

The gem also fetches the code for browsers without scripts; here nothing is fetched.
"""

import re
from typing import Final

from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.liquid.runtime import text
from onemg_render.plugins.api import Extensions
from onemg_render.util.patterns import regex

ARGUMENTS: Final = regex(r"(\S+|.*(?=/).+)\s?(\S*)\n?\Z", re.ASCII)


class GistTag:
    """Id and file name may be variables."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        match = ARGUMENTS.match(markup.strip())
        if match is None:
            raise source.error(
                f"Syntax error in tag 'gist' while parsing: {markup}",
                hint="valid syntax: {% gist user/1234567 foo.js %}",
            )
        words = [(word.strip(), source.expression(word.strip())) for word in match.groups()]

        def render(context: Context, body: Body) -> str:
            values = [(word, evaluate(context)) for word, evaluate in words]
            gist, file = (word if value is None else text(value) for word, value in values)
            query = f"?file={file}" if file else ""
            return f'<script src="https://gist.github.com/{gist}.js{query}"> </script>'

        return render


def extensions() -> Extensions:
    return Extensions(tags={"gist": GistTag()}, safe=True, parallel=True, tracked=True)

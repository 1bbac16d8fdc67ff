"""`{% avatar hubot size=50 %}`: somebody's picture on GitHub (jekyll-avatar 0.8.0)."""

import os
import re
import zlib
from typing import Final

from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.liquid.runtime import text
from onemg_render.plugins.api import Extensions
from onemg_render.util.patterns import regex

SIZE: Final = regex(r"\bsize=(\d+)\b", re.IGNORECASE | re.ASCII)
USER: Final = regex(r"\buser=([\w.]+)\b", re.ASCII)
DEFAULT_SIZE: Final = "40"
LARGE: Final = 48
SCALES: Final = (1, 2, 3, 4)


class AvatarTag:
    """The user is the first word, or the variable in `user=name`; `lazy=true` leaves loading to a script."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        given = markup.strip()
        size = match[1] if (match := SIZE.search(given)) else DEFAULT_SIZE
        variable = match[1] if (match := USER.search(given)) else None
        look_up = source.expression(variable or "nil")
        template = source.template(given)

        def render(context: Context, body: Body) -> str:
            words = template.render(context)
            if variable is None:
                user = words.split(" ")[0].removeprefix("@")
            else:
                value = look_up(context)
                user = text(value) if value is not None and value is not False else variable
            return image(user, size, is_lazy="lazy=true" in words)

        return render


def image(user: str, size: str, *, is_lazy: bool) -> str:
    server = zlib.crc32(f"{user}?v=3&s={size}".encode()) % 4
    host = os.environ.get("PAGES_AVATARS_URL") or f"https://avatars{server}.githubusercontent.com"
    sizes = [size if scale == 1 else str(int(size) * scale) for scale in SCALES]
    urls = [f"{host.rstrip('/')}/{user}?v=3&s={scaled}" for scaled in sizes]
    srcset = ", ".join(f"{url} {scale}x" for url, scale in zip(urls, SCALES, strict=True))
    css = "avatar" if int(size) >= LARGE else "avatar avatar-small"
    attributes = {"class": css, "alt": user, "width": size, "height": size, "data-proofer-ignore": "true"}
    if is_lazy:
        attributes |= {"src": "", "data-src": urls[0], "data-srcset": srcset}
    else:
        attributes |= {"src": urls[0], "srcset": srcset}
    return "<img " + " ".join(f'{name}="{value}"' for name, value in attributes.items()) + " />"


def extensions() -> Extensions:
    return Extensions(tags={"avatar": AvatarTag()}, safe=True, parallel=True, tracked=True)

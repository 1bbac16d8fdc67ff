"""Jekyll's front matter, its fences and YAML rules, as a handler of the library python-frontmatter."""

from typing import Any

from frontmatter.default_handlers import YAMLHandler

from onemg_render.config.front_matter import OPENING, load, split


class JekyllHandler(YAMLHandler):
    """Jekyll's front matter for python-frontmatter: `frontmatter.loads(text, handler=JekyllHandler())`."""

    FM_BOUNDARY = OPENING

    def split(self, text: str) -> tuple[str, str]:
        """(YAML, body); the YAML is empty where there is no front matter."""
        parts = split(text)
        return parts.yaml or "", parts.body

    def load(self, fm: str, **_: object) -> Any:
        """The value of the block. Raises FrontMatterError."""
        return load(fm)

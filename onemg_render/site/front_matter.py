"""The data of a page or document: its own front matter over the defaults of the configuration.

Upstream hangs a default procedure on `data` (`lib/jekyll/page.rb`, `document.rb`): code sees a default
wherever a key is missing, templates see both merged. This dict says the same in Python's terms.
"""

from collections.abc import Mapping
from typing import TypeVar

from onemg_render.config import FrontMatterDefaults
from onemg_render.errors import ConfigError
from onemg_render.util.mappings import deep_merge

T = TypeVar("T")


class FrontMatter(dict[str, object]):
    """Own values as items; `data[key]` and `data.get(key)` fall back to the defaults that apply to the file.

    `key in data`, `own(key)` and iteration know the own values only, `merged()` is what templates see. A key
    that is there with the value None does not fall back: an empty `layout:` on a page means no layout.
    """

    __slots__ = ("_defaults", "_path", "_type")

    def __init__(
        self,
        own: Mapping[str, object] | None = None,
        *,
        defaults: FrontMatterDefaults | None = None,
        path: str = "",
        type: str = "pages",
    ) -> None:
        super().__init__(own or {})
        self._defaults = defaults or None
        self._path = path
        self._type = type

    def copied(self, defaults: FrontMatterDefaults | None = None) -> "FrontMatter":
        """The same values over other defaults."""
        return FrontMatter(self, defaults=defaults, path=self._path, type=self._type)

    def __missing__(self, key: str) -> object:
        return self.default(key)

    def default(self, key: str) -> object:
        """What the configuration's defaults say, whatever the file says."""
        return None if self._defaults is None else self._defaults.find(self._path, self._type, key)

    def error(self, message: str, key: str) -> ConfigError | None:
        """An error about a value that the configuration's defaults give; None for one of the file's own."""
        if key in self or self._defaults is None:
            return None
        return self._defaults.error(message, self._path, self._type, key)

    def get(self, key: str, default: object = None) -> object:
        """The value or that of the defaults; `default` if neither gives the key."""
        value = self[key]
        return default if value is None and key not in self else value

    def own(self, key: str, default: object = None) -> object:
        """The file's own value, as upstream's `data.fetch`: defaults have no say."""
        return dict.get(self, key, default)

    def merged(self) -> dict[str, object]:
        """Defaults and own values, deeply merged, in upstream's order of keys."""
        if self._defaults is None:
            return dict(self)
        return deep_merge(self._defaults.all(self._path, self._type), self)

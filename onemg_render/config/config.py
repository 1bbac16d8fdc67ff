"""The configuration of one build: a mapping of all keys for templates, typed access for the engine."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any, NamedTuple

from onemg_render.config.compat import Compat
from onemg_render.config.detection import Detected
from onemg_render.errors import ConfigError, DateError
from onemg_render.util import dates, yaml
from onemg_render.util.text import as_text


class ConfigFile(NamedTuple):
    """A configuration file that was read: its path, its text and its value (a mapping once it counts)."""

    path: str
    text: str
    data: Any


class Config(Mapping[str, Any]):
    """All settings of a build. Templates see each key as `site.KEY`; plug-ins may `set` keys before reading.

    compat: the switches of the Jekyll that this build behaves like.
    environment: JEKYLL_ENV, `development` if none was given.
    files: the configuration files, in the order in which they were merged.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        detected: Detected,
        *,
        environment: str = "development",
        files: tuple[ConfigFile, ...] = (),
        given: frozenset[str] = frozenset(),
    ) -> None:
        self._data = dict(data)
        self._given = given
        self.detected = detected
        self.environment = environment
        self.files = files

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def set(self, key: str, value: Any) -> None:
        """Change a key for this build."""
        self._data[key] = value

    def replace(self, data: Mapping[str, Any]) -> None:
        """Take all keys from `data`."""
        self._data = dict(data)

    @property
    def compat(self) -> Compat:
        """The table of switches whose rules hold."""
        return self.detected.compat

    def is_set(self, key: str) -> bool:
        """Whether a configuration file or the command line gives `key`, rather than the defaults."""
        return key in self._given

    @property
    def distrusts_source(self) -> bool:
        """Whether safe mode was asked for; GitHub Pages' rules imply it, but are for one's own site."""
        return self.flag("safe") and self.is_set("safe")

    @property
    def source(self) -> Path:
        """The folder of the sources."""
        return Path(self.text("source"))

    @property
    def destination(self) -> Path:
        """The folder that the site is written to."""
        return Path(self.text("destination"))

    @property
    def encoding(self) -> str:
        """The encoding of sources, as Python names it; a byte order mark is skipped when it is UTF-8."""
        name = self.text("encoding") or "utf-8"
        return "utf-8-sig" if name.lower() in ("utf-8", "utf8") else name

    @property
    def zone(self) -> tzinfo:
        """The zone of local times: `timezone`, else the machine's; UTC if there is no such zone."""
        name = self.text("timezone")
        if not name:
            return dates.SystemZone()
        try:
            return dates.named_zone(name)
        except DateError:
            return dates.unknown_zone(name)

    def now(self, clock: datetime | None = None) -> datetime:
        """The time of the build in its zone: the key `time`, else `clock`, else now. Raises ConfigError."""
        zone = self.zone
        current = (clock or datetime.now(UTC)).astimezone(zone)
        value = self.get("time")
        if not value:
            return current
        try:
            return dates.to_time(value, current)
        except DateError as error:
            raise self.error(
                f"invalid `time`: {error.message}",
                "time",
                hint="write a date, as in 2024-03-05 10:00:00 +0100",
            ) from error

    def text(self, key: str) -> str:
        """A text; "" if the key is absent or null. Raises ConfigError for any other type."""
        value = self.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.error(f"`{key}` should be a text, but is {described(value)}", key)
        return value

    def flag(self, key: str) -> bool:
        """Whether the key is set to anything but null or false (Ruby's truth)."""
        value = self.get(key)
        return value is not None and value is not False

    def integer(self, key: str) -> int:
        """A whole number, also one written as text; 0 if absent or null. Raises ConfigError."""
        value = self.get(key)
        if value is None:
            return 0
        try:
            if not isinstance(value, bool | list | dict):
                return int(value)
        except (ValueError, TypeError, OverflowError):
            pass
        raise self.error(f"`{key}` should be a whole number, but is {described(value)}", key)

    def strings(self, key: str) -> list[str]:
        """The texts of a list; a single text counts as a list of one, null as none. Raises ConfigError."""
        value = self.get(key)
        if value is None:
            return []
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, list | dict) for item in items):
            raise self.error(f"`{key}` should be a list of texts", key)
        return [str(item) for item in items if item is not None]

    def mapping(self, key: str) -> Mapping[str, Any]:
        """A mapping; {} if absent or null. Raises ConfigError for any other type."""
        value = self.get(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise self.error(f"`{key}` should be a mapping, but is {described(value)}", key)
        return value

    def error(self, message: str, *keys: str | int, hint: str | None = None) -> ConfigError:
        """An error about the value at `keys`, placed in the last configuration file that has it."""
        return error_in(self.files, message, *keys, hint=hint)


def error_in(
    files: Sequence[ConfigFile], message: str, *keys: str | int, hint: str | None = None
) -> ConfigError:
    """An error about the value at `keys`, placed in the last of `files` that has it."""
    for file in reversed(files):
        position = yaml.position(file.text, keys) if file.path.lower().endswith(("yml", "yaml")) else None
        if position:
            line, column = position
            return ConfigError(message, path=file.path, line=line, column=column, source=file.text, hint=hint)
    return ConfigError(message, hint=hint)


def described(value: object) -> str:
    """A value as a message names it: short, and in the words of YAML."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return "null" if value is None else f"`{as_text(value)}`"

"""Configuration files: which are read, and what stands in them (upstream `lib/jekyll/configuration.rb`)."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from onemg_render.config.config import ConfigFile
from onemg_render.errors import ConfigError, YamlError
from onemg_render.reporting import Reporter
from onemg_render.util import yaml
from onemg_render.util.fence import Fence
from onemg_render.util.mappings import deep_merge
from onemg_render.util.text import as_text

TOPIC: Final = "Configuration file"
NAMES: Final = ("_config.yml", "_config.yaml", "_config.toml")
TOML: Final = ".toml"
SUFFIXES: Final = (".yml", ".yaml", TOML)


def merged(read: Sequence[ConfigFile]) -> dict[str, Any]:
    """The keys of all files, later ones above."""
    user: dict[str, Any] = {}
    for file in read:
        user = deep_merge(user, file.data)
    return user


def read_files(
    root: Path, files: Sequence[str | Path] | None, reporter: Reporter, fence: Fence
) -> tuple[ConfigFile, ...]:
    """The files that `--config` names, or the one in `root`.

    As upstream, one that is no mapping ends the list with a warning. fence: where the site's own must lie.
    Raises ConfigError.
    """
    read: list[ConfigFile] = []
    for path in _paths(root, files, reporter):
        if not (files or fence.holds(path)):
            raise ConfigError(
                f"`{path.name}` is a link out of the source, which safe mode does not follow",
                hint="name it on the command line: --config FILE",
            )
        file = read_file(path)
        if not isinstance(file.data, Mapping):
            reporter.warn(
                "the file holds no mapping; it and what follows it are ignored",
                topic=TOPIC,
                path=file.path,
                hint="a configuration is lines of `key: value`",
            )
            break
        reporter.info(str(path), topic=TOPIC)
        read.append(file._replace(data={as_text(key): value for key, value in file.data.items()}))
    return tuple(read)


def _paths(root: Path, files: Sequence[str | Path] | None, reporter: Reporter) -> list[Path]:
    given = [Path(name) for name in files or () if str(name)]
    if given:
        for path in given:
            if not path.exists():
                raise ConfigError(f"the configuration file `{path}` could not be found")
        return given
    found = [root / name for name in NAMES if (root / name).is_file()][:1]
    if not found:
        reporter.info("none; the defaults are used", topic=TOPIC)
    return found


def read_file(path: Path) -> ConfigFile:
    """One file of YAML or TOML. Raises ConfigError with the place of what cannot be read."""
    if path.suffix.lower() not in SUFFIXES:
        raise ConfigError(f"no parser for `{path}`", hint="use a .yml, .yaml or .toml file")
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"the configuration file `{path}` cannot be read: {error.strerror}"
        raise ConfigError(message, path=str(path)) from error
    return _toml(path, data) if path.suffix.lower() == TOML else _yaml(path, data)


def _toml(path: Path, data: bytes) -> ConfigFile:
    import tomllib  # few configurations are TOML

    try:
        text = data.decode("utf-8-sig")
        return ConfigFile(str(path), text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        reason, _, at = str(error).partition(" (at line ")
        numbers = [int(number) for number in re.findall(r"\d+", at)]
        line, column = numbers if len(numbers) == 2 else (None, None)
        message, hint = f"the configuration cannot be read: {reason}", "text wants quotes in TOML"
        raise ConfigError(message, path=str(path), line=line, column=column, hint=hint) from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            "the configuration is not UTF-8", path=str(path), hint="save it as UTF-8"
        ) from error


def _yaml(path: Path, data: bytes) -> ConfigFile:
    text = data.decode("utf-8-sig", errors="replace")
    try:
        value = yaml.load_bytes(data)
    except YamlError as error:
        line, column, hint = error.line, error.column, error.hint
        raise ConfigError(
            error.message, path=str(path), line=line, column=column, source=text, hint=hint
        ) from error
    return ConfigFile(str(path), text, {} if value is False else value)

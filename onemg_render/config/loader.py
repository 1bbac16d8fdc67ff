"""From files, command line and defaults to one Config (upstream `lib/jekyll/configuration.rb`)."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from os.path import normpath
from pathlib import Path
from typing import Any

from onemg_render.config.compat import Compat
from onemg_render.config.config import Config, ConfigFile, described, error_in
from onemg_render.config.defaults import ADDED_EXCLUDES, JEKYLL_4, STYLES
from onemg_render.config.detection import Detected, detect
from onemg_render.config.files import TOML, TOPIC, merged, read_file, read_files
from onemg_render.config.legacy import translate
from onemg_render.config.pages import framed
from onemg_render.errors import ConfigError, DateError, UsageError
from onemg_render.reporting import Message, Reporter
from onemg_render.util.dates import named_zone
from onemg_render.util.fence import OPEN, Fence
from onemg_render.util.mappings import deep_merge
from onemg_render.util.text import as_text


def load(
    source: str | Path,
    *,
    files: Sequence[str | Path] | None = None,
    overrides: Mapping[str, Any] | None = None,
    reporter: Reporter,
    compat: str | None = None,
    environment: str = "development",
) -> Config:
    """The configuration of the site in `source`.

    files: as `--config` names them, relative to the working folder, later ones win; None to look for
        `_config.yml`, `.yaml` or `.toml` in `source`.
    overrides: what the command line says, above all files; null values say nothing.
    compat: a name; None to detect it.
    Says on `reporter` which files were read and which compat was chosen. Raises ConfigError with path, key
    and line for a file or a value that cannot be used, UsageError for an unknown compat.
    """
    above = dict(overrides or {})
    root = Path(above.get("source") or source).absolute()
    if not root.is_dir():
        raise ConfigError(f"there is no folder {root} to build", hint="name the site's folder: --source DIR")
    fence = Fence([root]) if above.get("safe") else OPEN
    read = read_files(root, files, reporter, fence)
    detected = _detected(root, read, compat)
    if not files and not detected.compat.reads_toml:
        read = tuple(file for file in read if not file.path.endswith(TOML))
    user = merged(read)
    if detected.compat.legacy_keys:
        user = translate(user, read, reporter)
    _check_lists(user, read, nullable=detected.compat.legacy_keys)
    reporter.info(f"{detected.compat.name} ({detected.reason})", topic="Compat")
    config = Config(
        _complete(root, user, above, detected.compat),
        detected,
        environment=environment,
        files=read,
        given=frozenset(user) | {key for key, value in above.items() if value is not None},
    )
    _derive(config)
    if config.flag("safe"):
        _confine(config, root, above)
    _check_zone(config, reporter)
    return config


def _detected(root: Path, read: tuple[ConfigFile, ...], compat: str | None) -> Detected:
    try:
        return detect(root, merged(read), compat)
    except UsageError as error:
        if compat is not None:
            raise
        raise error_in(read, error.message, "compat", hint=error.hint) from error


def merge_theme_config(config: Config, theme_file: Path, reporter: Reporter) -> None:
    """Lay a theme's `_config.yml` beneath the site's keys, as Jekyll 4 does; Jekyll's own keys are left out.

    Does nothing under `ignore_theme_config: true`, in a compat that has no theme configuration, for a file
    that is absent, a link or no mapping. Raises ConfigError for YAML that cannot be read.
    """
    ignored = config.get("ignore_theme_config") is True or not config.compat.theme_config
    if ignored or theme_file.is_symlink() or not theme_file.is_file():
        return
    data = read_file(theme_file).data
    if isinstance(data, Mapping):
        reporter.info(str(theme_file), topic="Theme Config file")
        known = {*JEKYLL_4, "source", "destination"}
        config.replace(deep_merge({key: value for key, value in data.items() if key not in known}, config))


def _complete(
    root: Path, user: Mapping[str, Any], above: Mapping[str, Any], compat: Compat
) -> dict[str, Any]:
    beneath = {
        "source": str(root),
        "destination": str(Path("_site").absolute()),
        **deepcopy(dict(compat.defaults)),
    }
    whole = deep_merge(deep_merge(beneath, user), above)
    for key in ("source", "destination"):
        if isinstance(whole[key], str | Path):
            whole[key] = _expanded(whole[key])
    return whole


def _expanded(path: str | Path) -> str:
    """Ruby's File.expand_path: absolute, without `..`; links are left as they are."""
    return Path(normpath(Path(path).expanduser().absolute())).as_posix()


def _confine(config: Config, root: Path, above: Mapping[str, Any]) -> None:
    """In safe mode the site cannot lead a build elsewhere: not by a configuration file, not by a link."""
    fence = Fence([root])
    for key in ("source", "destination"):
        place = Path(config.text(key))
        is_ours = above.get(key) is not None or not config.is_set(key)
        if not (is_ours or place.is_relative_to(root)) or (
            place.is_relative_to(root) and not fence.holds(place)
        ):
            raise config.error(
                f"`{key}` leads out of the source to {place.resolve()}, which safe mode does not allow",
                key,
                hint=f"give it on the command line: --{key} DIR",
            )


def _check_lists(user: Mapping[str, Any], files: Sequence[ConfigFile], *, nullable: bool) -> None:
    for key in ("plugins", "include", "exclude"):
        if key in user and not isinstance(user[key], list) and not (nullable and user[key] is None):
            message = f"`{key}` should be a list, but is {described(user[key])}"
            raise error_in(files, message, key, hint=f"write `{key}: [...]`")
        if any(isinstance(item, list | dict) for item in user.get(key) or ()):
            raise error_in(files, f"`{key}` should be a list of texts", key)


def _check_zone(config: Config, reporter: Reporter) -> None:
    """An unknown zone is UTC, as upstream, but not in silence."""
    name = config.text("timezone")
    try:
        if name:
            named_zone(name)
    except DateError as error:
        place = config.error(f"{error.message}; UTC is used", "timezone", hint=error.hint)
        reporter.report(Message.from_error(place, "warning", TOPIC))


def _derive(config: Config) -> None:
    """Fill in what Jekyll derives from the keys that are there."""
    config.set("collections", _collections(config))
    if config.compat.adds_excludes:
        config.set("exclude", list(dict.fromkeys([*config["exclude"], *ADDED_EXCLUDES])))
    if config.compat.pages:
        config.replace(framed(config))
    if config.integer("limit_posts") < 0:
        raise config.error("`limit_posts` must not be negative", "limit_posts")


def _collections(config: Config) -> dict[str, Any]:
    """`collections` as a mapping with `posts` in it, which is always output."""
    given = config["collections"]
    if isinstance(given, list):
        given = {as_text(label): {} for label in given}
    if not isinstance(given, Mapping):
        raise config.error("`collections` should be a mapping or a list", "collections")
    collections = deep_merge({"posts": {}}, {as_text(label): metadata for label, metadata in given.items()})
    for label, metadata in collections.items():
        if metadata is not None and not isinstance(metadata, Mapping):
            raise config.error(
                f"the collection `{label}` should be a mapping, but is {described(metadata)}",
                "collections",
                label,
                hint="write its settings below it, such as `output: true`",
            )
    posts = {**collections["posts"], "output": True}
    style = config.get("permalink")
    if style is not None and style is not False and not posts.get("permalink"):
        posts["permalink"] = _template(config, style)
    return {**collections, "posts": posts}


def _template(config: Config, style: object) -> str:
    if not isinstance(style, str):
        raise config.error(
            "`permalink` should be a style or a template", "permalink", hint="such as `pretty`"
        )
    if style == "weekdate" and not config.compat.weekdate:
        return style
    return STYLES.get(style, style)

"""Front matter and data files against JSON Schema: what the configuration names below `check: schemas`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from onemg_render.check.authored import Authored, data_files, front_matters
from onemg_render.check.built_site import BuiltSite
from onemg_render.check.settings import KEY, hint_of, settings
from onemg_render.config import Config
from onemg_render.errors import ConfigError, OnemgError
from onemg_render.reporting import Message
from onemg_render.util import yaml
from onemg_render.util.close_matches import close_matches

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

ENTRY: Final = ("schema", "preset", "pages", "data")
PRESETS: Final = {"elixir-toolkit": "elixir_toolkit.json"}
EXAMPLE: Final = "such as `- {schema: schemas/page.json, pages: pages/*}`"
INSTALL: Final = "pip install 'onemg-render[schemas]'"
TYPES: Final = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "empty",
    "number": "a number",
    "object": "a mapping",
    "string": "a text",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of the configuration. pages, data: patterns of names; one of them is not None."""

    validator: "Validator"
    pages: str | None
    data: str | None


def schema_findings(built: BuiltSite) -> Iterator[Message]:
    """What does not fit its schema. Raises ConfigError for entries and schemas that cannot be used."""
    entries = wanted(built.site.config)
    for entry in entries:
        if entry.pages is not None:
            for item, authored in front_matters(built):
                if fnmatchcase(authored.name, entry.pages):
                    defaults = {
                        key: value for key, value in item.data.merged().items() if key not in item.data
                    }
                    yield from misfits(entry.validator, authored, defaults | authored.value)
        if entry.data is not None:
            for authored in data_files(built):
                if fnmatchcase(authored.name, entry.data):
                    yield from misfits(entry.validator, authored, authored.value)


def wanted(config: Config) -> list[Wanted]:
    """The entries; none of them counts where the user asks to be safe. Raises ConfigError."""
    given = settings(config).get("schemas") or []
    if config.flag("safe") and config.is_set("safe"):
        return []  # the patterns of a stranger's schema may take for ever
    if not isinstance(given, list):
        raise config.error("`check.schemas` should be a list", KEY, "schemas", hint=EXAMPLE)
    return [entry_of(config, number, entry) for number, entry in enumerate(given)]


def entry_of(config: Config, number: int, entry: Any) -> Wanted:
    place = (KEY, "schemas", number)
    if not isinstance(entry, Mapping) or not {"schema", "preset"} & set(entry):
        raise config.error("an entry of `check.schemas` names no `schema`", *place, hint=EXAMPLE)
    for name, value in entry.items():
        if name not in ENTRY:
            hint = hint_of(str(name), ENTRY)
            raise config.error(f"an entry of `check.schemas` has no `{name}`", *place, name, hint=hint)
        if not isinstance(value, str):
            raise config.error(f"`{name}` of a schema should be a text", *place, name, hint=EXAMPLE)
    preset = entry.get("preset")
    if preset is not None and preset not in PRESETS:
        raise config.error(
            f"there is no preset `{preset}`", *place, "preset", hint=hint_of(preset, [*PRESETS])
        )
    path = None if preset else config.source / entry["schema"]
    if path is not None and not (path.is_file() and path.resolve().is_relative_to(config.source.resolve())):
        raise config.error(f"there is no schema `{entry['schema']}` in the source", *place, "schema")
    pages, data = entry.get("pages"), entry.get("data")
    return Wanted(validator(config, path, preset), "*" if pages is data is None else pages, data)


def validator(config: Config, path: Path | None, preset: str | None) -> "Validator":
    """The validator of a schema file, or of a preset. Raises ConfigError."""
    try:
        import jsonschema
        from referencing import Registry, Resource
        from referencing.exceptions import NoSuchResource
        from referencing.jsonschema import DRAFT202012
    except ImportError:
        message = "schemas are checked by `jsonschema`, which is not installed"
        raise config.error(message, KEY, "schemas", hint=INSTALL) from None
    if path is None:
        text = files("onemg_render.check").joinpath("presets", PRESETS[preset or ""]).read_text("utf-8")
        return jsonschema.Draft202012Validator(json.loads(text))
    schema = schema_of(path)
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    try:
        kind.check_schema(schema)
    except jsonschema.SchemaError as error:
        at = yaml.position(path.read_text("utf-8-sig"), list(error.absolute_path)) or (None, None)
        message = f"the schema is none: {error.message}"
        raise ConfigError(message, path=path.as_posix(), line=at[0], column=at[1]) from None

    def beside(name: str) -> Any:
        """What `$ref` names in another file of the same folder; nothing is fetched."""
        other = path.parent / Path(name).name
        if not other.is_file() or other.is_symlink():
            raise NoSuchResource(name)
        return Resource.from_contents(schema_of(other), default_specification=DRAFT202012)

    make: Any = Registry  # its annotations tell type checkers nothing of `retrieve`
    made: Validator = kind(schema, format_checker=kind.FORMAT_CHECKER, registry=make(retrieve=beside))
    return made


def schema_of(path: Path) -> Any:
    """A schema, which may be JSON or YAML. Raises ConfigError."""
    try:
        return yaml.load_bytes(path.read_bytes())
    except OnemgError as error:
        raise ConfigError(
            f"the schema cannot be read: {error.message}",
            path=path.as_posix(),
            line=error.line,
            column=error.column,
            hint=error.hint,
        ) from None


def misfits(validator: "Validator", authored: Authored, value: Any) -> Iterator[Message]:
    """Each misfit of one file, once."""
    from jsonschema.exceptions import best_match
    from referencing.exceptions import Unresolvable

    try:
        for error in validator.iter_errors(as_json(value)):
            for keys, text, hint in told(best_match([error]) or error):
                yield authored.message("error", text, keys, hint)
    except Unresolvable as error:
        raise ConfigError(f"a schema refers to `{error.ref}`, which is not there") from None


def told(error: "ValidationError") -> Iterator[tuple[list[str | int], str, str | None]]:
    """Keys, text and hint of what a validator found; for the commonest keywords in the words of authors."""
    keys, value = list(error.absolute_path), cast(Any, error.instance)
    name = f"`{'.'.join(map(str, keys))}`" if keys else "the file"
    rule: Any = error.validator_value
    match error.validator:
        case "required":
            for missing in rule:
                if missing not in value:
                    yield keys, f"the key `{missing}` is missing" + (f" in {name}" if keys else ""), None
        case "additionalProperties" if rule is False:
            known = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
            for extra in sorted(set(value) - set(known)):
                yield [*keys, extra], f"the schema knows no key `{extra}`", near(extra, known)
        case "type":
            kinds = [TYPES.get(kind, kind) for kind in ([rule] if isinstance(rule, str) else rule)]
            yield keys, f"{name} should be {' or '.join(kinds)}, but is {shown(value)}", None
        case "enum":
            choices = ", ".join(map(shown, rule))
            hint = near(str(value), map(str, rule)) or f"one of {choices}"
            yield keys, f"{name} cannot be {shown(value)}", hint
        case "pattern" | "format":
            yield keys, f"{name} is {shown(value)}, which does not fit `{rule}`", None
        case _:
            yield keys, f"{name}: {error.message}", None


def near(name: str, known: Any) -> str | None:
    found = close_matches(name, list(known), 1)
    return f"did you mean `{found[0]}`?" if found else None


def shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return "empty" if value is None else f"`{json.dumps(value, ensure_ascii=False)}`"


def as_json(value: Any) -> Any:
    """Data as JSON has it: dates as texts, keys too."""
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)

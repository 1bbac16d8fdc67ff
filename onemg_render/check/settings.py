"""What the configuration says of checks: the key `check`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from onemg_render.config import Config
from onemg_render.util.close_matches import close_matches

KEY: Final = "check"
RULE: Final = ("check", "address", "page")
SETTINGS: Final = ("ignore", "schemas", "external")
EXAMPLE: Final = "such as `- check: orphans` or `- address: /search/*`"


@dataclass(frozen=True, slots=True)
class Rule:
    """What not to tell: what fits all of the patterns that are given, as of a shell.

    check: the name of a check. address: of a link or file. page: a source file or its output.
    """

    check: str = "*"
    address: str = "*"
    page: str = "*"

    def fits(self, check: str, address: str, pages: Sequence[str]) -> bool:
        """Whether the rule is about this check, this address and one of these pages."""
        return (
            fnmatchcase(check, self.check)
            and (self.address == "*" or fnmatchcase(address, self.address))
            and any(fnmatchcase(page.lstrip("/"), self.page.lstrip("/")) for page in pages)
        )  # fmt: skip


def rules(config: Config) -> list[Rule]:
    """Those of `check: ignore`. Raises ConfigError for what is no rule."""
    settings(config)
    given = config.mapping(KEY).get("ignore") or []
    if not isinstance(given, list):
        raise config.error("`check.ignore` should be a list of rules", KEY, "ignore", hint=EXAMPLE)
    return [rule(config, number, one) for number, one in enumerate(given)]


def rule(config: Config, number: int, given: Any) -> Rule:
    """One rule; a mere text is a pattern of addresses."""
    if isinstance(given, str):
        return Rule(address=given)
    place = (KEY, "ignore", number)
    if not isinstance(given, Mapping) or not given:
        raise config.error("a rule of `check.ignore` should be a mapping", *place, hint=EXAMPLE)
    for name, value in given.items():
        if name not in RULE:
            hint = hint_of(str(name), RULE)
            raise config.error(f"a rule of `check.ignore` has no `{name}`", *place, name, hint=hint)
        if not isinstance(value, str):
            raise config.error(f"`{name}` of a rule should be a text", *place, name, hint=EXAMPLE)
    return Rule(**given)


def settings(config: Config) -> Mapping[str, Any]:
    """The mapping below `check`. Raises ConfigError for a key that it does not have."""
    given = config.mapping(KEY)
    for name in given:
        if name not in SETTINGS:
            raise config.error(f"`check` has no setting `{name}`", KEY, name, hint=hint_of(name, SETTINGS))
    return given


def hint_of(name: str, known: Sequence[str]) -> str:
    near = close_matches(name, known, 1)
    return f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"

"""Links to other hosts that lead to nothing, or to what has moved for good; only where it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from onemg_render.check.built_site import ANYWHERE, BuiltSite
from onemg_render.check.finding import Finding
from onemg_render.check.links import kind_of, spellings
from onemg_render.check.pages import BuiltPage, Link
from onemg_render.check.settings import KEY, Rule, hint_of, settings
from onemg_render.check.web import Answer, Manners, answers
from onemg_render.config import Config
from onemg_render.reporting import Severity

CHECK = "external"
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
NOT_ASKED = frozenset({"", "localhost", ANYWHERE})
NOT_FETCHED = "relation"


class External:
    """The check, with its manners; addresses that a rule ignores are not asked for."""

    def __init__(self, config: Config, ignored: Sequence[Rule], cache: Path | None) -> None:
        self._manners = manners(config)
        self._ignored = ignored
        self._cache = cache

    def __call__(self, built: BuiltSite) -> Iterator[Finding]:
        links = [(page, link, url) for page, link, url in outward(built) if not self._ignores(page, link)]
        told = answers((url for _, _, url in links), self._manners, self._cache)
        for page, link, url in links:
            finding = judged(built, page, link, told[url])
            if finding is not None:
                yield finding

    def _ignores(self, page: BuiltPage, link: Link) -> bool:
        return any(rule.fits(CHECK, link.target, [page.path]) for rule in self._ignored)


def outward(built: BuiltSite) -> Iterator[tuple[BuiltPage, Link, str]]:
    """The links that lead out of the site, with what is to be asked for."""
    for page in built.pages.values():
        for link in page.links:
            try:
                url = urldefrag(urljoin("https://" + ANYWHERE, link.target)).url
                host = urlsplit(url).hostname or ""
            except ValueError:  # brackets that hold no IPv6 address
                continue
            scheme = url.partition(":")[0]
            is_own = url.startswith(built.origin + "/") or url == built.origin
            if (
                scheme in ("http", "https")
                and host not in NOT_ASKED
                and not is_own
                and link.element != NOT_FETCHED
            ):
                yield page, link, url


def judged(built: BuiltSite, page: BuiltPage, link: Link, answer: Answer) -> Finding | None:
    named = f"the {kind_of(link)} `{link.target}`"
    severity: Severity = "hint"
    hint = None
    if answer.moved:
        text = f"{named} has moved for good"
        hint = f"write `{answer.moved}`"
    elif answer.is_good:
        return None
    elif answer.is_refusal:
        text = f"{named} cannot be checked: its host answers {answer.status}"
    elif answer.status in GONE:
        severity, text = "error", f"{named} leads nowhere: {answer.status} {answer.reason}"
    else:
        severity = "warning"
        text = f"{named} cannot be reached: {f'{answer.status} ' if answer.status else ''}{answer.reason}"
    return Finding(
        severity=severity,
        page=page.path,
        text=text,
        address=link.target,
        traces=spellings(built, link.target),
        shown=link.target,
        hint=hint,
    )  # fmt: skip


def manners(config: Config) -> Manners:
    """Those of `check: external`. Raises ConfigError."""
    given = settings(config).get("external") or {}
    names = [field.name for field in fields(Manners)]
    if not isinstance(given, dict):
        raise config.error("`check.external` should be a mapping", KEY, "external", hint=hint_of("", names))
    for name, value in given.items():
        if name not in names:
            raise config.error(
                f"`check.external` has no setting `{name}`", KEY, "external", name, hint=hint_of(name, names)
            )
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            raise config.error(f"`check.external.{name}` should be a number", KEY, "external", name)
    return Manners(**given)

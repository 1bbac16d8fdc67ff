"""GitHub's API: what it answers to a token of the environment, kept in the user's cache with its age.

The token goes to the API's host only and is never written down. An answer counts for ten minutes, then the
server is asked whether it has changed; where it cannot be asked, the kept answer serves.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urlsplit

from onemg_render.config import Config
from onemg_render.errors import DateError
from onemg_render.plugins.theme_cache import cache_root, is_offline
from onemg_render.reporting import Reporter
from onemg_render.util import dates
from onemg_render.util.patterns import regex

TOKENS: Final = ("JEKYLL_GITHUB_TOKEN", "OCTOKIT_ACCESS_TOKEN")
LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
TOPIC: Final = "GitHub Metadata"
FRESH_SECONDS: Final = 600
MOST_PAGES: Final = 100
TIME: Final = regex(r"_(?:at|on)\Z|(?:\A|_)date\Z")
NEXT: Final = regex(r'<([^>]+)>;\s*rel="next"')


class GithubApi:
    """The API for one build. After one failure it asks no more, and only what is kept is answered."""

    def __init__(self, url: str, token: str, folder: Path, reporter: Reporter) -> None:
        self._url = url
        self._token = token
        self._folder = folder
        self._reporter = reporter
        self._is_down = False

    @classmethod
    def of(cls, url: str, config: Config, reporter: Reporter) -> Self | None:
        """The API at `url`; None without a token, or where no network may be asked.

        A site that is not trusted could name any repository that the token opens.
        """
        token = next((os.environ[name].strip() for name in TOKENS if os.environ.get(name)), "")
        if not token or is_offline(config) or config.distrusts_source:
            return None
        address = urlsplit(url)
        if address.scheme != "https" and address.hostname not in LOOPBACK:
            reporter.warn(f"the token is not sent to {url}, as that is not https", topic=TOPIC)
            return None
        return cls(url, token, cache_root() / "github", reporter)

    def one(self, path: str) -> Any:
        """What is at `path`; False where there is nothing, or no answer."""
        return next(self._pages(f"{self._url}/{path}"), False)

    def all(self, path: str) -> list[Any] | bool:
        """The whole list at `path`, of all its pages; False as for `one`."""
        glue = "&" if "?" in path else "?"
        pages = list(self._pages(f"{self._url}/{path}{glue}per_page=100"))
        if not pages or pages[0] is False:
            return False
        return [item for page in pages if isinstance(page, list) for item in page]

    def _pages(self, url: str) -> Iterator[Any]:
        for _ in range(MOST_PAGES):
            kept = self._kept(url)
            if kept is None:
                return
            yield with_times(kept.get("answer"))
            url = str(kept.get("next") or "")
            if urlsplit(url)[:2] != urlsplit(self._url)[:2]:
                return

    def _kept(self, url: str) -> Mapping[str, Any] | None:
        """The record of an answer, asked for if it is not fresh; None where there is none to be had."""
        place = self._folder / f"{sha256(url.encode()).hexdigest()[:40]}.json"
        record = read_record(place)
        if self._is_down or 0 <= time.time() - record.get("checked", 0) < FRESH_SECONDS:
            return record or None
        try:
            record = self._asked(url, record)
        except OSError as error:
            self._is_down = True
            kept = "what is kept of it is used" if record else "`site.github` is what the checkout tells"
            self._reporter.warn(f"GitHub's API gives no answer: {error}; {kept}", topic=TOPIC)
            return record or None
        write_record(place, record)
        return record

    def _asked(self, url: str, record: Mapping[str, Any]) -> dict[str, Any]:
        from onemg_render.plugins.web import NoAnswer, asked  # few builds need the modules of HTTP

        headers = {"Accept": "application/vnd.github+json", "Authorization": f"Bearer {self._token}"}
        if record.get("etag"):
            headers["If-None-Match"] = str(record["etag"])
        self._reporter.debug(f"asking {url}", topic=TOPIC)
        now = time.time()
        try:
            with asked(url, headers) as answer:
                following = NEXT.search(answer.headers.get("Link") or "")
                return {
                    "url": url,
                    "checked": now,
                    "etag": answer.headers.get("ETag"),
                    "next": following[1] if following else None,
                    "answer": json.load(answer),
                }
        except ValueError as error:
            raise NoAnswer(f"what it answers is no JSON: {error}") from error
        except NoAnswer as error:
            if error.status == HTTPStatus.NOT_MODIFIED:
                return {**record, "checked": now}
            if error.status == HTTPStatus.NOT_FOUND:
                return {"url": url, "checked": now, "answer": False}
            if error.status == HTTPStatus.UNAUTHORIZED:
                raise NoAnswer("the token is not valid (401)", error.status) from error
            raise


def with_times(value: Any, key: str = "") -> Any:
    """`value` with times where a key says so, as octokit has them (sawyer `serializer.rb#time_field?`)."""
    if isinstance(value, dict):
        return {name: with_times(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_times(inner, key) for inner in value]
    if isinstance(value, str) and TIME.search(key):
        try:
            return dates.parse_time(value, datetime.now(UTC), UTC)
        except DateError:
            return value
    return value


def read_record(place: Path) -> dict[str, Any]:
    try:
        record = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_record = isinstance(record, dict) and isinstance(record.get("checked"), int | float)
    return record if is_record else {}


def write_record(place: Path, record: Mapping[str, Any]) -> None:
    """Keeps an answer where only the user can read it; nothing where that is not possible."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(json.dumps(record), encoding="utf-8")
    except OSError:
        return

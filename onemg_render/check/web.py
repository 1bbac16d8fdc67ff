"""Asks other hosts whether an address is there, politely: a host gets one question at a time."""

import json
import os
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from onemg_render import __version__

AGENT: Final = f"Mozilla/5.0 (compatible; onemg/{__version__}; link check)"
REFUSALS: Final = frozenset({401, 403, 405, 406, 429, 501, 503, 999})
"""Answers of hosts that want no machine to ask: of the address they tell nothing."""
MOVED: Final = frozenset({301, 308})
GOOD: Final = range(200, 300)
LATE: Final = "no answer in time"
DAY: Final = 86_400
SAFE: Final = "/:?&=;,@!$'()*+~%[]"


@dataclass(frozen=True, slots=True)
class Answer:
    """status: of HTTP, 0 if there was none. reason: why there was none. moved: where it is for good now.

    asked: when, in seconds since 1970.
    """

    status: int
    reason: str = ""
    moved: str = ""
    asked: float = 0.0

    @property
    def is_good(self) -> bool:
        return self.status in GOOD

    @property
    def is_refusal(self) -> bool:
        return self.status in REFUSALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """timeout: seconds for one answer. pause: seconds between two questions to one host.

    hosts: so many are asked at a time. days: for which a good answer is remembered.
    """

    timeout: float = 10.0
    pause: float = 1.0
    hosts: int = 16
    days: float = 7.0


class Redirects(HTTPRedirectHandler):
    """Follows redirects to web addresses, and remembers the way."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(  # noqa: PLR0917 - as in urllib
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.codes.append(code)
        new = super().redirect_request(req, fp, code, msg, headers, newurl)
        if new is not None:
            new.method = req.get_method()
        return new


def answers(
    urls: Iterable[str],
    manners: Manners,
    cache: Path | None,
    *,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> Mapping[str, Answer]:
    """What the hosts say of `urls`; good answers of the last days come from `cache`, which is kept up."""
    known = remembered(cache)
    now = clock()
    fresh = {url: answer for url, answer in known.items() if now - answer.asked < manners.days * DAY}
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        if url not in fresh:
            by_host[urlsplit(url).netloc].append(url)

    def ask_host(of_host: list[str]) -> Iterator[tuple[str, Answer]]:
        for number, url in enumerate(of_host):
            if number:
                sleep(manners.pause)
            yield url, ask(url, manners.timeout, clock())

    with ThreadPoolExecutor(max(1, int(manners.hosts))) as pool:
        for told in pool.map(lambda of_host: list(ask_host(of_host)), by_host.values()):
            fresh.update(told)
    if cache is not None and by_host:
        remember(cache, {url: answer for url, answer in fresh.items() if answer.is_good})
    return fresh


def ask(url: str, timeout: float, now: float) -> Answer:
    """By HEAD, and by GET where that is refused or fails."""
    answer = ask_by("HEAD", url, timeout, now)
    is_settled = answer.is_good or answer.reason == LATE
    return answer if is_settled else ask_by("GET", url, timeout, now)


def ask_by(method: str, url: str, timeout: float, now: float) -> Answer:
    redirects = Redirects()
    try:
        request = Request(
            quote(url, safe=SAFE), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"}
        )
        with opener(redirects).open(request, timeout=timeout) as response:
            permanent = redirects.codes and MOVED.issuperset(redirects.codes)
            return Answer(response.status, moved=response.url if permanent else "", asked=now)
    except HTTPError as error:
        with error:
            return Answer(error.code, error.reason, asked=now)
    except URLError as error:
        return Answer(0, why(error.reason), asked=now)
    except (OSError, HTTPException, ValueError) as error:
        return Answer(0, why(error), asked=now)


def opener(redirects: Redirects) -> OpenerDirector:
    """For web addresses only: no files, no FTP, wherever redirects may lead."""
    director = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(context=ssl.create_default_context()),
        HTTPDefaultErrorHandler(),
        redirects,
        HTTPErrorProcessor(),
    ):
        director.add_handler(handler)
    return director


def why(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return LATE
    text = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    return text or type(reason).__name__


def remembered(cache: Path | None) -> dict[str, Answer]:
    """The answers in the cache; none if it is damaged or of another kind."""
    if cache is not None:
        with suppress(OSError, ValueError, TypeError, AttributeError):
            return {url: Answer(**one) for url, one in json.loads(cache.read_bytes()).items()}
    return {}


def remember(cache: Path, known: Mapping[str, Answer]) -> None:
    """In one step, so that nobody reads half of it; a cache that cannot be written is none."""
    fresh = cache.with_name(f"{cache.name}.{os.getpid()}")
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({url: asdict(answer) for url, answer in known.items()}), "utf-8")
        fresh.replace(cache)

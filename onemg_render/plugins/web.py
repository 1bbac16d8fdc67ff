"""Questions to a web server: proxies and certificates as the environment has them, redirects only to hosts
that are allowed.
"""

import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.parse import urlsplit

TIMEOUT_SECONDS: Final = 20


class NoAnswer(OSError):
    """Nothing usable came back; its text is the reason. status: the server's, None without one."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


class Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to the host of the question itself and to `hosts`, never from https to http.

    hosts: names; one that begins with a dot stands for all below it.
    """

    def __init__(self, hosts: Sequence[str]) -> None:
        self._hosts = hosts

    def redirect_request(  # noqa: PLR0917  # as the standard library calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        host = new.hostname or ""
        is_near = (new.scheme, new.netloc) == (old.scheme, old.netloc)
        is_allowed = new.scheme == "https" and any(
            host.endswith(name) if name.startswith(".") else host == name for name in self._hosts
        )
        if not is_near and not is_allowed:
            raise NoAnswer(f"it redirects to {new.scheme}://{new.netloc}, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def asked(url: str, headers: Mapping[str, str], hosts: Sequence[str] = ()) -> Iterator[HTTPResponse]:
    """The answer to a GET, to be read inside the block. Raises NoAnswer."""
    request = urllib.request.Request(url, headers={"User-Agent": "onemg", **headers})
    try:
        with urllib.request.build_opener(Redirects(hosts)).open(request, timeout=TIMEOUT_SECONDS) as answer:
            yield answer
    except urllib.error.HTTPError as error:
        with error:
            raise NoAnswer(f"the server answers {error.code} {error.reason}", error.code) from error
    except urllib.error.URLError as error:
        raise NoAnswer(str(error.reason)) from error
    except HTTPException as error:
        raise NoAnswer(f"the answer broke off ({type(error).__name__})") from error

"""Finds a port to answer at, and tells the address that it makes."""

import errno
import os
from collections.abc import Callable
from typing import Final, TypeVar
from urllib.parse import quote

from onemg_render.errors import UsageError
from onemg_render.reporting import Reporter
from onemg_render.serve.hosts import ANY_ADDRESS
from onemg_render.serve.local_server import LocalServer

PORTS: Final = 1 << 16
PORTS_TRIED: Final = 50
TAKEN: Final = (errno.EADDRINUSE,) if os.name == "posix" else (errno.EADDRINUSE, errno.EACCES)

Server = TypeVar("Server", bound=LocalServer)


def listen(
    server: Callable[[int], Server], host: str, port: int | None, default: int, reporter: Reporter
) -> Server:
    """The server at `port`, or without one at the first free port from `default` on.

    Raises UsageError if the port asked for is taken, none is free, or the host is none of this machine's.
    """
    candidates = range(default, min(default + PORTS_TRIED, PORTS)) if port is None else [port]
    for candidate in candidates:
        try:
            found = server(candidate)
        except (OSError, OverflowError) as error:
            if not isinstance(error, OSError) or error.errno not in TAKEN:
                raise UsageError(f"the preview cannot answer at {host}, port {candidate}: {error}") from error
        else:
            if port is None and candidate != default:
                reporter.warn(f"port {default} is taken; the preview is at port {candidate}")
            return found
    if port is not None:
        raise UsageError(f"port {port} is taken", hint="leave --port away to take the next free one")
    raise UsageError(
        f"every port from {default} to {candidates[-1]} is taken", hint="name another with --port"
    )


def address(server: LocalServer, baseurl: str) -> str:
    """The preview's address for people: a browser cannot go to 0.0.0.0."""
    host = str(server.server_address[0])
    if host in ANY_ADDRESS or host == "127.0.0.1":
        host = "localhost"
    return f"http://{f'[{host}]' if ':' in host else host}:{server.port}{quote(baseurl)}/"

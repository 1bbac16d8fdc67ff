"""By which names the preview may be called.

A page of another origin can make a browser send requests here under its own name (DNS rebinding); local names
and plain addresses cannot be had that way.
"""

import socket
from contextlib import suppress
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
ANY_ADDRESS: Final = frozenset({"0.0.0.0", "::"})


class Names:
    """The names of a server at `host`: that, local ones, and the machine's if it is open to all."""

    def __init__(self, host: str) -> None:
        self.open_to_others = host in ANY_ADDRESS
        self._names = LOCAL | {host.lower()}

    def mean(self, host: str) -> bool:
        """Whether a request for `host` (its Host header, with a port or not) is meant for us."""
        with suppress(ValueError):
            name = (urlsplit(f"//{host}").hostname or "").lower()
            if name in self._names or name.endswith(".localhost"):
                return True
            return self.open_to_others and (name in machine() or bool(ip_address(name)))
        return False


def machine() -> set[str]:
    """The names that this machine has in its network."""
    name = socket.gethostname().lower()
    return {name, f"{name}.local"}

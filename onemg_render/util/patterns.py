"""Regular expressions that are compiled when they are first used.

The engine has more than three hundred and a build needs some seventy of them; compiling them all on import
took a sixth of the time of a small build.
"""

import re
from typing import AnyStr, cast


class LatePattern:
    """Stands for a `re.Pattern`; each method of it becomes an attribute here when it is first asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, for the tables of a module."""
    return cast(re.Pattern[AnyStr], LatePattern(pattern, flags))

"""What a conformance suite found."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """The result of one suite. departures: known ones, name of the case to the reason."""

    suite: str
    departures: Mapping[str, str]
    ran: int = 0
    failures: dict[str, str] = field(default_factory=dict)

    def check(self, name: str, expected: object, actual: object) -> None:
        self.ran += 1
        if expected != actual:
            self.failures[name] = f"expected {expected!r}\n  actual   {actual!r}"

    @property
    def unexplained(self) -> dict[str, str]:
        return {name: text for name, text in self.failures.items() if name not in self.departures}

    @property
    def outdated(self) -> list[str]:
        """Departures that are none any more."""
        return [name for name in self.departures if name not in self.failures]

    @property
    def passed(self) -> bool:
        return self.ran > 0 and not self.unexplained and not self.outdated

    def report(self) -> str:
        lines = [f"FAILED {name}\n  {text}" for name, text in self.unexplained.items()]
        lines += [f"LISTED BUT PASSES {name}" for name in self.outdated]
        known = len(self.failures) - len(self.unexplained)
        lines.append(
            f"{self.suite}: {self.ran} ran, {self.ran - len(self.failures)} passed, "
            f"{known} known departures, {len(self.unexplained)} failures"
        )
        return "\n".join(lines) + "\n"

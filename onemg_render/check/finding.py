"""One thing that a check has found, before its place in the sources is known."""

from dataclasses import dataclass

from onemg_render.reporting import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """severity: `error` for what does not work, `warning` for what serves readers badly.

    page: the page of the destination that shows it.
    traces: texts of which one stands in the source where the mistake was made, the likeliest first; a finding
        without any is the page's as a whole.
    """

    severity: Severity
    page: str
    text: str
    traces: tuple[str, ...] = ()
    hint: str | None = None

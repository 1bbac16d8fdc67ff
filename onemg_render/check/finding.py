"""One thing that a check has found in a built page, before its place in the sources is known."""

from dataclasses import dataclass
from typing import Literal

from onemg_render.reporting import Severity

Form = Literal["attribute", "heading", "image"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """severity: `error` for what does not work, `warning` for what serves readers badly.

    page: the page of the destination that shows it. address: the link or file that it is about.
    traces: texts of which one stands in the source where the mistake was made, the likeliest first; a finding
        without any is the page's as a whole.
    shown: the text as the page has it, which templates may have put together: `/people/ada` from
        `/people/{{ name }}`; form: of what. words: what authors wrote in their own way, like a heading.
    """

    severity: Severity
    page: str
    text: str
    address: str = ""
    traces: tuple[str, ...] = ()
    shown: str = ""
    words: str = ""
    form: Form = "attribute"
    hint: str | None = None

"""The surroundings of a template without a site around it."""

from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

from onemg_render.config.compat import JEKYLL4, Compat
from onemg_render.render.reads import Reads
from onemg_render.render.surroundings import Surroundings
from onemg_render.reporting import Reporter

NOW = datetime(2026, 11, 1, 12, tzinfo=ZoneInfo("UTC"))


def surroundings_of(config: Mapping[str, Any], compat: Compat = JEKYLL4, **more: Any) -> Surroundings:
    """What filters ask of a build: its configuration, its clock, its recorder; `more` as they need."""
    return cast(
        Surroundings,
        SimpleNamespace(
            config=config,
            compat=compat,
            site=SimpleNamespace(time=NOW),
            relative_urls={},
            reads=Reads(),
            reporter=Reporter(lambda message: None),
            **more,
        ),
    )

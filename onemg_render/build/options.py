"""What a build is asked for and what it answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from onemg_render.config import Config
    from onemg_render.output import Written
    from onemg_render.site import Site

Jobs: TypeAlias = int | Literal["auto"]
StartMethod: TypeAlias = Literal["fork", "spawn"]


class BuildOptions(NamedTuple):
    """How to build; what to build is said by the configuration.

    config_files: as `--config` names them, later ones win; None to look for `_config.yml` in the source.
    compat: `jekyll4` or `github-pages`; None to detect it.
    theme: a theme's folder that is laid beneath the source whatever the configuration says.
    environment: JEKYLL_ENV; None to take it from the process.
    time: the build's clock, below a `time` in the configuration; None for now.
    strict: warnings fail the build.
    force: clean a destination that no build has written.
    fresh: use nothing that was kept from earlier builds.
    dry: read, generate and render, but write nothing (`doctor`, `check`).
    names: tell of variables and filters that nothing defines; needs a build that renders everything.
    trace: note on every page which plug-ins it has used (`explain`).
    jobs: how many processes render; `auto` for as many as the work is worth, where every plug-in allows it.
        A program that asks for more than one must be importable without building again (`__main__`).
    start_method: how they come to be; None for what suits the system.
    """

    config_files: Sequence[str | Path] | None = None
    compat: str | None = None
    theme: str | Path | None = None
    environment: str | None = None
    time: datetime | None = None
    strict: bool = False
    force: bool = False
    fresh: bool = False
    dry: bool = False
    names: bool = False
    trace: bool = False
    jobs: Jobs = 1
    start_method: StartMethod | None = None


class TemplateCost(NamedTuple):
    """What one template cost over a build: a row of `--profile`."""

    path: str
    renders: int
    size: int
    seconds: float


class Reuse(NamedTuple):
    """Results of one kind: how many were there already, and how many were made. A row of `--profile`."""

    name: str
    kept: int
    made: int


class BuildResult(NamedTuple):
    """A finished build.

    changed: in the destination by this build.
    seen: file and number of the description by which the next build may find that nothing has changed.
    phases: seconds by name of the phase, in order: configure read generate render clean write.
    """

    site: "Site"
    config: "Config"
    destination: Path
    changed: "Written"
    rendered: int = 0
    seen: tuple[Path, str] | None = None
    phases: Mapping[str, float] = MappingProxyType({})
    templates: Sequence[TemplateCost] = ()
    reuse: Sequence[Reuse] = ()

    @property
    def written(self) -> list[Path]:
        """The files that this build has written, sorted."""
        return [self.destination / name for name in self.changed.written]

    @property
    def removed(self) -> list[Path]:
        """What this build has removed from the destination, sorted."""
        return [self.destination / name for name in self.changed.removed]

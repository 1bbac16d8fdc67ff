"""Small sites made from a mapping of paths to texts, built and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onemg_render.build.assembly import Assembly
from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.build.pipeline import build
from onemg_render.build.reading import read_site
from onemg_render.render.renderer import Renderer
from onemg_render.reporting import Message, Reporter
from onemg_render.sass import Compiler
from onemg_render.site import Site


@dataclass(frozen=True)
class Built:
    """A built site: what is in its destination, and what was said meanwhile."""

    result: BuildResult
    destination: Path
    messages: list[Message]

    def text(self, path: str) -> str:
        return (self.destination / path).read_bytes().decode()


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def build_site(
    folder: Path, files: Mapping[str, str], *, options: BuildOptions | None = None, **config: object
) -> Built:
    """Builds `files` from `folder/source` to `folder/site`; at a fixed time, without a cache."""
    write_files(folder / "source", files)
    messages: list[Message] = []
    result = build(
        folder / "source",
        folder / "site",
        config={"time": "2024-05-06 07:08:09 +0000", "disable_disk_cache": True, **config},
        options=options or BuildOptions(environment="production", force=True),
        reporter=Reporter(messages.append),
    )
    return Built(result, folder / "site", messages)


def page(text: str, **front_matter: object) -> str:
    """A page's source."""
    lines = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    return f"---\n{lines}---\n{text}"


def read_only(folder: Path, files: Mapping[str, str]) -> tuple[Site, Renderer]:
    """The site of `files`, read and numbered, and a renderer that has rendered nothing yet."""
    write_files(folder, files)
    quiet = Reporter(lambda message: None)
    parts = Assembly.of({"source": str(folder)}, BuildOptions(), quiet, Compiler())
    site = read_site(parts)
    site.number()
    return site, parts.renderer(site)

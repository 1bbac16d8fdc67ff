"""Sites of static pages for the checks, and what they find there."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import survey
from onemg_render.check.built_site import BuiltSite
from onemg_render.check.report import messages
from onemg_render.reporting import Reporter
from tests.support.sites import page, write_files

Found = tuple[str, str | None, int | None]
"""The text of a message, its file and its line."""


def built_site(folder: Path, files: Mapping[str, str], **config: object) -> BuiltSite:
    """The site whose pages come out as they are in `files`, but for their front matter."""
    write_files(
        folder, {name: page(text) if name.endswith(".html") else text for name, text in files.items()}
    )
    site = survey(
        config={"source": str(folder), "disable_disk_cache": True, **config},
        options=BuildOptions(),
        reporter=Reporter(lambda message: None),
    )
    contents = {item.destination: files[item.relative_path.lstrip("/")].encode() for item in site.outputs}
    return BuiltSite(site, {name: partial(bytes, content) for name, content in contents.items()})


def found(folder: Path, check: str, files: Mapping[str, str], **config: object) -> list[Found]:
    """What one check finds in the site of `files`; paths relative to it."""
    said = messages(built_site(folder, files, **config), [check])
    return [(one.text, one.path and Path(one.path).relative_to(folder).as_posix(), one.line) for one in said]

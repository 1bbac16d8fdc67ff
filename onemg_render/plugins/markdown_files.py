"""Which files the site's Markdown converter takes, and static files among them made into pages."""

from pathlib import Path

from onemg_render.config.front_matter import decode, split
from onemg_render.errors import FrontMatterError, OnemgError, ReadError
from onemg_render.site import FrontMatter, Page, Site, StaticFile


def markdown_extensions(site: Site) -> frozenset[str]:
    """The extensions of `markdown_ext`, dots included."""
    return frozenset(f".{name.lower()}" for name in site.config.text("markdown_ext").split(","))


def page_of(site: Site, file: StaticFile) -> Page:
    """The page that `file` would be with front matter. Raises ReadError, FrontMatterError."""
    relative_path = file.relative_path.lstrip("/")
    try:
        text = split(decode(Path(file.path).read_bytes(), site.config.encoding))
        if not isinstance(text.data, dict):
            raise FrontMatterError("the front matter is no mapping", line=1, hint="write key: value lines")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", path=relative_path) from error
    except OnemgError as error:
        raise error.located(relative_path) from error
    data = FrontMatter(text.data, defaults=site.defaults, path=relative_path, type="pages")
    return Page(
        path=file.path,
        relative_path=relative_path,
        permalinks=site.permalinks,
        data=data,
        content=text.body,
        line=text.line,
        mtime=file.mtime,
        folder=file.folder,
    )

"""Pages and static files (upstream `lib/jekyll/page.rb`, `convertible.rb`, `static_file.rb`)."""

from onemg_render.config.front_matter import Split
from onemg_render.errors import FrontMatterError, PermalinkError, ReadError
from onemg_render.read.excerpts import page_excerpt
from onemg_render.read.reading import Reading, as_mapping
from onemg_render.read.source_file import Parts, SourceFile
from onemg_render.site import FrontMatter, Page, StaticFile


def read_file(reading: Reading, folder: str, path: str) -> None:
    """A file of the source as a page, if it begins with front matter, or a static file.

    folder: from the source, with a leading slash, or empty; path: absolute, with slashes.
    """
    relative_path = f"{folder}/{path.rpartition('/')[2]}".lstrip("/")
    file = reading.open(path, relative_path)
    if file is None:
        return
    if file.is_static:
        reading.site.static_files.append(static_file(reading, file, folder))
        return
    page = read_page(reading, file, folder, relative_path)
    if page is not None and reading.site.publisher.publishes(page):
        reading.site.pages.append(page)
    elif page is not None:
        reading.skip(relative_path, "unpublished")


def static_file(reading: Reading, file: SourceFile, folder: str) -> StaticFile:
    return StaticFile(
        path=file.path,
        folder=folder,
        name=file.path.rpartition("/")[2],
        mtime=file.mtime,
        permalinks=reading.site.permalinks,
        defaults=reading.site.defaults,
    )


def read_page(reading: Reading, file: SourceFile, folder: str, relative_path: str) -> Page | None:
    """The page in `file`; None, and said why, if it cannot become one."""
    return reading.item(file, Page, relative_path, lambda: make_page(reading, file, folder, relative_path))


def make_page(reading: Reading, file: SourceFile, folder: str, relative_path: str) -> Page | None:
    try:
        parts = page_text(reading, file, relative_path)
        data = page_data(reading, file, parts, relative_path)
        if data.get("permalink") == "":
            raise PermalinkError(
                "the permalink is empty",
                key="permalink",
                hint="remove the key, or write a path such as /about/",
            )
    except (FrontMatterError, ReadError, PermalinkError) as error:
        reading.fail(error.located(relative_path))
        return None
    page = Page(
        path=file.path,
        relative_path=relative_path,
        permalinks=reading.site.permalinks,
        data=FrontMatter(data, defaults=reading.site.defaults, path=relative_path, type="pages"),
        content=parts.content,
        line=parts.line,
        mtime=file.mtime,
        folder=folder,
    )
    if reading.compat.renders_on_request and reading.config.flag("page_excerpts"):
        page_excerpt(reading, page, file)
    reading.hooks.trigger("pages", "post_init", page)
    return page


def page_text(reading: Reading, file: SourceFile, relative_path: str) -> Parts:
    """The text of a page. What is neither converted nor a template may have any encoding, as upstream has it:
    its front matter is not found, its bytes go out as they are.
    """
    try:
        return reading.parts(file)
    except ReadError as error:
        raw = file.raw
        extension = relative_path[relative_path.rfind(".") :]
        if reading.site.permalinks.output_ext(extension) != extension or b"{{" in raw or b"{%" in raw:
            raise
        reading.warn(error.located(relative_path))
        return Parts.of(Split(None, raw.decode("utf-8", "surrogateescape"), 1))


def page_data(reading: Reading, file: SourceFile, parts: Parts, relative_path: str) -> dict[str, object]:
    """The front matter; nothing, with a warning, if it is no YAML.

    Raises FrontMatterError if it is no mapping, or under `strict_front_matter`.
    """
    try:
        data = file.value("front matter", parts.data)
    except FrontMatterError as error:
        if reading.config.flag("strict_front_matter"):
            raise
        reading.warn(error.located(relative_path), "YAML Exception")
        return {}
    return as_mapping(data)

"""The files that a theme adds beneath the site's (upstream `lib/jekyll/readers/theme_assets_reader.rb`)."""

import pathlib

from onemg_render.read.folders import files_below
from onemg_render.read.pages import read_page, static_file
from onemg_render.read.reading import Reading


def read_theme_assets(reading: Reading) -> None:
    """A theme's `assets/` as pages and static files, after the site's; files of the site win by path."""
    theme = reading.site.tree.theme
    if theme is None or theme.assets is None:
        return
    site = reading.site
    pages = {page.relative_path for page in site.pages}
    files = {file.relative_path for file in site.static_files}
    root = theme.root.as_posix()
    base = theme.assets.as_posix()
    inner = base[len(root) + 1 :]
    for entry in files_below(base, inner, hidden=True):
        path, relative_path = f"{base}/{entry}", f"{inner}/{entry}"
        folder = relative_path.rpartition("/")[0]
        if pathlib.Path(path).is_symlink():
            reading.reporter.warn(
                f"Ignored symlinked asset: {relative_path}", topic="Theme reader", path=relative_path
            )
            continue
        file = reading.open(path, relative_path)
        if file is None:
            continue
        if file.is_static:
            if f"/{relative_path}" not in files:
                site.static_files.append(static_file(reading, file, f"/{folder}"))
        elif relative_path not in pages:
            page = read_page(reading, file, folder, relative_path)
            if page is not None:
                site.pages.append(page)

"""What was read of a site as plain facts, in the shape that `dump_site.rb` prints for Ruby Jekyll.

`python -m tests.support.site_facts SOURCE [--compat NAME] [--config JSON]` prints them.
"""

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from onemg_render.config import FrontMatterDefaults, load, source_tree, theme_at
from onemg_render.read.reader import read
from onemg_render.reporting import Reporter
from onemg_render.site import Document, Excerpt, Item, Page, Site, StaticFile
from onemg_render.util.dates import strftime

SETTINGS = ("exclude", "include", "future", "safe", "permalink", "excerpt_separator", "limit_posts")
BLOCKS = frozenset(
    ["capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw", "tablerow", "unless"]
)


def output_ext(extension: str) -> str:
    """What Jekyll's own converters make of an extension, without any plug-in."""
    if extension.lower() in (".markdown", ".mkdown", ".mkdn", ".mkd", ".md"):
        return ".html"
    return ".css" if extension.lower() in (".scss", ".sass") else extension


def read_site(source: Path, settings: dict[str, Any], compat: str) -> tuple[Site, Reporter]:
    """The site in `source` as a build without plug-ins reads it. `theme_dir` names a theme's folder."""
    reporter = Reporter(show=lambda message: None)
    overrides = {**settings, "plugins": []}
    theme = overrides.pop("theme_dir", None)
    config = load(source, overrides=overrides, reporter=reporter, compat=compat, environment="production")
    tree = source_tree(config)
    if theme:
        tree = tree.with_theme(theme_at(Path(theme)), data=config.compat.theme_data)
    site = read(config, tree, time=config.now(), output_ext=output_ext, block_tags=BLOCKS, reporter=reporter)
    return site, reporter


def facts(site: Site) -> dict[str, Any]:
    return {
        "pages": [page_facts(page, site.defaults) for page in site.pages],
        "collections": [
            {
                "key": key,
                "label": one.label,
                "directory": one.settings.directory,
                "write": one.writes,
                "docs": [document_facts(document, site) for document in one.docs],
                "files": [file_facts(file, site) for file in one.files],
            }
            for key, one in site.collections.items()
        ],
        "static_files": [file_facts(file, site) for file in site.static_files],
        "layouts": {
            name: {"path": one.path, "data": plain(one.data), "content": one.content}
            for name, one in site.layouts.items()
        },
        "data": plain(site.data),
        "categories": [[plain(name), paths(posts)] for name, posts in site.categories.items()],
        "tags": [[plain(name), paths(posts)] for name, posts in site.tags.items()],
    }


def paths(posts: list[Document]) -> list[str]:
    return [post.relative_path for post in posts]


def plain(value: object) -> Any:
    """A value of front matter in JSON's terms, with what JSON lacks written out."""
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {key: plain(item) for key, item in value.items()}
        return {"$pairs": [[plain(key), plain(item)] for key, item in value.items()]}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, datetime):
        return {"$time": strftime(value, "%Y-%m-%d %H:%M:%S.%6N %z")}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, Excerpt):
        return {"$excerpt": value.content}
    if (isinstance(value, float) and value in (float("inf"), float("-inf"))) or value != value:
        return {"$float": {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}[str(value)]}
    return value


def own(item: Item) -> dict[str, Any]:
    return {
        "path": item.path,
        "relative_path": item.relative_path,
        "url": item.url,
        "destination": item.destination,
        "content": item.content,
        "data": plain(dict(item.data)),
    }


def page_facts(page: Page, defaults: FrontMatterDefaults) -> dict[str, Any]:
    return {
        **own(page),
        "path": plain(page.data.own("path", page.relative_path)),
        "dir": page.dir,
        "name": page.name,
        "defaults": plain(defaults.all(page.relative_path, "pages")),
    }


def document_facts(document: Document, site: Site) -> dict[str, Any]:
    collection = next(one for one in site.collections.values() if one.settings is document.collection)
    before, after = collection.neighbour(document, -1), collection.neighbour(document, 1)
    return {
        **own(document),
        "content": None if document.is_data else document.content,
        "date": plain(document.date),
        "id": document.id,
        "write": document.collection.writes and site.publisher.publishes(document),
        "next": after and after.relative_path,
        "previous": before and before.relative_path,
        "related": paths(site.related_posts(document)) if collection.label == "posts" else None,
    }


def file_facts(file: StaticFile, site: Site) -> dict[str, Any]:
    return {
        "relative_path": file.relative_path,
        "url": file.url,
        "name": file.name,
        "basename": file.basename,
        "destination": file.destination,
        "data": plain(file.data),
        "write": file.writes,
    }


def differences(ours: Any, theirs: Any, place: str = "") -> list[str]:
    """Where two sets of facts differ, order of keys included, one line each."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        found = [
            line
            for key in theirs
            if key in ours
            for line in differences(ours[key], theirs[key], f"{place}.{key}")
        ]
        if list(ours) != list(theirs):
            found.append(f"{place}: keys {list(ours)} != {list(theirs)}")
        return found
    if isinstance(ours, list) and isinstance(theirs, list):
        names = [
            [one.get("relative_path") if isinstance(one, dict) else one for one in side]
            for side in (ours, theirs)
        ]
        if len(ours) != len(theirs) or (names[0] != names[1] and isinstance(ours[0], dict)):
            extra = [name for name in names[0] if name not in names[1]]
            missing = [name for name in names[1] if name not in names[0]]
            return [
                f"{place}: {len(ours)} != {len(theirs)}, extra {extra}, missing {missing}, or another order"
            ]
        return [
            line
            for at, pair in enumerate(zip(ours, theirs, strict=True))
            for line in differences(
                *pair, f"{place}[{names[0][at] if isinstance(names[0][at], str) else at}]"
            )
        ]
    same = ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool)
    return [] if same else [f"{place}: {ours!r} != {theirs!r}"]


def compare(site: Site, against: Path) -> None:
    lines = differences(facts(site), json.loads(against.read_text(encoding="utf-8")))
    sys.stdout.write("".join(f"{line[:400]}\n" for line in lines) + f"{len(lines)} differences\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--compat", default="jekyll4")
    parser.add_argument("--config", type=json.loads, default={})
    parser.add_argument(
        "--against", type=Path, help="a file of facts printed by dump_site.rb: print differences"
    )
    parser.add_argument("--settings", action="store_true", help="print the settings to give to dump_site.rb")
    options = parser.parse_args()
    site, _ = read_site(options.source, options.config, options.compat)
    if options.settings:
        asked = {key: site.config[key] for key in SETTINGS if key in site.config}
        sys.stdout.write(json.dumps({**options.config, **asked}))
    elif options.against is None:
        sys.stdout.write(json.dumps(facts(site), indent=2, ensure_ascii=False) + "\n")
    else:
        compare(site, options.against)


if __name__ == "__main__":
    main()

"""The bibliography of a site with its style: what tags and details pages are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

from onemg_render.config import Config
from onemg_render.errors import DataError
from onemg_render.plugins.scholar.library import Entry, parse
from onemg_render.plugins.scholar.styles import Style
from onemg_render.site import Site
from onemg_render.site.permalink import fill_in_order
from onemg_render.util.patterns import regex
from onemg_render.util.text import slugify

LISTING: Final = regex(r"\{%-?\s*bibliography(?:_count)?\b[^%]*\s(?:-c|-C|--cited)")
UNSAFE: Final = regex(r"[:\s]+")


class Surroundings(Protocol):
    """What reading a bibliography needs of a build."""

    @property
    def config(self) -> Config: ...
    @property
    def site(self) -> Site: ...
    def read_text(self, path: Path) -> str | None: ...


@dataclass(frozen=True)
class Bibliography:
    """Entries by key, the style, and the settings they are shown by.

    attachments: by the entry's key, the paths of its files by what follows the key in their names.
    """

    entries: Mapping[str, Entry]
    style: Style
    settings: Mapping[str, Any]
    site: Site
    attachments: Mapping[str, Mapping[str | None, str]]

    @property
    def has_details(self) -> bool:
        return str(self.settings["details_layout"]).removesuffix(".html") in self.site.layouts

    def details_path(self, entry: Entry) -> str:
        """The URL of the page of an entry, without baseurl."""
        key = UNSAFE.sub("_", entry.key)
        is_folder = self.site.permalinks.style == "pretty" or self.site.permalinks.style.endswith("/")
        fields = {
            f":{name}": value if name == "doi" or not value else slugify(value, "pretty")
            for name, value in entry.shown.items()
        }
        places = {
            **fields,
            ":key": key,
            ":details_dir": str(self.settings["details_dir"]),
            ":extension": "/" if is_folder else ".html",
        }
        places.setdefault(":doi", key)
        longest_first = dict(sorted(places.items(), key=lambda place: -len(place[0])))
        return fill_in_order(str(self.settings["details_permalink"]), longest_first)

    def details_link(self, entry: Entry) -> str:
        return self._below_base(self.details_path(entry))

    def links(self, entry: Entry) -> dict[str | None, str]:
        """The addresses of the files that the repository has for an entry."""
        found = self.attachments.get(UNSAFE.sub("_", entry.key), {})
        return {ending: self._below_base(path) for ending, path in found.items()}

    def _below_base(self, path: str) -> str:
        base = self.site.config.get("baseurl") or ""
        return f"{str(base).rstrip('/')}/{path.lstrip('/')}"

    def data(self, entry: Entry, reference: str) -> dict[str, Any]:
        """What templates see of an entry."""
        fields: dict[str, Any] = {"key": entry.key, "type": entry.type}
        fields["bibtex"] = entry.bibtex(self.settings["bibtex_skip_fields"])
        for name, value in entry.shown.items():
            fields[name] = value
            people = entry.names(name) if name in ("author", "editor", "translator") else []
            parts = [
                {"first": one.first, "last": one.last, "prefix": one.prefix, "suffix": one.suffix}
                for one in people
            ]
            if people:
                fields[f"{name}_array"] = parts
            for index, part in enumerate(parts):
                fields.update({f"{name}_{index}_{key}": value for key, value in part.items()})
        links = self.links(entry)
        return {
            "entry": fields,
            "reference": reference,
            "key": entry.key,
            "type": entry.type,
            "link": links.get("pdf") or links.get("ps"),
            "links": links,
        }


@dataclass
class Bibliographies:
    """The bibliographies and styles of one build, each read once, and what its pages have cited."""

    _texts: dict[tuple[str, ...], dict[str, Entry]] = field(default_factory=dict)
    _styles: dict[tuple[str, tuple[str, ...]], Style] = field(default_factory=dict)
    _cited: dict[object, list[str]] = field(default_factory=dict)
    _listing: bool | None = None

    def cited_by(self, item: object) -> list[str]:
        """The keys that the page has cited so far; the list may be changed."""
        return [] if item is None else self._cited.setdefault(item, [])

    def are_listed_by_layouts(self, site: Site) -> bool:
        """Whether a layout shows what the text above it has cited: then that text is rendered each time."""
        if self._listing is None:
            self._listing = any(LISTING.search(layout.content) for layout in site.layouts.values())
        return self._listing

    def of(self, build: Surroundings, settings: Mapping[str, Any], files: Sequence[str] = ()) -> Bibliography:
        """Raises DataError for a file that is missing or no BibTeX."""
        root = Path(build.site.tree.main)
        folder = root / str(settings["source"])
        names = tuple(files) or bibliography_files(folder, str(settings["bibliography"]))
        texts = {name: read(build, folder, name) for name in names}
        if names not in self._texts:
            entries: dict[str, Entry] = {}
            for name, text in texts.items():
                entries = {**parse(text, name), **entries}
            self._texts[names] = entries
        name = str(settings["style"])
        style_text = build.read_text(root / name) if name.endswith(".csl") else None
        key = (name, names)
        if key not in self._styles:
            self._styles[key] = Style(name, style_text, self._texts[names])
        found = attachments(build.site, settings)
        return Bibliography(self._texts[names], self._styles[key], settings, build.site, found)


def attachments(site: Site, settings: Mapping[str, Any]) -> dict[str, dict[str | None, str]]:
    """The files of the repository: a name is the entry's key, a delimiter, and what kind of file it is."""
    found: dict[str, dict[str | None, str]] = {}
    folder = settings["repository"]
    if not folder:
        return found
    root = Path(site.tree.main)
    for path in sorted((root / str(folder)).rglob("*")):
        if site.tree.fence.holds(path):
            inside = path.relative_to(root / str(folder)).as_posix()
            key, mark, ending = inside.partition(str(settings["repository_file_delimiter"]))
            found.setdefault(key, {})[ending if mark else None] = path.relative_to(root).as_posix()
    return found


def bibliography_files(folder: Path, pattern: str) -> tuple[str, ...]:
    if "*" not in pattern:
        return (pattern,)
    return tuple(path.relative_to(folder).as_posix() for path in sorted(folder.glob(pattern)))


def read(build: Surroundings, folder: Path, name: str) -> str:
    """A file of the bibliography; `.bib` may be left out."""
    for candidate in (name, f"{name}.bib"):
        text = build.read_text(folder / candidate) if Path(candidate).suffix else None
        if text is not None:
            return text
    raise DataError(
        f"there is no bibliography `{name}` in {folder.name}/", hint="name the file as scholar.bibliography"
    )


def element(name: str, content: str, attributes: Mapping[str, Any] | None = None) -> str:
    written = "".join(f' {key}="{value}"' for key, value in (attributes or {}).items())
    return f"<{name}{written}>{content}</{name}>"


def link(target: str, content: str, attributes: Mapping[str, Any] | None = None) -> str:
    return element("a", content, {**(attributes or {}), "href": target})

"""The bibliography of a site with its style: what tags and details pages are made from."""

import re
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
from onemg_render.util.text import slugify

UNSAFE: Final = re.compile(r"[:\s]+")


class Surroundings(Protocol):
    """What reading a bibliography needs of a build."""

    @property
    def config(self) -> Config: ...
    @property
    def site(self) -> Site: ...
    def read_text(self, path: Path) -> str | None: ...


@dataclass(frozen=True)
class Bibliography:
    """Entries by key, the style, and the settings they are shown by."""

    entries: Mapping[str, Entry]
    style: Style
    settings: Mapping[str, Any]
    site: Site

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
        base = self.site.config.get("baseurl") or ""
        return f"{str(base).rstrip('/')}/{self.details_path(entry).lstrip('/')}"

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
        return {
            "entry": fields,
            "reference": reference,
            "key": entry.key,
            "type": entry.type,
            "link": None,
            "links": {},
        }


@dataclass
class Bibliographies:
    """The bibliographies and styles of one build, each read once."""

    _texts: dict[tuple[str, ...], dict[str, Entry]] = field(default_factory=dict)
    _styles: dict[tuple[str, tuple[str, ...]], Style] = field(default_factory=dict)

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
        return Bibliography(self._texts[names], self._styles[key], settings, build.site)


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

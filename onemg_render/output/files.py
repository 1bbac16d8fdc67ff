"""What a build hands over to be written."""

from dataclasses import dataclass

from onemg_render.site import StaticFile


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file with content.

    destination: relative, with slashes; source: where it comes from, for messages.
    may_share: no word is lost if another file has the same destination.
    """

    destination: str
    source: str
    content: bytes
    may_share: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that is copied with its time of change. path: the file, absolute."""

    destination: str
    source: str
    path: str

    @classmethod
    def of(cls, file: StaticFile) -> "Copied":
        return cls(file.destination, file.relative_path.lstrip("/"), file.path)


OutputFile = Rendered | Copied

"""What a git checkout says of itself, read from its files: no git needs to be installed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from onemg_render.config import Config, SourceTree
from onemg_render.plugins.api import Outside
from onemg_render.util.patterns import regex

GITDIR: Final = regex(r"gitdir:\s*(.+)")
SECTION: Final = regex(r'\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]')
REVISION: Final = regex(r"[0-9a-f]{40,64}")
URL: Final = regex(r"\s*url\s*=\s*(.+?)\s*$")


@dataclass(frozen=True, slots=True)
class GitCheckout:
    """folder: the git directory of this working tree; shared: the one that it shares with other trees."""

    folder: Path
    shared: Path

    @classmethod
    def around(cls, path: Path) -> Self | None:
        """The checkout that `path` lies in, None if it lies in none."""
        for parent in (path, *path.parents):
            folder = git_folder(parent / ".git")
            if folder is not None:
                common = text_of(folder / "commondir").strip()
                return cls(folder, (folder / common).resolve() if common else folder)
        return None

    @property
    def files(self) -> list[Path]:
        """Those that say which commit is checked out, which commits there are, and where they come from."""
        head = text_of(self.folder / "HEAD").strip()
        reference = [head.removeprefix("ref: ")] if head.startswith("ref: ") else []
        own = [self.folder / name for name in ("HEAD", "commondir", *reference)]
        return [*own, *(self.shared / name for name in ("config", "packed-refs", "shallow", *reference))]

    @property
    def branch(self) -> str | None:
        """The branch that is checked out, None for a detached HEAD."""
        head = text_of(self.folder / "HEAD").strip()
        prefix = "ref: refs/heads/"
        return head.removeprefix(prefix) if head.startswith(prefix) else None

    @property
    def revision(self) -> str | None:
        """The commit of HEAD, None before the first one."""
        head = text_of(self.folder / "HEAD").strip()
        name = head.removeprefix("ref: ")
        found = [head] if name == head else [text_of(at / name).strip() for at in (self.folder, self.shared)]
        return next(filter(REVISION.fullmatch, found), None) or self._packed(name)

    def remote(self, name: str = "origin") -> str | None:
        """The URL of a remote."""
        section: tuple[str | None, ...] = ()
        for line in text_of(self.shared / "config").splitlines():
            if match := SECTION.match(line):
                section = match.groups()
            elif section == ("remote", name) and (match := URL.match(line)):
                return match[1]
        return None

    def _packed(self, name: str) -> str | None:
        for line in text_of(self.shared / "packed-refs").splitlines():
            revision, _, reference = line.partition(" ")
            if reference == name:
                return revision
        return None


def outside(config: Config, tree: SourceTree) -> Outside:
    """The checkout around a source, for plug-ins that look into it; it may be there only later."""
    root = tree.root.resolve()
    checkout = GitCheckout.around(root)
    above = [parent / ".git" for parent in (root, *root.parents)]
    return Outside(files=above if checkout is None else [*above, *checkout.files])


def git_folder(path: Path) -> Path | None:
    """`.git` itself, or where a file of that name points to."""
    if path.is_dir():
        return path
    match = GITDIR.match(text_of(path))
    return (path.parent / match[1].strip()).resolve() if match else None


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""

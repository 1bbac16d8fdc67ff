"""What one process keeps from a build of a site to the next, so that a preview answers at once."""

from onemg_render.build.store import Store
from onemg_render.read.source_file import SourceFiles


class Workshop:
    """Given to `build` again and again, for the same site; never used by two builds at once.

    files: the sources that have been read, with what was made of them. store: that of the last build.
    """

    def __init__(self) -> None:
        self.files = SourceFiles()
        self.store: Store | None = None

    def close(self) -> None:
        """Let go of the store; what is kept on disk stays."""
        if self.store is not None:
            self.store.close()
            self.store = None

"""What one process keeps from a build of a site to the next, so that a preview answers at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from onemg_render.build.store import Store
from onemg_render.sass import Compiler


class Workshop:
    """Given to `build` again and again, for the same site; never used by two builds at once.

    store: that of the last build, with the sources and items that have been read.
    compiler: of style sheets; its process goes on from one build to the next.
    """

    def __init__(self) -> None:
        self.compiler = Compiler()
        self.store: Store | None = None

    def close(self) -> None:
        """Let go of store and compiler; what is kept on disk stays."""
        self.compiler.close()
        if self.store is not None:
            self.store.close()
            self.store = None


@contextmanager
def open_for_build(compiler: Compiler, workshop: Workshop | None) -> Iterator[None]:
    """Closes the compiler after a build, unless it is that of the workshop, and the build has not failed."""
    is_to_stay = False
    try:
        yield
        is_to_stay = workshop is not None
    finally:
        if not is_to_stay:
            compiler.close()

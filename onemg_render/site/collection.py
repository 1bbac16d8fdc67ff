"""A collection with what is in it (upstream `lib/jekyll/collection.rb`)."""

from onemg_render.site.collection_settings import CollectionSettings
from onemg_render.site.document import Document
from onemg_render.site.static_file import StaticFile


class Collection:
    """docs: in the order of `sort_by`, of `order`, or by date and path; posts oldest first.
    files: its files without front matter.
    """

    def __init__(self, settings: CollectionSettings) -> None:
        self.settings = settings
        self.docs: list[Document] = []
        self.files: list[StaticFile] = []

    @property
    def label(self) -> str:
        """Its name, which its folder has with an underscore before it."""
        return self.settings.label

    @property
    def writes(self) -> bool:
        """Whether its documents become files of the output."""
        return self.settings.writes

    def neighbour(self, document: Document, step: int) -> Document | None:
        """The document `step` places after `document`; None beyond either end. Needs `Site.number`."""
        if not self.docs or document.position < 0:
            return None
        place = document.position - self.docs[0].position + step
        return self.docs[place] if 0 <= place < len(self.docs) else None

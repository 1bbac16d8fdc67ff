"""A collection: documents in order, static files and settings (upstream `lib/jekyll/collection.rb`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onemg_render.errors import PermalinkError
from onemg_render.site.permalink import STYLES, Permalinks

if TYPE_CHECKING:
    from onemg_render.site.document import Document
    from onemg_render.site.static_file import StaticFile


@dataclass(eq=False, kw_only=True)
class Collection:
    """label: the configuration's key without characters that a label may not have.
    metadata: what the configuration says under the key.
    directory: the folder of its files, absolute, with slashes; it need not exist.
    docs: in the order of `sort_by`, `order`, or date and path; posts oldest first.
    """

    label: str
    metadata: Mapping[str, object]
    directory: str
    permalinks: Permalinks
    docs: "list[Document]" = field(default_factory=list)
    files: "list[StaticFile]" = field(default_factory=list)

    @property
    def relative_directory(self) -> str:
        return f"_{self.label}"

    @property
    def writes(self) -> bool:
        """Whether documents become files of the output (`output: true`)."""
        value = self.metadata.get("output")
        return value is not None and value is not False

    @property
    def url_template(self) -> str:
        """Raises PermalinkError if the collection's permalink is no text."""
        if "permalink" not in self.metadata:
            if self.label == "posts":
                return STYLES.get(self.permalinks.style, self.permalinks.style)
            return self.permalinks.suffixed("/:collection/:path")
        template = self.metadata["permalink"]
        if not isinstance(template, str):
            raise PermalinkError(
                f"the permalink of the collection `{self.label}` is no text",
                hint="write for example: permalink: /:collection/:path/",
            )
        return template

    def neighbour(self, document: "Document", step: int) -> "Document | None":
        """The document `step` places after `document`; None at either end. Needs `Site.number`."""
        if not self.docs or document.position < 0:
            return None
        place = document.position - self.docs[0].position + step
        return self.docs[place] if 0 <= place < len(self.docs) else None

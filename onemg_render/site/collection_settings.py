"""What the configuration says of a collection; its documents know this much of it."""

from collections.abc import Mapping

from onemg_render.errors import PermalinkError
from onemg_render.liquid.runtime import is_true
from onemg_render.site.permalink import Permalinks


class CollectionSettings:
    """label: the configuration's key without characters that a label may not have.
    metadata: what the configuration says under the key.
    directory: the folder of its files, absolute, with slashes; it need not exist.
    """

    __slots__ = ("directory", "label", "metadata", "permalinks")

    def __init__(
        self, *, label: str, metadata: Mapping[str, object], directory: str, permalinks: Permalinks
    ) -> None:
        self.label = label
        self.metadata = metadata
        self.directory = directory
        self.permalinks = permalinks

    @property
    def relative_directory(self) -> str:
        """The folder of its documents: `_guides`."""
        return f"_{self.label}"

    @property
    def writes(self) -> bool:
        """Whether its documents become files of the output (`output: true`)."""
        return is_true(self.metadata.get("output"))

    @property
    def url_template(self) -> str:
        """Raises PermalinkError if the collection's permalink is no text."""
        if "permalink" not in self.metadata:
            return self.permalinks.suffixed("/:collection/:path")
        template = self.metadata["permalink"]
        if not isinstance(template, str):
            raise PermalinkError(
                f"the permalink of the collection `{self.label}` is no text",
                hint="write for example: permalink: /:collection/:path/",
            )
        return template

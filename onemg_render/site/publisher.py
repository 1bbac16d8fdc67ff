"""What is shown: no unpublished or future items unless asked for (upstream `lib/jekyll/publisher.rb`)."""

from datetime import datetime
from typing import NamedTuple

from onemg_render.liquid.runtime import is_true
from onemg_render.site.document import Document
from onemg_render.site.item import Item


class Publisher(NamedTuple):
    """future, unpublished: the configuration's keys; time: site.time."""

    future: bool
    unpublished: bool
    time: datetime

    def publishes(self, item: Item) -> bool:
        """Whether an item is shown and due (upstream `lib/jekyll/publisher.rb`)."""
        return self.shows(item) and not self.is_future(item)

    def shows(self, item: Item) -> bool:
        """False for `published: false` or an empty `published:`; defaults count for documents only."""
        return self.unpublished or is_true(item.data.own("published", True))

    def is_future(self, item: Item) -> bool:
        """Compared by whole seconds; pages have no date."""
        if self.future or not isinstance(item, Document):
            return False
        date = item.date
        return date is not self.time and int(date.timestamp()) > int(self.time.timestamp())

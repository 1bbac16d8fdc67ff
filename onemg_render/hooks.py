"""Jekyll's hooks: owners, events, priorities and the order of calls (upstream `lib/jekyll/hooks.rb`).

The registry is a field of one build, never of the process.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from onemg_render.errors import PluginError

PRIORITIES: Final = {"low": 10, "normal": 20, "high": 30}
SITE_EVENTS: Final = ("after_init", "after_reset", "post_read", "pre_render", "post_render", "post_write")
ITEM_EVENTS: Final = ("post_init", "pre_render", "post_convert", "post_render", "post_write")
CLEAN_EVENTS: Final = ("on_obsolete",)
EVENTS: Final = {"site": SITE_EVENTS, "clean": CLEAN_EVENTS}


class Hook(NamedTuple):
    """One call-back for an event of an owner.

    owner: `site`, `pages`, `documents`, `clean`, or the label of a collection (`posts`, `recipes`).
    event: for `site` after_init after_reset post_read pre_render post_render post_write; for `clean`
        on_obsolete; for the rest post_init pre_render post_convert post_render post_write.
    call: takes what the event is about: the site (after_init and after_reset: the configuration), the item
        (a `Rendering` while it is rendered), or the list of obsolete paths; pre_render, and the site's
        post_render, also get the payload.
    priority: low, normal, high or a number; higher runs earlier, equal ones in the order of registration.

    Example, lazy images in every page and document::

        def lazy(page: Rendering) -> None:
            page.output = page.output.replace("<img ", '<img loading="lazy" ')

        def extensions() -> Extensions:
            return Extensions(hooks=[
                Hook("pages", "post_render", lazy),
                Hook("documents", "post_render", lazy),
            ])
    """

    owner: str
    event: str
    call: Callable[..., None]
    priority: int | str = "normal"

    @property
    def rank(self) -> int:
        """Unknown names count as normal, as upstream does."""
        if isinstance(self.priority, int):
            return self.priority
        return PRIORITIES.get(self.priority, PRIORITIES["normal"])


class Hooks:
    """The hooks of one build."""

    def __init__(self, hooks: Iterable[Hook] = ()) -> None:
        """Raises PluginError for an event that its owner does not have."""
        self._calls: dict[tuple[str, str], list[Callable[..., None]]] = {}
        for hook in sorted(hooks, key=lambda hook: -hook.rank):
            known = EVENTS.get(hook.owner, ITEM_EVENTS)
            if hook.event not in known:
                raise PluginError(
                    f"invalid hook: `{hook.owner}` has no event `{hook.event}`",
                    hint=f"{hook.owner} supports only these events: {', '.join(known)}",
                )
            self._calls.setdefault((hook.owner, hook.event), []).append(hook.call)

    def __bool__(self) -> bool:
        return bool(self._calls)

    def wanted(self, owner: str, event: str) -> bool:
        """Whether anything is registered for the event."""
        return (owner, event) in self._calls

    def trigger(self, owner: str, event: str, *arguments: object) -> None:
        """Call what is registered for the event, in its order."""
        for call in self._calls.get((owner, event), ()):
            call(*arguments)

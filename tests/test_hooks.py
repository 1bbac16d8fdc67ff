import pytest

from onemg_render.errors import PluginError
from onemg_render.hooks import Hook, Hooks


def test_higher_priorities_run_first_and_equal_ones_in_order() -> None:
    called: list[str] = []

    def hook(name: str, priority: int | str) -> Hook:
        return Hook("posts", "post_render", lambda item: called.append(f"{name} {item}"), priority)

    hooks = Hooks(
        [hook("a", "normal"), hook("b", "low"), hook("c", 25), hook("d", "high"), hook("e", "unknown")]
    )
    hooks.trigger("posts", "post_render", "x")
    assert called == ["d x", "c x", "a x", "e x", "b x"]


def test_only_the_owner_and_event_that_were_named_are_called() -> None:
    called: list[tuple[object, ...]] = []
    hooks = Hooks([Hook("site", "pre_render", lambda *given: called.append(given))])
    hooks.trigger("site", "post_render", 1)
    hooks.trigger("pages", "pre_render", 2)
    hooks.trigger("site", "pre_render", 3, 4)
    assert called == [(3, 4)]
    assert hooks.wanted("site", "pre_render")
    assert not hooks.wanted("site", "post_render")
    assert hooks
    assert not Hooks()


@pytest.mark.parametrize(
    ("owner", "event", "known"),
    [
        ("site", "post_init", "after_init, after_reset, post_read, pre_render, post_render, post_write"),
        ("clean", "post_init", "on_obsolete"),
        ("recipes", "after_init", "post_init, pre_render, post_convert, post_render, post_write"),
    ],
)
def test_an_unknown_event_is_an_error_that_lists_the_known(owner: str, event: str, known: str) -> None:
    with pytest.raises(PluginError, match=f"`{owner}` has no event `{event}`") as caught:
        Hooks([Hook(owner, event, lambda: None)])
    assert caught.value.hint == f"{owner} supports only these events: {known}"

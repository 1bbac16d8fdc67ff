"""Items that a process has read before: copied while their files are as they were."""

import gc
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.config import Config
from onemg_render.read import documents, pages
from onemg_render.read.known_items import KnownItem
from onemg_render.reporting import Message, Reporter
from onemg_render.site import Document, Excerpt, Item, Page, Site
from tests.support.sites import page, write_files

SETTLING = 0.06
FILES = {
    "one.md": page("# one", title="One", tags="[a, b]"),
    "two.md": page("two", title="Two"),
    "_posts/2024-01-02-post.md": page("post\n\nmore", categories="news"),
    "_layouts/post.html": "{{ content }}",
}


class Preview:
    """A site that is built again and again. made: what was read in the last build, and not copied."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, **config: object) -> None:
        self.source, self.destination = folder / "source", folder / "site"
        self.config = {"time": "2024-05-06 07:08:09 +0000", **config}
        self.workshop = Workshop()
        self.made: list[str] = []
        self.messages: list[Message] = []
        for module, name in ((pages, "make_page"), (documents, "make_document")):
            monkeypatch.setattr(module, name, self.watched(getattr(module, name)))
        self.put(FILES)

    def watched(self, make: Callable[..., Item]) -> Callable[..., Item]:
        def watched(*arguments: object) -> Item:
            self.made.append(str(next(one for one in reversed(arguments) if isinstance(one, str))))
            return make(*arguments)

        return watched

    def put(self, files: dict[str, str]) -> None:
        write_files(self.source, files)
        time.sleep(SETTLING)

    def build(self, **config: object) -> Site:
        self.made.clear()
        self.messages.clear()
        return build(
            self.source,
            self.destination,
            config={**self.config, **config},
            options=BuildOptions(force=True),
            reporter=Reporter(self.messages.append),
            workshop=self.workshop,
        ).site

    @property
    def known(self) -> dict[Item, KnownItem]:
        store = self.workshop.store
        assert store is not None
        assert store.items is not None
        return store.items.present

    @property
    def answered(self) -> set[str]:
        """The items that need not be asked what they say of themselves."""
        return {item.relative_path for item, known in self.known.items() if known.answer is not None}


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    return Preview(tmp_path, monkeypatch)


ALL = {"one.md", "two.md", "_posts/2024-01-02-post.md"}


def test_only_what_has_changed_is_read(preview: Preview) -> None:
    first = preview.build()
    assert set(preview.made) == ALL
    preview.put({"two.md": page("two", title="Other")})
    second = preview.build()
    assert preview.made == ["two.md"]
    assert preview.answered == ALL
    assert [one.data["title"] for one in second.pages] == ["One", "Other"]
    assert [one.url for one in second.items] == [one.url for one in first.items]


def test_copies_are_items_of_their_own(preview: Preview) -> None:
    first = preview.build()
    first.pages[0].data["title"] = "changed"
    first.pages[0].content = "changed"
    second = preview.build()
    assert preview.made == []
    (one, _), (post,) = second.pages, second.posts
    assert (one.data["title"], one.content) == ("One", "# one")
    excerpt = post.data["excerpt"]
    assert isinstance(excerpt, Excerpt)
    assert excerpt.item is post
    assert (one.permalinks, post.collection) == (second.permalinks, second.collections["posts"].settings)


@pytest.mark.parametrize(
    "plugins",
    [
        ["jekyll-titles-from-headings", "jekyll-relative-links"],
        ["jekyll-default-layout", "jekyll-readme-index"],
        ["jekyll-redirect-from", "jekyll-feed"],
    ],
)
def test_what_plugins_do_again_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plugins: list[str]
) -> None:
    preview = Preview(tmp_path, monkeypatch, plugins=plugins)
    preview.put({"README.md": page("# read\n\n[one](one.md)")})
    preview.build()
    preview.build()
    assert preview.made == []
    assert preview.answered == {*ALL, "README.md"}


@pytest.mark.parametrize(
    "change",
    [
        lambda item: item.data.update(title="Other"),
        lambda item: item.data.update(more=None),
        lambda item: item.data.pop("title", None),
        lambda item: item.data.update({"excerpt": Excerpt(item, "other")}),
        lambda item: setattr(item, "content", "other"),
        lambda item: setattr(item, "url", "/other/"),
        lambda item: setattr(item, "line", 100),
        lambda item: setattr(item, "is_asked" if isinstance(item, Document) else "pager", True),
    ],
)
def test_any_change_of_an_item_is_seen(preview: Preview, change: Callable[[Item], object]) -> None:
    preview.build()
    site = preview.build()
    assert preview.answered == ALL
    again = [preview.known[item].copy(site) for item in site.items]
    for item, copy in zip(list(site.items), again, strict=True):
        change(copy)
        preview.known[item].follow(copy)
    assert preview.answered == set()


def test_a_strangers_plugin_gets_no_copies(preview: Preview) -> None:
    preview.put(
        {
            "_plugins/any.py": "from onemg_render.plugins.api import Extensions\n"
            "def extensions():\n    return Extensions(tracked=True)\n"
        }
    )
    preview.build()
    preview.build()
    assert set(preview.made) == ALL


def test_other_defaults_make_other_items(preview: Preview) -> None:
    preview.build()
    preview.build(defaults=[{"scope": {"path": ""}, "values": {"title": "Default"}}])
    assert set(preview.made) == ALL


def test_what_was_said_of_a_file_is_said_again(preview: Preview) -> None:
    preview.put({"two.md": "---\ntitle: [\n---\n"})
    for _ in range(2):
        preview.build()
        assert [one.path for one in preview.messages if one.severity == "warning"] == ["two.md"]
    assert preview.made == ["two.md"]


def test_documents_may_depend_on_the_time(preview: Preview) -> None:
    preview.build()
    site = preview.build(time="2025-01-01 00:00:00 +0000")
    assert preview.made == ["_posts/2024-01-02-post.md"]
    assert all(isinstance(one, Page) and one.permalinks.time.year == 2025 for one in site.pages)


def test_no_build_stays_in_memory_for_what_it_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = Preview(tmp_path, monkeypatch)
    configs: list[weakref.ref[Config]] = []
    for name in ("one.md", "two.md", "_posts/2024-01-02-post.md", "one.md", "two.md"):
        preview.put({name: page(f"changed {len(configs)}")})
        configs.append(weakref.ref(preview.build().config))
        assert len(preview.made) == (1 if configs[1:] else len(FILES) - 1)
    gc.collect()
    assert [config() is None for config in configs[:-2]] == [True, True, True]

"""The whole preview, from an edited file to what a browser would be told (`serve/session.py`)."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.reporting import Message, Reporter
from onemg_render.serve.preview import Preview
from onemg_render.serve.rebuild import Builder
from onemg_render.serve.session import Session
from tests.support.previews import events, get, previewed

LAYOUT = "<html><head></head><body>{{ content }}</body></html>"
SITE = {
    "_config.yml": "title: One\nbaseurl: /base\nurl: https://a.org\nwebrick: {headers: {X-Site: one}}\n",
    "_layouts/default.html": LAYOUT,
    "index.md": "---\nlayout: default\n---\n{{ site.title }} page\n",
    "where.txt": "---\n---\n{{ site.url }}",
    "other.md": "---\nlayout: default\n---\nother\n",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(source: Path) -> Iterator[Session]:
    with previewed(source, {}) as preview:
        yield preview.session


def await_event(told: Iterator[tuple[str, dict[str, object]]], name: str) -> dict[str, object]:
    return next(data for seen, data in told if seen == name)


def await_file(told: Iterator[tuple[str, dict[str, object]]], file: str) -> None:
    """Wait until `file` has been built: in a `changed`, or in the `hello` of a client that came later."""
    for _, data in told:
        files = data.get("files", [])
        if isinstance(files, list) and file in files:
            return


def await_text(told: Iterator[tuple[str, dict[str, object]]], session: Session, path: str, text: str) -> None:
    """Wait until `path` shows `text`: what is told first may still be about the build before."""
    while text not in get(session.server.port, path):
        await_file(told, "index.html")


def test_an_edit_changes_that_page_only_and_an_error_shows_until_it_is_mended(
    source: Path, session: Session
) -> None:
    with events(session) as told:
        assert "One page" in get(session.server.port, "/base/")
        (source / "index.md").write_text("---\nlayout: default\n---\nedited\n", encoding="utf-8")
        assert await_event(told, "changed")["files"] == ["index.html"]
        assert "edited" in get(session.server.port, "/base/")

        (source / "index.md").write_text("---\nlayout: default\n---\n{% nothing %}\n", encoding="utf-8")
        failed = await_event(told, "failed")["messages"]
        assert isinstance(failed, list)
        assert failed[0]["place"].startswith("index.md:4")
        assert "edited" in get(session.server.port, "/base/")  # the last good site

        (source / "index.md").write_text("---\nlayout: default\n---\nmended\n", encoding="utf-8")
        await_event(told, "changed")
        assert "mended" in get(session.server.port, "/base/")


def test_configuration_and_layouts_take_effect_without_a_restart(source: Path, session: Session) -> None:
    with events(session) as told:
        if not (session.preview.destination / "index.html").exists():
            await_file(told, "index.html")
        (source / "_config.yml").write_text("title: Two\nbaseurl: /base\n", encoding="utf-8")
        await_text(told, session, "/base/", "Two page")
        (source / "_layouts/default.html").write_text("<main>{{ content }}</main>", encoding="utf-8")
        await_text(told, session, "/base/other", "<main>")


def test_nothing_lands_in_the_sites_own_destination(source: Path, session: Session) -> None:
    with events(session) as told:
        if not (session.preview.destination / "index.html").exists():
            await_file(told, "index.html")
    assert not (source / "_site").exists()


def test_addresses_are_the_previews_own_and_headers_the_sites(session: Session) -> None:
    with events(session) as told:
        await_text(told, session, "/base/where.txt", f"http://localhost:{session.server.port}")
    connection = http.client.HTTPConnection("127.0.0.1", session.server.port, timeout=20)
    connection.request("GET", "/base/where.txt")
    assert connection.getresponse().headers["X-Site"] == "one"
    connection.close()


def test_a_warning_is_said_once_over_builds_that_follow_each_other(source: Path, tmp_path: Path) -> None:
    (source / "index.md").write_text("---\nlayout: nothing\n---\ntext\n", encoding="utf-8")
    said: list[Message] = []
    preview = Preview(tmp_path / "out", "")
    builder = Builder(
        lambda reporter: build(source, tmp_path / "out", options=BuildOptions(force=True), reporter=reporter),
        None,
        reporter=Reporter(said.append),
        preview=preview,
    )
    builder.once(frozenset())
    builder.once(frozenset())
    assert sum(message.severity == "warning" for message in said) == 1
    assert sum("done in" in message.text for message in said) == 2


def test_independent_errors_are_shown_each_by_itself(source: Path, tmp_path: Path) -> None:
    (source / "index.md").write_text("---\n---\n{% nothing %}\n", encoding="utf-8")
    (source / "other.md").write_text("---\n---\n{% if x %}\n", encoding="utf-8")
    preview = Preview(tmp_path / "out", "")
    quiet = Reporter(lambda message: None)
    Builder(
        lambda reporter: build(source, tmp_path / "out", options=BuildOptions(force=True), reporter=reporter),
        None,
        reporter=quiet,
        preview=preview,
    ).once(frozenset())
    failed = preview.hello(preview.version).data["failed"]
    assert isinstance(failed, list)
    assert [message["place"] for message in failed] == ["index.md:3:1", "other.md:3:1"]


def test_an_error_of_a_page_itself_is_included_from_nowhere(source: Path, tmp_path: Path) -> None:
    (source / "_includes").mkdir()
    (source / "_includes/part.html").write_text("{% nothing %}", encoding="utf-8")
    (source / "index.md").write_text("---\n---\n\n{% include part.html %}\n", encoding="utf-8")
    (source / "other.md").write_text("---\n---\n{% nothing %}\n", encoding="utf-8")
    with previewed(source, {}) as preview:
        failed = preview.session.preview.hello(None).data["failed"]
    assert isinstance(failed, list)
    assert [(message["place"], message["chain"]) for message in failed] == [
        ("_includes/part.html:1:1", ["included from index.md:4"]),
        ("other.md:3:1", []),
    ]


def test_what_a_link_leads_to_is_shown(source: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "picture.txt"
    elsewhere.write_text("from elsewhere", encoding="utf-8")
    (source / "linked.txt").symlink_to(elsewhere)
    with previewed(source, {}) as preview:
        assert preview.get("/base/linked.txt") == "from elsewhere"


def test_templates_know_that_they_are_being_served(source: Path) -> None:
    (source / "keys.txt").write_text(
        "---\n---\n{{ site.serving }} {{ site.watch }} {{ site.port }}", encoding="utf-8"
    )
    with previewed(source, {}) as preview:
        assert preview.get("/base/keys.txt") == f"true true {preview.session.server.port}"


def test_a_destination_that_nobody_built_is_not_emptied(
    source: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    letters = tmp_path_factory.mktemp("letters")
    (letters / "letter.txt").write_text("Dear", encoding="utf-8")
    with previewed(source, {}, destination=str(letters)) as preview:
        failed = preview.session.preview.hello(None).data["failed"]
    assert failed
    assert (letters / "letter.txt").exists()

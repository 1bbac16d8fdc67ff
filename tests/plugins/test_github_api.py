"""`site.github` from GitHub's API, here a local server: what it tells, what is kept, where the token goes."""

import json
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from onemg_render.config import source_tree
from onemg_render.plugins import github_api
from onemg_render.plugins.github_api import GithubApi
from onemg_render.plugins.github_metadata import outside
from onemg_render.reporting import Message, Reporter
from tests.support.sites import Built, build_site, page
from tests.support.web import Web, serving

DATA = Path(__file__).parent.parent / "cases" / "plugins" / "github_api.json"
CASES = json.loads(DATA.read_text(encoding="utf-8"))["cases"]
TOKEN = "sesame-of-the-test"
SITE = {"site": "title", "description": "description", "address": "url", "below": "baseurl"}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Web]:
    with serving() as web:
        monkeypatch.setenv("PAGES_API_URL", web.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("JEKYLL_GITHUB_TOKEN", TOKEN)
        monkeypatch.setenv("ONEMG_CACHE", str(tmp_path / "cache"))
        monkeypatch.delenv("ONEMG_OFFLINE")
        monkeypatch.delenv("PAGES_REPO_NWO", raising=False)
        yield web


def client(web: Web, folder: Path, said: list[Message] | None = None) -> GithubApi:
    return GithubApi(web.url, TOKEN, folder, Reporter((said if said is not None else []).append))


def built(folder: Path, names: list[str], repository: str, *, offline: bool = False) -> Built:
    values = [f'"{name}": {{{{ site.github.{name} | jsonify }}}}' for name in names]
    values += [f'"{shown}": {{{{ site.{key} | jsonify }}}}' for shown, key in SITE.items()]
    values.append('"year": {{ site.github.latest_release.published_at | date: "%Y %H" | jsonify }}')
    files = {
        "_config.yml": f"plugins: [jekyll-github-metadata]\nrepository: {repository}\n",
        "index.html": page("{" + ",\n".join(values) + "}"),
    }
    return build_site(folder, files, offline=offline)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_gem_makes_the_same_of_it(
    api: Web, tmp_path: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGES_ENV", "dotcom")
    api.files = {path: json.dumps(answer).encode() for path, answer in case["answers"].items()}
    expected = case["expected"]
    names = [name for name in expected if name not in SITE and name != "year"]
    site = built(tmp_path, names, case["repository"])
    assert json.loads(site.text("index.html").replace(api.url, "API")) == expected
    assert not [message for message in site.messages if message.severity == "warning"]
    count = len(api.asked)
    built(tmp_path, names, case["repository"])
    assert len(api.asked) == count


def test_without_a_token_or_offline_nothing_is_asked(
    api: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path, [], "a/b", offline=True)
    monkeypatch.delenv("JEKYLL_GITHUB_TOKEN")
    monkeypatch.delenv("OCTOKIT_ACCESS_TOKEN", raising=False)
    built(tmp_path, [], "a/b")
    assert api.asked == []
    monkeypatch.setenv("OCTOKIT_ACCESS_TOKEN", TOKEN)
    built(tmp_path, [], "a/b")
    assert "/repos/a/b" in api.asked


def test_a_strangers_configuration_does_not_choose_what_the_token_reads(api: Web, tmp_path: Path) -> None:
    files = {"_config.yml": "compat: github-pages\ntheme: null\nrepository: a/b\n", "index.html": page("")}
    build_site(tmp_path, files, safe=True)
    assert api.asked == []
    build_site(tmp_path, files)
    assert "/repos/a/b" in api.asked


def test_the_token_goes_to_the_api_alone_and_is_kept_nowhere(api: Web, tmp_path: Path) -> None:
    with serving() as other:
        api.moved["/repos/a/b"] = f"{other.url}/repos/a/b"
        api.files["/orgs/a"] = b"{}"
        site = built(tmp_path, [], "a/b")
        assert other.asked == []
    assert api.headers["Authorization"] == f"Bearer {TOKEN}"
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.suffix == ".json" for path in kept)
    assert not [path for path in kept if TOKEN.encode() in path.read_bytes()]
    assert not [message for message in site.messages if TOKEN in message.text]


def test_the_token_is_not_sent_unencrypted(api: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGES_API_URL", "http://api.example")
    site = built(tmp_path, [], "a/b")
    assert [message.text for message in site.messages if "not https" in message.text]


def test_no_answer_is_one_warning_and_the_checkout_tells_the_rest(api: Web, tmp_path: Path) -> None:
    api.status = 500
    api.files["/orgs/a"] = b"{}"
    site = built(tmp_path, ["repository_url"], "a/b")
    assert json.loads(site.text("index.html"))["repository_url"] == "https://github.com/a/b"
    warnings = [message.text for message in site.messages if message.severity == "warning"]
    assert warnings == ["GitHub's API gives no answer: the server answers 500 Internal Server Error; "
                        "`site.github` is what the checkout tells"]  # fmt: skip
    assert len(api.asked) == 1


def test_a_token_that_is_refused_is_said(api: Web, tmp_path: Path) -> None:
    api.status, api.files["/orgs/a"] = 401, b"{}"
    site = built(tmp_path, [], "a/b")
    assert any("token is not valid" in message.text for message in site.messages)


def test_answers_are_kept_and_asked_for_again_when_old(
    api: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.files["/x"] = b'{"a": 1}'
    assert client(api, tmp_path).one("x") == {"a": 1}
    assert client(api, tmp_path).one("x") == {"a": 1}
    assert len(api.asked) == 1
    monkeypatch.setattr(github_api, "FRESH_SECONDS", 0)
    assert client(api, tmp_path).one("x") == {"a": 1}
    assert api.headers["If-None-Match"] == api.etag
    api.etag, api.files["/x"] = '"2"', b'{"a": 2}'
    assert client(api, tmp_path).one("x") == {"a": 2}
    api.etag, api.status = '"3"', 503
    said: list[Message] = []
    assert client(api, tmp_path, said).one("x") == {"a": 2}
    assert "what is kept of it is used" in said[-1].text
    assert len(api.asked) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of files are another thing there")
def test_only_the_user_can_read_what_is_kept(api: Web, tmp_path: Path) -> None:
    api.files["/x"] = b"{}"
    client(api, tmp_path).one("x")
    assert [stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("*.json")] == [0o600]


def test_lists_have_all_their_pages(api: Web, tmp_path: Path) -> None:
    api.files = {"/x?per_page=100": b"[1, 2]", "/x?page=2": b"[3]"}
    api.links["/x?per_page=100"] = f'<{api.url}/x?page=2>; rel="next", <{api.url}/x?page=2>; rel="last"'
    assert client(api, tmp_path).all("x") == [1, 2, 3]
    api.links["/x?page=2"] = '<http://127.0.0.1:1/x>; rel="next"'
    assert client(api, tmp_path / "other").all("x") == [1, 2, 3]
    assert client(api, tmp_path).all("y") is False


def test_what_is_kept_may_be_damaged(api: Web, tmp_path: Path) -> None:
    api.files["/x"] = b'{"a": 1}'
    client(api, tmp_path).one("x")
    next(tmp_path.glob("*.json")).write_text("[1", encoding="utf-8")
    assert client(api, tmp_path).one("x") == {"a": 1}
    api.files["/y"] = b"<html>"
    assert client(api, tmp_path).one("y") is False


def test_a_build_that_has_asked_says_when_it_asks_again(api: Web, tmp_path: Path) -> None:
    site = built(tmp_path, [], "a/b")
    tree = source_tree(site.result.config)
    until = outside(site.result.config, tree).until
    assert until is not None and timedelta(0) < until - datetime.now(UTC) <= timedelta(minutes=10)
    site.result.config.set("offline", True)
    assert outside(site.result.config, tree).until is None

"""What `site.github` says by environment and checkout; see also the golden site `plugin-github-metadata`."""

from pathlib import Path

import pytest

from onemg_render.plugins.git_checkout import GitCheckout
from onemg_render.plugins.github_metadata import Pages, Repository, origin

REVISION = "1234567890123456789012345678901234567890"


def checkout(folder: Path, head: str = "ref: refs/heads/main", **files: str) -> GitCheckout:
    git = folder / ".git"
    (git / "refs" / "heads").mkdir(parents=True)
    (git / "HEAD").write_text(head + "\n", encoding="utf-8")
    for name, text in files.items():
        (git / name.replace("__", "/").replace("_", "-")).write_text(text, encoding="utf-8")
    found = GitCheckout.around(folder / "below")
    assert found is not None
    return found


def repository(name: str, env: str, cname: str = "", owner: str = "Owner", **variables: str) -> Repository:
    return Repository(Pages({"PAGES_ENV": env, **variables}, "production"), owner, name, None, cname)


@pytest.mark.parametrize(
    ("repository", "url", "baseurl"),
    [
        (repository("My.Repo", "production"), "https://github.com", "/pages/Owner/My.Repo"),
        (repository("My.Repo", "dotcom"), "http://owner.github.io", "/My.Repo"),
        (repository("owner.github.io", "dotcom"), "http://owner.github.io", ""),
        (repository("x", "dotcom", cname="example.org"), "http://example.org", ""),
        (repository("x", "production", GITHUB_ACTIONS="true"), "http://owner.github.io", "/x"),
        (repository("x", "enterprise", PAGES_GITHUB_HOSTNAME="ghe.io"), "http://ghe.io", "/pages/Owner/x"),
        (
            repository(
                "x", "enterprise", PAGES_PAGES_HOSTNAME="pages.ghe.io", SUBDOMAIN_ISOLATION="true", SSL="true"
            ),
            "https://pages.ghe.io",
            "/Owner/x",
        ),
    ],
    ids=["offline", "project", "user", "domain", "workflow", "enterprise", "isolated"],
)
def test_address(repository: Repository, url: str, baseurl: str) -> None:
    assert repository.url_and_path == (url, baseurl)


@pytest.mark.parametrize(
    ("url", "nwo"),
    [
        ("git@github.com:owner/name.git", "owner/name"),
        ("https://github.com/owner/na.me", "owner/na.me"),
        ("https://gitlab.com/owner/name", None),
    ],
)
def test_the_remote_names_the_repository(tmp_path: Path, url: str, nwo: str | None) -> None:
    sections = f'[remote "up"]\n\turl = x\n[remote "origin"]\n\turl = {url}\n[branch "main"]\n'
    assert origin(checkout(tmp_path, config=sections), "github.com") == nwo


def test_a_branch_and_its_revision(tmp_path: Path) -> None:
    found = checkout(tmp_path, refs__heads__main=REVISION + "\n")
    assert (found.branch, found.revision) == ("main", REVISION)


def test_a_packed_branch(tmp_path: Path) -> None:
    found = checkout(tmp_path, packed_refs=f"# pack-refs\n{REVISION} refs/heads/main\n")
    assert found.revision == REVISION


def test_a_detached_head(tmp_path: Path) -> None:
    found = checkout(tmp_path, head=REVISION)
    assert (found.branch, found.revision) == (None, REVISION)


def test_a_linked_working_tree(tmp_path: Path) -> None:
    checkout(tmp_path / "main", config='[remote "origin"]\n\turl = git@github.com:a/b\n')
    linked = tmp_path / "main" / ".git" / "worktrees" / "other"
    linked.mkdir(parents=True)
    (linked / "HEAD").write_text("ref: refs/heads/topic\n", encoding="utf-8")
    (linked / "commondir").write_text("../..\n", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / ".git").write_text(f"gitdir: {linked}\n", encoding="utf-8")
    found = GitCheckout.around(other)
    assert found is not None
    assert (found.branch, found.remote()) == ("topic", "git@github.com:a/b")

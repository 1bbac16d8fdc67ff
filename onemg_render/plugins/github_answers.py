"""What GitHub's API tells of a repository, in the terms of `site.github` (jekyll-github-metadata 2.16.1,
`repository.rb` and `owner.rb`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

from onemg_render.plugins.github_api import GithubApi

OWNER_KEYS: Final = (
    *("avatar_url", "bio", "blog", "collaborators", "company", "created_at", "description", "email"),
    *("followers", "following", "has_organization_projects", "has_repository_projects", "hireable"),
    *("html_url", "id", "is_verified", "location", "login", "name", "node_id", "public_gists"),
    *("public_repos", "type", "updated_at"),
)
OF_THE_REPOSITORY: Final = {
    "archived": "archived",
    "disabled": "disabled",
    "language": "language",
    "license": "license",
    "private": "private",
    "project_tagline": "description",
    "show_downloads": "has_downloads",
}
"""Keys of `site.github`, and those of the repository in the API."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The API's own mappings, empty where it told nothing. lists: by their names in `site.github`."""

    repository: Mapping[str, Any] = field(default_factory=dict)
    pages: Mapping[str, Any] = field(default_factory=dict)
    owner: Mapping[str, Any] = field(default_factory=dict)
    lists: Mapping[str, Any] = field(default_factory=dict)

    def text(self, of: str, key: str) -> str:
        """A text of `repository`, `pages` or `owner`; empty if there is none."""
        value = getattr(self, of).get(key)
        return value if isinstance(value, str) else ""

    def metadata(self, repository_url: str) -> dict[str, object]:
        """The keys of `site.github` that nothing but the API knows."""
        has_issues, has_wiki = self.repository.get("has_issues"), self.repository.get("has_wiki")
        return {
            "contributors": False,
            "latest_release": False,
            "organization_members": None,
            "public_repositories": [],
            "releases": False,
            **self.lists,
            **{key: self.repository.get(name) for key, name in OF_THE_REPOSITORY.items()},
            "issues_url": f"{repository_url}/issues" if has_issues else None,
            "owner": {key: self.owner.get(key) for key in OWNER_KEYS},
            "owner_display_name": self.owner.get("name"),
            "wiki_url": f"{repository_url}/wiki" if has_wiki else None,
        }


NO_ANSWERS: Final = Answers()


def answers_of(api: GithubApi, owner: str, name: str) -> Answers:
    """All that the API tells; each of nine questions may stay without an answer."""
    owner, name = quote(owner, safe=""), quote(name, safe="")
    repository = f"repos/{owner}/{name}"
    organization = mapping(api.one(f"orgs/{owner}"))
    return Answers(
        repository=mapping(api.one(repository)),
        pages=mapping(api.one(f"{repository}/pages")),
        owner=organization or mapping(api.one(f"users/{owner}")),
        lists={
            "contributors": api.all(f"{repository}/contributors"),
            "latest_release": api.one(f"{repository}/releases/latest"),
            "organization_members": api.all(f"orgs/{owner}/public_members") if organization else None,
            "public_repositories": api.all(f"users/{owner}/repos?type=public") or [],
            "releases": api.all(f"{repository}/releases"),
        },
    )


def mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}

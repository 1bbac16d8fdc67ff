"""`site.github`: what is known of the site's repository on GitHub (jekyll-github-metadata 2.16.1).

Everything is derived from the git checkout, the file CNAME, the environment and the configuration, as the gem
does without network; with a token in the environment GitHub's API adds to it.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urljoin

from onemg_render.config import Config, SourceTree
from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins import git_checkout
from onemg_render.plugins.api import Extensions, Outside, Setup
from onemg_render.plugins.git_checkout import GitCheckout
from onemg_render.plugins.github_answers import NO_ANSWERS, Answers, answers_of
from onemg_render.plugins.github_api import FRESH_SECONDS, GithubApi
from onemg_render.render.surroundings import current_item, surroundings
from onemg_render.reporting import Reporter
from onemg_render.site import Excerpt
from onemg_render.util.patterns import regex
from onemg_render.util.urls import normalize

LINK_TEXT: Final = regex(r"\"(.*)\"|'(.*)'")


@dataclass(frozen=True, slots=True)
class Pages:
    """GitHub Pages as the environment describes it: `PAGES_ENV`, `PAGES_GITHUB_HOSTNAME` and their like."""

    variables: Mapping[str, str]
    environment: str

    def first(self, default: str, *names: str) -> str:
        found = next((self.variables[name] for name in names if self.variables.get(name)), default)
        return found.removesuffix("/")

    @property
    def env(self) -> str:
        return self.variables.get("PAGES_ENV") or self.environment

    @property
    def hostname(self) -> str:
        return self.first("github.com", "PAGES_GITHUB_HOSTNAME", "GITHUB_HOSTNAME")

    @property
    def pages_hostname(self) -> str:
        default = "localhost:4000" if self.env == "development" else "github.io"
        return self.first(default, "PAGES_PAGES_HOSTNAME", "PAGES_HOSTNAME")

    @property
    def api_url(self) -> str:
        return self.first("https://api.github.com", "PAGES_API_URL", "API_URL")

    @property
    def scheme(self) -> str:
        return "https" if self.variables.get("SSL") == "true" or self.env == "test" else "http"

    @property
    def github_url(self) -> str:
        is_github = self.env == "dotcom" or self.hostname == "github.com"
        return "https://github.com" if is_github else f"{self.scheme}://{self.hostname}"

    @property
    def is_deployed(self) -> bool:
        """Whether the site goes to GitHub Pages: OWNER.github.io, or a domain of its own.

        The gem takes only its servers' word for it (`PAGES_ENV`); here a workflow on GitHub counts too.
        """
        on_github = self.variables.get("GITHUB_ACTIONS") == "true"
        return self.env in ("dotcom", "test") or (on_github and self.env != "enterprise")

    @property
    def fills_urls(self) -> bool:
        """Whether `url` and `baseurl` are filled in."""
        return self.environment == "production" or bool(self.variables.get("PAGE_BUILD_ID"))


@dataclass(frozen=True, slots=True)
class Repository:
    """owner, name: of `owner/name`. cname: the domain in the file CNAME, or empty. answers: the API's."""

    pages: Pages
    owner: str
    name: str
    checkout: GitCheckout | None
    cname: str
    answers: Answers = NO_ANSWERS

    @property
    def nwo(self) -> str:
        return f"{self.owner}/{self.name}"

    @property
    def is_user_page(self) -> bool:
        if self.pages.env == "enterprise":
            return self.name.lower() == f"{self.owner}.{self.pages.hostname}".lower()
        return self.name.lower() in (self.domain, f"{self.owner}.github.com".lower())

    @property
    def domain(self) -> str:
        """Where the owner's sites are."""
        if self.pages.env == "enterprise":
            return self.pages.pages_hostname.lower()
        host = self.pages.hostname if self.owner == "github" else self.pages.pages_hostname
        return f"{self.owner}.{host}".lower()

    @property
    def site_url(self) -> str:
        """The address of the site, without a slash at its end."""
        told = self.answers.text("pages", "html_url")
        return told.removesuffix("/") if told else self.expected_url

    @property
    def expected_url(self) -> str:
        """The address that GitHub Pages gives a site of this name."""
        if not self.pages.is_deployed:
            path = self.owner if self.is_user_page else self.nwo
            if self.pages.variables.get("SUBDOMAIN_ISOLATION") == "true":
                return urljoin(f"{self.pages.scheme}://{self.pages.pages_hostname}/", path)
            return urljoin(f"{self.pages.github_url}/pages/", path)
        cname = self.answers.text("pages", "cname") or self.cname
        if cname:
            return f"http://{cname}"
        scheme = "https" if self.owner == "github" and self.domain.endswith(".github.com") else "http"
        return f"{scheme}://{self.domain}" + ("" if self.is_user_page else f"/{self.name}")

    @property
    def url_and_path(self) -> tuple[str, str]:
        scheme, _, rest = self.site_url.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme}://{host}", slash + path

    @property
    def source(self) -> Mapping[str, object]:
        """Branch and folder of what is published."""
        told = self.answers.pages.get("source")
        return told if isinstance(told, Mapping) else {"branch": self.branch, "path": "/"}

    @property
    def branch(self) -> str:
        """As the gem without network, what Pages took before branches could be chosen; deployed, HEAD's."""
        current = self.checkout.branch if self.checkout and self.pages.is_deployed else None
        return current or ("master" if self.is_user_page else "gh-pages")

    @property
    def revision(self) -> str:
        given = self.pages.variables.get("JEKYLL_BUILD_REVISION")
        return given or (self.checkout.revision if self.checkout else None) or ""

    @property
    def title(self) -> str:
        """What a site without a title is called."""
        return (self.answers.text("owner", "name") or self.owner) if self.is_user_page else self.name

    def metadata(self) -> dict[str, object]:
        """All keys of `site.github`, sorted."""
        owner_url = f"{self.pages.github_url}/{self.owner}"
        url = f"{owner_url}/{self.name}"
        source = dict(self.source)
        known: dict[str, object] = {
            **self.answers.metadata(url),
            "api_url": self.pages.api_url,
            "baseurl": self.url_and_path[1],
            "build_revision": self.revision,
            "clone_url": f"{url}.git",
            "environment": self.pages.env,
            "help_url": self.pages.first("https://docs.github.com", "PAGES_HELP_URL", "HELP_URL"),
            "hostname": self.pages.hostname,
            "is_project_page": not self.is_user_page,
            "is_user_page": self.is_user_page,
            "owner_gravatar_url": f"{owner_url}.png",
            "owner_name": self.owner,
            "owner_url": owner_url,
            "pages_env": self.pages.env,
            "pages_hostname": self.pages.pages_hostname,
            "project_title": self.name,
            "releases_url": f"{url}/releases",
            "repository_name": self.name,
            "repository_nwo": self.nwo,
            "repository_url": url,
            "source": source,
            "tar_url": f"{url}/tarball/{source.get('branch')}",
            "url": self.site_url,
            "versions": {},
            "zip_url": f"{url}/zipball/{source.get('branch')}",
        }
        return dict(sorted(known.items()))


class GithubMetadata(Setup):
    """Fills in `github`, and where they are missing `title`, `url` and `baseurl`.

    A mapping under `github` in the configuration takes the place of single keys, any other value of all.
    """

    def configure(self, config: Config, tree: SourceTree, reporter: Reporter) -> tuple[Config, SourceTree]:
        own = config.get("github")
        repository = find(config, tree, reporter)
        if repository is None:
            reporter.debug("no repository is known for `site.github`", topic="GitHub Metadata")
            return config, tree
        if own is None or isinstance(own, Mapping):
            config.set("github", {**repository.metadata(), **(own or {})})
        if config.flag("name") and not config.flag("title"):
            reporter.warn(
                "`name` is set where many plug-ins and themes expect `title`; the repository's name is not "
                "taken for a title",
                topic="GitHub Metadata",
            )
        elif not config.flag("title"):
            config.set("title", repository.title)
        tagline = repository.answers.text("repository", "description")
        if tagline and not config.flag("description"):
            config.set("description", tagline)
        if repository.pages.fills_urls:
            url, path = repository.url_and_path
            if not config.flag("url"):
                config.set("url", url)
            if config.get("baseurl") in (None, "/"):
                config.set("baseurl", path)
        return config, tree


def find(config: Config, tree: SourceTree, reporter: Reporter) -> Repository | None:
    """The repository that PAGES_REPO_NWO, `repository` of the configuration or the remote `origin` name."""
    pages = Pages(os.environ, config.environment)
    checkout = GitCheckout.around(tree.root.resolve())
    configured = config.get("repository")
    named = [os.environ.get("PAGES_REPO_NWO"), configured, origin(checkout, pages.hostname)]
    nwo = next((one for one in named if isinstance(one, str) and "/" in one), None)
    if nwo is None:
        return None
    owner, name = nwo.partition("/")[0], nwo.rpartition("/")[2]
    api = GithubApi.of(pages.api_url, config, reporter)
    answers = answers_of(api, owner, name) if api is not None else NO_ANSWERS
    return Repository(pages, owner, name, checkout, cname_in(tree), answers)


def origin(checkout: GitCheckout | None, hostname: str) -> str | None:
    remote = checkout.remote() if checkout else None
    match = re.search(rf"{re.escape(hostname)}[:/]([\w-]+)/([\w.-]+)", (remote or "").removesuffix(".git"))
    return f"{match[1]}/{match[2]}" if match else None


def cname_in(tree: SourceTree) -> str:
    file = tree.main / "CNAME"
    try:
        return file.read_text(encoding="utf-8").strip() if tree.fence.holds(file) else ""
    except (OSError, UnicodeDecodeError):
        return ""


class EditLinkTag:
    """`{% github_edit_link %}`, the address at which the page can be edited, or a link with a text."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        match = LINK_TEXT.search(markup)
        shown = (match[1] if match[1] is not None else match[2]) if match else None

        def render(context: Context, body: Body) -> str:
            address = edit_address(context)
            return address if shown is None else f'<a href="{address}">{shown}</a>'

        return render


def edit_address(context: Context) -> str:
    build = surroundings(context)
    current = current_item(context)
    item = current.item if isinstance(current, Excerpt) else current
    github = get(context.variables.get("site"), "github")
    place = get(github, "source")
    parts = [get(github, "repository_url"), get(place, "branch"), get(place, "path")]
    if item is None or any(part is None for part in parts):
        build.reporter.warn("no edit link can be made, as data in `site.github` is missing")
        return ""
    url, branch, folder = map(text, parts)
    inside = f"{folder.strip('/')}/" if folder.strip("/") else ""
    return normalize(f"{url.removesuffix('/')}/edit/{branch}/{inside}{item.relative_path.removeprefix('/')}")


def outside(config: Config, tree: SourceTree) -> Outside:
    """The checkout, and the API, which is asked again after a while."""
    api = GithubApi.of(Pages(os.environ, config.environment).api_url, config, Reporter())
    again = None if api is None else datetime.now(UTC) + timedelta(seconds=FRESH_SECONDS)
    return Outside(files=git_checkout.outside(config, tree).files, until=again)


def extensions() -> Extensions:
    return Extensions(
        setups=[GithubMetadata()],
        tags={"github_edit_link": EditLinkTag()},
        outside=[outside],
        safe=True,
        parallel=True,
        tracked=True,
    )

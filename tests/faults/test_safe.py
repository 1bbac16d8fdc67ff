"""A stranger's site, built with `--safe`: a test for each line of the manual's threat model, under its id.

The site tries to get at a secret beside it; whatever comes of the build, the secret is nowhere: not in the
destination, not in a message.
"""

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.cli.bounds import bounded
from onemg_render.cli.main import main, parser_of, row_of
from onemg_render.errors import OnemgError, ThemeError
from onemg_render.plugins import theme_download
from onemg_render.reporting import Reporter, as_text
from tests.faults.sites import finished, onemg, tree

SECRET: Final = "hunter2"
MANUAL: Final = Path(__file__).parents[2] / "content" / "docs" / "security.md"
SASS: Final = pytest.mark.parametrize("engine", ["", "sasso"], ids=["Dart Sass", "sasso"])
LINKS: Final = pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
THINGS: Final = "collections: {things: {output: true}}"
Files = Mapping[str, str]


@dataclass
class Stranger:
    """A folder with a secret, beside it the site of a stranger."""

    folder: Path

    @property
    def source(self) -> Path:
        return self.folder / "source"

    @property
    def outside(self) -> Path:
        return self.folder / "outside"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def put(self, files: Files) -> None:
        """A text that begins with `->` is a link to what it names."""
        for name, text in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text.startswith("->"):
                path.symlink_to(text[2:].replace("OUTSIDE", str(self.outside)))
            else:
                path.write_text(text.replace("OUTSIDE", str(self.outside)), encoding="utf-8")

    def built(self, files: Files, destination: Path | None = None, **more: object) -> dict[str, str]:
        """What is written; nothing if the build is refused. The secret is in none of it."""
        self.put(files)
        reporter = Reporter(lambda message: None)
        config = {"safe": True, **more}
        site = destination or self.site
        options = BuildOptions(environment="production", force=True)
        try:
            build(self.source, site, config=config, options=options, reporter=reporter)
        except OnemgError as error:
            reporter.error(error)
        found = {name: data.decode("utf-8", "replace") for name, data in tree(site).items()}
        said = "\n".join(map(as_text, reporter.messages))
        assert SECRET not in "".join(found.values()) + said
        self.said = said
        return found


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    outside = tmp_path / "outside"
    for name in ("secret.html", "secret.md", "secret.txt", "_o.scss", "_layouts/a.html", "_includes/a.html"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text(f"x{{ {SECRET}: {SECRET} }}", encoding="utf-8")
    (outside / "page.md").write_text(f"---\n---\n{SECRET}", encoding="utf-8")
    (outside / "secret.yml").write_text(f"token: {SECRET}\n", encoding="utf-8")
    (outside / "secret.bib").write_text(f"@article{{a, title = {{{SECRET}}}}}", encoding="utf-8")
    (outside / "broken.yml").write_text(f"{SECRET}: [", encoding="utf-8")
    (tmp_path / "source").mkdir()
    return Stranger(tmp_path)


def whitelisted(*plugins: str) -> str:
    """The lines of a configuration that ask for plug-ins."""
    return f"plugins: [{', '.join(plugins)}]\nwhitelist: [{', '.join(plugins)}]\n"


def test_each_line_of_the_threat_model_has_its_test() -> None:
    lines = set(re.findall(r"^\| (S\d+) \|", MANUAL.read_text(encoding="utf-8"), re.M))
    texts = (path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    tested = {found.upper() for text in texts for found in re.findall(r"^def test_(s\d+)_", text, re.M)}
    assert lines == tested
    assert len(lines) > 20


def page(text: str, front_matter: str = "") -> str:
    return f"---\n{front_matter}---\n{text}"


def test_s1_plug_ins_of_the_site_are_not_run(stranger: Stranger) -> None:
    code = "open('OUTSIDE/was-here', 'w')\n"
    files = {
        "_plugins/a.py": code,
        "mine/b.py": code,
        "_config.yml": "plugins_dir: [_plugins, mine]\nplugins: [a, b]\n",
    }
    assert "index.html" in stranger.built({**files, "index.html": page("x")})
    assert not (stranger.outside / "was-here").exists()


def test_s2_plug_ins_that_are_not_safe_are_not_taken(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = stranger.folder / "packages"
    (package / "harmful").mkdir(parents=True)
    (package / "harmful/__init__.py").write_text(
        "from onemg_render.plugins.api import Extensions\n"
        f"def extensions():\n    return Extensions(filters={{'harm': lambda value: '{SECRET}'}})\n",
        encoding="utf-8",
    )
    (package / "harmful-1.dist-info").mkdir()
    (package / "harmful-1.dist-info/METADATA").write_text("Name: harmful\nVersion: 1\n", encoding="utf-8")
    (package / "harmful-1.dist-info/entry_points.txt").write_text(
        "[onemg_render.plugins]\nharmful = harmful\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(package)
    config = "plugins: [harmful]\nwhitelist: [harmful]\n"
    assert (
        stranger.built({"_config.yml": config, "index.html": page("{{ 'a' | harm }}")})["index.html"] == "a"
    )


@LINKS
@pytest.mark.parametrize(
    "files",
    [
        {"a.txt": "->OUTSIDE/secret.txt"},
        {"a.md": "->OUTSIDE/page.md"},
        {"folder": "->OUTSIDE"},
        {"folder": "->OUTSIDE", "_config.yml": "include: [folder/secret.txt, secret.txt]"},
        {"_posts": "->OUTSIDE", "_things": "->OUTSIDE", "_config.yml": THINGS},
        {"_data": "->OUTSIDE"},
        {"_data/a.yml": "->OUTSIDE/secret.yml"},
        {"_data/a.yml": "->OUTSIDE/broken.yml"},
        {"_layouts": "->OUTSIDE/_layouts", "index.html": page("x", "layout: a\n")},
        {"_layouts/a.html": "->OUTSIDE/secret.html", "index.html": page("x", "layout: a\n")},
        {"_includes": "->OUTSIDE/_includes", "index.html": page("{% include a.html %}")},
        {"_includes/a.html": "->OUTSIDE/secret.html", "index.html": page("{% include a.html %}")},
        {"a.html": "->OUTSIDE/secret.html", "index.html": page("{% include_relative a.html %}")},
        {"_config.yml": "->OUTSIDE/secret.yml", "index.html": page("{{ site.token }}")},
        {"_config.yml": "->OUTSIDE/broken.yml"},
        {"CNAME": "->OUTSIDE/secret.txt",
         "_config.yml": f"repository: a/b\n{whitelisted('jekyll-github-metadata')}"},
        {"_bibliography/references.bib": "->OUTSIDE/secret.bib", "_config.yml": whitelisted("jekyll-scholar"),
         "index.html": page("{% bibliography %}{% bibliography_count %}")},
        {"two": "->steps", "steps": "->OUTSIDE", "index.html": page("x")},
    ],
)  # fmt: skip
def test_s3_links_out_of_the_source_are_not_followed(stranger: Stranger, files: Files) -> None:
    dump = page(
        "{{ site.data | jsonify }}{{ site.github | jsonify }}{{ site.pages | map: 'content' | join }}"
    )
    stranger.built({"dump.html": dump, **files})


@pytest.mark.parametrize(
    "files",
    [
        {"_config.yml": "include: [.git, .git/config, config]"},
        {"_config.yml": "includes_dir: .git", "index.html": page("{% include config %}")},
        {"_config.yml": "layouts_dir: .git", "index.html": page("x", "layout: config\n")},
        {"_config.yml": "data_dir: .git"},
        {"index.html": page("{% include_relative .git/config %}")},
        pytest.param({"a.txt": "->.git/config", "b": "->.git"}, marks=LINKS),
        {"_config.yml": "theme: ./.git"},
    ],
)
def test_s4_the_folder_of_git_is_not_read(stranger: Stranger, files: Files) -> None:
    """In CI it holds the token by which the sources were fetched."""
    git = {".git/config": f"---\n---\nAUTHORIZATION: basic {SECRET}", ".git/_layouts/a.html": SECRET}
    stranger.built(
        {**git, ".git/x.yml": f"a: {SECRET}", "dump.html": page("{{ site.data | jsonify }}"), **files}
    )


@pytest.mark.parametrize(
    "place", ["../outside", "OUTSIDE", "a/../../outside", "../../../../../../../../OUTSIDE"]
)
@pytest.mark.parametrize(
    "key", ["layouts_dir: {}", "includes_dir: {}", "data_dir: {}", "collections_dir: {}", "include: [{}/a]",
            "sass: {{sass_dir: {}}}", "sass: {{load_paths: [{}, '{}/*']}}", "scholar: {{source: {}}}"],
)  # fmt: skip
def test_s5_keys_lead_nowhere_else(stranger: Stranger, key: str, place: str) -> None:
    dump = "{% include a.html %}{% include secret.html %}{{ site.data | jsonify }}{% bibliography %}"
    stranger.built(
        {
            "_config.yml": key.format(place, place)
            + "\nplugins: [jekyll-scholar]\nwhitelist: [jekyll-scholar]\n",
            "a.html": page("x", "layout: a\n"),
            "dump.html": page("{{ site.data | jsonify }}"),
            "a.scss": page("@import 'o';"),
        }
    )
    stranger.built({"index.html": page(dump)})


@pytest.mark.parametrize(
    "name",
    ["../../outside/secret.html", "../outside/secret.html", "OUTSIDE/secret.html", "./.././secret.html"],
)
@pytest.mark.parametrize("tag", ["include", "include_relative", "include_cached", "link"])
def test_s6_tags_name_no_file_elsewhere(stranger: Stranger, tag: str, name: str) -> None:
    stranger.put({"a/b.html": "x", "_includes/x.html": "x"})
    for text in (name, "{{ page.name_of_it }}"):
        front_matter = f"name_of_it: {name}\n".replace("OUTSIDE", str(stranger.outside))
        assert "a/index.html" not in stranger.built(
            {"a/index.html": page(f"{{% {tag} {text} %}}", front_matter)}
        )


@SASS
@pytest.mark.parametrize(
    "name",
    [
        "../outside/o",
        "OUTSIDE/o",
        "OUTSIDE/_o.scss",
        "file://OUTSIDE/_o.scss",
        "a/../../outside/o",
        pytest.param("link", marks=LINKS),
    ],
)
def test_s7_style_sheets_load_nothing_from_elsewhere(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch, engine: str, name: str
) -> None:
    if engine:
        monkeypatch.setenv("ONEMG_SASS", engine)
    link = {"_sass/_link.scss": "->OUTSIDE/_o.scss"} if name == "link" else {}
    for rule in ("@import", "@use", "@forward"):
        files = {
            "a.scss": page(f"{rule} '{name}';"),
            "_sass/a/_b.scss": "c { d: e }",
            **(link if rule == "@import" else {}),
        }
        assert "a.css" not in stranger.built(files)
        assert "find stylesheet" in stranger.said or engine
    assert "d: e" in stranger.built({"a.scss": page("@import 'a/b';")})["a.css"]


@pytest.mark.parametrize(
    "name", ["../outside", "OUTSIDE", "~/outside", "./a/../../outside", pytest.param("./link", marks=LINKS)]
)
def test_s8_themes_lie_inside_or_are_installed(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("HOME", str(stranger.folder))
    link = {"link": "->OUTSIDE"} if name == "./link" else {}
    assert (
        stranger.built({"_config.yml": f"theme: {name}", "index.html": page("x", "layout: a\n"), **link})
        == {}
    )
    gemfile = f"gem 'mine', path: '{name}'".replace("OUTSIDE", str(stranger.outside))
    assert stranger.built({"_config.yml": "theme: mine", "Gemfile": gemfile}) == {}


def test_s9_the_configuration_moves_neither_source_nor_destination(stranger: Stranger) -> None:
    stranger.put({"index.html": page("x"), "_config.yml": "source: ../outside\n"})
    for text in (
        "destination: ../elsewhere",
        "destination: OUTSIDE/new",
        "source: ../outside\ndestination: _site",
    ):
        stranger.put({"_config.yml": text})
        code, said = finished(onemg("build", "--safe", "-s", stranger.source))
        assert code == 1
        assert "leads out of the source" in said
    assert sorted(path.name for path in stranger.folder.iterdir()) == ["outside", "source"]
    assert not (stranger.outside / "new").exists()


@LINKS
def test_s10_nothing_is_written_through_a_link(stranger: Stranger) -> None:
    before = tree(stranger.outside)
    stranger.put({"_site": "->OUTSIDE", "assets/secret.txt": "mine", "index.html": page("x")})
    out: list[str | Path] = ["-s", stranger.source, "-d", stranger.source / "_site"]
    assert finished(onemg("build", "--safe", *out))[0] == 1
    assert tree(stranger.outside) == before
    (stranger.source / "_site").unlink()
    stranger.put({"_site/assets": "->OUTSIDE", "_config.yml": "keep_files: [assets]"})
    assert finished(onemg("build", "--safe", *out))[0] == 1
    stranger.put(
        {"_config.yml": "cache_dir: ../outside", "up.md": page("x", "permalink: /../../outside/a.txt\n")}
    )
    assert finished(onemg("build", "--safe", *out))[0] == 0
    assert tree(stranger.outside) == before


def test_s11_nothing_kept_in_the_source_is_believed(stranger: Stranger) -> None:
    words: list[str | Path] = ["build", "-s", stranger.source, "-d", stranger.site, "--force"]
    stranger.put({"index.html": page("x"), "a.md": page("y")})
    assert finished(onemg(*words))[0] == 0
    kept = {path: path.stat().st_mtime_ns for path in (stranger.source / ".jekyll-cache").rglob("*")}
    assert kept
    code, said = finished(onemg(*words, "--safe"))
    assert code == 0
    assert "2 pages rendered" in said
    assert {path: path.stat().st_mtime_ns for path in (stranger.source / ".jekyll-cache").rglob("*")} == kept


COMMANDS: Final = {
    "_config.yml": "sass: {implementation: OUTSIDE/run, executable: ./sass}\nhighlighter: ./run\n"
    "markdown: ./run\n"
    "kramdown: {math_engine: ./run, syntax_highlighter: ./run, math_engine_opts: {path: ./run}}\n"
    + whitelisted("jekyll-last-modified-at", "jekyll-coffeescript"),
    "a.scss": page("a { b: c }"),
    "a.md": page("$$x$$ {% last_modified_at %}\n\n```c\nx\n```\n"),
    "a.coffee": page("x = 1"),
    **dict.fromkeys(("run", "sass", "git", "sass.bat", "git.exe"), "#!/bin/sh\ntouch OUTSIDE/was-here\n"),
}


def test_s12_the_site_names_no_command(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    """But the Sass engine of the machine nothing is started: not git, which a repository can lead on."""
    started: list[str] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, words: Any, *more: Any, **options: Any) -> None:
            started.append(str(words[0] if isinstance(words, list | tuple) else words))
            super().__init__(words, *more, **options)

    stranger.put(COMMANDS)
    for name in ("run", "sass", "git"):
        (stranger.source / name).chmod(0o755)
    monkeypatch.setattr(subprocess, "Popen", Watched)
    monkeypatch.chdir(stranger.source)
    stranger.built({"_config.yml": COMMANDS["_config.yml"].replace("markdown: ./run\n", "")})
    stranger.built({"_config.yml": COMMANDS["_config.yml"]})
    assert all(name.startswith((sys.prefix, sys.base_prefix)) for name in started), started
    assert not (stranger.outside / "was-here").exists()


def test_s13_nothing_is_asked_of_the_network_but_the_theme(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    asked: list[str] = []

    def refused(host: str, *more: Any, **options: Any) -> Any:
        asked.append(host)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setenv("JEKYLL_GITHUB_TOKEN", SECRET)
    monkeypatch.setenv("ONEMG_CACHE", str(stranger.folder / "cache"))
    monkeypatch.delenv("ONEMG_OFFLINE", raising=False)
    plugins = "[jekyll-github-metadata, jekyll-avatar, jekyll-gist, jekyll-remote-theme, jemoji]"
    tags = page("{% avatar mona %}{% gist a/1 %}{{ site.github | jsonify }}![a](http://a.b/c.png) :smile:")
    files = {
        "_config.yml": f"plugins: {plugins}\nwhitelist: {plugins}\nrepository: victim/private\n",
        "index.html": tags,
    }
    assert "index.html" in stranger.built({**files, "a.scss": page("@import url(http://a.b/c);")})
    assert asked == []
    stranger.built({"_config.yml": files["_config.yml"] + "remote_theme: owner/theme@v1\n"})
    assert set(asked) == {"codeload.github.com"}
    asked.clear()
    stranger.built(
        {"_config.yml": f"plugins: {plugins}\nwhitelist: {plugins}\nremote_theme: http://127.0.0.1/a/b\n"}
    )
    assert asked == []


def test_s14_nothing_of_the_environment_is_shown(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "JEKYLL_GITHUB_TOKEN", "PATHS", "title"):
        monkeypatch.setenv(name, SECRET)
    names = "site jekyll theme page paginator ENV env environment os self context"
    dump = "".join(
        f"{{{{ {name} | jsonify }}}}{{{{ {name} | inspect }}}}{{{{ {name} }}}}" for name in names.split()
    )
    config = whitelisted("jekyll-github-metadata", "jekyll-seo-tag", "jekyll-avatar")
    config += "title: $GITHUB_TOKEN\nurl: ${GITHUB_TOKEN}\nrepository: a/b\n"
    found = stranger.built(
        {"_config.yml": config, "index.html": page(dump + "{% seo %}"), "a.jinja": "{{ self }}"}
    )
    assert "$GITHUB_TOKEN" in found["index.html"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}",
            "more than 5000000 loop",
        ),
        ("{% include a.html %}", "Nesting too deep"),
        (
            "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}",
            "too large",
        ),
        (
            "{% assign x = 'a' | split: 'b' %}{% for i in (1..60) %}{% assign x = x | push: x %}{% endfor %}",
            "too large",
        ),
    ],
)
def test_s15_templates_are_bounded_and_the_site_cannot_raise_that(
    stranger: Stranger, text: str, said: str
) -> None:
    raised = "liquid: {limits: {loops: 9999999999, render_length: 9999999999}}"
    files = {"_config.yml": raised, "index.html": page(text), "_includes/a.html": "{% include a.html %}"}
    assert stranger.built(files) == {}
    assert said in stranger.said


def test_s23_jinja_templates_run_in_a_sandbox(stranger: Stranger) -> None:
    for text in (
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.environ }}",
        "{{ site.__init__.__globals__ }}{{ page._item }}{{ (site | attr('__init__')) }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(site) }}",
        "{% include '../../outside/secret.html' %}",
        "{% extends 'OUTSIDE/secret.html' %}",
    ):
        found = stranger.built({"_layouts/a.jinja": text, "index.html": page("x", "layout: a\n")})
        assert not re.search(r"<class|<module|<function|PATH|mappingproxy", "".join(found.values())), text


def test_s17_zip_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_download, "LARGEST_THEME", 1 << 20)
    monkeypatch.setattr(theme_download, "MOST_FILES", 100)
    for contents in ({"a/x": bytes(2 << 20)}, {f"a/{number}": b"" for number in range(200)}):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in contents.items():
                archive.writestr(name, data)
        assert len(out.getvalue()) < 50_000
        with pytest.raises(ThemeError, match=r"larger than|more than"):
            theme_download.unpack(out, tmp_path, "a/b")
        assert not any(tmp_path.iterdir())


def test_s22_a_run_is_bounded(capfd: pytest.CaptureFixture[str], stranger: Stranger) -> None:
    """As a whole, whatever it is that takes so long."""
    stranger.put(
        {
            "index.html": page(
                "{% for i in (1..4999999) %}{{ i | times: 2 | append: 'x' | upcase }}{% endfor %}"
            )
        }
    )
    words = ["build", "-s", str(stranger.source), "-d", str(stranger.site), "--safe", "--max-seconds", "1"]
    assert main(words) == 1
    assert "it takes more than 1 seconds" in capfd.readouterr().err
    assert not stranger.site.exists()
    options = parser_of(row_of("build")).parse_args(["--safe"])
    with bounded("build", options):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is Linux's")
def test_s22_memory_is_bounded(stranger: Stranger) -> None:
    (stranger.source / "large.md").write_bytes(b"---\n---\n" + b"x" * 200_000_000)
    code, said = finished(
        onemg("build", "-s", stranger.source, "-d", stranger.site, "--safe", "--max-memory", "300")
    )
    assert code == 1
    assert "memory" in said.lower()


@LINKS
def test_s25_nothing_waits_for_pipes_and_devices(stranger: Stranger) -> None:
    for name in (
        "pipe.md",
        "_data/pipe.yml",
        "_includes/pipe.html",
        "_posts/2024-01-01-pipe.md",
        "_layouts/pipe.html",
    ):
        (stranger.source / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(stranger.source / name)
    stranger.put({"zero.md": "->/dev/zero", "index.html": page("x")})
    stranger.built({})
    stranger.built({"include.html": page("{% include pipe.html %}")})


def test_s26_messages_hold_no_commands_for_a_terminal(stranger: Stranger) -> None:
    for name, text in (
        ("index.html", page("\x1b]0;a\x07{% nosuchtag \x1b[31m\x9b2J %}")),
        ("_data/a.yml", "a: \x1b[: ]"),
    ):
        stranger.built({name: text})
        assert name in stranger.said
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", stranger.said)

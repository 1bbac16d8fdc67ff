"""Rendering in several processes gives the bytes, and says the words, of rendering in one."""

import errno
import os
import signal
from pathlib import Path

import pytest

import onemg_render
from onemg_render.build.crew import start_method, worth
from onemg_render.build.options import BuildOptions, Jobs, StartMethod
from onemg_render.errors import OnemgError, OutputError, WorkerError
from onemg_render.output import STAGING, OutputFile, Stager, Staging
from onemg_render.reporting import Message, Reporter

CASES = sorted((Path(__file__).parent.parent / "cases" / "sites").glob("*"))
METHODS: list[StartMethod] = ["fork", "spawn"] if start_method() == "fork" else ["spawn"]
NUMBERS = list(range(40))
LAYOUT = "{% include nav.html %}{{ content }}{{ page.previous.content }}"
EARLIER = "{% for p in site.pages %}{{ p.name }}: {{ p.content | size }}\n{% endfor %}"
SITE = {
    "_config.yml": "title: Many\n",
    "_layouts/default.html": LAYOUT,
    "_includes/nav.html": "{{ 1 | no no }}{% for p in site.pages limit: 3 %}{{ p.url }}{% endfor %}",
    "assets/main.scss": "---\n---\na { b { c: d } }\n",
    "search.json": f"---\n---\n{EARLIER}",
    **{f"p{n}.md": f"---\nlayout: default\n---\n# Page {n}\n\n{{{{ {n} | plus: 1 }}}}\n" for n in NUMBERS},
    **{f"_posts/2024-01-{n + 1:02}-a.md": f"---\nlayout: default\n---\n*{n}*" for n in NUMBERS[:28]},
}
forked = pytest.mark.skipif(start_method() != "fork", reason="here a process may start after all is done")
Built = tuple[dict[str, bytes], list[Message]]


def build(source: Path, destination: Path, jobs: Jobs, **settings: object) -> Built:
    method = settings.pop("method", None)
    reporter = Reporter(lambda message: None)
    options = BuildOptions(jobs=jobs, environment="production", force=True, start_method=method)  # type: ignore[arg-type]  # one of METHODS
    onemg_render.build(source, destination, config=settings, options=options, reporter=reporter)
    files = (path for path in destination.rglob("*") if path.is_file())
    built = {str(path.relative_to(destination)): path.read_bytes() for path in files}
    return built, [message for message in reporter.messages if message.topic != "Destination"]


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_site_is_the_same_from_one_two_and_three(case: Path, tmp_path: Path) -> None:
    one, two, three = (
        build(case / "source", tmp_path / str(jobs), jobs, disable_disk_cache=True) for jobs in (1, 2, 3)
    )
    assert two == one
    assert three == one


@pytest.mark.parametrize(
    ("seconds", "processors", "is_compiling", "count"),
    [
        (0.0, 8, False, 1),
        (0.19, 8, False, 1),
        (0.2, 8, False, 2),
        (9.0, 2, False, 2),
        (0.2, 8, True, 2),
        (0.5, 2, True, 1),
        (0.7, 2, True, 2),
        (9.0, 1, True, 1),
    ],
)
def test_as_many_as_the_work_is_worth(
    seconds: float, processors: int, is_compiling: bool, count: int
) -> None:
    assert worth(seconds, processors, is_compiling=is_compiling) == count


@pytest.mark.parametrize("method", METHODS)
def test_pages_that_show_each_other(method: StartMethod, tmp_path: Path) -> None:
    source = written(tmp_path / "source", SITE)
    one = build(source, tmp_path / "one", 1, disable_disk_cache=True)
    assert build(source, tmp_path / "two", 2, disable_disk_cache=True, method=method) == one


@pytest.mark.parametrize("method", METHODS)
def test_what_was_kept_and_what_processes_keep(method: StartMethod, tmp_path: Path) -> None:
    """A body is edited, then a layout, so that bodies are kept; then nothing."""
    source = written(tmp_path / "source", SITE)
    build(source, tmp_path / "kept", 2, method=method)
    for name, text in (("p3.md", SITE["p3.md"] + "more"), ("_layouts/default.html", LAYOUT + "!")):
        (source / name).write_text(text, encoding="utf-8")
        fresh, _ = build(source, tmp_path / "fresh", 1, disable_disk_cache=True)
        assert build(source, tmp_path / "kept", 2, method=method)[0] == fresh
        again = onemg_render.build(
            source,
            tmp_path / "kept",
            options=BuildOptions(environment="production"),
            reporter=Reporter(lambda message: None),
        )
        assert again.rendered == 0


def test_what_increment_counts_goes_on_from_page_to_page(tmp_path: Path) -> None:
    pages = {f"p{n:02}.html": "---\n---\n{% increment x %}" for n in NUMBERS}
    source = written(tmp_path / "source", pages)
    one = build(source, tmp_path / "one", 1, disable_disk_cache=True)
    assert one[0]["p39.html"] == b"39"
    assert build(source, tmp_path / "two", 2, disable_disk_cache=True) == one


def test_errors_come_as_from_one_process(tmp_path: Path) -> None:
    source = written(
        tmp_path / "source", {**SITE, "p7.md": "---\n---\n{% nope %}", "p30.md": "---\n---\n{% if %}"}
    )
    said = [failure(source, tmp_path / "site", jobs) for jobs in (1, 2)]
    assert said[0] == said[1]
    assert "p7.md" in said[0] or "p30.md" in said[0]


PLUGIN = """
import os, signal, time
from onemg_render.plugins.api import Extensions

BUILDER = os.getpid()

def fatal(value):
    if os.getpid() != BUILDER:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.01)  # leaves pages for the other process, however busy the machine is
    return value

def where(value):
    time.sleep(0.01)
    return str(os.getpid())

def extensions():
    return Extensions(PARALLEL filters={"fatal": fatal, "where": where})
"""


@forked
def test_a_process_that_dies_ends_the_build(tmp_path: Path) -> None:
    pages = {f"p{n}.html": "---\n---\n{{ 1 | fatal }}" for n in NUMBERS}
    plugin = {"_plugins/fatal.py": PLUGIN.replace("PARALLEL", "parallel=True,")}
    source = written(tmp_path / "source", {**pages, **plugin})
    with pytest.raises(WorkerError, match=f"by signal {int(signal.SIGKILL)}"):
        build(source, tmp_path / "site", 2)
    assert not (tmp_path / "site").exists()


@forked
@pytest.mark.parametrize(("parallel", "count"), [("", 1), ("parallel=True,", 2)])
def test_plugins_say_whether_they_may_run_in_several(parallel: str, count: int, tmp_path: Path) -> None:
    pages = {f"p{n}.html": "---\n---\n{{ 1 | where }}" for n in NUMBERS}
    plugin = {"_plugins/where.py": PLUGIN.replace("PARALLEL", parallel)}
    built, _ = build(written(tmp_path / "source", {**pages, **plugin}), tmp_path / "site", 2)
    processes = set(built.values())
    assert len(processes) == count
    assert str(os.getpid()).encode() in processes


def failure(source: Path, destination: Path, jobs: int) -> str:
    with pytest.raises(OnemgError) as raised:
        build(source, destination, jobs)
    return str(raised.value)


STAMP = """
from pathlib import Path
from onemg_render.plugins.api import Extensions, Hook

def stamp(site, payload):
    for file in site.static_files:
        Path(file.path).write_text("stamped", encoding="utf-8")

def extensions():
    return Extensions(parallel=True, hooks=[Hook("site", "post_render", stamp)])
"""
FILES = {f"files/{n}.txt": f"file {n}" for n in NUMBERS}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("keeps", [True, False])
def test_files_that_are_copied_beside(method: StartMethod, keeps: bool, tmp_path: Path) -> None:
    source = written(tmp_path / "source", {**SITE, **FILES})
    os.utime(source / "files" / "7.txt", (1_500_000_000, 1_500_000_000))
    one = build(source, tmp_path / "one", 1, disable_disk_cache=True)
    assert build(source, tmp_path / "two", 2, disable_disk_cache=not keeps, method=method) == one
    assert (tmp_path / "two" / "files" / "7.txt").stat().st_mtime == 1_500_000_000
    assert not (tmp_path / "two" / STAGING).exists()


def test_what_is_right_in_the_destination_is_not_touched(tmp_path: Path) -> None:
    """Though nothing is known of earlier builds, and each process has a share of the pages."""
    source = written(tmp_path / "source", {**SITE, **FILES})
    options = BuildOptions(jobs=2, environment="production", force=True, fresh=True)
    (tmp_path / "site").mkdir()
    for changed in (None, "p5.md"):
        if changed is not None:
            (source / changed).write_text("---\n---\nnew", encoding="utf-8")
        done = onemg_render.build(
            source, tmp_path / "site", options=options, reporter=Reporter(lambda message: None)
        )
    assert [path.name for path in done.written] == ["p5.html", "search.json"]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("name", "text"), [("p7.md", "{% nope %}"), ("assets/main.scss", "a { b: $c }")])
def test_a_failure_beside_files_that_are_ready(jobs: int, name: str, text: str, tmp_path: Path) -> None:
    """The last good site stays, and where there was none there is none."""
    source = written(tmp_path / "source", {**SITE, **FILES})
    good, _ = build(source, tmp_path / "good", jobs)
    (source / name).write_text(f"---\n---\n{text}", encoding="utf-8")
    for destination in ("good", "deep/new"):
        failure(source, tmp_path / destination, jobs)
    kept = {
        str(path.relative_to(tmp_path / "good")) for path in (tmp_path / "good").rglob("*") if path.is_file()
    }
    assert kept == good.keys()
    assert not (tmp_path / "deep").exists()


def test_files_that_cannot_be_ready_early_are_written_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path / "source", {**SITE, **FILES})
    one = build(source, tmp_path / "one", 1, disable_disk_cache=True)
    monkeypatch.setattr(Staging, "early", lambda staging: None)
    assert build(source, tmp_path / "two", 2, disable_disk_cache=True) == one
    monkeypatch.undo()
    parent = os.getpid()

    def put(stager: Stager, file: OutputFile, number: int) -> str | None:
        if os.getpid() != parent or number % 2:
            raise OSError(errno.ENOSPC, "no space")
        return plain(stager, file, number)

    plain = Stager.put
    with monkeypatch.context() as patch:
        patch.setattr(Stager, "put", put)
        with pytest.raises(OutputError, match="cannot be written: no space"):
            build(source, tmp_path / "three", 2, disable_disk_cache=True)
    assert not (tmp_path / "three").exists()


def test_what_waits_for_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A style sheet, and a page that shows too many others: all else is put down by whoever has made it."""
    late: list[str] = []

    def put(stager: Stager, file: OutputFile, number: int) -> str | None:
        if Path(stager.folder).parent.name == STAGING:
            late.append(file.destination)
        return plain(stager, file, number)

    plain = Stager.put
    monkeypatch.setattr(Stager, "put", put)
    build(written(tmp_path / "source", {**SITE, **FILES}), tmp_path / "site", 2)
    assert sorted(late) == ["assets/main.css", "assets/main.css.map", "search.json"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_hook_may_change_what_is_copied(jobs: Jobs, tmp_path: Path) -> None:
    """After all is rendered, as upstream, which copies files then."""
    source = written(tmp_path / "source", {**SITE, **FILES, "_plugins/stamp.py": STAMP})
    built, _ = build(source, tmp_path / "site", jobs)
    assert {built[name] for name in FILES} == {b"stamped"}

"""`python -m tests.support.soak [EDITS [SEED]]`: a preview under random edits while clients keep asking.

Edits of all kinds, saved as editors save, single and in bursts; eight clients that ask for any page at any
time and four that behave as a browser with one page open. In between, and in the end, every file that the
preview shows must be that of a clean build, and every open page the one that is served; meanwhile no answer
may be an error other than 404.
"""

import http.client
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Final
from unittest import mock
from urllib.parse import quote

from tests.bench.serve import EventStream, await_page, free_port
from tests.build.test_law import SOURCES, Site

EDITS: Final = 1000
CHECK_EVERY: Final = 100
FILLERS: Final = 100
REQUESTERS: Final = 8
OPEN_PAGES: Final = ("/", "/about.html", "/plain.html", "/docs/odd.html")
CLIENT: Final = re.compile(rb'<script src="/\.onemg/client\.js" data-onemg="([^"]*)" async></script>')
WAIT_SECONDS: Final = 60
CALM_SECONDS: Final = 0.5
ENVIRONMENT: Final = {"JEKYLL_ENV": "production"}  # there `site.url` is not the preview's
PAUSE_SECONDS: Final = 0.02


class Author(Site):
    """Edits the sources of the law of incremental builds, and saves them as different editors do."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        super().__init__(folder)
        for number in range(FILLERS):
            self.write(
                f"fill/{number}.md", f"---\nlayout: base\ntitle: Filler {number}\n---\n*filler* text\n"
            )

    @property
    def configs(self) -> list[str]:
        return [str(self.source / name) for name in ("_config.yml", "_config.time.yml")]

    def write(self, name: str, text: str) -> None:
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.chance.choice([in_place, renamed, with_backup])(path, text)

    def work(self) -> None:
        """One edit, or many at once."""
        if self.chance.random() < 0.05:
            for number in self.chance.sample(range(FILLERS), 30):
                path = self.source / f"fill/{number}.md"
                self.write(f"fill/{number}.md", path.read_text(encoding="utf-8") + "more\n")
        elif self.chance.random() < 0.3:
            number = self.chance.randrange(FILLERS)
            text = f"---\nlayout: base\ntitle: Filler {number}\n---\n{self.chance.random()}\n"
            self.write(f"fill/{number}.md", text)
        elif self.chance.random() < 0.1:
            self.write("plain.md", self.chance.choice(["{% nothing %}", "{{ 'a' | upcase }}", "{% if %}"]))
        else:
            self.edit(self.chance.randrange(1000))

    def mend(self) -> None:
        """Back to sources that build."""
        (self.source / "_sass/colours.scss").unlink(missing_ok=True)
        for name in SOURCES.keys() - {"_config.yml", "_config.time.yml", "_things/y.md"}:
            self.write(name, SOURCES[name])


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def renamed(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def with_backup(path: Path, text: str) -> None:
    backup = path.with_name(f"{path.name}~")
    if path.exists():
        path.replace(backup)
    path.write_text(text, encoding="utf-8")
    backup.unlink(missing_ok=True)


class Asking(Thread):
    """A client that asks for any page at any time, over one connection."""

    def __init__(self, port: int, paths: list[str], stop: Event, seed: int) -> None:
        super().__init__(daemon=True)
        self.answers: Counter[object] = Counter()
        self._port = port
        self._paths = paths
        self._stop_asking = stop
        self._chance = random.Random(seed)

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        while not self._stop_asking.wait(PAUSE_SECONDS):
            try:
                connection.request("GET", self._chance.choice(self._paths))
                answer = connection.getresponse()
                answer.read()
                self.answers[answer.status] += 1
            except (OSError, http.client.HTTPException) as error:
                self.answers[type(error).__name__] += 1
                connection.close()
        connection.close()


class OpenPage(Thread):
    """A browser with one page open, that does what the preview's script does."""

    def __init__(self, port: int, path: str) -> None:
        super().__init__(daemon=True)
        self.path = path
        self.body = b""
        self.loads = 0
        self._port = port

    def run(self) -> None:
        with suppress(OSError, EOFError):
            while True:
                self.body = fetch(self._port, self.path)[1]
                self.loads += 1
                self._await_reload(json.loads(unescape(CLIENT.findall(self.body)[0].decode())))

    def _await_reload(self, settings: dict[str, object]) -> None:
        for name, data in told(self._port, settings["version"]):
            if name == "hello" and data["unknown"]:
                return
            if name == "hello" and data["version"] == settings["version"]:
                continue
            files = data.get("files")
            if isinstance(files, list) and (not settings["file"] or settings["file"] in files):
                return


def told(port: int, since: object) -> Iterator[tuple[str, dict[str, object]]]:
    """The events of the preview, from a version on."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_SECONDS)
    connection.request("GET", f"/.onemg/events?since={since}")
    answer = connection.getresponse()
    try:
        while line := answer.readline():
            if line.startswith(b"event: "):
                yield line[7:].strip().decode(), json.loads(answer.readline()[6:])
        raise EOFError
    finally:
        answer.close()
        connection.close()


def fetch(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


class Soak:
    """A preview of `author`'s site, with everyone who asks it."""

    def __init__(self, author: Author, port: int, process: int) -> None:
        self.author = author
        self.port = port
        self.process = process
        self.problems: list[str] = []
        self._stop = Event()
        paths = [f"/fill/{number}.html" for number in range(FILLERS)] + [
            "/main.css",
            "/feed.xml",
            "/logo.svg",
        ]
        paths += [*OPEN_PAGES, "/docs/new.html", "/2020/01/01/one.html", "/things/x.html", "/over/", "/t/"]
        self._askers = [Asking(port, paths, self._stop, seed) for seed in range(REQUESTERS)]
        self._pages = [OpenPage(port, path) for path in OPEN_PAGES]
        for client in (*self._askers, *self._pages):
            client.start()

    def check(self, after: int) -> None:
        """Wait until the preview has seen all edits, and compare it with a clean build."""
        self.author.mend()
        self.author.write("sentinel.txt", f"---\n---\nafter {after}")
        until = time.monotonic() + WAIT_SECONDS
        while fetch(self.port, "/sentinel.txt")[1] != b"after %d" % after:
            if time.monotonic() > until:
                failed = next(told(self.port, 0))[1]["failed"]
                self.problems.append(f"after {after} edits: not built ({failed})")
                return
            time.sleep(0.05)
        time.sleep(CALM_SECONDS)
        with mock.patch.dict(os.environ, ENVIRONMENT):
            clean = self.author.clean()
        if isinstance(clean, str):
            self.problems.append(f"after {after} edits: no clean build: {clean}")
            return
        for name, content in clean.items():
            status, body = fetch(self.port, "/" + quote(name))
            if (status, CLIENT.sub(b"", body)) != (200, content):
                self.problems.append(f"after {after} edits: {name} is stale ({status})")
        for page in self._pages:
            if CLIENT.sub(b"", page.body) != CLIENT.sub(b"", fetch(self.port, page.path)[1]):
                self.problems.append(f"after {after} edits: the open page {page.path} is stale")

    def end(self) -> Counter[object]:
        """How often each status, or kind of trouble, was the answer."""
        self._stop.set()
        answers: Counter[object] = Counter()
        for asker in self._askers:
            asker.join()
            answers += asker.answers
        bad = {status: count for status, count in answers.items() if status not in (200, 301, 404)}
        if bad:
            self.problems.append(f"bad answers: {bad}")
        return answers

    def join(self) -> None:
        """Wait for the open pages, which see the preview end."""
        for page in self._pages:
            page.join()

    @property
    def loads(self) -> int:
        return sum(page.loads for page in self._pages)


@contextmanager
def soaking(folder: Path, chance: random.Random) -> Iterator[Soak]:
    author = Author(folder, chance)
    port = free_port()
    options = ["--port", str(port), "-s", str(author.source), "--config", ",".join(author.configs)]
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "onemg_render", "serve", *options],
            stdout=log,
            stderr=log,
            env={**os.environ, **ENVIRONMENT},
        )
        try:
            await_page(port, "/fill/0.html", "filler")
            soak = Soak(author, port, process.pid)
            yield soak
        finally:
            process.terminate()
            process.wait(10)
        soak.join()


def run(folder: Path, edits: int, seed: int) -> tuple[list[str], list[str]]:
    """What was found wrong, and what there is to tell."""
    chance = random.Random(seed)
    memory: list[str] = []
    with soaking(folder, chance) as soak:
        start = time.monotonic()
        events = EventStream(soak.port)
        for number in range(1, edits + 1):
            soak.author.work()
            time.sleep(chance.choice([0, 0.01, 0.1, 0.3, 0.5]))
            if number % CHECK_EVERY == 0 or number == edits:
                soak.check(number)
                memory.append(f"{resident(soak.process):.0f}")
        answers = soak.end()
        builds = events.drain()
        events.close()
    facts = [
        f"{edits} edits in {time.monotonic() - start:.0f} s, {builds} builds that changed something",
        f"answers: {dict(answers)}; {soak.loads} loads of {len(OPEN_PAGES)} open pages",
        f"memory in MB, every {CHECK_EVERY} edits: {' '.join(memory)}",
    ]
    return soak.problems, facts


def resident(process: int) -> float:
    """Megabytes in memory of a process, where the system tells (Linux)."""
    with suppress(OSError):
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024
    return 0.0


def main(arguments: list[str]) -> int:
    edits, seed = [*map(int, arguments), *(EDITS, 1)[len(arguments) :]][:2]
    with TemporaryDirectory() as folder:
        problems, facts = run(Path(folder), edits, seed)
    sys.stdout.write("\n".join([*facts, *problems, "stale or failing" if problems else "all fresh"]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Rendering in several processes: all take turns at a site's items; what they make comes back as data.

A node is a pure function of the site, so it does not matter which process evaluates it. Where a process can
be forked it inherits the site as it was read; elsewhere it reads the sources again.
"""

import gc
import pickle
import signal
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from onemg_render.build.assembly import Assembly
from onemg_render.build.options import StartMethod
from onemg_render.build.share import Again, Made, Part, Share, Turns, turns_of
from onemg_render.errors import WorkerError
from onemg_render.render.renderer import Key, Renderer
from onemg_render.site import Item

SECONDS_TO_END: Final = 5.0


@dataclass(frozen=True, slots=True)
class Work:
    """What any process may do: render `items`. digests: of the texts are wanted too. done: so many items are.

    again: how a process gets the site that has not inherited it.
    """

    parts: Assembly
    renderer: Renderer
    items: Sequence[Item]
    again: Again
    digests: bool
    done: int


@dataclass(frozen=True, slots=True)
class Task:
    """What a process gets that has not inherited the site: the items' names, and what is known of them."""

    again: Again
    items: Sequence[str]
    known: Sequence[Made]
    digests: bool

    @classmethod
    def of(cls, work: Work) -> "Task":
        renderer = work.renderer
        keys: list[Key] = [(item, "body") for item in work.items if (item, "body") in renderer.nodes]
        known = [Made.of(renderer, key, digest=True) for key in keys]
        return cls(work.again, [renderer.views.id(item) for item in work.items], known, work.digests)


@dataclass(frozen=True, slots=True)
class Member:
    """Another process at work, and where its answer comes from."""

    process: BaseProcess
    answer: Connection

    def part(self) -> Part:
        """What it has done, waited for. Raises WorkerError."""
        try:
            part: Part = pickle.loads(self.answer.recv_bytes())
        except EOFError:
            raise died(self.process) from None
        return part


def share_out(work: Work, processes: int, method: StartMethod) -> list[Part]:
    """The parts of all processes, this one's first, which has its share as the others have theirs.

    Raises WorkerError if one of them ends before it has answered, OSError where there can be no processes.
    """
    context = get_context("fork") if method == "fork" else get_context("spawn")
    reader, writer = context.Pipe(duplex=False)
    turns = Turns(reader, context.Lock())
    for turn in turns_of(len(work.items), processes):
        writer.send_bytes(turn)
    with crew() as members:
        for _ in range(processes - 1):
            answer, sender = context.Pipe(duplex=False)
            process = (
                context.Process(target=work_in_fork, args=(work, turns, sender), daemon=True)
                if method == "fork"
                else context.Process(target=work_in_spawn, args=(Task.of(work), turns, sender), daemon=True)
            )
            start(process)
            sender.close()
            members.append(Member(process, answer))
        share = Share(work.renderer, work.parts.reporter, work.items, work.renderer.reuse, done=work.done)
        own = share.work(turns, digests=False)
        return [own, *(member.part() for member in members)]


@contextmanager
def crew() -> Iterator[list[Member]]:
    """The other processes; whatever happens, none of them is left in the end."""
    members: list[Member] = []
    try:
        yield members
    except BaseException:
        for member in members:
            member.process.kill()
        raise
    finally:
        for member in members:
            member.process.join(SECONDS_TO_END)
            member.answer.close()


def start(process: BaseProcess) -> None:
    with warnings.catch_warnings():
        # Python warns of forking beside threads; the one here reads from Sass, which the copy does not ask.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()


def work_in_fork(work: Work, turns: Turns, answer: Connection) -> None:
    """The life of a process that has inherited all; what was kept from earlier builds it does not touch."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends this one
    gc.freeze()
    compiler, nodes = work.parts.compiler, work.renderer.nodes
    compiler.abandon()
    work.parts.reporter.progress = lambda done, total: None  # what shows it is the parent's
    for key in [key for key, node in nodes.items() if not node.is_loaded]:
        del nodes[key]
    share = Share(work.renderer, work.parts.reporter, work.items)
    before = work.parts.markdown.tallies
    part = share.work(turns, digests=work.digests)
    part.tallies = work.parts.markdown.tallies - before
    send(answer, part)
    compiler.close()


def work_in_spawn(task: Task, turns: Turns, answer: Connection) -> None:
    """The life of a process that begins with nothing; its part is empty if its site is not the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parts, site = task.again()
    renderer = parts.renderer(site)
    parts.hooks.trigger("site", "pre_render", site, renderer.site_payload)
    items = renderer.questions.items
    if items.keys() >= set(task.items):
        for made in task.known:
            renderer.nodes[items[made.item], made.stage] = made.node()
        share = Share(renderer, parts.reporter, [items[name] for name in task.items])
        part = share.work(turns, digests=task.digests)
        part.tallies = parts.markdown.tallies
        send(answer, part)
    else:
        send(answer, Part())
    parts.compiler.close()


def send(answer: Connection, part: Part) -> None:
    with suppress(BrokenPipeError):  # nobody waits for it any more
        answer.send_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))


def died(process: BaseProcess) -> WorkerError:
    """The error for a process that has ended without an answer."""
    process.join(SECONDS_TO_END)
    code = process.exitcode
    how = f"with code {code}" if code is None or code >= 0 else f"by signal {-code}"
    return WorkerError(
        f"a rendering process has ended {how} before it was done; nothing was written",
        hint="there may be too little memory for several: `--jobs 1` renders in one process",
    )

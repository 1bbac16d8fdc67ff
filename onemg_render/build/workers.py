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
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, NamedTuple

from onemg_render.build.assembly import Assembly
from onemg_render.build.options import StartMethod
from onemg_render.build.share import Again, Load, Made, Part, Share, Turns, turns_of
from onemg_render.errors import WorkerError
from onemg_render.output import Copied, Stager
from onemg_render.render.renderer import Key, Renderer

SECONDS_TO_END: Final = 5.0


class Work(NamedTuple):
    """What any process may take a share in. digests: of the texts are wanted too. done: so many items are.

    again: how a process gets the site that has not inherited it.
    """

    parts: Assembly
    renderer: Renderer
    load: Load
    again: Again
    digests: bool
    done: int


class Task(NamedTuple):
    """What a process gets that has not inherited the site: the items' names, and what is known of them.

    copies, stager: as in the load.
    """

    again: Again
    items: Sequence[str]
    known: Sequence[Made]
    copies: Sequence[Copied]
    stager: Stager | None
    digests: bool

    @classmethod
    def of(cls, work: Work) -> "Task":
        renderer, load = work.renderer, work.load
        keys: list[Key] = [(item, "body") for item in load.items if (item, "body") in renderer.nodes]
        known = [Made.of(renderer, key, digest=True) for key in keys]
        names = [renderer.views.id(item) for item in load.items]
        return cls(work.again, names, known, load.copies, load.stager, work.digests)


class Member(NamedTuple):
    """Another process at work, and where its answer comes from."""

    process: BaseProcess
    answer: Connection

    def parts(self) -> Iterator[Part]:
        """What it has done, waited for. Raises WorkerError."""
        try:
            while data := self.answer.recv_bytes():
                yield pickle.loads(data)
        except EOFError:
            raise died(self.process) from None


class Done(NamedTuple):
    """share: that of this process. own: its parts; others: those of the other processes."""

    share: Share
    own: Sequence[Part]
    others: Sequence[Part]


def share_out(work: Work, processes: int, method: StartMethod) -> Done:
    """The whole work done, in this process and in others.

    Raises WorkerError if one of them ends before it has answered, OSError where there can be no processes.
    """
    context = get_context("fork") if method == "fork" else get_context("spawn")
    reader, writer = context.Pipe(duplex=False)
    turns = Turns(reader, context.Lock())
    for turn in turns_of(work.load, processes):
        writer.send_bytes(turn)
    with crew() as members:
        for number in range(1, processes):
            theirs = work._replace(load=own_load(work.load, number))
            answer, sender = context.Pipe(duplex=False)
            process = (
                context.Process(target=work_in_fork, args=(theirs, turns, sender), daemon=True)
                if method == "fork"
                else context.Process(target=work_in_spawn, args=(Task.of(theirs), turns, sender), daemon=True)
            )
            start(process)
            sender.close()
            members.append(Member(process, answer))
        load, reuse = own_load(work.load, 0), work.renderer.reuse
        share = Share(work.renderer, work.parts.reporter, load, reuse, done=work.done)
        own = [*share.work(turns)]
        return Done(share, own, [part for member in members for part in member.parts()])


def own_load(load: Load, number: int) -> Load:
    """The load of the process with that number, whose files wait in a folder of their own. Raises OSError."""
    return load if load.stager is None else load._replace(stager=load.stager.part(f"of-{number}"))


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
    share = Share(work.renderer, work.parts.reporter, work.load)
    before = work.parts.markdown.tallies
    parts = [pickled(part) for part in share.sent(turns, digests=work.digests)]
    send(answer, [*parts, pickled(Part(tallies=work.parts.markdown.tallies - before))])
    compiler.close()


def work_in_spawn(task: Task, turns: Turns, answer: Connection) -> None:
    """The life of a process that begins with nothing; it has no part if its site is not the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parts, site = task.again()
    renderer = parts.renderer(site)
    parts.hooks.trigger("site", "pre_render", site, renderer.site_payload)
    items = renderer.questions.items
    done: list[bytes] = []
    if items.keys() >= set(task.items):
        for made in task.known:
            renderer.nodes[items[made.item], made.stage] = made.node()
        load = Load([items[name] for name in task.items], task.copies, task.stager)
        share = Share(renderer, parts.reporter, load)
        done += map(pickled, share.sent(turns, digests=task.digests))
        done.append(pickled(Part(tallies=parts.markdown.tallies)))
    send(answer, done)
    parts.compiler.close()


def pickled(part: Part) -> bytes:
    return pickle.dumps(part, pickle.HIGHEST_PROTOCOL)


def send(answer: Connection, parts: Sequence[bytes]) -> None:
    """Parts, and an empty one behind them."""
    with suppress(BrokenPipeError):  # nobody waits for them any more
        for part in (*parts, b""):
            answer.send_bytes(part)


def died(process: BaseProcess) -> WorkerError:
    """The error for a process that has ended without an answer."""
    process.join(SECONDS_TO_END)
    code = process.exitcode
    how = f"with code {code}" if code is None or code >= 0 else f"by signal {-code}"
    return WorkerError(
        f"a rendering process has ended {how} before it was done; nothing was written",
        hint="there may be too little memory for several: `--jobs 1` renders in one process",
    )

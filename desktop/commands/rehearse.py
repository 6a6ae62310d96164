"""``rehearse``: a whole workshop played by simulated people, through the same verbs, down to the documents."""

from __future__ import annotations

import argparse
import contextlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.shared import Line, answer, open_clerk, told
from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.framework import Framework
from desktop.model.library.lock import FileLock, Held
from desktop.model.moment import as_text
from desktop.model.refused import Refused
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.rehearsal.script import play
from desktop.model.verbs import papers, prepare
from desktop.words.catalogue import ENGLISH
from desktop.words.glossary import step_name

if TYPE_CHECKING:
    from exports.handover import Document

HELP = "play a whole workshop with simulated people and write its documents"
LIBRARY = "rehearsal.sqlite"
START = "2027-03-01T09:00Z"
FEWEST, MOST = 1, 1000
FIRST_IDS = 8
"""A workshop's own id is among the first that are drawn when it is created."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--city", default="Rivermouth", metavar="NAME", help="the city's name")
    parser.add_argument("--people", type=_people, default=24, metavar="N", help="how many are invited")
    parser.add_argument(
        "--set",
        dest="question_set",
        default="quick",
        choices=tuple(builtin.framework().set_by_id),
        help="which questions are asked",
    )
    parser.add_argument(
        "--agenda",
        choices=tuple(builtin.agendas()),
        help="the day that is played; by default one with time for the set",
    )
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="the same seed plays the same day")
    parser.add_argument("--at", type=_moment, default=_moment(START), metavar="TIME", help=f"default {START}")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="where to write")
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """Play, then write; prints the files."""
    given.out.mkdir(parents=True, exist_ok=True)
    library = given.library or given.out / LIBRARY
    with Line() as line:
        documents = (
            _played_into(given, library, line) if given.library else _played_aside(given, library, line)
        )
    answer(
        {"library": str(library), "documents": told(documents)},
        as_json=given.json,
        lines=map(str, (library, *(one.path for one in documents))),
    )
    return 0


def _played_aside(given: argparse.Namespace, target: Path, line: Line) -> tuple[Document, ...]:
    """Into a file of its own, put in place when whole: the old rehearsal stays until then."""
    with _nobody_else(target), tempfile.TemporaryDirectory(dir=given.out, prefix=".rehearsal-") as folder:
        fresh = Path(folder) / LIBRARY
        written = _played_into(given, fresh, line)
        for left in (f"{target}-wal", f"{target}-shm"):
            Path(left).unlink(missing_ok=True)
        fresh.replace(target)
    return written


@contextmanager
def _nobody_else(target: Path) -> Iterator[None]:
    """An old rehearsal that a window has open is not taken away beneath it."""
    held = Path(f"{target}.lock")
    try:
        lock = FileLock(held)
    except Held as error:
        raise Refused("library.in_use", file=target.name) from error
    try:
        yield
    finally:
        lock.release()
        held.unlink(missing_ok=True)


def _played_into(given: argparse.Namespace, library: Path, line: Line) -> tuple[Document, ...]:
    clock = ScriptClock(given.at)
    with open_clerk(library, clock=clock, ids=seeded_ids(given.seed)) as clerk:
        _remove_earlier(clerk, given.seed)
        framework = builtin.framework()
        desk = clerk.open(_created(clerk, framework, given)).result()
        for progress in play(desk, given.seed, clock.forward):
            pivot = framework.pivot_by_id.get(progress.subject or "")
            name = step_name(ENGLISH, progress.kind, None, pivot.short["en"] if pivot else None)
            line.say(f"Playing {name} ({progress.done} of {progress.of})")
        return _documents(desk, given, clock, line)


def _created(clerk: Clerk, framework: Framework, given: argparse.Namespace) -> str:
    agendas = builtin.agendas()
    for_quick, for_more = agendas["ninety-minutes"], agendas[builtin.USUAL_AGENDA]
    template = agendas.get(given.agenda) or (for_quick if given.question_set == "quick" else for_more)
    return clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city=given.city, date=given.at.date().isoformat(), template=template, people=given.people,
            question_set=given.question_set, rehearsal=True, seed=given.seed,
            start_minute=given.at.hour * 60 + given.at.minute,
        ),
        origin="rehearsal",
    ).result()  # fmt: skip


def _documents(desk: Desk, given: argparse.Namespace, clock: ScriptClock, line: Line) -> tuple[Document, ...]:
    from exports.gather import gather
    from exports.handover import hand_over

    report = gather(desk.workshop, made_at=as_text(clock.wall()))
    documents = hand_over(report, given.out, progress=line.writing)
    for one in documents:
        desk.do(
            papers.record, origin="rehearsal", kind=one.kind, revision=report.status.revision,
            file_name=one.path.name, sha256=one.sha256, options={"content": report.content},
        ).result()  # fmt: skip
    return documents


def _remove_earlier(clerk: Clerk, seed: int) -> None:
    """The same seed replaces its own rehearsal, whose id comes out the same; one played in the window stays."""
    following = seeded_ids(seed)
    mine = {following() for _ in range(FIRST_IDS)}
    for one in clerk.listing().result():
        if one.rehearsal and one.id in mine:
            clerk.remove(one.id).result()


def _people(text: str) -> int:
    with contextlib.suppress(ValueError):
        if FEWEST <= int(text) <= MOST:
            return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of people from {FEWEST} to {MOST}")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(re.sub(r"[zZ]$", "+00:00", text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment such as {START}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

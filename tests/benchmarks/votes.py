"""Two hundred votes at once: how long each waits until it is on the disk, beside one row kept alone."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from pathlib import Path

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.verbs import ballots, prepare, presence, rounds
from tests.benchmarks.loaded import PEOPLE

ALONE = 100


def lines() -> Iterator[str]:
    """A burst of votes on every question, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        clerk = Clerk.start(library)
        desk = seated(clerk)
        commits = [0]
        desk.listen(lambda _workshop, _changes: commits.__setitem__(0, commits[0] + 1))
        waits: list[float] = []
        for question in desk.workshop.questions:
            waits += burst(desk, question.id)
        clerk.close()
        with closing(sqlite3.connect(library)) as connection:
            kept = connection.execute("SELECT count(*) FROM ballots").fetchone()[0]
        alone = one_row_alone(Path(folder) / "alone.sqlite")
    waits.sort()
    at = partial(percentile, waits)
    yield (
        f"votes    {PEOPLE} at once: p50 {at(50):.1f} ms, p95 {at(95):.1f} ms (hold 100), longest {at(100):.1f} ms; "
        f"one row alone {alone:.1f} ms; {kept} of {len(waits)} kept, in {commits[0]} commits"
    )


def seated(clerk: Clerk) -> Desk:
    """A workshop whose people are all in the room, with a round open on every question."""
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city="Rivermouth", date="2027-03-01", template=template, people=PEOPLE
        ),
    ).result()
    desk = clerk.open(key).result()
    desk.do(presence.count, n=PEOPLE).result()
    subjects = tuple(question.id for question in desk.workshop.questions)
    desk.do(rounds.open, kind="level", subjects=subjects).result()
    return desk


def burst(desk: Desk, question: str) -> list[float]:
    """Milliseconds from asking to kept, a vote of everyone on one question."""
    found = desk.workshop.latest("level", question)
    assert found is not None
    waits: list[float] = []
    asked: list[Future[object]] = []
    choices = desk.workshop.framework.highest - desk.workshop.framework.lowest + 1
    for number, one in enumerate(desk.workshop.seats):
        choice = desk.workshop.framework.lowest + number % choices
        begun = time.perf_counter()
        vote = desk.do(ballots.cast, round=found.id, participant=one.id, choice=choice, method="phone")
        vote.add_done_callback(lambda _, begun=begun: waits.append((time.perf_counter() - begun) * 1000))
        asked.append(vote)  # type: ignore[arg-type]
    for vote in asked:
        vote.result()
    return waits


def one_row_alone(file: Path) -> float:
    """The anchor: milliseconds, in the middle, for one row kept by SQLite with nothing around it."""
    took: list[float] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE votes (seat INTEGER, choice INTEGER)")
        for seat in range(ALONE):
            begun = time.perf_counter()
            connection.execute("INSERT INTO votes VALUES (?, 2)", (seat,))
            took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def percentile(ordered: list[float], share: int) -> float:
    """The value that ``share`` per cent do not exceed."""
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]

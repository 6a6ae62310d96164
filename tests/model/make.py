"""Builders for tests of the model: a small framework, ids that count, a clock that stands, a workshop in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from desktop.model import builtin, undo
from desktop.model.change import Change, Row
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.library.journal import NO_STEP, kept_rows
from desktop.model.moment import Moment
from desktop.model.records import About
from desktop.model.verbs import ballots, prepare, presence, rounds
from desktop.model.workshop import Workshop

FILES = Path(__file__).resolve().parents[1] / "files"
NOW = "2027-03-01T09:00:00.000Z"


@cache
def framework(name: str = "three-a-pivot") -> Framework:
    """A framework of the tests (``one-a-pivot``, ``three-a-pivot``, ``five-levels-from-0``) or the built-in one."""
    if name == builtin.FRAMEWORK:
        return builtin.framework()
    return read_framework((FILES / f"framework-{name}.json").read_bytes())


def moments(now: str = NOW) -> Moment:
    """A moment whose ids count: ``id-1``, ``id-2``, …"""
    numbers = count(1)
    return Moment(now, lambda: f"id-{next(numbers)}")


class Room:
    """A workshop that verbs are done to, with undo and redo as the clerk does them, but in memory."""

    def __init__(self, w: Workshop, at: Moment) -> None:
        self.w = w
        self.at = at
        self.done: list[tuple[Row, ...]] = []
        self.undone: list[tuple[Row, ...]] = []

    def do(self, verb: Callable[..., Change], **args: Any) -> Change:
        """Run a verb and stand where it leads; a refusal changes nothing."""
        change = verb(self.w, self.at, **args)
        self.w = self.w.with_change(change)
        if change.verb not in NO_STEP and kept_rows(change):
            self.done.append(kept_rows(change))
            self.undone.clear()
        return change

    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self.done, self.undone)

    def redo(self) -> None:
        """Do the step taken back last once more."""
        self._turn(self.undone, self.done)

    def _turn(self, taken: list[tuple[Row, ...]], kept: list[tuple[Row, ...]]) -> None:
        rows = undo.inverse(self.w, taken[-1], self.at)
        taken.pop()
        change = Change("undo", rows)
        self.w = self.w.with_change(change)
        kept.append(kept_rows(change))

    def at_time(self, now: str) -> None:
        """Let the clock stand at another time."""
        self.at = Moment(now, self.at.new_id)

    def seat(self, number: int) -> str:
        """The id of the participant on a seat."""
        return next(one.id for one in self.w.seats if one.seat == number)

    def open(self, *subjects: str) -> list[str]:
        """Open level rounds; their ids."""
        change = self.do(rounds.open, kind="level", subjects=subjects)
        return [row.record.id for row in change.rows]  # type: ignore[union-attr]

    def vote(self, round: str, *choices: int | None) -> None:
        """Cast one ballot a seat, from seat 1."""
        for number, choice in enumerate(choices, 1):
            self.do(ballots.cast, round=round, participant=self.seat(number), choice=choice)

    def showing(self, subject: str, *choices: int | None) -> str:
        """A question voted on and shown; the round's id."""
        (round,) = self.open(subject)
        self.vote(round, *choices)
        self.do(rounds.show, rounds=[round])
        return round


def room(people: int = 12, *, present: bool = True, name: str = "three-a-pivot", **fields: Any) -> Room:
    """A workshop of ``people``, all in the room unless said otherwise, on the day 2027-03-01."""
    at = moments()
    made = framework(name)
    template = builtin.agendas()["ninety-minutes"]
    change = prepare.create(
        at, made, city="Aldersund", date="2027-03-01", template=template, people=people, **fields
    )
    about = next(change.after(About))
    found = Room(Workshop(about, made).with_change(change), at)
    if present:
        found.do(presence.count, n=people)
        found.done.clear()
    return found

"""Taking a step back: the rows as they were, through the same door (model.md, Undo).

What people did cannot be taken back with it: ballots stay, a result that was seen stays marked as seen, time
spent stays spent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from desktop.model import ceilings
from desktop.model.change import Change, Row, gone, new, turned
from desktop.model.library.tables import TABLES
from desktop.model.moment import Moment
from desktop.model.records import (
    About,
    Action,
    Ballot,
    Export,
    Name,
    Participant,
    Position,
    Record,
    Round,
    Step,
)
from desktop.model.refused import Refused
from desktop.model.workshop import SHELVES, Workshop

NEVER_UNDONE = (Position, Export, Name, Ballot)
"""Rows that undo leaves as they are."""

KEPT_FIELDS: dict[type[Record], tuple[str, ...]] = {Round: ("seen_at", "uncovered_at")}
"""Fields that keep what they say now."""

WALKED_FIELDS: dict[type[Record], tuple[str, ...]] = {Step: ("state", "started_at", "spent_seconds")}
"""Fields that walking through the day writes: what it wrote since stays, and hinders nothing."""

ONE_EDIT = timedelta(seconds=60)
"""Edits of the same fields this close together are one step."""

EDITS = frozenset({
    "prepare.describe", "actions.edit", "notes.write", "decisions.agree", "targets.set", "papers.ask",
    "commit.keeper", "commit.reviews", "waves.plan", "agenda.resize", "prepare.weigh",
})  # fmt: skip
"""Verbs that write what somebody is still typing or turning."""


def inverse(w: Workshop, rows: Sequence[Row], at: Moment) -> tuple[Row, ...]:
    """The rows that take ``rows`` back, in the order they must be written.

    Only the fields that the step changed go back; others keep what they say now.

    Raises:
        Refused: ``undo.moved_on`` if what the step changed has changed since, ``ballots.in_use`` if a person
            who voted would go, ``round.has_ballots`` if an open vote with answers would go,
            ``count.above_present`` if an open round would hold more hands than people, ``sealed``.
    """
    if w.about.sealed_at is not None and not all(isinstance(row.record, Action) for row in rows):
        raise Refused("sealed")
    _stays_open(w, rows)
    found = tuple(_taken_back(w, rows, at))
    if not found:
        raise Refused("undo.moved_on")
    ceilings.check_open(w.with_change(Change("undo", found)))
    return found


def _stays_open(w: Workshop, rows: Sequence[Row]) -> None:
    """A vote that holds ballots or counts stays open: no slip of a key throws answers away."""
    opened = [row.record.id for row in rows if row.before is None and isinstance(row.record, Round)]
    asked = [id for id in opened if id in w.rounds and w.rounds[id].state == "open"]
    ballots = len({seat for id in asked for seat in w.ballots_in(id)})
    counted = sum(sum(count.numbers) + count.cant_say for id in asked for count in w.counts_in(id))
    if ballots:
        raise Refused("round.has_ballots", **{"ballots" if ballots > 1 else "ballot": ballots})
    if counted:
        raise Refused("round.has_ballots", counted=counted)


def _taken_back(w: Workshop, rows: Sequence[Row], at: Moment) -> Iterator[Row]:
    for row in reversed(rows):
        if isinstance(row.record, NEVER_UNDONE):
            continue
        now = _now(w, row.record)
        if row.before is None:
            yield from _removed(w, row.after, now)
        elif row.after is None:
            if now is not None:
                raise Refused("undo.moved_on")
            yield from new(row.before)
        else:
            if now is None:
                raise Refused("undo.moved_on")
            yield from turned(now, _as_it_was(row.before, row.after, now, at))


def _now(w: Workshop, record: Record) -> Record | None:
    if isinstance(record, About):
        return w.about
    shelf, key = SHELVES[type(record)]
    found: Record | None = getattr(w, shelf).get(getattr(record, key))
    return found


def _removed(w: Workshop, then: Record | None, now: Record | None) -> Iterator[Row]:
    """Take away what the step brought."""
    kept = KEPT_FIELDS[Round] if isinstance(now, Round) else ()
    if now is None or any(name not in kept for name in _differing(then, now)):
        raise Refused("undo.moved_on")
    if isinstance(now, Participant):
        if any(now.id in ballots for ballots in w.ballots.values()):
            raise Refused("ballots.in_use", seat=now.seat)
        yield from gone(*(name for name in w.names.values() if name.participant == now.id))
        yield from gone(*(device for device in w.devices.values() if device.participant == now.id))
    if isinstance(now, Action):
        yield from gone(*(one for one in w.people_of_actions.values() if one.action == now.id))
    yield from gone(now)


def _as_it_was(before: Record, after: Record, now: Record, at: Moment) -> Record:
    """``now`` with the fields the step changed set back."""
    back: dict[str, Any] = {}
    for name in _differing(before, after):
        if name in KEPT_FIELDS.get(type(now), ()):
            continue
        if getattr(now, name) == getattr(after, name):
            back[name] = getattr(before, name)
        elif name not in WALKED_FIELDS.get(type(now), ()):
            raise Refused("undo.moved_on")
    hides = isinstance(before, Round) and before.state in ("open", "closed")
    if isinstance(now, Round) and now.state == "revealed" and hides:
        # The room has seen it: the vote is closed again, and the record says that it was seen early.
        back = {"state": "closed", "revealed_at": None, "seen_at": now.seen_at or at.now}
    return replace(now, **back)


def _differing(one: Record | None, other: Record | None) -> tuple[str, ...]:
    """The fields in which two forms of a row differ."""
    assert one is not None, "a row that is there"
    names = (field.name for field in fields(one))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def same_edit(verb: str, rows: Sequence[Row], then: str, change: Change, at: Moment) -> bool:
    """Whether ``change`` goes on with the last step (its verb, rows and time).

    It does if it changes the same fields of the same rows, soon after, and nobody wrote those rows in between.
    """
    if verb != change.verb or verb not in EDITS:
        return False
    if datetime.fromisoformat(at.now) - datetime.fromisoformat(then) > ONE_EDIT:
        return False
    left = {_key(row.record): row.after for row in rows}
    if any(row.before is None or left.get(_key(row.record)) != row.before for row in change.rows):
        return False
    return _touched(rows) >= _touched(change.rows)


def _touched(rows: Sequence[Row]) -> set[tuple[str, ...]]:
    """Which fields of which rows changed; for a new row, all of them."""
    found: set[tuple[str, ...]] = set()
    for row in rows:
        for field in fields(row.record):
            if row.before is None or getattr(row.before, field.name) != getattr(row.after, field.name, None):
                found.add((*_key(row.record), field.name))
    return found


def _key(record: Record) -> tuple[str, ...]:
    table, key = TABLES[type(record)]
    return (table, *(str(getattr(record, name)) for name in key))

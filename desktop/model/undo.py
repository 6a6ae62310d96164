"""Taking a step back: the rows as they were, through the same door (model.md, Undo).

What people did cannot be taken back with it: ballots stay, a result that was seen stays marked as seen, time
spent stays spent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from desktop.model.change import Change, Row
from desktop.model.library.tables import TABLES
from desktop.model.moment import Moment
from desktop.model.records import About, Ballot, Export, Name, Participant, Position, Record, Round, Step
from desktop.model.refused import Refused
from desktop.model.workshop import SHELVES, Workshop

NEVER_UNDONE = (Position, Export, Name, Ballot)
"""Rows that undo leaves as they are."""

KEPT_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Round: ("seen_at", "uncovered_at"),
    Step: ("state", "started_at", "spent_seconds"),
}
"""Fields that keep what they say now."""

ONE_EDIT = timedelta(seconds=60)
"""Edits of the same fields this close together are one step."""

EDITS = frozenset({
    "prepare.describe", "actions.edit", "notes.write", "decisions.agree", "targets.set", "papers.ask",
    "commit.keeper", "commit.reviews", "waves.plan", "agenda.resize", "prepare.weigh",
})  # fmt: skip
"""Verbs that write what somebody is still typing or turning."""


def inverse(w: Workshop, rows: Sequence[Row], at: Moment) -> tuple[Row, ...]:
    """The rows that take ``rows`` back, in the order they must be written.

    Raises:
        Refused: ``undo.moved_on`` if a row has changed since, ``ballots.in_use`` if a person who voted would go.
    """
    return tuple(_taken_back(w, rows, at))


def _taken_back(w: Workshop, rows: Sequence[Row], at: Moment) -> Iterator[Row]:
    for row in reversed(rows):
        if isinstance(row.record, NEVER_UNDONE):
            continue
        now = _now(w, row.record)
        if not _same(now, row.after):
            raise Refused("undo.moved_on")
        before = row.before
        if before is None:
            yield from _removed(w, now)
        elif now is None:
            yield Row(None, before)
        else:
            yield Row(now, _as_it_was(before, now, at))


def _now(w: Workshop, record: Record) -> Record | None:
    if isinstance(record, About):
        return w.about
    shelf, key = SHELVES[type(record)]
    found: Record | None = getattr(w, shelf).get(getattr(record, key))
    return found


def _same(now: Record | None, then: Record | None) -> bool:
    if now is None or then is None:
        return now is then
    kept = KEPT_FIELDS.get(type(now), ())
    return all(
        getattr(now, field.name) == getattr(then, field.name)
        for field in fields(now)
        if field.name not in kept
    )


def _removed(w: Workshop, now: Record | None) -> Iterator[Row]:
    """Take away what the step brought; a vote that has answers is set aside instead."""
    if isinstance(now, Round) and (w.ballots_in(now.id) or w.counts_in(now.id)):
        yield Row(now, replace(now, state="void"))
        return
    if isinstance(now, Participant) and any(now.id in ballots for ballots in w.ballots.values()):
        raise Refused("ballots.in_use", seat=now.seat)
    yield Row(now, None)


def _as_it_was(before: Record, now: Record, at: Moment) -> Record:
    kept: dict[str, Any] = {name: getattr(now, name) for name in KEPT_FIELDS.get(type(now), ())}
    if isinstance(now, Round) and isinstance(before, Round) and now.state == "revealed" != before.state:
        # The room has seen it: the vote is closed again, and the record says that it was seen early.
        kept |= {"seen_at": now.seen_at or at.now}
        if before.state == "open":
            kept |= {"state": "closed", "closed_at": now.closed_at, "present": now.present}
    return replace(before, **kept)


def same_edit(verb: str, rows: Sequence[Row], then: str, change: Change, at: Moment) -> bool:
    """Whether ``change`` goes on with the last step (its verb, rows and time): same rows, same fields, soon after."""
    if verb != change.verb or verb not in EDITS:
        return False
    if datetime.fromisoformat(at.now) - datetime.fromisoformat(then) > ONE_EDIT:
        return False
    return all(row.before is not None for row in change.rows) and _touched(rows) >= _touched(change.rows)


def _touched(rows: Sequence[Row]) -> set[tuple[str, ...]]:
    """Which fields of which rows changed; for a new row, all of them."""
    found: set[tuple[str, ...]] = set()
    for row in rows:
        table, key = TABLES[type(row.record)]
        names = (table, *(str(getattr(row.record, name)) for name in key))
        for field in fields(row.record):
            if row.before is None or getattr(row.before, field.name) != getattr(row.after, field.name, None):
                found.add((*names, field.name))
    return found

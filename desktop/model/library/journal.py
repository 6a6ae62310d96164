"""The journal explains what the tables hold: every step with its rows before and after.

Ballots, names, positions, devices and the people who do an action stay out of it, so that a person can be
erased. It carries undo across a restart, tells when the room decided what, and serves differences and merges.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.model.change import Change, Row
from desktop.model.library.tables import TABLES, as_json, from_json
from desktop.model.records import ActionPerson, Ballot, Device, Name, Position

UNWRITTEN = (Ballot, Name, Position, Device, ActionPerson)
"""Kinds of row that never enter the journal."""

NO_STEP = frozenset({
    "prepare.create", "prepare.duplicate", "workshops.delete", "workshops.restore", "agenda.go", "rounds.uncover",
    "papers.record", "papers.seal", "people.name", "people.erase", "actions.person",
})  # fmt: skip
"""Verbs that undo passes over: they record where the console stands or what cannot be taken back."""


CUTS = frozenset({"prepare.use_framework"})
"""Verbs with which undo begins anew: what came before was about other questions."""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that can be taken back (or done again): enough for its label."""

    id: str
    verb: str
    facts: Mapping[str, object]
    at: str


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone, last step last, and what can be done again. A new step ends redo."""

    done: tuple[Done, ...] = ()
    undone: tuple[tuple[Done, str], ...] = ()

    def after(self, entry: Done, undoes: str | None) -> History:
        """The history once this journal entry is written."""
        if entry.verb in CUTS:
            return History()
        if undoes is None:
            return self if entry.verb in NO_STEP else History((*self.done, entry))
        if self.done and self.done[-1].id == undoes:
            return History(self.done[:-1], (*self.undone, (self.done[-1], entry.id)))
        if self.undone and self.undone[-1][1] == undoes:
            return History((*self.done, self.undone[-1][0]), self.undone[:-1])
        return self

    def touched(self, entry: Done | None) -> History:
        """The same history where the last step was widened by a further edit; None: which took it back."""
        if entry is None:
            return History(self.done[:-1])
        return History((*self.done[:-1], replace(self.done[-1], facts=entry.facts, at=entry.at)))


def kept_rows(change: Change) -> tuple[Row, ...]:
    """The rows of a change that the journal keeps."""
    return tuple(row for row in change.rows if not isinstance(row.record, UNWRITTEN))


def append(
    connection: sqlite3.Connection, workshop: str, change: Change, *, at: str, new_id: str, origin: str
) -> Done | None:
    """Write a change as the workshop's next entry; nothing if it has no row the journal keeps."""
    rows = kept_rows(change)
    if not rows:
        return None
    connection.execute(
        'INSERT INTO journal (id, workshop, number, verb, at, facts, "rows", undoes, origin) VALUES (?, ?, '
        "(SELECT coalesce(max(number), 0) + 1 FROM journal WHERE workshop = ?), ?, ?, ?, ?, ?, ?)",
        (
            new_id,
            workshop,
            workshop,
            change.verb,
            at,
            _dump(dict(change.facts)),
            _rows(rows),
            change.undoes,
            origin,
        ),
    )
    return Done(new_id, change.verb, dict(change.facts), at)


def widen(connection: sqlite3.Connection, last: Done, change: Change, *, at: str) -> Done | None:
    """Add a further edit of the same field to the last entry: one step for undo.

    None: everything is again as it was before the step, so that the entry went and undo has nothing to take back.
    """
    later = {_key(row): row for row in kept_rows(change)}
    merged = [
        Row(row.before, later[_key(row)].after) if _key(row) in later else row
        for row in rows_of(connection, last.id)
    ]
    if all(row.before == row.after for row in merged):
        connection.execute("DELETE FROM journal WHERE id = ?", (last.id,))
        return None
    connection.execute(
        'UPDATE journal SET at = ?, facts = ?, "rows" = ? WHERE id = ?',
        (at, _dump(dict(change.facts)), _rows(tuple(merged)), last.id),
    )
    return Done(last.id, change.verb, dict(change.facts), at)


def was_undone(connection: sqlite3.Connection, entry: str) -> bool:
    """Whether an entry was taken back at any time, also if it was done again since."""
    return connection.execute("SELECT 1 FROM journal WHERE undoes = ?", (entry,)).fetchone() is not None


def rows_of(connection: sqlite3.Connection, entry: str) -> tuple[Row, ...]:
    """The rows of one entry, as records."""
    found = connection.execute('SELECT "rows" FROM journal WHERE id = ?', (entry,)).fetchone()
    return tuple(
        Row(from_json(row["table"], row["before"]), from_json(row["table"], row["after"]))
        for row in json.loads(found[0] if found else "[]")
    )


def read_history(connection: sqlite3.Connection, workshop: str) -> History:
    """The history a workshop was left with, also after a restart."""
    history = History()
    for key, verb, facts, at, undoes in connection.execute(
        "SELECT id, verb, facts, at, undoes FROM journal WHERE workshop = ? ORDER BY number", (workshop,)
    ):
        history = history.after(Done(key, verb, json.loads(facts), at), undoes)
    return history


def _key(row: Row) -> tuple[str, ...]:
    table, key = TABLES[type(row.record)]
    return (table, *(str(getattr(row.record, name)) for name in key))


def _rows(rows: tuple[Row, ...]) -> str:
    return _dump(
        [
            {"table": TABLES[type(row.record)][0], "before": as_json(row.before), "after": as_json(row.after)}
            for row in rows
        ]
    )


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    """Bytes (a logo) as hexadecimal; anything else that JSON does not know, as its text."""
    return value.hex() if isinstance(value, bytes) else str(value)

"""What the list of workshops shows of each, read without loading any of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.model.records import State


@dataclass(frozen=True, slots=True)
class Listing:
    """One workshop in the list.

    ``people`` are the seats expected or seen, ``minutes`` the agenda's sum, ``levels`` the pivots the room
    agreed on, ``actions`` those planned (``Action.planned``), ``without_owner`` those of them that nobody owns.
    ``step`` is the kind of the step the console last stood at, ``changed_at`` the last step anybody took.
    """

    id: str
    city: str
    title: str
    date: str
    state: State
    rehearsal: bool
    question_set: str
    framework: str
    created_at: str
    deleted_at: str | None
    sealed_at: str | None
    people: int
    minutes: int
    start_minute: int | None
    step: str | None
    step_subject: str | None
    changed_at: str
    actions: int
    without_owner: int
    papers: int
    levels: Mapping[str, float | None] = field(default_factory=dict)


_QUERY = """
SELECT w.id, w.city, w.title, w.date, w.state, w.rehearsal, w.question_set, w.framework_sha, w.created_at,
       w.deleted_at, w.sealed_at,
       (SELECT count(*) FROM participants p WHERE p.workshop = w.id),
       (SELECT coalesce(sum(minutes), 0) FROM steps s WHERE s.workshop = w.id AND s.state != 'skipped'),
       (SELECT min(start_minute) FROM sessions e WHERE e.workshop = w.id),
       (SELECT s.kind FROM positions o JOIN steps s ON s.id = o.step WHERE o.workshop = w.id),
       (SELECT s.subject FROM positions o JOIN steps s ON s.id = o.step WHERE o.workshop = w.id),
       coalesce((SELECT max(at) FROM journal j WHERE j.workshop = w.id), w.created_at),
       (SELECT count(*) FROM actions a WHERE a.workshop = w.id AND a.status NOT IN ('offered', 'dropped')),
       (SELECT count(*) FROM actions a WHERE a.workshop = w.id AND a.status NOT IN ('offered', 'dropped')
               AND a.owner = ''),
       (SELECT count(DISTINCT revision) FROM exports x WHERE x.workshop = w.id)
FROM workshops w ORDER BY w.date DESC, w.created_at DESC, w.id
"""


def listing(connection: sqlite3.Connection) -> tuple[Listing, ...]:
    """Every workshop of the library, latest day first, those in the bin included."""
    levels: dict[str, dict[str, float | None]] = {}
    for workshop, pivot, level in connection.execute(
        "SELECT workshop, subject, level FROM decisions WHERE about = 'pivot'"
    ):
        levels.setdefault(workshop, {})[pivot] = level
    names = [field.name for field in fields(Listing) if field.name != "levels"]
    found = []
    for row in connection.execute(_QUERY):
        facts: dict[str, Any] = dict(zip(names, row, strict=True))
        facts["rehearsal"] = bool(facts["rehearsal"])
        found.append(Listing(**facts, levels=levels.get(facts["id"], {})))
    return tuple(found)


def matching(connection: sqlite3.Connection, prefix: str) -> tuple[str, ...]:
    """The ids that begin with ``prefix``; ``latest`` is the one created last that is not in the bin."""
    if prefix == "latest":
        rows = connection.execute(
            "SELECT id FROM workshops WHERE deleted_at IS NULL ORDER BY created_at DESC, rowid DESC LIMIT 1"
        )
    else:
        rows = connection.execute(
            "SELECT id FROM workshops WHERE substr(id, 1, ?) = ?", (len(prefix), prefix)
        )
    return tuple(row[0] for row in rows)

"""Whole workshops in a library: keep their framework, find them, copy them, bin them, remove them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desktop.model.change import Change, new, turned
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.library.tables import read
from desktop.model.moment import Moment
from desktop.model.records import About, Participant
from desktop.model.refused import Refused
from desktop.model.workshop import Workshop

_OWNED = (
    ("names", "participant IN (SELECT id FROM participants WHERE workshop = ?)"),
    ("devices", "participant IN (SELECT id FROM participants WHERE workshop = ?)"),
    ("ballots", "round IN (SELECT id FROM rounds WHERE workshop = ?)"),
    ("counts", "round IN (SELECT id FROM rounds WHERE workshop = ?)"),
    ("needs", "action IN (SELECT id FROM actions WHERE workshop = ?)"),
    ("action_people", "action IN (SELECT id FROM actions WHERE workshop = ?)"),
    *(
        (table, "workshop = ?")
        for table in (
            "positions", "exports", "assets", "waves", "actions", "wordings", "barriers", "notes", "weights",
            "targets", "decisions", "rounds", "steps", "sessions", "participants", "groups", "journal",
        )
    ),
)  # fmt: skip


def keep_framework(connection: sqlite3.Connection, framework: Framework) -> None:
    """Store the framework a workshop uses, once for all that use it."""
    connection.execute(
        "INSERT INTO frameworks (sha256, framework, version, title, body) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (sha256) DO NOTHING",
        (
            framework.sha256,
            framework.id,
            framework.version,
            json.dumps(dict(framework.title)),
            framework.body,
        ),
    )


def load_framework(connection: sqlite3.Connection, sha256: str) -> Framework:
    """The framework stored with a workshop."""
    body = connection.execute("SELECT body FROM frameworks WHERE sha256 = ?", (sha256,)).fetchone()[0]
    return _parsed(body)


@lru_cache(maxsize=8)
def _parsed(body: str) -> Framework:
    return read_framework(body)


def read_about(connection: sqlite3.Connection, workshop: str) -> About:
    """A workshop's own row.

    Raises:
        Refused: ``workshop.unknown``.
    """
    found = read(connection, About, workshop)
    if not found:
        raise Refused("workshop.unknown", workshop=workshop)
    return found[0]


def duplicated(workshop: Workshop, at: Moment) -> Change:
    """A new workshop with the same city, choices, groups, seats and agenda, without names or anything said."""
    about = replace(
        workshop.about, id=at.new_id(), created_at=at.now, state="preparing", rehearsal=False, rehearsal_of=None,
        seed=None, parts=None, reviews=None, asked=None, final_at=None, final_by=None, sealed_at=None, deleted_at=None,
    )  # fmt: skip
    ids: dict[str | None, str | None] = {None: None}

    def copy_id(old: str) -> str:
        ids[old] = fresh = at.new_id()
        return fresh

    groups = [
        replace(one, id=copy_id(one.id), workshop=about.id, parent=ids[one.parent])
        for one in sorted(workshop.groups.values(), key=lambda one: (one.parent is not None, one.place))
    ]
    sessions = [
        replace(one, id=copy_id(one.id), workshop=about.id, started_at=None, ended_at=None)
        for one in workshop.sessions.values()
    ]
    people = [
        Participant(at.new_id(), about.id, number, ids[one.group])
        for number, one in enumerate(workshop.seats, start=1)
    ]
    steps = [
        replace(
            one, id=at.new_id(), workshop=about.id, session=ids[one.session] or "", state="planned", started_at=None,
            spent_seconds=0,
        )
        for one in workshop.agenda
    ]  # fmt: skip
    weights = [replace(one, id=at.new_id(), workshop=about.id) for one in workshop.weights.values()]
    return Change(
        "prepare.duplicate",
        new(about, *groups, *sessions, *people, *steps, *weights),
        {"of": workshop.about.id},
    )


def with_deleted(workshop: Workshop, at: Moment, *, deleted: bool) -> Change:
    """Into the bin, or out of it."""
    about = replace(workshop.about, deleted_at=at.now if deleted else None)
    return Change("workshops.delete" if deleted else "workshops.restore", turned(workshop.about, about))


def in_bin(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The workshops in the bin."""
    return tuple(
        row[0] for row in connection.execute("SELECT id FROM workshops WHERE deleted_at IS NOT NULL")
    )


def remove(connection: sqlite3.Connection, workshops: Sequence[str]) -> None:
    """Remove workshops and all that belongs to them for good, children first."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for workshop in workshops:
        for table, where in _OWNED:
            connection.execute(f'DELETE FROM "{table}" WHERE {where}', (workshop,))
        connection.execute("DELETE FROM workshops WHERE id = ?", (workshop,))

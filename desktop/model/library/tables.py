"""Records to rows and back: every record class is one table, every field one column."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar

from desktop.model.action_library import ActionLibrary
from desktop.model.change import Change, Row
from desktop.model.framework import Framework
from desktop.model.records import (
    About,
    Action,
    ActionPerson,
    Asset,
    Ballot,
    Barrier,
    Count,
    Decision,
    Device,
    Export,
    Group,
    Name,
    Need,
    Note,
    Participant,
    Position,
    Record,
    Round,
    Session,
    Step,
    Target,
    Wave,
    Weight,
    Wording,
)
from desktop.model.workshop import SHELVES, Workshop

R = TypeVar("R", bound=Record)

TABLES: Mapping[type[Record], tuple[str, tuple[str, ...]]] = {
    About: ("workshops", ("id",)),
    Session: ("sessions", ("id",)),
    Group: ("groups", ("id",)),
    Participant: ("participants", ("id",)),
    Name: ("names", ("participant",)),
    Step: ("steps", ("id",)),
    Position: ("positions", ("workshop",)),
    Round: ("rounds", ("id",)),
    Ballot: ("ballots", ("round", "participant")),
    Count: ("counts", ("id",)),
    Decision: ("decisions", ("id",)),
    Target: ("targets", ("id",)),
    Weight: ("weights", ("id",)),
    Note: ("notes", ("id",)),
    Barrier: ("barriers", ("id",)),
    Wording: ("wordings", ("id",)),
    Action: ("actions", ("id",)),
    ActionPerson: ("action_people", ("action",)),
    Need: ("needs", ("id",)),
    Wave: ("waves", ("id",)),
    Asset: ("assets", ("workshop", "sha256")),
    Device: ("devices", ("key_sha256",)),
    Export: ("exports", ("id",)),
}
"""The table and primary key of every record class, parents before children."""

KINDS: Mapping[str, type[Record]] = {table: kind for kind, (table, _) in TABLES.items()}
"""The record class of every table."""

_PARENTS: Mapping[str, tuple[str, str]] = {
    "names": ("participant", "participants"),
    "ballots": ("round", "rounds"),
    "counts": ("round", "rounds"),
    "action_people": ("action", "actions"),
    "needs": ("action", "actions"),
    "devices": ("participant", "participants"),
}


@dataclass(frozen=True)
class _Form:
    """The statements and column kinds of one table, worked out once."""

    kind: type[Record]
    columns: tuple[str, ...]
    json_columns: frozenset[int]
    bool_columns: frozenset[int]
    put: str
    drop: str
    select: str
    key: tuple[str, ...]

    def values(self, record: Record) -> list[Any]:
        found = [getattr(record, name) for name in self.columns]
        for index in self.json_columns:
            if found[index] is not None:
                found[index] = json.dumps(found[index], ensure_ascii=False, separators=(",", ":"))
        return found

    def record(self, row: Iterable[Any]) -> Record:
        found = list(row)
        for index in self.json_columns:
            if found[index] is not None:
                found[index] = _frozen(json.loads(found[index]))
        for index in self.bool_columns:
            found[index] = bool(found[index])
        return self.kind(*found)


def _frozen(value: Any) -> Any:
    """JSON lists as tuples, so that a record read equals the record written."""
    if isinstance(value, list):
        return tuple(_frozen(one) for one in value)
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return value


def _form(kind: type[Any]) -> _Form:
    if kind not in _FORMS:
        _FORMS[kind] = _worked_out(kind)
    return _FORMS[kind]


_FORMS: dict[type[Record], _Form] = {}


def _worked_out(kind: type[Record]) -> _Form:
    table, key = TABLES[kind]
    columns = tuple(field.name for field in fields(kind))
    kinds = [str(field.type) for field in fields(kind)]
    quoted = ", ".join(f'"{name}"' for name in columns)
    settable = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name not in key)
    names = ", ".join(f'"{name}"' for name in key)
    match = " AND ".join(f'"{name}" = ?' for name in key)
    if table in _PARENTS:
        column, parent = _PARENTS[table]
        where = f'"{column}" IN (SELECT id FROM "{parent}" WHERE workshop = ?)'
    else:
        where = '"id" = ?' if kind is About else '"workshop" = ?'
    return _Form(
        kind=kind,
        columns=columns,
        json_columns=frozenset(i for i, text in enumerate(kinds) if text.startswith(("tuple", "Mapping"))),
        bool_columns=frozenset(i for i, text in enumerate(kinds) if text == "bool"),
        put=f'INSERT INTO "{table}" ({quoted}) VALUES ({", ".join("?" * len(columns))}) '
        f"ON CONFLICT ({names}) DO UPDATE SET {settable}",
        drop=f'DELETE FROM "{table}" WHERE {match}',
        select=f'SELECT {quoted} FROM "{table}" WHERE {where}',
        key=key,
    )


_PLACES: Mapping[type[Record], int] = {kind: place for place, kind in enumerate(TABLES)}


def write(connection: sqlite3.Connection, change: Change) -> None:
    """Write the rows of a change: what is new or altered, parents first, then what goes, children first."""
    for row in sorted((row for row in change.rows if row.after is not None), key=_generation):
        form = _form(type(row.record))
        connection.execute(form.put, form.values(row.record))
    for row in sorted((row for row in change.rows if row.after is None), key=_generation, reverse=True):
        form = _form(type(row.record))
        connection.execute(form.drop, [getattr(row.record, name) for name in form.key])


def _generation(row: Row) -> tuple[int, bool]:
    """How far a row is from the workshop's own: tables stand parents first, and a group may be in another."""
    record = row.record
    return _PLACES[type(record)], isinstance(record, Group) and record.parent is not None


def read(connection: sqlite3.Connection, kind: type[R], workshop: str) -> list[R]:
    """Every row of one kind that belongs to a workshop."""
    form = _form(kind)
    return [form.record(row) for row in connection.execute(form.select, (workshop,))]  # type: ignore[misc]


def load(
    connection: sqlite3.Connection,
    about: About,
    framework: Framework,
    own_actions: ActionLibrary | None = None,
) -> Workshop:
    """The whole workshop as the tables hold it."""
    shelves: dict[str, Any] = {}
    for kind, (name, key) in SHELVES.items():
        shelves[name] = {getattr(one, key): one for one in read(connection, kind, about.id)}
    ballots: dict[str, dict[str, Ballot]] = {}
    for ballot in read(connection, Ballot, about.id):
        ballots.setdefault(ballot.round, {})[ballot.participant] = ballot
    position = next(iter(read(connection, Position, about.id)), None)
    return Workshop(
        about=about,
        framework=framework,
        position=position,
        ballots=ballots,
        own_actions=own_actions,
        **shelves,
    )


def as_json(record: Record | None) -> dict[str, Any] | None:
    """A record for the journal: its fields, without those that stand at their default."""
    if record is None:
        return None
    found = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.default is MISSING or value != field.default:
            found[field.name] = value
    return found


def from_json(table: str, value: Mapping[str, Any] | None) -> Record | None:
    """A record as the journal keeps it; a field a later version dropped is left out."""
    if value is None:
        return None
    kind = KINDS[table]
    known = {field.name for field in fields(kind)}
    return kind(**{name: _frozen(one) for name, one in value.items() if name in known})

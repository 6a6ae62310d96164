"""The tables of a library file, version by version: each version is one migration and is never edited again.

sqlite-utils makes every table and index. It is imported when there is something to migrate and at no other
time: it costs the start of the program a third of a second.
"""

from __future__ import annotations

import sqlite3
from typing import Any

APPLICATION_ID = 0x50565753
"""``PVWS`` in the file's header: this file is a Pivot Workshop library."""

VERSION = 2
"""The version of the tables this program writes, kept in the header (``user_version``)."""

MIGRATIONS = "_sqlite_migrations"
"""Where sqlite-utils writes down which migrations are done; it makes this table before the first of them."""

TEXT, INT, REAL, BLOB = str, int, float, bytes

_W = {"id": TEXT, "workshop": TEXT}
_FIRST: dict[str, tuple[dict[str, Any], tuple[str, ...], tuple[tuple[str, str, str], ...], tuple[str, ...]]] = {
    # table: (columns, primary key, foreign keys, columns that may be NULL)
    "frameworks": (
        {"sha256": TEXT, "framework": TEXT, "version": TEXT, "title": TEXT, "body": TEXT},
        ("sha256",), (), (),
    ),
    "workshops": (
        {"id": TEXT, "framework_sha": TEXT, "city": TEXT, "title": TEXT, "date": TEXT, "language": TEXT,
         "question_set": TEXT, "created_at": TEXT, "organisation": TEXT, "facilitator": TEXT, "ways": TEXT,
         "questions_out": TEXT, "busiest": TEXT, "display": TEXT, "currency": TEXT, "state": TEXT, "rehearsal": INT,
         "rehearsal_of": TEXT, "seed": INT, "parts": TEXT, "plan_keeper": TEXT, "reviews": TEXT, "asked": TEXT,
         "final_at": TEXT, "final_by": TEXT, "sealed_at": TEXT, "deleted_at": TEXT},
        ("id",), (("framework_sha", "frameworks", "sha256"),),
        ("organisation", "facilitator", "busiest", "currency", "rehearsal_of", "seed", "parts", "plan_keeper",
         "reviews", "asked", "final_at", "final_by", "sealed_at", "deleted_at"),
    ),
    "sessions": (
        {**_W, "day": TEXT, "start_minute": INT, "started_at": TEXT, "ended_at": TEXT},
        ("id",), (), ("started_at", "ended_at"),
    ),
    "groups": (
        {**_W, "name": TEXT, "parent": TEXT, "place": INT}, ("id",), (("parent", "groups", "id"),), ("parent",),
    ),
    "participants": (
        {**_W, "seat": INT, "group": TEXT, "code": TEXT, "state": TEXT},
        ("id",), (("group", "groups", "id"),), ("group", "code"),
    ),
    "names": ({"participant": TEXT, "name": TEXT}, ("participant",), (("participant", "participants", "id"),), ()),
    "steps": (
        {**_W, "session": TEXT, "place": INT, "kind": TEXT, "minutes": INT, "subject": TEXT, "title": TEXT,
         "state": TEXT, "started_at": TEXT, "spent_seconds": INT},
        ("id",), (("session", "sessions", "id"),), ("subject", "title", "started_at"),
    ),
    "positions": (
        {"workshop": TEXT, "step": TEXT, "part": TEXT, "subject": TEXT}, ("workshop",), (), ("subject",),
    ),
    "rounds": (
        {**_W, "kind": TEXT, "subject": TEXT, "number": INT, "opened_at": TEXT, "state": TEXT, "word": TEXT,
         "closed_at": TEXT, "revealed_at": TEXT, "present": INT, "seen_at": TEXT, "uncovered_at": TEXT},
        ("id",), (), ("word", "closed_at", "revealed_at", "present", "seen_at", "uncovered_at"),
    ),
    "ballots": (
        {"round": TEXT, "participant": TEXT, "choice": INT, "method": TEXT, "cast_at": TEXT, "points": TEXT,
         "cid": TEXT, "seq": INT},
        ("round", "participant"), (("round", "rounds", "id"), ("participant", "participants", "id")),
        ("choice", "points", "cid"),
    ),
    "counts": (
        {"id": TEXT, "round": TEXT, "group": TEXT, "way": TEXT, "numbers": TEXT, "cant_say": INT},
        ("id",), (("round", "rounds", "id"), ("group", "groups", "id")), ("group",),
    ),
    "decisions": (
        {**_W, "about": TEXT, "subject": TEXT, "level": REAL, "rationale": TEXT, "dissent": TEXT, "present": INT,
         "at": TEXT},
        ("id",), (), ("level",),
    ),
    "targets": (
        {**_W, "pivot": TEXT, "level": REAL, "horizon": TEXT, "rationale": TEXT, "first": INT},
        ("id",), (), ("horizon",),
    ),
    "weights": ({**_W, "subject": TEXT, "value": REAL}, ("id",), (), ()),
    "notes": (
        {**_W, "kind": TEXT, "subject": TEXT, "group": TEXT, "text": TEXT, "at": TEXT},
        ("id",), (("group", "groups", "id"),), ("subject", "group"),
    ),
    "barriers": ({**_W, "pivot": TEXT, "barrier": TEXT, "note": TEXT}, ("id",), (), ()),
    "wordings": (
        {**_W, "subject": TEXT, "field": TEXT, "language": TEXT, "text": TEXT, "at": TEXT}, ("id",), (), (),
    ),
    "actions": (
        {**_W, "pivot": TEXT, "title": TEXT, "place": INT, "number": INT, "library_id": TEXT, "question": TEXT,
         "from_level": INT, "to_level": INT, "detail": TEXT, "owner": TEXT, "reports_to": TEXT, "measure": TEXT,
         "measure_from": TEXT, "measure_to": TEXT, "source": TEXT, "first_step": TEXT, "benefit": TEXT,
         "risk": TEXT, "money": TEXT, "money_amount": REAL, "money_note": TEXT, "effort": TEXT, "on_page_one": INT,
         "to_check": TEXT, "sdg": TEXT, "wave": TEXT, "pinned": INT, "start": TEXT, "due": TEXT, "days": REAL,
         "days_guessed": INT, "status": TEXT, "progress": INT, "owner_update": TEXT},
        ("id",), (),
        ("number", "library_id", "question", "from_level", "to_level", "money_amount", "effort", "wave", "start",
         "due", "days"),
    ),
    "action_people": ({"action": TEXT, "name": TEXT}, ("action",), (("action", "actions", "id"),), ()),
    "needs": (
        {"id": TEXT, "action": TEXT, "needs_action": TEXT, "needs_question": TEXT, "needs_level": INT},
        ("id",), (("action", "actions", "id"), ("needs_action", "actions", "id")),
        ("needs_action", "needs_question", "needs_level"),
    ),
    "waves": ({**_W, "wave": TEXT, "until": TEXT, "capacity_days": REAL}, ("id",), (), ("until", "capacity_days")),
    "assets": (
        {"workshop": TEXT, "sha256": TEXT, "role": TEXT, "mime": TEXT, "bytes": BLOB, "note": TEXT},
        ("workshop", "sha256"), (), ("note",),
    ),
    "devices": (
        {"key_sha256": TEXT, "participant": TEXT, "joined_at": TEXT, "left_at": TEXT},
        ("key_sha256",), (("participant", "participants", "id"),), ("left_at",),
    ),
    "exports": (
        {**_W, "kind": TEXT, "revision": INT, "at": TEXT, "file_name": TEXT, "sha256": TEXT, "options": TEXT,
         "rows": TEXT},
        ("id",), (), ("rows",),
    ),
    "journal": (
        {**_W, "number": INT, "verb": TEXT, "at": TEXT, "facts": TEXT, "rows": TEXT, "undoes": TEXT, "origin": TEXT},
        ("id",), (), ("undoes",),
    ),
}  # fmt: skip


def _first(db: Any) -> None:
    """Version 1: every table of the model, each tied to its workshop or its parent row."""
    for table, (columns, key, links, nullable) in _FIRST.items():
        foreign = list(links)
        if "workshop" in columns:
            foreign.append(("workshop", "workshops", "id"))
        db[table].create(
            columns,
            pk=key[0] if len(key) == 1 else key,
            foreign_keys=foreign or None,
            not_null=[name for name in columns if name not in nullable],
            strict=True,
        )
        for name in ("workshop", "round", "participant", "action"):
            if name in columns and key != (name,) and key[0] != name:
                db[table].create_index([name])
    db["rounds"].create_index(["workshop", "kind", "subject", "number"], unique=True)
    db["journal"].create_index(["workshop", "number"], unique=True)
    db.execute("CREATE UNIQUE INDEX idx_counts_round_group ON counts (round, coalesce([group], ''))")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def _second(db: Any) -> None:
    """Version 2: own content. What was loaded is offered to new workshops; each workshop names its action library."""
    db["action_libraries"].create(
        {"sha256": TEXT, "library": TEXT, "version": TEXT, "framework": TEXT, "body": TEXT},
        pk="sha256",
        not_null=["sha256", "library", "version", "framework", "body"],
        strict=True,
    )
    db["own_content"].create(
        {"framework_sha": TEXT, "actions_sha": TEXT, "loaded_at": TEXT},
        pk="framework_sha",
        foreign_keys=[
            ("framework_sha", "frameworks", "sha256"),
            ("actions_sha", "action_libraries", "sha256"),
        ],
        not_null=["framework_sha", "loaded_at"],
        strict=True,
    )
    db["workshops"].add_column("actions_sha", TEXT)
    db.execute("PRAGMA user_version = 2")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to :data:`VERSION`. Each migration stands or falls as a whole."""
    with_utils = _sqlite_utils()
    migrations = with_utils.Migrations("library")
    migrations(name="first")(_first)
    migrations(name="second")(_second)
    migrations.apply(with_utils.Database(connection, recursive_triggers=False, execute_plugins=False))


def _sqlite_utils() -> Any:
    """sqlite-utils without pandas and numpy, which it would import only because they are installed."""
    import sys

    hidden = [name for name in ("pandas", "numpy") if name not in sys.modules]
    try:
        for name in hidden:
            sys.modules[name] = None  # type: ignore[assignment]
        import sqlite_utils

        return sqlite_utils
    finally:
        for name in hidden:
            del sys.modules[name]

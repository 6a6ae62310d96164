"""What was deleted or sealed for good leaves no copy: not in the file's free pages, not in its log, not in a backup.

Every backup that holds it is written anew beside the old one, verified, and put in its place; one that cannot be
is named, never dropped. What is still to do stands in ``to-scrub.json`` beside the backups from before the delete
until the last of them is clean, so that a kill half-way is made good at the next start.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.model.change import Change, new
from desktop.model.library.backup import back_up, backups, folder_of, is_sound
from desktop.model.library.file import LibraryFile
from desktop.model.library.private import private_file, private_folder
from desktop.model.library.tables import read, write
from desktop.model.library.workshops import in_bin, remove
from desktop.model.records import About, Count
from desktop.model.refused import Refused

TO_DO = "to-scrub.json"
"""The ids that are still to leave the backups; nothing else stands in it."""

_BALLOTS = "SELECT DISTINCT round FROM ballots WHERE round IN (SELECT id FROM rounds WHERE workshop = ?)"
_COUNTS = "SELECT id FROM rounds WHERE workshop = ?"

Sealed = tuple[About, Sequence[Count]]
"""A sealed workshop and its totals."""


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """What was done: how many ``workshops``, how many ``backups`` were written anew, and files that may still hold it."""

    workshops: int
    backups: int
    left: tuple[str, ...]


def empty_bin(file: LibraryFile, stamp: str) -> tuple[tuple[str, ...], Scrubbed]:
    """Remove what is in the bin for good, after a backup, then from every backup too; the ids that went.

    Raises:
        Refused: ``library.damaged``: no sound backup could be made. Nothing was removed.
        NotKept: the disk said no. Nothing was removed.
    """
    gone = in_bin(file.connection)
    if not gone:
        return (), Scrubbed(0, 0, ())
    back_up(file.connection, file.path, stamp)
    _note(file.path, "deleted", gone)
    with file.transaction():
        remove(file.connection, gone)
    return gone, scrub(file, len(gone))


def note_seal(file: LibraryFile, workshop: str) -> None:
    """Before the seal is kept: its ballots are to leave the backups as well."""
    _note(file.path, "sealed", (workshop,))


def is_due(library: Path) -> bool:
    """Whether something is still to leave the backups."""
    return (folder_of(library) / TO_DO).exists()


def scrub(file: LibraryFile, workshops: int = 0) -> Scrubbed:
    """Rewrite the library without what it no longer holds, then every backup that still holds it. Never raises
    for what a disk refuses: the file is named, and tried again at the next start.
    """
    deleted, sealed = _still_to_do(file)
    left = [] if _rewritten(file.connection) else [f"{file.path.name}-wal"]
    done = 0
    for old in folder_of(file.path).glob("*.part"):
        old.unlink(missing_ok=True)  # a copy that a kill left half-made
    for copy in backups(file.path):
        try:
            done += _without(copy, deleted, sealed)
        except Exception:  # an older, damaged or locked file: whatever it is, it may still hold them
            left.append(copy.name)
    if not left:
        (folder_of(file.path) / TO_DO).unlink(missing_ok=True)
    return Scrubbed(workshops, done, tuple(left))


def _rewritten(connection: sqlite3.Connection) -> bool:
    """Write the open library anew and empty its log; False if a reader or the disk is in the way."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("VACUUM")
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return False


def _without(copy: Path, deleted: Sequence[str], sealed: Sequence[Sealed]) -> bool:
    """Write a backup anew without them; False if it holds none and stays as it is.

    Raises:
        sqlite3.Error, OSError, Refused: it stays as it is, and still holds them.
    """
    with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as old:
        if not _holds(old, deleted, sealed):
            return False
        part = copy.with_suffix(".part")
        try:
            private_file(part)
            _write_anew(old, part, deleted, sealed)
            if not is_sound(part):
                raise Refused("library.damaged", file=copy.name)
            _flush(part)
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
    return True


def _write_anew(
    old: sqlite3.Connection, part: Path, deleted: Sequence[str], sealed: Sequence[Sealed]
) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as fresh:
        old.backup(fresh)
        for pragma in ("journal_mode = MEMORY", "temp_store = MEMORY", "secure_delete = ON"):
            fresh.execute(f"PRAGMA {pragma}")
        fresh.execute("BEGIN")
        remove(fresh, deleted)
        for about, counts in sealed:
            _seal(fresh, about, counts)
        fresh.execute("COMMIT")
        fresh.execute("VACUUM")
        fresh.execute("PRAGMA journal_mode = DELETE")
        if _holds(fresh, deleted, sealed):
            raise Refused("library.damaged", file=part.name)


def _holds(connection: sqlite3.Connection, deleted: Sequence[str], sealed: Sequence[Sealed]) -> bool:
    gone = any(
        connection.execute("SELECT 1 FROM workshops WHERE id = ?", (workshop,)).fetchone()
        for workshop in deleted
    )
    return gone or any(connection.execute(_BALLOTS, (about.id,)).fetchone() for about, _ in sealed)


def _seal(connection: sqlite3.Connection, about: About, counts: Sequence[Count]) -> None:
    """Ballots out, and the very totals of the sealed workshop in.

    Totals of the ballots as they were on another day would differ from those by a few people, whose answers the
    difference would give away.
    """
    known = {row[0] for row in connection.execute(_COUNTS, (about.id,))}
    for (round,) in connection.execute(_BALLOTS, (about.id,)).fetchall():
        connection.execute("DELETE FROM ballots WHERE round = ?", (round,))
        connection.execute("DELETE FROM counts WHERE round = ?", (round,))
        totals = [one for one in counts if one.round == round and round in known]
        write(connection, Change("papers.seal", new(*totals)))
    connection.execute("UPDATE workshops SET sealed_at = ? WHERE id = ?", (about.sealed_at, about.id))


# ---- what is still to do ------------------------------------------------------------------------------------


def _note(library: Path, key: str, ids: Sequence[str]) -> None:
    noted = _noted(library)
    noted[key] = sorted({*noted.get(key, ()), *ids})
    private_folder(folder_of(library), ours=True)
    target = folder_of(library) / TO_DO
    part = target.with_suffix(".new")
    private_file(part)
    part.write_text(json.dumps(noted), encoding="utf-8")
    _flush(part)
    part.replace(target)


def _noted(library: Path) -> dict[str, list[str]]:
    try:
        said = json.loads((folder_of(library) / TO_DO).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: [str(one) for one in said.get(key, ())] for key in ("deleted", "sealed")}


def _still_to_do(file: LibraryFile) -> tuple[tuple[str, ...], list[Sealed]]:
    """What was noted and did happen: a workshop that is still there was not deleted, nor one without its seal sealed."""
    noted = _noted(file.path)
    connection = file.connection
    deleted = tuple(one for one in noted.get("deleted", ()) if not read(connection, About, one))
    sealed: list[Sealed] = [
        (about, read(connection, Count, about.id))
        for one in noted.get("sealed", ())
        for about in read(connection, About, one)
        if about.sealed_at is not None
    ]
    return deleted, sealed


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())

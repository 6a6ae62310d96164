"""Copies of a library that can be trusted: made by SQLite, checked before they count.

A file copied without its ``-wal`` loses votes, so nothing here copies files. A copy that fails its check is
thrown away and never pushes out a good one.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.model.library.private import private_file, private_folder
from desktop.model.refused import Refused

KEPT = 10
"""Backups kept beside the library; the oldest goes when a new, verified one is in place."""


def folder_of(library: Path) -> Path:
    """Where the backups of a library stand."""
    return library.with_name(library.name + ".backups")


def back_up(connection: sqlite3.Connection, library: Path, stamp: str) -> Path:
    """Copy the open library to ``<library>.backups/<stamp>.sqlite``, verified.

    Raises:
        Refused: ``library.damaged`` when the copy does not pass SQLite's integrity check.
        OSError, sqlite3.Error: the copy could not be written.
    """
    folder = folder_of(library)
    private_folder(folder, ours=True)
    target = folder / f"{re.sub(r'[^0-9A-Za-z]', '', stamp)}.sqlite"
    fresh = target.with_suffix(".part")
    fresh.unlink(missing_ok=True)
    try:
        private_file(fresh)
        with closing(sqlite3.connect(fresh)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        if not is_sound(fresh):
            raise Refused("library.damaged", file=library.name)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    for old in backups(library)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def backups(library: Path) -> list[Path]:
    """The backups of a library, newest first."""
    return sorted(folder_of(library).glob("*.sqlite"), reverse=True)


def is_sound(file: Path) -> bool:
    """Whether SQLite reads the whole file without finding damage."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            found = copy.execute("PRAGMA integrity_check").fetchone()
            broken = copy.execute("PRAGMA foreign_key_check").fetchone()
            return found == ("ok",) and broken is None
    except sqlite3.Error:
        return False

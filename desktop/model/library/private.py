"""Files that only this user may read: 0600, in a folder of 0700, on systems that know such modes."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
BESIDE = ("", "-wal", "-shm", "-journal", ".lock")
"""What stands beside a library's file, by the end of its name."""


def private_folder(folder: Path, *, ours: bool = False) -> None:
    """Make a folder that only this user enters. One that was there is closed to others only if it is ``ours``."""
    if not folder.exists():
        folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        _set(folder, FOLDER)
    elif ours:
        _set(folder, FOLDER)


def private_file(path: Path) -> None:
    """Make an empty file before anybody writes into it, or close one that is there to others."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))
    if path.is_file():
        _set(path, FILE)


def close_to_others(library: Path) -> None:
    """Everything that belongs to a library and is there: the file, what SQLite puts beside it, its lock, its backups.

    A disk that knows no modes keeps what it has.
    """
    for end in BESIDE:
        _set(Path(f"{library}{end}"), FILE)
    backups = library.with_name(f"{library.name}.backups")
    if backups.is_dir():
        _set(backups, FOLDER)
        for file in backups.iterdir():
            if file.is_file():
                _set(file, FILE)


def _set(path: Path, mode: int) -> None:
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)

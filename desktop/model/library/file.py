"""The library file: opened, locked, checked, backed up and migrated before anything is read from it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.model.library import schema
from desktop.model.library.backup import back_up, is_sound
from desktop.model.library.lock import FileLock, Held
from desktop.model.library.private import close_to_others, private_file, private_folder
from desktop.model.refused import NotKept, Refused

HEADER = b"SQLite format 3\x00"


class LibraryFile:
    """One open library. Use it from one thread at a time; :mod:`desktop.model.clerk` does."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock | None) -> None:
        """Take an open connection; call :func:`open_library` instead."""
        self.path = path
        self.connection = connection
        self.reading = lock is None
        self._lock = lock
        self._identity = _identity(path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept together, on the disk, or not at all.

        Raises:
            NotKept: the disk said no, or the file is no longer the one that was opened.
        """
        with turned_into_not_kept():
            self._look()
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def _look(self) -> None:
        """See that the file is the one that was opened: an open file can be deleted, and takes what is written along."""
        try:
            found = _identity(self.path)
        except FileNotFoundError as error:
            raise NotKept("library.gone", str(error), path=str(self.path)) from error
        if found != self._identity:
            raise NotKept("library.swapped")

    def put_back(self) -> Path:
        """Write the library where it was, from what is still open here, and go on with that file.

        Raises:
            NotKept: another file stands there, or the disk does not take it; then the open one stays as it is.
        """
        with turned_into_not_kept():
            if self.path.exists():
                self._look()
                return self.path
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(f"{self.path.name}.part")
            fresh.unlink(missing_ok=True)
            with closing(sqlite3.connect(fresh)) as copy:
                self.connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            if not is_sound(fresh):
                raise NotKept("disk.error", "the copy is not sound")
            self.connection.close()
            for beside in ("-wal", "-shm"):  # those of the deleted file must not be taken for the new one's
                Path(f"{self.path}{beside}").unlink(missing_ok=True)
            fresh.replace(self.path)
            self.connection, self._identity = _connect(self.path), _identity(self.path)
            return self.path

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A step inside a transaction that can fail alone.

        Raises:
            NotKept: SQLite has given the transaction up, as it does when the disk is full. A step would now keep
                itself, whatever becomes of its neighbours.
        """
        if not self.connection.in_transaction:
            raise NotKept("disk.error", "the transaction was given up")
        self.connection.execute("SAVEPOINT step")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO step")
                self.connection.execute("RELEASE step")
            raise
        self.connection.execute("RELEASE step")

    def close(self) -> None:
        """Close the file and free the lock."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()
        else:
            _tidied(self.path)


@contextmanager
def turned_into_not_kept() -> Iterator[None]:
    """SQLite's and the system's errors as the disk's no."""
    try:
        yield
    except sqlite3.Error as error:
        full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
        raise NotKept("disk.full" if full else "disk.error", str(error)) from error
    except OSError as error:
        raise NotKept("disk.error", str(error)) from error


def open_library(path: Path, *, stamp: str, reading: bool = False) -> LibraryFile:
    """Open a library for writing (or, beside an open window, for reading).

    A new file gets its tables. An older one is backed up, verified, and brought to this program's version. A
    file that is newer, foreign or damaged is left as it was found. ``stamp`` names a backup made here.

    Raises:
        Refused: ``library.newer``, ``library.in_use``, ``library.read_only``, ``library.not_ours``,
            ``library.damaged``, ``library.missing``.
    """
    path = path.expanduser().absolute()
    version = _version(path)  # before anything is made beside a file that is not ours to touch
    if reading:
        return _open_for_reading(path, version)
    lock = _take_lock(path)
    try:
        return LibraryFile(path, _open_for_writing(path, stamp), lock)
    except sqlite3.DatabaseError as error:
        lock.release()
        code = (
            "library.read_only"
            if "readonly" in str(error) or "unable to open" in str(error)
            else "library.damaged"
        )
        raise Refused(code, file=path.name) from error
    except BaseException:
        lock.release()
        raise


def _open_for_writing(path: Path, stamp: str) -> sqlite3.Connection:
    version = _version(path)  # under the lock: who held it before may have brought the file up
    private_file(path)
    close_to_others(path)
    connection = _connect(path)
    try:
        if 0 < version < schema.VERSION:
            back_up(connection, path, stamp)
        if version < schema.VERSION:
            schema.migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_for_reading(path: Path, version: int) -> LibraryFile:
    if not version:
        raise Refused("library.missing", file=path.name)
    connection = _read_only(path)
    try:
        connection.execute("SELECT count(*) FROM workshops").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise Refused("library.damaged", file=path.name) from error
    return LibraryFile(path, connection if version == schema.VERSION else _brought_up(connection), None)


def _read_only(path: Path, *, how: str = "") -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.as_uri()}?mode=ro{how}", uri=True, isolation_level=None, check_same_thread=False, timeout=5
    )


def _brought_up(older: sqlite3.Connection) -> sqlite3.Connection:
    """An older library as this program knows it, in memory: who only reads changes nothing on the disk."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with closing(older):
            older.backup(copy)
        schema.migrate(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _tidied(path: Path) -> None:
    """Remove the empty ``-wal`` and ``-shm`` that reading a closed library leaves, as SQLite does it: a connection
    that may write, closed last, takes them away, and beside an open window it takes nothing.
    """
    log = Path(f"{path}-wal")
    with contextlib.suppress(OSError, sqlite3.Error):
        if log.stat().st_size == 0:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=0)) as last:
                last.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _take_lock(path: Path) -> FileLock:
    try:
        private_folder(path.parent)
        return FileLock(Path(f"{path}.lock"))
    except Held as error:
        raise Refused("library.in_use", file=path.name) from error
    except OSError as error:
        raise Refused("library.read_only", file=path.name) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        for pragma in (
            "journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "foreign_keys = ON", "secure_delete = ON",
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(path: Path) -> int:
    """The file's version, without changing a byte of it; 0 for a file that is still to become a library.

    Raises:
        Refused: ``library.not_ours``, ``library.newer`` or ``library.damaged``.
    """
    header = b""
    if path.exists():
        with path.open("rb") as file:
            header = file.read(100)
    if not header:
        return 0
    if not header.startswith(HEADER):
        raise Refused("library.not_ours", file=path.name)
    try:
        with _to_ask(path) as asked:
            ours = asked.execute("PRAGMA application_id").fetchone()[0]
            version = int(asked.execute("PRAGMA user_version").fetchone()[0])
            tables = {row[0] for row in asked.execute("SELECT tbl_name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise Refused("library.damaged", file=path.name) from error
    if not ours and not version and tables <= {schema.MIGRATIONS}:
        return 0  # the program was killed while it made it
    if ours != schema.APPLICATION_ID:
        raise Refused("library.not_ours", file=path.name)
    if version > schema.VERSION:
        raise Refused("library.newer", file=path.name, version=version)
    return version


@contextmanager
def _to_ask(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that tells what the file is and makes nothing beside it.

    With a ``-wal`` the file alone does not tell. Beside an open window, or after a kill, there is also the ``-shm``
    they share, and SQLite reads all three together; a copy would be torn by a checkpoint in between. Without it
    nobody has the file open, and a copy is asked, for SQLite would make one.
    """
    if not Path(f"{path}-wal").exists():
        with closing(_read_only(path, how="&immutable=1")) as connection:
            yield connection
    elif Path(f"{path}-shm").exists():
        with closing(_read_only(path)) as connection:
            yield connection
    else:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.sqlite"
            shutil.copyfile(path, copy)
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
            with closing(_read_only(copy)) as connection:
                yield connection


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino

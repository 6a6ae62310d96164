"""A library is opened with care: locked, versioned, backed up, and never touched when it is not ours to touch."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.library import schema
from desktop.model.library.backup import KEPT, back_up, backups, is_sound
from desktop.model.library.file import open_library
from desktop.model.library.lock import FileLock
from desktop.model.library.tables import TABLES
from desktop.model.refused import NotKept, Refused

STAMP = "2027-03-01T09:00:00.000Z"
MIGRATIONS_TABLE = (
    "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)"
)


@pytest.fixture
def loose_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def refused(path: Path, **how: bool) -> str:
    with pytest.raises(Refused) as caught:
        open_library(path, stamp=STAMP, **how)
    return caught.value.code


def test_a_new_library_holds_a_strict_table_for_every_record(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.sqlite", stamp=STAMP)
    strict = {row[1]: row[5] for row in library.connection.execute("PRAGMA table_list")}
    for kind, (table, key) in TABLES.items():
        columns = {row[1]: row for row in library.connection.execute(f'PRAGMA table_info("{table}")')}
        assert list(columns) == list(kind.__dataclass_fields__), table
        assert {name for name, row in columns.items() if row[5]} == set(key), table
        assert strict[table] == 1, table
    assert library.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert library.connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert library.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    library.close()


def test_a_second_window_is_refused_and_a_reader_is_not(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    assert refused(path) == "library.in_use"
    reader = open_library(path, stamp=STAMP, reading=True)
    assert reader.connection.execute("SELECT count(*) FROM workshops").fetchone() == (0,)
    reader.close()
    library.close()
    open_library(path, stamp=STAMP).close()


@pytest.mark.parametrize("with_wal", [False, True])
def test_a_newer_library_is_left_as_it_was(tmp_path: Path, with_wal: bool) -> None:
    path = tmp_path / "library.sqlite"
    made = open_library(path, stamp=STAMP)
    made.connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    if with_wal:
        aside = tmp_path / "aside"
        aside.mkdir()
        shutil.copyfile(path, aside / "library.sqlite")
        shutil.copyfile(f"{path}-wal", aside / "library.sqlite-wal")
        path = aside / "library.sqlite"
    made.close()
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert refused(path) == "library.newer"
    assert refused(path, reading=True) == "library.newer"
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


def test_a_file_that_is_no_library_is_left_as_it_was(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear council", encoding="utf-8")
    assert refused(letter) == "library.not_ours"
    assert letter.read_text(encoding="utf-8") == "Dear council"
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as other:
        other.execute("CREATE TABLE notes (text)")
    assert refused(foreign) == "library.not_ours"


def killed_at_the_first_start(path: Path, statements: str) -> None:
    """A file as a program leaves it that goes before its first migration is kept."""
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = WAL")
        made.executescript(statements)


@pytest.mark.parametrize("statements", ["", MIGRATIONS_TABLE])
def test_a_file_left_by_a_kill_at_the_first_start_becomes_a_library(tmp_path: Path, statements: str) -> None:
    path = tmp_path / "library.sqlite"
    killed_at_the_first_start(path, statements)
    assert path.stat().st_size > 0
    assert refused(path, reading=True) == "library.missing"
    open_library(path, stamp=STAMP).close()
    assert not backups(path)
    open_library(path, stamp=STAMP, reading=True).close()


def test_a_file_brought_up_while_the_lock_was_taken_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    lock = FileLock

    def taken(of: Path) -> FileLock:
        with closing(sqlite3.connect(path)) as other:
            other.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            other.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        return lock(of)

    monkeypatch.setattr("desktop.model.library.file.FileLock", taken)
    assert refused(path) == "library.newer"


def test_a_migration_that_fails_leaves_neither_lock_nor_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    made: list[sqlite3.Connection] = []

    def failing(connection: sqlite3.Connection) -> None:
        made.append(connection)
        raise ZeroDivisionError

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(schema, "migrate", failing)
        with pytest.raises(ZeroDivisionError):
            open_library(path, stamp=STAMP)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")
    open_library(path, stamp=STAMP).close()


def test_a_checkpoint_of_the_window_does_not_disturb_who_looks_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    window = open_library(path, stamp=STAMP)
    copied = shutil.copyfile

    def with_a_checkpoint(source: Path, target: Path) -> None:
        copied(source, target)
        window.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    monkeypatch.setattr(shutil, "copyfile", with_a_checkpoint)
    open_library(path, stamp=STAMP, reading=True).close()
    assert refused(path) == "library.in_use"
    window.close()


def test_nothing_to_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.sqlite", reading=True) == "library.missing"


def test_an_older_library_is_backed_up_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    open_library(path, stamp=STAMP).close()
    older, newer = schema.VERSION, schema.VERSION + 1

    def following(connection: sqlite3.Connection) -> None:
        assert len(backups(path)) == 1, "the backup stands before the first change"
        connection.execute("ALTER TABLE workshops ADD COLUMN motto TEXT")
        connection.execute(f"PRAGMA user_version = {newer}")

    monkeypatch.setattr(schema, "VERSION", newer)
    monkeypatch.setattr(schema, "migrate", following)
    open_library(path, stamp=STAMP).close()
    (kept,) = backups(path)
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (older,)


def test_a_bad_copy_never_pushes_out_a_good_one(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    for day in range(KEPT):
        back_up(library.connection, path, f"2027-03-{day + 1:02}T09:00:00.000Z")
    good = backups(path)
    library.close()
    broken = tmp_path / "broken.sqlite"
    shutil.copyfile(good[0], broken)
    with broken.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)
    assert not is_sound(broken)
    with closing(sqlite3.connect(broken)) as damaged, pytest.raises((Refused, sqlite3.DatabaseError)):
        back_up(damaged, path, "2027-04-01T09:00:00.000Z")
    assert backups(path) == good
    assert all(is_sound(file) for file in good)


def test_a_copy_in_which_a_row_names_what_is_not_there_is_not_sound(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    kept = back_up(library.connection, path, STAMP)
    library.connection.execute("PRAGMA foreign_keys = OFF")
    library.connection.execute("INSERT INTO own_content VALUES ('no such framework', NULL, ?)", (STAMP,))
    with pytest.raises(Refused, match=r"library.damaged"):
        back_up(library.connection, path, "2027-03-02T09:00:00.000Z")
    assert backups(path) == [kept]
    library.close()


def test_only_so_many_backups_stay(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    for day in range(KEPT + 3):
        newest = back_up(library.connection, path, f"2027-03-{day + 1:02}T09:00:00.000Z")
    assert len(backups(path)) == KEPT
    assert backups(path)[0] == newest
    library.close()


def test_no_step_is_kept_once_its_transaction_is_gone(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.sqlite", stamp=STAMP)

    def step() -> None:
        with library.transaction():
            library.connection.execute("ROLLBACK")  # SQLite does so by itself when the disk is full
            with library.savepoint():
                library.connection.execute("INSERT INTO frameworks VALUES ('a', 'b', '1', '{}', '{}')")

    with pytest.raises(NotKept):
        step()
    assert library.connection.execute("SELECT count(*) FROM frameworks").fetchone() == (0,)
    library.close()


def test_a_library_swapped_under_the_program_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    other = tmp_path / "other.sqlite"
    shutil.copyfile(path, other)
    other.replace(path)
    with pytest.raises(NotKept) as caught, library.transaction():
        pytest.fail("nothing may be written into a file that is no longer there")
    assert caught.value.code == "library.swapped"
    library.close()


@pytest.mark.parametrize("beside", [(), ("-wal", "-shm")])
def test_a_deleted_library_is_missed_and_written_where_it_was(
    tmp_path: Path, beside: tuple[str, ...]
) -> None:
    path = tmp_path / "folder" / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    with library.transaction():
        library.connection.execute("CREATE TABLE told (n INTEGER)")
        library.connection.execute("INSERT INTO told VALUES (1)")
    for name in ("", *beside):
        Path(f"{path}{name}").unlink()
    with pytest.raises(NotKept) as caught, library.transaction():
        pytest.fail("nothing may be written into a file that is no longer there")
    assert (caught.value.code, caught.value.path) == ("library.gone", str(path))
    assert library.put_back() == path
    with library.transaction():
        library.connection.execute("INSERT INTO told VALUES (2)")
    library.close()
    with closing(sqlite3.connect(path)) as again:
        assert again.execute("SELECT n FROM told ORDER BY n").fetchall() == [(1,), (2,)]
        assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_another_file_in_the_librarys_place_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    path.unlink()
    path.write_bytes(b"somebody's")
    with pytest.raises(NotKept) as caught:
        library.put_back()
    assert caught.value.code == "library.swapped"
    assert path.read_bytes() == b"somebody's"
    library.close()


def test_sqlite_utils_comes_without_pandas(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from desktop.model.library.file import open_library; "
        f"open_library(Path({str(tmp_path / 'library.sqlite')!r}), stamp='x').close(); "
        "assert 'sqlite_utils' in sys.modules; assert 'pandas' not in sys.modules; assert 'numpy' not in sys.modules; "
        f"open_library(Path({str(tmp_path / 'library.sqlite')!r}), stamp='x').close(); import pandas"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")
def test_a_new_library_is_for_this_user_alone(tmp_path: Path, loose_umask: None) -> None:
    path = tmp_path / "new" / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    library.connection.execute("CREATE TABLE more (text)")
    backup = back_up(library.connection, path, STAMP)
    assert {file.name: oct(mode(file)) for file in path.parent.rglob("*")} == {
        "library.sqlite": "0o600",
        "library.sqlite-wal": "0o600",
        "library.sqlite-shm": "0o600",
        "library.sqlite.lock": "0o600",
        "library.sqlite.backups": "0o700",
        backup.name: "0o600",
    }
    assert oct(mode(path.parent)) == "0o700"
    library.close()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")
def test_a_library_that_was_open_to_others_is_closed_to_them(tmp_path: Path, loose_umask: None) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    back_up(library.connection, path, STAMP)
    aside = tmp_path / "aside"
    aside.mkdir()
    for end in ("", "-wal", "-shm"):  # as after a kill
        shutil.copyfile(f"{path}{end}", aside / f"library.sqlite{end}")
    shutil.copytree(f"{path}.backups", aside / "library.sqlite.backups")
    library.close()
    for file in aside.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)
    again = open_library(aside / "library.sqlite", stamp=STAMP)
    assert {mode(file) for file in aside.rglob("*") if file.is_file()} == {0o600}
    assert mode(aside / "library.sqlite.backups") == 0o700
    assert mode(aside) == 0o755, "a folder the user chose stays as the user keeps it"
    again.close()


@pytest.mark.parametrize("reads", [1, 2])
def test_reading_a_closed_library_leaves_nothing_beside_it(tmp_path: Path, reads: int) -> None:
    path = tmp_path / "library.sqlite"
    open_library(path, stamp=STAMP).close()
    before = {file.name for file in tmp_path.iterdir()}
    readers = [open_library(path, stamp=STAMP, reading=True) for _ in range(reads)]
    for reader in readers:
        reader.connection.execute("SELECT count(*) FROM workshops").fetchone()
        reader.close()
    assert {file.name for file in tmp_path.iterdir()} == before


def test_reading_beside_an_open_window_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    window = open_library(path, stamp=STAMP)
    window.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    open_library(path, stamp=STAMP, reading=True).close()
    assert {"library.sqlite-wal", "library.sqlite-shm"} <= {file.name for file in tmp_path.iterdir()}
    with window.transaction():
        window.connection.execute("CREATE TABLE more (text)")
    reader = open_library(path, stamp=STAMP, reading=True)
    assert reader.connection.execute("SELECT count(*) FROM more").fetchone() == (0,)
    reader.close()
    window.close()

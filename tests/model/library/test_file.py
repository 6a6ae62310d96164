"""A library is opened with care: locked, versioned, backed up, and never touched when it is not ours to touch."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.library import schema
from desktop.model.library.backup import KEPT, back_up, backups, is_sound
from desktop.model.library.file import open_library
from desktop.model.library.tables import TABLES
from desktop.model.refused import NotKept, Refused

STAMP = "2027-03-01T09:00:00.000Z"


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


def test_only_so_many_backups_stay(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path, stamp=STAMP)
    for day in range(KEPT + 3):
        newest = back_up(library.connection, path, f"2027-03-{day + 1:02}T09:00:00.000Z")
    assert len(backups(path)) == KEPT
    assert backups(path)[0] == newest
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

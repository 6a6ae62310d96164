"""What was deleted or sealed for good is found in no file any more: every byte beside the library is read."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model import builtin, levels
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.library import scrubbing
from desktop.model.library.backup import backups, is_sound
from desktop.model.library.scrubbing import TO_DO, Scrubbed
from desktop.model.refused import Refused
from desktop.model.verbs import ballots, notes, papers, people, prepare, presence, rounds, sessions

SECRET = "quagga in the corridor"
CAST = "cid-okapi"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def clerk(path: Path) -> Iterator[Clerk]:
    clerk = Clerk.start(path)
    yield clerk
    clerk.close()


def created(clerk: Clerk, city: str = "Aldersund") -> Desk:
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        framework,
        lambda at: prepare.create(at, framework, city=city, date="2027-03-01", template=template, people=9),
    ).result()
    return clerk.open(key).result()


def voted(desk: Desk, voters: int = 9) -> str:
    """A question voted on, by the first so many; a note and a name that must not stay behind."""
    desk.do(sessions.start).result()
    desk.do(presence.count, n=9).result()
    desk.do(notes.write, kind="quote", text=SECRET).result()
    desk.do(people.name, participant=desk.workshop.seats[0].id, name=SECRET).result()
    question = desk.workshop.questions[0].id
    desk.do(rounds.open, kind="level", subjects=[question]).result()
    more(desk, range(voters))
    return question


def more(desk: Desk, seats: range) -> None:
    (open_,) = [one for one in desk.workshop.rounds.values() if one.state == "open"]
    for seat in seats:
        voter = desk.workshop.seats[seat].id
        desk.do(
            ballots.cast, round=open_.id, participant=voter, choice=1 + seat % 3, method="paper", cid=f"{CAST}-{seat}"
        ).result()  # fmt: skip


def final(desk: Desk, question: str) -> None:
    (open_,) = [one for one in desk.workshop.rounds.values() if one.subject == question]
    desk.do(rounds.close, round=open_.id).result()
    desk.do(rounds.reveal, round=open_.id).result()
    desk.do(sessions.end).result()
    desk.do(papers.finalise, name="City manager").result()


def found(path: Path, words: str) -> set[str]:
    """The files beside the library, and itself, that hold these words."""
    return {
        file.name for file in path.parent.rglob("*") if file.is_file() and words.encode() in file.read_bytes()
    }


def test_emptying_the_bin_leaves_no_copy_anywhere(clerk: Clerk, path: Path) -> None:
    stays = created(clerk, "Eastmere")
    desk = created(clerk)
    voted(desk)
    clerk.back_up().result()
    clerk.delete(desk.workshop.about.id).result()
    assert len(found(path, SECRET)) >= 2
    assert clerk.empty_bin().result() == Scrubbed(1, 2, ())
    for words in (SECRET, CAST, "Aldersund", desk.workshop.about.id):
        assert found(path, words) == set()
    for copy in backups(path):
        assert is_sound(copy)
        with closing(sqlite3.connect(copy)) as kept:
            assert kept.execute("SELECT id FROM workshops").fetchall() == [(stays.workshop.about.id,)]
    assert not scrubbing.is_due(path)


def test_sealing_leaves_totals_here_and_in_the_backups(clerk: Clerk, path: Path) -> None:
    desk = created(clerk)
    question = voted(desk, voters=7)
    clerk.back_up().result()
    more(desk, range(7, 9))
    clerk.back_up().result()
    final(desk, question)
    before = levels.tally(desk.workshop, next(iter(desk.workshop.rounds)))
    assert desk.seal().result() == Scrubbed(1, 2, ())
    after = levels.tally(desk.workshop, next(iter(desk.workshop.rounds)))
    assert (after.counts, after.cant_say) == (before.counts, before.cant_say)
    assert found(path, CAST) == set()
    totals = set()
    for file in (path, *backups(path)):
        with closing(sqlite3.connect(file)) as kept:
            assert kept.execute("SELECT count(*) FROM ballots").fetchone() == (0,)
            assert kept.execute("SELECT sealed_at FROM workshops").fetchone() != (None,)
            totals.add(str(kept.execute('SELECT "group", numbers, cant_say FROM counts').fetchall()))
    assert len(totals) == 1, "a backup of seven ballots and one of nine would tell the two apart"
    with pytest.raises(Refused, match=r"sealed"):
        desk.seal().result()


def test_only_a_final_workshop_is_sealed(clerk: Clerk, path: Path) -> None:
    desk = created(clerk)
    voted(desk)
    with pytest.raises(Refused, match=r"not_final"):
        desk.seal().result()
    assert desk.workshop.about.sealed_at is None
    assert not scrubbing.is_due(path)


def test_listeners_hear_of_the_seal(clerk: Clerk) -> None:
    desk = created(clerk)
    final(desk, voted(desk))
    heard = []
    desk.listen(lambda w, changes: heard.append((w.about.sealed_at is not None, changes[0].verb)))
    desk.seal().result()
    assert heard == [(True, "papers.seal")]


def spoilt(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)


def foreign(copy: Path) -> None:
    copy.write_bytes(b"no library")


@pytest.mark.parametrize("harm", [spoilt, foreign])
def test_a_backup_that_cannot_be_rewritten_is_named_and_stays(
    clerk: Clerk, path: Path, harm: Callable[[Path], None]
) -> None:
    desk = created(clerk)
    voted(desk)
    bad = clerk.back_up().result()
    good = clerk.back_up().result()
    assert bad != good
    harm(bad)
    kept = bad.read_bytes()
    clerk.delete(desk.workshop.about.id).result()
    assert clerk.empty_bin().result() == Scrubbed(1, 2, (bad.name,))
    assert bad.read_bytes() == kept
    assert found(path, "Aldersund") <= {bad.name}
    assert scrubbing.is_due(path)


@pytest.mark.parametrize("deletes", [True, False])
def test_a_kill_before_the_backups_are_clean_is_made_good_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch, deletes: bool
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> Scrubbed:
        raise Killed

    clerk = Clerk.start(path, inline=True)
    desk = created(clerk)
    question = voted(desk)
    clerk.back_up().result()
    monkeypatch.setattr(scrubbing, "scrub", die)
    if deletes:
        clerk.delete(desk.workshop.about.id).result()
    else:
        final(desk, question)
    with pytest.raises(Killed):
        clerk.empty_bin() if deletes else desk.seal()
    monkeypatch.undo()
    clerk.close()
    assert found(path, CAST)
    assert scrubbing.is_due(path)
    again = Clerk.start(path)
    assert len(again.listing().result()) == (0 if deletes else 1)
    again.close()
    assert found(path, CAST) == set()
    assert not scrubbing.is_due(path)


def test_a_kill_before_the_delete_was_kept_deletes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    clerk = Clerk.start(path)
    desk = created(clerk)
    voted(desk)
    clerk.delete(desk.workshop.about.id).result()
    monkeypatch.setattr(scrubbing, "remove", full)
    assert clerk.empty_bin().exception() is not None
    monkeypatch.undo()
    clerk.close()
    again = Clerk.start(path)
    assert [one.id for one in again.listing().result()] == [desk.workshop.about.id]
    again.close()
    (copy,) = backups(path)
    assert SECRET.encode() in copy.read_bytes()
    assert not scrubbing.is_due(path)


def test_a_reader_in_the_way_is_named(clerk: Clerk, path: Path) -> None:
    desk = created(clerk)
    voted(desk)
    clerk.delete(desk.workshop.about.id).result()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM ballots").fetchone()
        clerk._file.connection.execute("PRAGMA busy_timeout = 50")
        done = clerk.empty_bin().result()
        reader.execute("COMMIT")
    assert done.left == ("library.sqlite-wal",)
    clerk.close()
    Clerk.start(path).close()
    assert found(path, SECRET) == set()
    assert not (path.parent / "library.sqlite.backups" / TO_DO).exists()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")
def test_a_backup_written_anew_is_for_this_user_alone(clerk: Clerk, path: Path) -> None:
    desk = created(clerk)
    voted(desk)
    shutil.copymode(clerk.back_up().result(), path)
    clerk.delete(desk.workshop.about.id).result()
    clerk.empty_bin().result()
    assert {file.stat().st_mode & 0o777 for file in backups(path)} == {0o600}

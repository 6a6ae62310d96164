"""The clerk keeps what it answers: order, group commit, refusals, the disk's no, undo and redo across a restart."""

from __future__ import annotations

import gc
import shutil
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.model import builtin
from desktop.model.change import Change, gone, new, turned
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.library.scrubbing import Scrubbed
from desktop.model.moment import Moment
from desktop.model.records import About, Ballot, Decision, Note, Participant, Round
from desktop.model.refused import NotKept, Refused
from desktop.model.workshop import Workshop

PEOPLE = 12


class Hands:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)

    def wall(self) -> datetime:
        return self.now

    def steady(self) -> float:
        return self.now.timestamp()

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def started(at: Moment) -> Change:
    about = About(
        at.new_id(), builtin.framework().sha256, "Aldersund", "Day one", "2027-03-01", "en", "quick", at.now
    )
    seats = [Participant(at.new_id(), about.id, seat, state="present") for seat in range(1, PEOPLE + 1)]
    return Change("prepare.create", new(about, *seats))


def opened(w: Workshop, at: Moment) -> Change:
    number = len([one for one in w.rounds.values() if one.subject == "D1"]) + 1
    return Change(
        "rounds.open", new(Round(at.new_id(), w.about.id, "level", "D1", number, at.now)), {"subject": "D1"}
    )


def cast(w: Workshop, at: Moment, *, seat: int, choice: int | None) -> Change:
    (open_round,) = [one for one in w.rounds.values() if one.state == "open"]
    voter = w.seats[seat - 1].id
    before = w.ballots_in(open_round.id).get(voter)
    ballot = Ballot(open_round.id, voter, choice, "paper", at.now)
    return Change("ballots.cast", turned(before, ballot) if before else new(ballot))


def agree(w: Workshop, at: Moment, *, level: float) -> Change:
    before = w.decision_on("pivot", "D")
    after = Decision(
        before.id if before else at.new_id(), w.about.id, "pivot", "D", level, "", "", w.present, at.now
    )
    return Change(
        "decisions.agree", turned(before, after) if before else new(after), {"subject": "D", "level": level}
    )


def retitle(w: Workshop, at: Moment, *, title: str) -> Change:
    return Change("prepare.describe", turned(w.about, replace(w.about, title=title)))


def note(w: Workshop, at: Moment, *, text: str) -> Change:
    return Change("notes.write", new(Note(at.new_id(), w.about.id, "quote", None, None, text, at.now)))


def unnote(w: Workshop, at: Moment) -> Change:
    return Change("notes.remove", gone(*w.notes.values()))


def fix_parts(w: Workshop, at: Moment) -> Change:
    return Change("groups.fix_parts", turned(w.about, replace(w.about, parts=(("a group",),))))


def refuse(w: Workshop, at: Moment) -> Change:
    raise Refused("round.not_open")


def stumble(w: Workshop, at: Moment) -> Change:
    raise ZeroDivisionError


def break_a_rule_of_the_tables(w: Workshop, at: Moment) -> Change:
    return Change("ballots.cast", new(Ballot("no such round", w.seats[0].id, 1, "paper", at.now)))


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def clerk(path: Path, hands: Hands) -> Iterator[Clerk]:
    clerk = Clerk.start(path, clock=hands)
    yield clerk
    clerk.close()


@pytest.fixture
def desk(clerk: Clerk) -> Desk:
    return clerk.open(clerk.create(builtin.framework(), started).result()).result()


def reopened(clerk: Clerk, hands: Hands, path: Path, desk: Desk) -> tuple[Clerk, Desk]:
    clerk.close()
    again = Clerk.start(path, clock=hands)
    return again, again.open(desk.workshop.about.id).result()


def test_what_was_answered_is_there_after_a_restart(
    clerk: Clerk, desk: Desk, hands: Hands, path: Path
) -> None:
    for verb, args in (
        (opened, {}),
        (cast, {"seat": 3, "choice": 2}),
        (cast, {"seat": 4, "choice": None}),
        (cast, {"seat": 3, "choice": 4}),
        (agree, {"level": 2.5}),
        (note, {"text": "“We type it four times.” <b>&amp; 🦆 سلام\n=cmd()"}),
    ):
        desk.do(verb, **args).result()
    before = desk.workshop
    again, there = reopened(clerk, hands, path, desk)
    assert there.workshop == before
    (ballots,) = before.ballots.values()
    assert {before.participants[key].seat: one.choice for key, one in ballots.items()} == {3: 4, 4: None}
    assert [one.level for one in before.decisions.values()] == [2.5]
    again.close()


def test_a_whole_room_votes_at_once(desk: Desk) -> None:
    desk.do(opened).result()
    answers: list[Future[Change]] = []
    starting = threading.Barrier(PEOPLE)

    def vote(seat: int) -> None:
        starting.wait()
        answers.append(desk.do(cast, seat=seat, choice=seat % 4 + 1))

    room = [threading.Thread(target=vote, args=(seat,)) for seat in range(1, PEOPLE + 1)]
    for one in room:
        one.start()
    for one in room:
        one.join()
    wait(answers)
    assert all(answer.exception() is None for answer in answers)
    (ballots,) = desk.workshop.ballots.values()
    assert len(ballots) == PEOPLE


def test_one_refusal_leaves_its_neighbours_kept(desk: Desk) -> None:
    answers = [desk.do(opened), desk.do(refuse), desk.do(stumble), desk.do(break_a_rule_of_the_tables)]
    answers.append(desk.do(cast, seat=1, choice=1))
    wait(answers)
    assert answers[0].exception() is None
    assert isinstance(answers[1].exception(), Refused)
    assert isinstance(answers[2].exception(), ZeroDivisionError)
    assert isinstance(answers[3].exception(), NotKept)
    assert answers[4].exception() is None
    assert [len(ballots) for ballots in desk.workshop.ballots.values()] == [1]


def test_listeners_hear_of_a_commit_once_and_after_it(desk: Desk) -> None:
    heard: list[tuple[Workshop, list[str]]] = []
    stop = desk.listen(lambda w, changes: heard.append((w, [one.verb for one in changes])))
    desk.do(opened).result()
    desk.do(refuse).exception()
    desk.do(agree, level=2.0).result()
    assert [verb for _, verbs in heard for verb in verbs] == ["rounds.open", "decisions.agree"]
    assert heard[-1][0] is desk.workshop
    stop()
    desk.do(agree, level=3.0).result()
    assert len(heard) == 2


def test_undo_and_redo_also_after_a_restart(clerk: Clerk, desk: Desk, hands: Hands, path: Path) -> None:
    states = [desk.workshop]
    for verb, args in ((opened, {}), (agree, {"level": 2.0}), (note, {"text": "a"}), (agree, {"level": 3.0})):
        desk.do(verb, **args).result()
        hands.later(61)
        states.append(desk.workshop)
    desk.undo().result()
    assert desk.workshop == states[3]
    again, there = reopened(clerk, hands, path, desk)
    assert there.redo_step is not None
    assert there.redo_step.facts == {"subject": "D", "level": 3.0}
    there.undo().result()
    there.undo().result()
    assert there.workshop == states[1]
    there.redo().result()
    there.redo().result()
    there.redo().result()
    assert there.workshop == states[4]
    with pytest.raises(Refused, match=r"redo.nothing"):
        there.redo().result()
    for _ in range(4):
        there.undo().result()
    assert there.workshop == states[0]
    with pytest.raises(Refused, match=r"undo.nothing"):
        there.undo().result()
    again.close()


def test_a_new_step_ends_redo(desk: Desk) -> None:
    desk.do(agree, level=2.0).result()
    desk.undo().result()
    desk.do(note, text="something new").result()
    assert desk.redo_step is None
    assert desk.undo_step is not None
    assert desk.undo_step.verb == "notes.write"


def test_taking_back_a_deletion_brings_everything_back(desk: Desk, hands: Hands) -> None:
    for text in "abc":
        desk.do(note, text=text).result()
        hands.later(61)
    before = desk.workshop
    desk.do(unnote).result()
    assert not desk.workshop.notes
    desk.undo().result()
    assert desk.workshop.notes == before.notes


def test_edits_of_one_field_within_a_minute_are_one_step(
    desk: Desk, hands: Hands, clerk: Clerk, path: Path
) -> None:
    first = desk.workshop.about.title
    for title in ("D", "Da", "Day two"):
        desk.do(retitle, title=title).result()
        hands.later(20)
    hands.later(61)
    desk.do(retitle, title="Day three").result()
    again, there = reopened(clerk, hands, path, desk)
    there.undo().result()
    assert there.workshop.about.title == "Day two"
    there.undo().result()
    assert there.workshop.about.title == first
    again.close()


def test_a_vote_that_has_ballots_is_not_taken_back(desk: Desk) -> None:
    desk.do(opened).result()
    desk.do(cast, seat=1, choice=3).result()
    with pytest.raises(Refused, match=r"round.has_ballots"):
        desk.undo().result()
    assert desk.undo_step is not None
    assert desk.undo_step.verb == "rounds.open"
    (one,) = desk.workshop.rounds.values()
    assert one.state == "open"
    assert len(desk.workshop.ballots_in(one.id)) == 1


def test_a_full_disk_keeps_nothing_half(desk: Desk, clerk: Clerk) -> None:
    before = desk.workshop
    pages = clerk._file.connection.execute("PRAGMA page_count").fetchone()[0]
    clerk._file.connection.execute(f"PRAGMA max_page_count = {pages}")
    answer = desk.do(note, text="x" * 100_000)
    assert isinstance(answer.exception(), NotKept)
    assert answer.exception().code == "disk.full"  # type: ignore[union-attr]
    assert desk.workshop is before
    clerk._file.connection.execute("PRAGMA max_page_count = 1000000")
    desk.do(note, text="there is room again").result()
    assert len(desk.workshop.notes) == 1


def test_a_commit_that_fails_moves_nothing(desk: Desk, clerk: Clerk) -> None:
    heard: list[Any] = []
    desk.listen(lambda w, changes: heard.append(changes))
    desk.do(opened).result()
    heard.clear()
    before = desk.workshop
    clerk._file.connection.execute("PRAGMA defer_foreign_keys = OFF")

    def leaves_an_orphan(w: Workshop, at: Moment) -> Change:
        clerk._file.connection.execute("PRAGMA defer_foreign_keys = ON")
        return Change("ballots.cast", new(Ballot("no such round", w.seats[0].id, 1, "paper", at.now)))

    answer = desk.do(leaves_an_orphan)
    assert isinstance(answer.exception(), NotKept)
    assert desk.workshop is before
    assert heard == []
    desk.do(cast, seat=1, choice=1).result()


def test_what_sqlite_gave_up_is_kept_for_nobody(desk: Desk, clerk: Clerk, path: Path) -> None:
    held = threading.Event()

    def gives_up(w: Workshop, at: Moment) -> Change:
        clerk._file.connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    clerk._serving.errand(held.wait)
    answers = [
        desk.do(note, text="one"),
        desk.do(gives_up),
        desk.do(note, text="two"),
        desk.do(note, text="three"),
    ]
    held.set()
    assert all(isinstance(answer.exception(), NotKept) for answer in answers)
    assert not desk.workshop.notes
    with closing(sqlite3.connect(path)) as beside:
        assert beside.execute("SELECT count(*) FROM notes").fetchone() == (0,)
    desk.do(note, text="there is room again").result()


def test_a_step_that_cannot_leave_its_savepoint_is_in_no_state(desk: Desk, clerk: Clerk) -> None:
    held = threading.Event()
    savepoint = clerk._file.savepoint

    @contextmanager
    def sticking() -> Iterator[None]:
        clerk._file.savepoint = savepoint  # type: ignore[method-assign]
        with savepoint():
            yield
            raise sqlite3.OperationalError("cannot release savepoint")

    clerk._file.savepoint = sticking  # type: ignore[method-assign]
    clerk._serving.errand(held.wait)
    answers = [desk.do(note, text="one"), desk.do(note, text="two")]
    held.set()
    assert isinstance(answers[0].exception(), NotKept)
    answers[1].result()
    assert [one.text for one in desk.workshop.notes.values()] == ["two"]


def test_a_library_exchanged_under_the_program_takes_nothing(desk: Desk, path: Path, tmp_path: Path) -> None:
    shutil.copyfile(path, tmp_path / "other.sqlite")
    (tmp_path / "other.sqlite").replace(path)
    answer = desk.do(note, text="where did it go?")
    assert isinstance(answer.exception(), NotKept)
    assert answer.exception().code == "library.swapped"  # type: ignore[union-attr]


def test_copy_bin_restore_and_remove(clerk: Clerk, desk: Desk) -> None:
    desk.do(opened).result()
    desk.do(cast, seat=1, choice=2).result()
    desk.do(fix_parts).result()
    copy = clerk.duplicate(desk.workshop.about.id).result()
    twin = clerk.open(copy).result().workshop
    assert (twin.about.city, len(twin.seats), twin.rounds) == ("Aldersund", PEOPLE, {})
    assert twin.present == 0
    assert twin.about.parts is None
    clerk.delete(desk.workshop.about.id).result()
    assert desk.workshop.about.deleted_at is not None
    assert {one.id: one.deleted_at is not None for one in clerk.listing().result()} == {
        copy: False,
        desk.workshop.about.id: True,
    }
    assert clerk.find("latest").result() == copy
    clerk.restore(desk.workshop.about.id).result()
    assert clerk.empty_bin().result() == Scrubbed(0, 0, ())
    clerk.delete(desk.workshop.about.id).result()
    assert clerk.empty_bin().result() == Scrubbed(1, 1, ())
    assert [one.id for one in clerk.listing().result()] == [copy]
    with pytest.raises(Refused, match=r"workshop.unknown"):
        clerk.open(desk.workshop.about.id).result()
    tables = clerk._file.connection.execute("SELECT count(*) FROM ballots").fetchone()
    assert tables == (0,)


def test_a_desk_is_shared_while_held_and_let_go_with_its_last_holder(clerk: Clerk, desk: Desk) -> None:
    workshop = clerk.duplicate(desk.workshop.about.id).result()
    held = clerk.open(workshop).result()
    assert clerk.open(workshop).result() is held
    held.do(note, text="kept").result()
    gone_with = weakref.ref(held)
    del held
    clerk.listing().result()  # the clerk has something else in hand
    gc.collect()
    assert gone_with() is None
    clerk.delete(workshop).result()
    there = clerk.open(workshop).result().workshop
    assert [one.text for one in there.notes.values()] == ["kept"]
    assert there.about.deleted_at is not None


def test_reading_beside_an_open_window(clerk: Clerk, desk: Desk, hands: Hands, path: Path) -> None:
    desk.do(agree, level=2.5).result()
    beside = Clerk.start(path, clock=hands, reading=True)
    there = beside.open(beside.find(desk.workshop.about.id[:8]).result()).result()
    assert there.workshop == desk.workshop
    with pytest.raises(Refused, match=r"library.read_only"):
        there.do(agree, level=1.0).result()
    beside.close()


def test_after_closing_nothing_is_taken(clerk: Clerk, desk: Desk) -> None:
    clerk.close()
    assert isinstance(desk.do(agree, level=2.0).exception(), NotKept)


def test_who_asks_while_the_clerk_closes_is_answered(
    clerk: Clerk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    serving = clerk._serving

    class ClosingFirst:
        """The queue of a clerk that is closed just as somebody puts something into it."""

        def __init__(self) -> None:
            self.queue = serving._queue

        def put(self, asked: Any) -> None:
            if asked is not None:
                serving.close()
            self.queue.put(asked)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.queue, name)

    monkeypatch.setattr(serving, "_queue", ClosingFirst())
    assert isinstance(desk.do(note, text="too late").exception(timeout=10), NotKept)


def test_a_listener_at_fault_stops_neither_the_others_nor_the_clerk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    heard: list[Any] = []

    def at_fault(w: Workshop, changes: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(threading, "excepthook", reported.append)
    desk.listen(at_fault)
    desk.listen(lambda w, changes: heard.append(changes))
    desk.do(note, text="one").result(timeout=10)
    desk.do(note, text="two").result(timeout=10)
    desk.do(refuse).exception(timeout=10)  # the listeners of the second are through by then
    assert [one.exc_type for one in reported] == [ZeroDivisionError] * 2
    assert reported[0].thread is not None
    assert reported[0].thread.name == "clerk"
    assert len(heard) == 2


def test_ballots_and_names_stay_out_of_the_journal(desk: Desk, path: Path) -> None:
    desk.do(opened).result()
    for seat in range(1, 6):
        desk.do(cast, seat=seat, choice=1).result()
    with sqlite3.connect(path) as connection:
        verbs = [row[0] for row in connection.execute("SELECT verb FROM journal ORDER BY number")]
    connection.close()
    assert verbs == ["prepare.create", "rounds.open"]

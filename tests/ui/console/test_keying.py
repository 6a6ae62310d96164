"""Keying where it is hard: keys faster than the disk, a disk that says no, Ctrl+Z in the console, two hundred seats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.framework_file import read_framework
from desktop.model.verbs import agenda, ballots, prepare, presence, rounds
from desktop.model.walk import Place
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.keying import Keying
from desktop.ui.console.keying_grid import Column, spread
from desktop.ui.console.keying_legend import KeyingLegend
from desktop.ui.console.screen import Console
from desktop.ui.console.steps.opening import Welcome
from desktop.ui.jobs import Jobs
from desktop.ui.notice import NoticeLine
from desktop.ui.stage import Stage
from desktop.words.catalogue import ENGLISH
from tests.ui.disks import Disk
from tests.ui.finding import plain

FILES = Path(__file__).parents[2] / "files"
ONE, THREE, FROM_ZERO = (
    f"framework-{name}.json" for name in ("one-a-pivot", "three-a-pivot", "five-levels-from-0")
)


def open_desk(clerk: Clerk, name: str, people: int, away: tuple[int, ...] = ()) -> Desk:
    """A workshop with everybody here but the seats ``away``, all votes open."""
    framework = read_framework((FILES / name).read_bytes())
    template = builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city="Rivermouth", date="2027-03-01", template=template, people=people,
            question_set=framework.default_set,
        ),
    ).result(20)  # fmt: skip
    desk = clerk.open(key).result(20)
    here = tuple(one.id for one in desk.workshop.seats if one.seat not in away)
    desk.do(presence.arrive, participants=here).result(20)
    subjects = tuple(one.id for one in desk.workshop.questions)
    desk.do(rounds.open, kind="level", subjects=subjects).result(20)
    return desk


class Room:
    """A keying grid over a real desk, its notice line and its legend beside it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        self.feed = Feed(desk, self.holder)
        self.keying = Keying(self.feed, ENGLISH)
        self.legend = KeyingLegend(self.keying, desk.workshop, ENGLISH)
        layout = QVBoxLayout(self.holder)
        for part in (self.notice, self.keying, self.legend):
            layout.addWidget(part)
        self.feed.changed.connect(lambda w, _: self.keying.show_workshop(w))
        qtbot.addWidget(self.holder)
        with qtbot.waitActive(self.holder):
            self.holder.show()
            self.holder.activateWindow()
        self.keying.setFocus()

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClick(self.keying, letter)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.keying, key, modifier)

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def answers(self, seat: int) -> list[object]:
        """What a seat has answered, question by question; "" where nothing."""
        w = self.desk.workshop
        found: list[object] = []
        for question in w.questions:
            held = w.latest("level", question.id)
            assert held is not None
            ballot = w.ballots_in(held.id).get(w.seats[seat - 1].id)
            found.append("" if ballot is None else ballot.choice)
        return found

    def marks(self, seat: int) -> str:
        """What the grid shows of a seat; a space where nothing."""
        return "".join(cell or " " for cell in self.keying.grid.rows[seat - 1].cells)

    def tail(self, seat: int) -> str:
        row = self.keying.grid.rows[seat - 1]
        return ("✓ " if row.complete else "") + plain(row.tail)

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done)

    def says(self, sentence: str) -> bool:
        labels = (one for one in self.holder.findChildren(QLabel) if one.isVisible())
        return any(sentence in plain(one.text()) for one in labels)


Begin = Callable[..., Room]


@pytest.fixture
def begin(dressed: QApplication, clerk: Clerk, qtbot: QtBot) -> Iterator[Begin]:
    made: list[Room] = []

    def build(name: str = ONE, people: int = 4, away: tuple[int, ...] = ()) -> Room:
        made.append(Room(open_desk(clerk, name, people, away), qtbot))
        return made[-1]

    yield build
    for one in made:
        one.feed.close()


def slow_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk(desk, monkeypatch)
    disk.slow = True
    return disk


def test_three_questions_a_pivot_stand_side_by_side_in_one_ballot(begin: Begin) -> None:
    room = begin(THREE, 3, away=(2,))
    room.type("123412341234123412341")
    room.until(lambda: room.answers(1) == [1, 2, 3, 4] * 5 + [1])
    room.until(lambda: room.tail(1) == "✓ ")
    assert room.tail(2) == "not here yet"
    hand = room.keying.in_hand
    assert hand is not None
    assert hand[0].seat == 3
    assert room.says("1 of 2 ballots")


def test_zero_is_a_level_where_the_scale_begins_there(begin: Begin) -> None:
    room = begin(FROM_ZERO)
    room.type("04-")
    room.until(lambda: room.answers(1)[:3] == [0, 4, None])
    room.type("5")
    assert "5 is no level here" in room.notice.text
    assert "0 to 4" in room.notice.text
    assert room.answers(1)[3] == ""


def test_a_key_is_shown_as_kept_only_once_it_is(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    room = begin()
    disk = slow_disk(room.desk, monkeypatch)
    room.type("12")
    assert room.marks(1) == "……     "
    assert room.says("0 of 4 ballots")
    disk.answer()
    room.until(lambda: room.marks(1) == "••     ")


def test_what_is_still_under_way_can_be_corrected_blanked_and_taken_back(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = begin()
    disk = slow_disk(room.desk, monkeypatch)
    room.type("12")
    room.key(Qt.Key.Key_Left)
    room.type("3")  # corrects 2
    room.key(Qt.Key.Key_Left)
    room.type(" 44")  # blank after all, then two more
    room.undo()
    assert disk.asked == 7, "every key was asked for, in order"
    disk.answer()
    room.until(lambda: room.answers(1) == [1, "", 4, "", "", "", ""])
    room.until(lambda: room.marks(1) == "•○•    ")
    for _ in range(3):
        room.undo()
    disk.answer()
    room.until(lambda: room.answers(1) == [1, 2, "", "", "", "", ""])


def test_the_disk_s_no_loses_nothing_and_one_press_keeps_it_all(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = begin()
    disk = slow_disk(room.desk, monkeypatch)
    disk.full = True
    room.type("12")
    room.until(lambda: room.marks(1) == "!!     ")
    assert room.notice.tone == "bad"
    assert room.answers(1)[:2] == ["", ""]
    room.key(Qt.Key.Key_Left)
    room.type("4")  # another answer where 2 was not saved
    room.until(lambda: room.marks(1) == "!!     ")
    disk.full = False
    room.notice.try_again()
    disk.answer()
    room.until(lambda: disk.asked == 1)
    disk.answer()
    room.until(lambda: room.marks(1) == "••     ")
    assert room.answers(1)[:2] == [1, 4]


def test_a_refusal_names_the_ballot_it_is_about(begin: Begin) -> None:
    room = begin()
    first = room.desk.workshop.questions[0]
    held = room.desk.workshop.latest("level", first.id)
    assert held is not None
    room.desk.do(rounds.close, round=held.id).result(20)
    room.type("1")  # the window has not heard yet that it is closed
    room.until(lambda: room.notice.text.startswith(f"Seat 1, {first.id}:"))


def test_enter_says_that_the_rest_is_blank_on_the_paper(begin: Begin) -> None:
    room = begin()
    room.type("12341")
    room.key(Qt.Key.Key_Return)
    room.until(lambda: room.tail(1) == "✓ 2 blank")
    assert room.marks(1) == "•••••○○"
    room.key(Qt.Key.Key_Return)  # seat 2 has handed in nothing: not a blank ballot
    assert room.marks(2).strip() == ""
    assert room.says("1 of 4 ballots")


def test_backspace_clears_the_cell_in_hand_or_the_one_before(begin: Begin) -> None:
    room = begin()
    room.type("12")
    room.key(Qt.Key.Key_Backspace)
    room.until(lambda: room.answers(1)[:2] == [1, ""])
    room.key(Qt.Key.Key_Left)
    room.key(Qt.Key.Key_Backspace)
    room.until(lambda: room.answers(1)[:2] == ["", ""])


def test_a_finger_resting_on_a_digit_is_one_answer(begin: Begin, qtbot: QtBot) -> None:
    room = begin()
    plain_key = Qt.KeyboardModifier.NoModifier
    for again in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_3, plain_key, "3", again)
        QApplication.sendEvent(room.keying, press)
    room.until(lambda: room.answers(1)[0] == 3)
    hand = room.keying.in_hand
    assert hand is not None
    assert hand[1].id == room.desk.workshop.questions[1].id


def test_a_search_for_a_seat_is_given_up_with_escape(begin: Begin) -> None:
    room = begin()
    room.type("/3")
    assert room.says("Seat 3: press Enter")
    left: list[bool] = []
    room.keying.left.connect(lambda: left.append(True))
    room.key(Qt.Key.Key_Escape)
    assert not left, "the first Escape leaves the search, not the grid"
    assert not room.says("press Enter")
    room.type("2")
    room.until(lambda: room.answers(1)[0] == 2)


def test_the_last_ballot_finishes_once_and_its_last_value_is_hidden_when_left(begin: Begin) -> None:
    room = begin(people=2)
    finished: list[bool] = []
    room.keying.finished.connect(lambda: finished.append(True))
    room.type("1111111" + "222222")
    room.until(lambda: room.says("1 of 2 ballots"))
    assert not finished
    room.type("4")
    assert room.keying.grid.value == "4", "still in hand: to be checked against the paper"
    room.until(lambda: len(finished) == 1)
    room.key(Qt.Key.Key_Left)
    assert room.keying.grid.value == ""
    assert room.marks(2) == "•" * 7
    assert len(finished) == 1


def test_the_legend_follows_the_cell_in_hand(begin: Begin) -> None:
    room = begin()
    w = room.desk.workshop
    assert room.says("Seat 1")
    room.type("1")
    question = w.questions[1]
    assert room.says(w.words(question.id, "title", question.title))
    assert room.says(w.words(question.id, "level 4", question.levels[3].short))
    room.key(Qt.Key.Key_Down)
    assert room.says("Seat 2")
    assert "Seat 2" in room.keying.accessibleDescription()


def test_a_pace_is_told_once_there_is_one(begin: Begin) -> None:
    room = begin()
    room.type("111")
    room.until(lambda: room.marks(1) == "•••    ")
    assert not room.says("at this pace")
    room.type("1111" + "2222222")
    room.until(lambda: room.marks(2) == "•" * 7)
    assert room.says("at this pace done by")


def test_who_leaves_is_passed_over_and_keeps_a_vote_that_was_cast(begin: Begin) -> None:
    room = begin(people=3)
    room.type("1111111")
    room.until(lambda: room.tail(1) == "✓ ")
    seat = room.desk.workshop.seats[1]
    room.desk.do(presence.leave, participants=(seat.id,)).result(20)
    room.until(lambda: room.tail(2) == "left the room")
    hand = room.keying.in_hand
    assert hand is not None
    assert hand[0].state == "present"
    assert room.marks(1) == "•" * 7
    assert room.says("1 of 2 ballots")


def test_a_seat_is_marked_away_and_brought_back_by_keys_alone(
    console: Callable[[int], Console], qtbot: QtBot
) -> None:
    made = console(4)
    keying, desk = keying_of(made), made.feed.desk

    def hint() -> str:
        return " ".join(one.text() for one in keying.findChildren(QLabel) if one.isVisible())

    qtbot.keyClick(keying, Qt.Key.Key_Down)
    qtbot.keyClick(keying, "a")
    qtbot.waitUntil(lambda: made.feed.workshop.seats[1].state == "left")
    hand = keying.in_hand
    assert hand is not None
    assert hand[0].seat == 3, "the next ballot is in hand, not the first"
    for letter in "/2":
        qtbot.keyClick(keying, letter)
    assert "Seat 2 is away. Enter brings it back." in hint()
    qtbot.keyClick(keying, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.feed.workshop.seats[1].state == "present")
    hand = keying.in_hand
    assert hand is not None
    assert hand[0].seat == 2
    assert [one.seat for one in made.feed.workshop.seats] == [1, 2, 3, 4]
    qtbot.keyClick(keying, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: made.feed.workshop.seats[1].state == "left")
    qtbot.keyClick(keying, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: made.feed.workshop.seats[1].state == "present")
    assert desk.workshop.present == 4


def test_the_button_beside_the_grid_marks_away_and_a_click_offers_to_bring_back(
    console: Callable[[int], Console], qtbot: QtBot
) -> None:
    made = console(4)
    keying = keying_of(made)
    away = made.findChildren(KeyingLegend)[0].away
    away.click()
    qtbot.waitUntil(lambda: made.feed.workshop.seats[0].state == "left")
    keying.grid.pointed.emit(0, 3)
    qtbot.keyClick(keying, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.feed.workshop.seats[0].state == "present")


def test_plus_brings_back_who_left_and_the_card_counts_them(begin: Begin, qtbot: QtBot) -> None:
    room = begin(people=28)
    welcome = Welcome(ENGLISH, room.feed)
    qtbot.addWidget(welcome)
    place = Place(room.desk.workshop.agenda[0].id, "title")
    room.desk.do(presence.leave, participants=(room.desk.workshop.seats[4].id,)).result(20)
    room.desk.do(presence.count, n=26).result(20)
    welcome.show_place(room.desk.workshop, place)
    said = " ".join(plain(one.text()) for one in welcome.findChildren(QLabel))
    assert "26 people in the room" in said
    assert "28 invited, 2 away" in said
    assert "not here yet" not in said
    room.desk.do(presence.count, n=28).result(20)
    assert [one.seat for one in room.desk.workshop.seats] == list(range(1, 29)), "no seat 29"
    assert all(one.state == "present" for one in room.desk.workshop.seats)


def test_the_grid_is_one_widget_however_many_seats(begin: Begin) -> None:
    room = begin(THREE, 200)
    assert len(room.keying.findChildren(QWidget)) < 20
    room.type("/187")
    room.key(Qt.Key.Key_Return)
    room.type("3")
    room.until(lambda: room.answers(187)[0] == 3)


def test_forty_two_questions_still_stand_side_by_side() -> None:
    columns = [
        Column(f"{pivot}{n}", pivot, pivot, 1, "users", n == 1) for pivot in "ICTEWXM" for n in range(1, 7)
    ]
    room = 640.0
    places = spread(columns, 9, room)
    assert round(sum(places[-1]), 6) <= room
    edges = [edge for left, width in places for edge in (left, left + width)]
    assert edges == sorted(edges)
    widths = {width for (_, width), one in zip(places, columns, strict=True) if one.pivot == "C"}
    assert widths == {34.0}, "the pivot in hand keeps its width"


class StillClock:
    """A clock that stands."""

    def wall(self) -> datetime:
        return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)

    def steady(self) -> float:
        return 100.0


@pytest.fixture
def console(
    dressed: QApplication, clerk: Clerk, settings: Settings, qtbot: QtBot
) -> Iterator[Callable[[int], Console]]:
    """The whole console while the room talks in pairs and the ballots of so many people are keyed in."""
    feeds: list[Feed] = []

    def build(people: int) -> Console:
        desk = open_desk(clerk, ONE, people)
        talk = next(one for one in desk.workshop.agenda if one.kind == "talk")
        desk.do(agenda.go, step=talk.id, part="pause").result(20)
        holder = QWidget()
        qtbot.addWidget(holder)
        feeds.append(Feed(desk, holder))
        stage = Stage(holder, reduce_motion=True)
        made = Console(feeds[-1], stage, settings, Jobs(holder), lambda: None, clock=StillClock())
        made.setParent(holder)
        made.resize(1366, 768)
        holder.resize(1366, 768)
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        return made

    yield build
    for feed in feeds:
        feed.close()


def keying_of(console: Console) -> Keying:
    keying = console.findChild(Keying)
    assert keying is not None
    keying.setFocus()
    return keying


def test_ctrl_z_in_the_console_takes_back_the_key_and_not_the_day_s_last_step(
    console: Callable[[int], Console], qtbot: QtBot
) -> None:
    made = console(4)
    keying, desk = keying_of(made), made.feed.desk
    before = desk.undo_step
    qtbot.keyClick(keying, "3")
    held = desk.workshop.latest("level", desk.workshop.questions[0].id)
    assert held is not None
    qtbot.waitUntil(lambda: len(desk.workshop.ballots_in(held.id)) == 1)
    qtbot.keyClick(keying, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not desk.workshop.ballots_in(held.id))
    assert desk.undo_step == before
    assert desk.workshop.rounds[held.id].state == "open"


def test_the_undo_button_says_and_does_what_ctrl_z_does_in_the_grid(
    console: Callable[[int], Console], qtbot: QtBot
) -> None:
    made = console(4)
    keying, desk, undo = keying_of(made), made.feed.desk, made.fixed.undo.undo
    held = desk.workshop.latest("level", desk.workshop.questions[0].id)
    assert held is not None
    qtbot.waitUntil(lambda: "last key" in undo.text())
    qtbot.keyClick(keying, "3")
    qtbot.waitUntil(lambda: len(desk.workshop.ballots_in(held.id)) == 1)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.workshop.ballots_in(held.id))
    assert keying.hasFocus(), "the next digit goes on keying"
    made.setFocus()
    qtbot.waitUntil(lambda: "open the vote" in undo.text())
    assert desk.workshop.rounds[held.id].state == "open"


def test_undo_outside_the_grid_does_not_throw_ballots_away(
    console: Callable[[int], Console], qtbot: QtBot
) -> None:
    made = console(8)
    keying, desk = keying_of(made), made.feed.desk
    for letter in "1111111" * 6:
        qtbot.keyClick(keying, letter)
    held = desk.workshop.latest("level", desk.workshop.questions[6].id)
    assert held is not None
    qtbot.waitUntil(lambda: len(desk.workshop.ballots_in(held.id)) == 6)
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: made.notice.text == "6 ballots are keyed; the vote stays open.")
    assert desk.workshop.rounds[held.id].state == "open"


def test_the_ballot_in_hand_is_seen_however_far_down_it_is(
    console: Callable[[int], Console], qtbot: QtBot
) -> None:
    keying = keying_of(console(90))
    for letter in "/88":
        qtbot.keyClick(keying, letter)
    qtbot.keyClick(keying, Qt.Key.Key_Return)
    grid = keying.grid
    middle = grid.top_of(87) + 20
    qtbot.waitUntil(lambda: grid.visibleRegion().contains(QPoint(60, middle)))
    assert not grid.visibleRegion().contains(QPoint(60, 5)), "the top is scrolled away"


def test_a_ballot_by_another_way_shows_too(begin: Begin) -> None:
    room = begin()
    w = room.desk.workshop
    held = w.latest("level", w.questions[2].id)
    assert held is not None
    room.desk.do(ballots.cast, round=held.id, participant=w.seats[3].id, choice=2, method="device").result(20)
    room.until(lambda: room.marks(4)[2] == "•")


def test_a_blank_is_taken_back_and_comes_back(begin: Begin) -> None:
    room = begin()
    room.type(" ")
    assert room.marks(1) == "○      "
    room.undo()
    assert room.marks(1) == "       "
    room.type(" ")
    room.key(Qt.Key.Key_Left)
    room.type("3")
    room.until(lambda: room.marks(1) == "•      ")
    room.undo()
    room.until(lambda: room.marks(1) == "○      ")
    assert room.answers(1)[0] == ""


def test_ballots_that_came_another_way_finish_no_sitting(begin: Begin) -> None:
    room = begin(people=2)
    finished: list[bool] = []
    room.keying.finished.connect(lambda: finished.append(True))
    w = room.desk.workshop
    for question in w.questions:
        held = w.latest("level", question.id)
        assert held is not None
        for seat in w.seats:
            room.desk.do(ballots.cast, round=held.id, participant=seat.id, choice=2, method="device").result(
                20
            )
    room.until(lambda: room.says("2 of 2 ballots"))
    assert not finished, "nobody keyed anything here"

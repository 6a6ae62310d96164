"""Ballots keyed in by typing: each digit kept, nobody's answer seen, every slip of a finger taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.verbs import presence, rounds
from desktop.ui.ask import Feed
from desktop.ui.console.keying import Keying
from desktop.ui.notice import NoticeLine
from desktop.words.catalogue import ENGLISH
from tests.ui.finding import Keep

PEOPLE = 6


class Room:
    """A keying grid over a real desk, its notice line beside it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        self.feed = Feed(desk, self.holder)
        self.keying = Keying(self.feed, ENGLISH)
        layout = QVBoxLayout(self.holder)
        layout.addWidget(self.notice)
        layout.addWidget(self.keying)
        self.feed.changed.connect(lambda w, _: self.keying.show_workshop(w))
        qtbot.addWidget(self.holder)
        self.holder.resize(900, 600)

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClick(self.keying, letter)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.keying, key, modifier)

    def answers(self, seat: int) -> list[object]:
        """What a seat has answered, question by question; "" where nothing."""
        w = self.desk.workshop
        person = w.seats[seat - 1].id
        found: list[object] = []
        for question in w.questions:
            held = w.latest("level", question.id)
            assert held is not None
            ballot = w.ballots_in(held.id).get(person)
            found.append("" if ballot is None else ballot.choice)
        return found

    def settled(self, wanted: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: wanted() and self.feed.workshop is self.desk.workshop)


@pytest.fixture
def room(dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot) -> Iterator[Room]:
    desk = clerk.open(keep(people=PEOPLE)).result(20)
    here = [one.id for one in desk.workshop.seats if one.seat != 2]
    desk.do(presence.arrive, participants=tuple(here)).result(20)
    desk.do(rounds.open, kind="level", subjects=tuple(one.id for one in desk.workshop.questions)).result(20)
    made = Room(desk, qtbot)
    with qtbot.waitActive(made.holder):
        made.holder.show()
        made.holder.activateWindow()
    made.keying.setFocus()
    yield made
    made.feed.close()


def test_a_ballot_goes_in_digit_by_digit_and_the_next_seat_follows(room: Room) -> None:
    room.type("123412-")
    room.settled(lambda: room.answers(1) == [1, 2, 3, 4, 1, 2, None])
    room.type("4")
    room.settled(lambda: room.answers(3)[0] == 4)
    assert room.answers(2) == [""] * 7, "seat 2 is not here yet"


def test_zero_is_can_t_say_and_a_level_off_the_scale_is_refused_in_words(room: Room) -> None:
    room.type("0")
    room.settled(lambda: room.answers(1)[0] is None)
    room.type("9")
    assert "no level" in room.notice.text
    assert room.answers(1)[1] == ""
    room.type("3")
    room.settled(lambda: room.answers(1)[1] == 3)


def test_blank_on_paper_is_no_answer(room: Room) -> None:
    room.type("1 2")
    room.settled(lambda: room.answers(1)[:3] == [1, "", 2])
    room.key(Qt.Key.Key_Left)
    room.key(Qt.Key.Key_Left)
    room.key(Qt.Key.Key_Left)
    room.type(" ")
    room.settled(lambda: room.answers(1)[:3] == ["", "", 2])


def test_enter_goes_to_the_next_ballot_and_slash_to_any_seat(room: Room) -> None:
    room.type("1")
    room.key(Qt.Key.Key_Return)
    room.type("2")
    room.settled(lambda: room.answers(3)[0] == 2)
    room.type("/6")
    room.key(Qt.Key.Key_Return)
    room.type("3")
    room.settled(lambda: room.answers(6)[0] == 3)
    room.type("/2")
    room.key(Qt.Key.Key_Return)
    room.type("4")  # faster than the disk: it belongs to the seat that came back
    room.settled(lambda: room.answers(2)[0] == 4)
    room.type("/99")
    room.key(Qt.Key.Key_Return)
    assert "Seat 99 is not in the room" in room.notice.text


def test_ctrl_z_takes_back_this_sitting_s_last_key(room: Room) -> None:
    room.type("12")
    room.settled(lambda: room.answers(1)[:2] == [1, 2])
    room.key(Qt.Key.Key_Left)
    room.type("4")
    room.settled(lambda: room.answers(1)[:2] == [1, 4])
    room.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settled(lambda: room.answers(1)[:2] == [1, 2])
    room.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settled(lambda: room.answers(1)[:2] == [1, ""])
    room.type("3")
    room.settled(lambda: room.answers(1)[1] == 3)


def test_fast_fingers_lose_no_key_and_no_order(room: Room) -> None:
    ballots = {1: "1234123", 3: "4321432", 4: "1111222", 5: "3-3-3-3", 6: "2222222"}
    room.type("".join(ballots.values()))
    for seat, ballot in ballots.items():
        wanted = [None if letter == "-" else int(letter) for letter in ballot]
        room.settled(lambda seat=seat, wanted=wanted: room.answers(seat) == wanted)


def test_nothing_on_the_screen_tells_an_answer(room: Room) -> None:
    room.type("444")
    room.settled(lambda: room.answers(1)[:3] == [4, 4, 4])
    said = " ".join(label.text() for label in room.holder.findChildren(QLabel))
    assert "4" not in said
    assert {cell for row in room.keying.grid.rows for cell in row.cells} == {"", "•"}
    assert "444" not in room.keying.accessibleDescription()
    assert room.keying.accessibleDescription().startswith("Seat 1")


def test_escape_leaves_and_keeps_everything(room: Room, qtbot: QtBot) -> None:
    room.type("12")
    with qtbot.waitSignal(room.keying.left):
        room.key(Qt.Key.Key_Escape)
    room.settled(lambda: room.answers(1)[:2] == [1, 2])

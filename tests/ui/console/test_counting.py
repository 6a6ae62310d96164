"""Hands counted by typing: a number a level, kept together, refused in words, corrected later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import builtin
from desktop.model.change import Change
from desktop.model.clerk import Clerk
from desktop.model.framework_file import read_framework
from desktop.model.refused import NotKept
from desktop.model.verbs import ballots, prepare, presence, rounds
from desktop.ui.ask import Feed
from desktop.ui.console.counting import Counting
from desktop.ui.notice import NoticeLine
from desktop.ui.widgets.keycell import KeyCell
from desktop.words.catalogue import ENGLISH

FILES = Path(__file__).parents[2] / "files"
PEOPLE, ON_PAPER = 28, 16


class Count:
    """A count of one question over a real desk: twenty-eight here, sixteen of them on paper."""

    def __init__(self, clerk: Clerk, qtbot: QtBot, name: str) -> None:
        framework = read_framework((FILES / name).read_bytes())
        template = builtin.agendas()["ninety-minutes"]
        key = clerk.create(
            framework,
            lambda at: prepare.create(
                at, framework, city="Rivermouth", date="2027-03-01", template=template, people=PEOPLE,
                question_set=framework.default_set,
            ),
        ).result(20)  # fmt: skip
        self.desk, self.qtbot = clerk.open(key).result(20), qtbot
        seats = tuple(one.id for one in self.desk.workshop.seats)
        self.desk.do(presence.arrive, participants=seats).result(20)
        question = self.desk.workshop.questions[0]
        self.desk.do(rounds.open, kind="level", subjects=(question.id,)).result(20)
        held = self.desk.workshop.latest("level", question.id)
        assert held is not None
        self.round = held.id
        for seat in seats[:ON_PAPER]:
            self.desk.do(ballots.cast, round=held.id, participant=seat, choice=3).result(20)
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        self.feed = Feed(self.desk, self.holder)
        self.layout = QVBoxLayout(self.holder)
        self.layout.addWidget(self.notice)
        qtbot.addWidget(self.holder)
        with qtbot.waitActive(self.holder):
            self.holder.show()
            self.holder.activateWindow()
        self.open()

    def open(self) -> None:
        """Count, perhaps once more."""
        self.counting = Counting(self.feed, ENGLISH, self.round)
        self.layout.addWidget(self.counting)
        self.counting.show()
        self.counting.begin()

    def type(self, text: str) -> None:
        """Digits into the cell in hand; a Tab between numbers."""
        for letter in text:
            key = Qt.Key.Key_Tab if letter == "\t" else letter
            self.qtbot.keyClick(self.cell, key)

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.cell, key)

    @property
    def cell(self) -> KeyCell:
        found = self.holder.focusWidget()
        assert isinstance(found, KeyCell)
        return found

    @property
    def kept(self) -> tuple[tuple[int, ...], int] | None:
        found = self.desk.workshop.counts_in(self.round)
        return (found[0].numbers, found[0].cant_say) if found else None

    def says(self, sentence: str) -> bool:
        """Whether a visible label says this."""
        return any(sentence in one.text() for one in self.counting.findChildren(QLabel) if one.isVisible())


Begin = Callable[[str], Count]


@pytest.fixture
def begin(dressed: QApplication, clerk: Clerk, qtbot: QtBot) -> Iterator[Begin]:
    made: list[Count] = []

    def build(name: str) -> Count:
        made.append(Count(clerk, qtbot, name))
        return made[-1]

    yield build
    for one in made:
        one.feed.close()


@pytest.mark.parametrize("name", ["framework-one-a-pivot.json", "framework-three-a-pivot.json"])
def test_a_whole_count_is_kept_at_once(begin: Begin, qtbot: QtBot, name: str) -> None:
    count = begin(name)
    count.type("2\t10")
    assert count.kept is None, "nothing is kept half-way"
    assert count.says("12 of 12 hands counted.")
    assert count.says("16 covered")
    count.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count.kept == ((2, 10, 0, 0), 0))


def test_levels_from_zero_have_a_cell_each_and_one_for_can_t_say(begin: Begin, qtbot: QtBot) -> None:
    count = begin("framework-five-levels-from-0.json")
    count.type("1\t2\t1\t1\t1\t3")
    count.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count.kept == ((1, 2, 1, 1, 1), 3))


def test_a_number_is_hidden_once_its_cell_is_left(begin: Begin) -> None:
    count = begin("framework-one-a-pivot.json")
    first = count.cell
    count.type("7")
    assert first.text() == "7"
    count.key(Qt.Key.Key_Down)
    assert first.text() == "•"
    assert count.cell is not first
    count.key(Qt.Key.Key_Up)
    assert count.cell is first


def test_too_many_hands_are_refused_beside_the_count_and_every_number_stays(
    begin: Begin, qtbot: QtBot
) -> None:
    count = begin("framework-one-a-pivot.json")
    count.type("8\t5")
    count.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count.says("Answers: 13."))
    assert count.kept is None
    assert [cell.number for cell in count.counting.cells] == [8, 5, 0, 0, 0]
    count.key(Qt.Key.Key_Backspace)
    count.type("4")
    count.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count.kept == ((8, 4, 0, 0), 0))


def test_counting_again_corrects_the_earlier_count(begin: Begin, qtbot: QtBot) -> None:
    count = begin("framework-one-a-pivot.json")
    count.type("3\t4")
    count.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count.kept == ((3, 4, 0, 0), 0))
    count.counting.hide()
    count.open()
    assert [cell.text() for cell in count.counting.cells[:2]] == ["3", "•"]
    count.type("5")
    assert count.cell.number == 5, "the first digit replaces what stood there"
    count.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count.kept == ((5, 4, 0, 0), 0))


def test_the_wall_hears_which_level_is_counted_and_when_it_is_over(begin: Begin, qtbot: QtBot) -> None:
    count = begin("framework-one-a-pivot.json")
    heard: list[object] = []
    count.counting.level_changed.connect(heard.append)
    count.type("1\t1\t")
    count.key(Qt.Key.Key_Escape)
    assert heard == [1, 2, None]
    assert count.kept is None


def test_what_the_disk_refuses_stays_and_says_so(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    count = begin("framework-one-a-pivot.json")
    full: Future[Change] = Future()
    full.set_exception(NotKept("disk.full"))
    answers = [full]
    do = count.desk.do
    monkeypatch.setattr(count.desk, "do", lambda verb, **args: answers.pop() if answers else do(verb, **args))
    count.type("6")
    count.key(Qt.Key.Key_Return)
    count.qtbot.waitUntil(lambda: count.notice.tone == "bad")
    assert count.says("Not saved")
    assert count.cell.number == 6
    count.notice.try_again()
    count.qtbot.waitUntil(lambda: count.kept == ((6, 0, 0, 0), 0))


def test_dots_are_counted_under_their_own_name(begin: Begin, qtbot: QtBot) -> None:
    count = begin("framework-one-a-pivot.json")
    dots = Counting(count.feed, ENGLISH, count.round, "dots")
    count.layout.addWidget(dots)
    dots.show()
    dots.begin("4")
    assert dots.cells[0].accessibleName() == "Dots for Exploring"
    dots.keep()
    qtbot.waitUntil(lambda: count.kept == ((4, 0, 0, 0), 0))
    assert count.desk.workshop.counts_in(count.round)[0].way == "dots"

"""Notes in the side panel: each kept once, under the subject where it was begun, whatever the fingers do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.ui.ask import Feed
from desktop.ui.console.side import Side
from desktop.ui.notice import NoticeLine
from desktop.ui.stage import Stage
from desktop.words.catalogue import ENGLISH
from tests.ui.disks import Disk
from tests.ui.finding import Keep


class Panel:
    """The side panel over a real desk, with a question open."""

    def __init__(self, clerk: Clerk, workshop: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.qtbot = clerk.open(workshop).result(20), qtbot
        self.disk = Disk(self.desk, monkeypatch)
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        qtbot.addWidget(self.holder)
        self.feed = Feed(self.desk, self.holder)
        self.side = Side(ENGLISH, self.feed, Stage(self.holder, reduce_motion=True))
        layout = QVBoxLayout(self.holder)
        layout.addWidget(self.notice)
        layout.addWidget(self.side)
        self.holder.resize(600, 900)
        with qtbot.waitActive(self.holder):
            self.holder.show()
            self.holder.activateWindow()
        self.subject = "D1"
        self.feed.changed.connect(lambda *_: self.open(self.subject))
        self.open("D1")
        self.side.note.setFocus()

    def open(self, subject: str) -> None:
        """Another question is open."""
        self.subject = subject
        self.side.show_notes(self.feed.workshop, subject, subject)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.side.note, text)

    def enter(self) -> None:
        self.qtbot.keyClick(self.side.note, Qt.Key.Key_Return)

    def kept(self, *wanted: tuple[str, str]) -> None:
        """Wait until these are the notes: subject and text."""
        self.qtbot.waitUntil(lambda: sorted(self.notes) == sorted(wanted))
        self.qtbot.waitUntil(lambda: self.feed.workshop is self.desk.workshop)

    @property
    def notes(self) -> list[tuple[str, str]]:
        return [(one.subject or "", one.text) for one in self.desk.workshop.notes.values()]

    def says(self, text: str) -> bool:
        return any(text in one.text() for one in self.holder.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def panel(
    dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Panel]:
    made = Panel(clerk, keep(people=5), qtbot, monkeypatch)
    yield made
    made.feed.close()


def test_the_same_words_are_a_note_under_every_question(panel: Panel) -> None:
    panel.type("budget")
    panel.enter()
    panel.kept(("D1", "budget"))
    panel.open("D2")
    panel.type("budget")
    panel.enter()
    panel.kept(("D1", "budget"), ("D2", "budget"))


def test_what_is_typed_before_the_answer_is_the_next_note(panel: Panel) -> None:
    panel.disk.slow = True
    panel.type("first")
    panel.enter()
    panel.type("second")
    panel.disk.answer()
    panel.kept(("D1", "first"))
    panel.qtbot.waitUntil(lambda: panel.side.note.text() == "second")
    panel.open("D2")
    assert panel.says("Notes on D1"), "the second was begun there"
    panel.enter()
    panel.disk.answer()
    panel.kept(("D1", "first"), ("D1", "second"))
    panel.qtbot.waitUntil(lambda: panel.side.note.text() == "")
    assert panel.says("Notes on D2")


def test_words_changed_before_the_answer_stay(panel: Panel) -> None:
    panel.disk.slow = True
    panel.type("first")
    panel.enter()
    panel.side.note.selectAll()
    panel.type("other")
    panel.disk.answer()
    panel.kept(("D1", "first"))
    assert panel.side.note.text() == "other"


def test_a_note_given_up_leaves_no_subject_behind(panel: Panel) -> None:
    panel.type("oops")
    panel.qtbot.keyClick(panel.side.note, Qt.Key.Key_Escape)
    panel.open("D3")
    assert panel.says("Notes on D3")
    panel.type("about three")
    panel.enter()
    panel.kept(("D3", "about three"))


def test_a_note_the_disk_refused_is_marked_and_told_again(panel: Panel) -> None:
    panel.disk.full = True
    panel.type("kept in the end")
    panel.enter()
    panel.qtbot.waitUntil(lambda: panel.notice.tone == "bad")
    panel.open("D2")
    assert panel.side.note.text() == "kept in the end"
    assert panel.side.note.property("shown") == "bad"
    panel.disk.full = False
    panel.enter()
    panel.kept(("D1", "kept in the end"))
    panel.qtbot.waitUntil(lambda: panel.side.note.text() == "")
    assert panel.side.note.property("shown") == ""
    assert panel.notice.text == ""

"""A tile that waits for its answer takes no press and keeps the focus; a button pressed twice keeps its width."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.ask import ask
from desktop.ui.notice import NoticeLine
from desktop.ui.prepare.choices import TickTile
from desktop.ui.widgets.arrange import column
from desktop.ui.widgets.twice import PressTwice
from tests.ui.finding import Keep, Open


class Screen(QWidget):
    def __init__(self, *pieces: QWidget) -> None:
        super().__init__()
        self.notice = NoticeLine()
        self.setLayout(column(*pieces, self.notice))


@pytest.mark.usefixtures("dressed")
def test_a_second_space_reaches_no_other_tile(qtbot: QtBot) -> None:
    first, second = TickTile("One"), TickTile("Two")
    screen = Screen(first, second)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    asked: list[Future[str]] = []

    def maker() -> Future[str]:
        asked.append(Future())
        return asked[-1]

    first.clicked.connect(lambda: ask(first, maker))
    first.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is first
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert (first.isChecked(), second.isChecked(), len(asked)) == (True, False, 1)
    asked[0].set_result("kept")
    qtbot.waitUntil(lambda: not first.property("waiting"))
    assert QApplication.focusWidget() is first
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert (first.isChecked(), len(asked)) == (False, 2)


def test_space_on_a_question_takes_out_that_question_only(window: Open, keep: Keep, qtbot: QtBot) -> None:
    keep("Rivermouth", "2027-03-01")
    opened = window()
    opened.open_workshop(opened.portfolio.listed.shelf.shown[0].id)
    qtbot.waitUntil(lambda: opened.prepare is not None and opened.prepare.feed is not None)
    prepare = opened.prepare
    assert prepare is not None
    prepare.more.turn()
    ticks = [
        one for one in prepare.findChildren(TickTile) if ": " in one.accessibleName() and one.isChecked()
    ]
    qtbot.waitUntil(lambda: ticks[0].isVisible())
    asked = len(prepare.feed.workshop.questions)  # type: ignore[union-attr]
    ticks[0].setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(prepare.feed.desk.workshop.questions) == asked - 1)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not ticks[0].property("waiting"))
    assert [one.isChecked() for one in ticks] == [False] + [True] * (len(ticks) - 1)
    assert QApplication.focusWidget() is ticks[0]


@pytest.mark.usefixtures("dressed")
def test_the_first_press_says_in_the_notice_what_the_second_does(qtbot: QtBot) -> None:
    warning = "Press again: the papers can then no longer be changed"
    button = PressTwice("Make final", warning)
    screen = Screen(button)
    qtbot.addWidget(screen)
    screen.resize(800, 100)
    screen.show()
    confirmed: list[bool] = []
    button.confirmed.connect(lambda: confirmed.append(True))
    wide = (button.width(), button.sizeHint().width())
    button.click()
    assert (button.width(), button.sizeHint().width()) == wide
    assert button.words == "Press again"
    assert screen.notice.text == warning
    button.click()
    assert confirmed == [True]
    assert (button.words, screen.notice.text) == ("Make final", "")

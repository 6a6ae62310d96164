"""The line along the bottom: people in the room go up and down by one, and never below nobody."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.ui.ask import Feed
from desktop.ui.console.fixed_line import FixedLine
from desktop.ui.notice import NoticeLine
from desktop.ui.widgets.arrange import column
from desktop.words.catalogue import ENGLISH
from tests.ui.finding import Keep


def test_one_more_one_fewer_and_never_below_nobody(
    dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot
) -> None:
    desk = clerk.open(keep(people=5)).result(20)
    holder = QWidget()
    qtbot.addWidget(holder)
    feed = Feed(desk, holder)
    line = FixedLine(ENGLISH, feed, holder)
    notice = holder.notice = NoticeLine()  # type: ignore[attr-defined]
    holder.setLayout(column(notice, line))
    holder.show()

    def press(fewer: bool, wanted: int) -> None:
        button = line.fewer if fewer else line.more
        button.click()
        qtbot.waitUntil(lambda: not button.waiting)
        qtbot.waitUntil(lambda: feed.workshop is desk.workshop and feed.workshop.present == wanted)

    assert desk.workshop.present == 0
    press(True, 0)
    assert notice.text == "", "nobody is no mistake"
    press(False, 1)
    press(False, 2)
    press(True, 1)
    feed.close()

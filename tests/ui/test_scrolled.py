"""What is scrolled keeps its edge, whether there is a scroll bar or not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from pytestqt.qtbot import QtBot

from desktop.ui.console.page import Page
from desktop.ui.widgets.arrange import column, scrolled
from desktop.ui.widgets.words import words


def test_the_bar_moves_no_edge(qtbot: QtBot) -> None:
    lines = [words(f"line {number}") for number in range(20)]
    area = scrolled(Page(column(*lines, gap=8, pad=(32, 20, 32, 8))))
    qtbot.addWidget(area)
    area.show()
    bar, first = area.verticalScrollBar(), lines[0]
    edges = []
    for tall in (2000, 200, 2000):
        area.resize(QSize(600, tall))
        qtbot.waitUntil(lambda tall=tall: bar.isVisible() == (tall == 200))
        qtbot.waitUntil(lambda: area.widget().layout().geometry().width() == area.widget().width())
        edges.append(first.mapTo(area, QPoint(first.width(), 0)).x())
    assert edges == [568, 568, 568]

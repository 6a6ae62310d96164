"""Rows that stay when a list is laid again are the same widgets, and still grow with their words."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.arrange import column, frame, laid_again


def _label(key: str) -> QLabel:
    made = QLabel(key)
    made.setWordWrap(True)
    return made


def test_a_row_that_stays_still_grows_with_its_words(dressed: QApplication, qtbot: QtBot) -> None:
    layout = column()
    holder = frame("plain", layout, width=300)
    qtbot.addWidget(holder)
    holder.show()
    rows = laid_again(layout, {}, ["a", "b"], _label)
    again = laid_again(layout, rows, ["b", "c", "a"], _label)
    assert [again["b"], again["a"]] == [rows["b"], rows["a"]]
    assert all(one.isVisible() for one in again.values())
    low = holder.heightForWidth(300)
    again["b"].setText("many words " * 40)
    qtbot.waitUntil(lambda: holder.heightForWidth(300) >= low + 5 * again["c"].height())


def test_a_row_no_longer_asked_for_is_let_go(dressed: QApplication, qtbot: QtBot) -> None:
    layout = column()
    holder = frame("plain", layout)
    qtbot.addWidget(holder)
    rows = laid_again(layout, {}, ["a", "b"], _label)
    with qtbot.waitSignal(rows["a"].destroyed):
        kept = laid_again(layout, rows, ["b"], _label)
    assert list(kept) == ["b"]
    assert layout.count() == 1

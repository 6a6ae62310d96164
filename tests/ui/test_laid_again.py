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
    rows = {key: _label(key) for key in "abc"}
    laid_again(layout, rows, ["a", "b"])
    again = laid_again(layout, rows, ["b", "c", "a"])
    assert [again["b"], again["a"]] == [rows["b"], rows["a"]]
    assert all(one.isVisible() for one in again.values())
    low = holder.heightForWidth(300)
    again["b"].setText("many words " * 40)
    qtbot.waitUntil(lambda: holder.heightForWidth(300) >= low + 5 * again["c"].height())


def test_a_row_not_asked_for_is_hidden_and_comes_back(dressed: QApplication, qtbot: QtBot) -> None:
    layout = column()
    holder = frame("plain", layout)
    qtbot.addWidget(holder)
    holder.show()
    rows = {key: _label(key) for key in "ab"}
    laid_again(layout, rows, ["a", "b"])
    kept = laid_again(layout, rows, ["b"])
    assert list(kept) == ["b"]
    assert layout.count() == 1
    assert not rows["a"].isVisible()
    laid_again(layout, rows, ["a"])
    assert [rows["a"].isVisible(), rows["b"].isVisible()] == [True, False]

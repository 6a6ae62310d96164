"""Fields: what was not kept stays, marked, until it is kept or given up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.arrange import column
from desktop.ui.widgets.fields import Entry


@pytest.fixture
def entry(dressed: QApplication, qtbot: QtBot, request: pytest.FixtureRequest) -> Entry:
    """A field that shows "Rivermouth", with another one to go to."""
    holder = QFrame()
    made = Entry("City", text="Rivermouth")
    holder.setLayout(column(made, Entry("Day")))
    qtbot.addWidget(holder)
    request.node.holder = holder  # a widget goes with the last who knows it
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    return made


def _type(qtbot: QtBot, entry: Entry, text: str) -> None:
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)


def test_what_was_not_kept_stays_whatever_else_is_shown(entry: Entry, qtbot: QtBot) -> None:
    _type(qtbot, entry, "Nordhaven")
    entry.unkept()
    entry.show_value("Rivermouth")
    assert entry.text() == "Nordhaven"
    assert entry.property("shown") == "bad"
    told: list[str] = []
    entry.edited.connect(told.append)
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert told == ["Nordhaven"], "leaving it tells it again"
    entry.arrived()
    entry.show_value("Nord haven")
    assert entry.text() == "Nord haven", "as it is kept, perhaps cleaned"
    assert entry.property("shown") == ""


def test_escape_gives_up_what_was_not_kept(entry: Entry, qtbot: QtBot) -> None:
    _type(qtbot, entry, "Nordhaven")
    entry.unkept()
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert entry.text() == "Rivermouth"
    assert entry.property("shown") == ""
    entry.show_value("Aldersund")
    assert entry.text() == "Aldersund"


def test_kept_by_another_way_it_is_no_longer_marked(entry: Entry, qtbot: QtBot) -> None:
    _type(qtbot, entry, "Nordhaven")
    entry.unkept()
    entry.show_value("Nordhaven")
    assert entry.property("shown") == ""


@pytest.mark.parametrize(
    ("typed", "left"), [("first", ""), ("firstsecond", "second"), ("first and", "and"), ("other", "other")]
)
def test_an_emptied_field_keeps_what_was_typed_meanwhile(entry: Entry, typed: str, left: str) -> None:
    entry.setText(typed)
    entry.emptied("first")
    assert entry.text() == left

"""The library file is deleted while the program runs: it says so, stays red, and can write it where it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.ui.console.screen import Console
from tests.ui.console.conftest import OnTheDay
from tests.ui.finding import Keep, Open


def gone(path: Path) -> None:
    path.unlink()


def saved_line(console: Console) -> QLabel:
    return console.fixed._saved


def test_it_says_where_it_was_and_stays_red_until_it_is_written_again(
    on_the_day: OnTheDay, clerk: Clerk, qtbot: QtBot
) -> None:
    console = on_the_day()
    present = console.feed.workshop.present
    gone(clerk.path)
    console.fixed.fewer.click()
    qtbot.waitUntil(lambda: console.notice.tone == "bad")
    assert console.notice.text.startswith(f"Not saved: the library is gone from {clerk.path}.")
    assert "still here" in console.notice.text
    assert str(clerk.path) not in console.notice.room
    assert saved_line(console).text().replace("\u00a0", " ").startswith("Not saved since")
    assert saved_line(console).property("role") == "bad"
    assert console.notice.offer == "Write it there again"
    console.notice.try_again()
    qtbot.waitUntil(lambda: console.feed.workshop.present == present - 1)
    assert clerk.path.exists()
    assert console.notice.text == ""
    assert saved_line(console).property("role") == "muted"
    console.stage.close()


def test_the_list_keeps_saying_it(window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot) -> None:
    keep("Rivermouth", "2027-03-01")
    opened = window()
    opened.open_workshop(opened.portfolio.listed.shelf.shown[0].id)
    qtbot.waitUntil(lambda: opened.prepare is not None and opened.prepare.feed is not None)
    prepare = opened.prepare
    assert prepare is not None
    gone(clerk.path)
    prepare.fields.city.setFocus()
    prepare.fields.city.setText("Eastmere")
    qtbot.keyClick(prepare.fields.city, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: prepare.notice.tone == "bad")
    opened.show_portfolio()
    notice = opened.portfolio.notice
    qtbot.waitUntil(lambda: opened.portfolio.listed.chosen is not None)
    assert str(clerk.path) in notice.text
    assert notice.tone == "bad"
    notice.try_again()
    qtbot.waitUntil(lambda: clerk.path.exists() and notice.text == "")

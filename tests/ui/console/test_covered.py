"""One display: the wall covers the console, tells what it must at its foot, and is not left by a clicker's slip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.refused import Refused
from desktop.ui.console import keys
from desktop.ui.console.screen import Console
from tests.ui.console.conftest import OnTheDay, Steady

F5, ESC = Qt.Key.Key_F5, Qt.Key.Key_Escape


def tap(qtbot: QtBot, console: Console, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or console, key)


def test_the_first_f5_says_how_to_come_back(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day()
    tap(qtbot, console, F5)
    assert console.stage.over_console
    assert console.notice.text == "To come back, hold F5 or Esc. The room then sees your screen."
    assert console.stage.foot == console.notice.text
    console.stage.close()


def test_a_clicker_that_sends_f5_and_esc_in_turn_only_blanks(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day()
    tap(qtbot, console, F5)
    seen = []
    for key in (ESC, F5, ESC, F5):
        tap(qtbot, console, key)
        seen.append((console.stage.over_console, console.stage.blank))
    assert seen == [(True, True), (True, False), (True, True), (True, False)]
    console.stage.close()


@pytest.mark.parametrize("key", [F5, ESC])
def test_held_long_enough_either_key_comes_back(
    on_the_day: OnTheDay, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    assert keys.LEAVES_AFTER_MS >= 800
    monkeypatch.setattr(keys, "LEAVES_AFTER_MS", 20)
    console = on_the_day()
    tap(qtbot, console, F5)
    qtbot.keyPress(console, key)
    qtbot.waitUntil(lambda: not console.stage.on)
    qtbot.keyRelease(console, key)
    assert not console.stage.blank
    assert console.notice.text == "The room sees this screen now. F5 covers it with the wall."
    console.stage.close()


def test_control_f5_comes_back_at_once(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day()
    tap(qtbot, console, F5)
    qtbot.keyClick(console, F5, Qt.KeyboardModifier.ControlModifier)
    assert not console.stage.on
    console.stage.close()


def test_what_must_be_told_stands_at_the_foot_of_the_wall(
    on_the_day: OnTheDay, qtbot: QtBot, steady: Steady
) -> None:
    console = on_the_day()
    tap(qtbot, console, F5)
    whole = console.stage.window.grab().toImage()
    for _ in range(2):
        steady.seconds += 5
        tap(qtbot, console, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: not console.presser.busy)
    assert console.place.part == "vote"
    assert "press again to close" in console.stage.foot
    assert console.stage.picture is not None
    assert console.stage.picture.height < 1080, "the scene is laid out anew above the line"
    assert console.stage.window.grab().toImage() != whole
    console.notice.clear()
    assert console.stage.foot == ""
    assert console.stage.picture.height == 1080
    console.stage.close()


def test_the_foot_never_says_a_name_a_value_or_a_file(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day()
    tap(qtbot, console, F5)
    console.presser.refused.emit("A name, 3.5 and budget.xlsx.", "Choose another one.")
    assert console.stage.foot == "Choose another one."
    console.notice.say("Not saved: /home/ana/workshops.sqlite is gone.", tone="bad")
    assert console.stage.foot == "Something needs you: hold F5 or Esc."
    console.notice.say("“Ana’s budget.xlsx” is written.")
    assert console.stage.foot == ""
    console.presser._refuse(Refused("library.missing", file="budget.xlsx"), "budget.xlsx is not there.")
    assert "budget" not in console.stage.foot
    assert console.stage.foot.startswith("The library is not there.")
    console.stage.close()


def test_beside_a_second_display_nothing_stands_at_the_foot(on_the_day: OnTheDay) -> None:
    console = on_the_day()
    console.notice.say("Press again.", tone="warn", room="Press again.")
    assert console.stage.foot == ""
    console.stage.close()


def test_a_wall_held_by_accident_is_noticed(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day()
    before = console.side.preview.grab().toImage()
    assert console._hint.text() == "Next on the wall"
    tap(qtbot, console, Qt.Key.Key_H)
    assert console._hint.text() == "The wall is held (H lets go)"
    assert console._hint.property("role") == "warn"
    assert console.side.preview.grab().toImage() != before, "the preview is framed"
    tap(qtbot, console, Qt.Key.Key_H)
    assert console._hint.text() == "Next on the wall"
    assert console.side.preview.grab().toImage() == before
    console.stage.close()


def test_blank_and_hold_show_whether_they_are_on(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day()
    side = console.side
    bright = side.preview.grab().toImage()
    tap(qtbot, console, Qt.Key.Key_B)
    assert side.blank.isChecked()
    assert side.wall.state.text() == "Blank"
    assert side.preview.accessibleDescription() == "The room sees black"
    dimmed = side.preview.grab().toImage()
    assert dimmed != bright
    shown = {dimmed.pixel(x, y) for x in range(0, dimmed.width(), 3) for y in range(0, dimmed.height(), 3)}
    assert len(shown) > 20, "the scene stays drawn, dimmed"
    tap(qtbot, console, Qt.Key.Key_H)
    assert side.hold.isChecked()
    assert side.wall.state.text() == "Held, blank"
    console.stage.close()

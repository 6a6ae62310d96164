"""The side panel where the window is low: what is read while working stands above the fold."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.model.verbs import agenda, rounds
from desktop.ui.console.keying_legend import KeyingLegend
from desktop.ui.console.screen import Console
from desktop.ui.console.steps.commit import CommitStep
from tests.ui.console.conftest import OnTheDay


def settle(console: Console, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: console.feed.workshop is console.feed.desk.workshop)
    for _ in range(4):
        QApplication.processEvents()


def test_the_preview_is_small_in_a_low_window_only(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day((1366, 768))
    settle(console, qtbot)
    wall = console.side.wall
    assert wall.small
    assert wall.preview.width() == 200
    assert wall.blank.x() + wall.blank.parentWidget().x() > wall.preview.geometry().right()  # type: ignore[union-attr]
    low = wall.height()
    console.window().resize(1440, 900)
    console.resize(1440, 900)
    settle(console, qtbot)
    assert not wall.small
    assert wall.preview.width() > 300
    assert wall.height() > low + 100
    console.stage.close()


def test_while_keying_the_keys_meanings_come_first_and_are_seen(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    console = on_the_day((1366, 768))
    desk = console.feed.desk
    w = desk.workshop
    desk.do(rounds.open, kind="level", subjects=tuple(one.id for one in w.questions)).result(20)
    talk = next(one for one in w.agenda if one.kind == "talk")
    desk.do(agenda.go, step=talk.id, part="pause").result(20)
    settle(console, qtbot)
    (legend,) = (one for one in console.findChildren(KeyingLegend) if one.isVisible())
    area = next(one for one in console.side.findChildren(QScrollArea) if one.isAncestorOf(legend))
    for level in legend._levels:
        foot = level.mapTo(area, QPoint(0, level.height())).y()
        assert 0 < foot <= area.height(), "what 1 to 4 mean is above the fold"
    console.stage.close()


def test_after_the_day_what_is_to_finish_is_above_the_fold(on_the_day: OnTheDay, qtbot: QtBot) -> None:
    from desktop.model.verbs import sessions

    console = on_the_day((1366, 768))
    desk = console.feed.desk
    commit = next(one for one in desk.workshop.agenda if one.kind == "commit")
    desk.do(agenda.go, step=commit.id, part="city").result(20)
    desk.do(sessions.end).result(20)
    settle(console, qtbot)
    step = console.step
    assert isinstance(step, CommitStep)
    assert step.final.isVisible()
    foot = step.final.mapTo(console, QPoint(0, step.final.height())).y()
    assert foot < console._primary.mapTo(console, QPoint(0, 0)).y()
    console.stage.close()

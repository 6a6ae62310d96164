"""A console on the day, with a steady clock moved by the test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda, presence
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.screen import Console
from desktop.ui.jobs import Jobs
from desktop.ui.stage import Stage
from tests.ui.finding import Keep

OnTheDay = Callable[..., Console]


class Steady:
    """A clock that stands until the test moves it."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def wall(self) -> datetime:
        return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)

    def steady(self) -> float:
        return self.seconds


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def on_the_day(
    dressed: QApplication, clerk: Clerk, settings: Settings, keep: Keep, qtbot: QtBot, steady: Steady
) -> OnTheDay:
    """A console, everybody in the room, at the story of the first pivot; ``size`` in pixels."""

    def opened(size: tuple[int, int] = (1366, 768), **facts: Any) -> Console:
        desk = clerk.open(keep(**({"people": 8} | facts))).result(20)
        desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result(20)
        step = next(one for one in desk.workshop.agenda if one.kind == "pivot")
        desk.do(agenda.go, step=step.id, part="story").result(20)
        holder = QWidget()
        qtbot.addWidget(holder)
        feed = Feed(desk, holder)
        made = Console(
            feed, Stage(holder, reduce_motion=True), settings, Jobs(holder), lambda: None, clock=steady
        )
        made.setParent(holder)
        made.resize(*size)
        holder.resize(*size)
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        made.setFocus()
        return made

    return opened

"""Opening a workshop and coming back to the list: where the list stands, and when the wall lights by itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda, sessions
from desktop.ui.console.screen import Console
from desktop.ui.stage import Stage
from tests.ui.conftest import TODAY
from tests.ui.finding import Keep, Open


def begun(clerk: Clerk, workshop: str) -> None:
    """Its day has begun."""
    desk = clerk.open(workshop).result(20)
    desk.do(agenda.go, step=desk.workshop.agenda[0].id, part="title").result(20)


def test_the_list_stands_at_the_workshop_just_left(window: Open, keep: Keep, qtbot: QtBot) -> None:
    for city, day in (("Eastmere", "2027-03-18"), ("Rivermouth", "2027-03-01"), ("Aldersund", "2026-02-12")):
        keep(city, day)
    opened = window()
    listed = opened.portfolio.listed
    target = next(one for one in listed.shelf.shown if one.city == "Aldersund")
    opened.open_workshop(target.id)
    qtbot.waitUntil(lambda: opened.prepare is not None)
    opened.show_portfolio()
    qtbot.waitUntil(lambda: listed.chosen is not None and listed.chosen.city == "Aldersund")
    assert opened.focusWidget() is listed.rows


@pytest.mark.parametrize(
    ("day", "ended", "lit"),
    [(TODAY.isoformat(), False, True), ("2027-02-25", False, False), (TODAY.isoformat(), True, False)],
)
def test_only_the_workshop_of_today_lights_the_wall_on_opening(
    window: Open,
    keep: Keep,
    clerk: Clerk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    day: str,
    ended: bool,
    lit: bool,
) -> None:
    turned_on: list[bool] = []
    monkeypatch.setattr(Stage, "turn_on", lambda _stage: turned_on.append(True))
    key = keep("Rivermouth", day)
    begun(clerk, key)
    if ended:
        clerk.open(key).result(20).do(sessions.end).result(20)
    opened = window()
    opened.open_workshop(key)
    qtbot.waitUntil(lambda: isinstance(opened.screen_shown, Console))
    assert bool(turned_on) == lit

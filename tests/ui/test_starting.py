"""From Prepare into the day and back: no day begins by one slip, and no undo reaches behind it unseen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda, ballots, prepare, presence
from desktop.ui.console.screen import Console
from desktop.ui.portfolio.screen import Portfolio
from desktop.ui.prepare.screen import Prepare
from desktop.ui.widgets.words import OneLine
from desktop.ui.window import Window
from tests.ui.conftest import TODAY
from tests.ui.finding import Keep, Open, press

At = Callable[..., Window]


@pytest.fixture
def at_prepare(window: Open, keep: Keep, qtbot: QtBot) -> At:
    """The window at Prepare of a workshop on a day."""

    def opened(day: str = TODAY.isoformat()) -> Window:
        workshop = keep("Rivermouth", day, people=12)
        made = window()
        made.open_workshop(workshop)
        qtbot.waitUntil(lambda: isinstance(made.screen_shown, Prepare))
        return made

    return opened


def screen_of(window: Window) -> Prepare:
    assert isinstance(window.screen_shown, Prepare)
    return window.screen_shown


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2027-03-12", "The day is in 14 days. Press again to start now."),
        ("2027-02-27", "The day is tomorrow. Press again to start now."),
        ("2027-02-23", "The day was 3 days ago. Press again to start now."),
    ],
)
def test_another_day_than_today_asks_for_a_second_press(
    at_prepare: At, qtbot: QtBot, day: str, said: str
) -> None:
    window = at_prepare(day)
    screen = screen_of(window)
    press(qtbot, screen.start)
    assert screen.notice.text == said
    assert window.screen_shown is screen
    press(qtbot, screen.start)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Console))


def test_a_change_after_the_question_asks_again(at_prepare: At, qtbot: QtBot) -> None:
    window = at_prepare("2027-03-12")
    screen = screen_of(window)
    press(qtbot, screen.start)
    assert screen.feed is not None
    screen.feed.desk.do(prepare.describe, date="2027-03-05").result(20)
    qtbot.waitUntil(lambda: screen.feed is not None and screen.feed.workshop is screen.feed.desk.workshop)
    press(qtbot, screen.start)
    assert window.screen_shown is screen
    assert screen.notice.text == "The day is in 7 days. Press again to start now."


def test_the_day_itself_starts_at_once(at_prepare: At, qtbot: QtBot) -> None:
    window = at_prepare()
    press(qtbot, screen_of(window).start)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Console))


def test_no_question_at_all_is_said_and_asked_about(at_prepare: At, qtbot: QtBot) -> None:
    window = at_prepare()
    screen = screen_of(window)
    assert screen.feed is not None
    every = [one.id for one in screen.feed.desk.workshop.questions]
    screen.feed.desk.do(prepare.leave_out, questions=every).result(20)
    qtbot.waitUntil(lambda: screen.day.said == "No question is asked. Choose at least one.")
    press(qtbot, screen.start)
    assert screen.notice.text == "No question is asked. Press again to start all the same."
    assert window.screen_shown is screen


def test_a_pivot_without_a_question_leaves_its_minutes_in_hand(at_prepare: At, qtbot: QtBot) -> None:
    screen = screen_of(at_prepare())
    assert screen.feed is not None
    desk = screen.feed.desk
    pivot = next(one for one in desk.workshop.agenda if one.kind == "pivot")
    asked = [one.id for one in desk.workshop.questions_of(pivot.subject or "")]
    desk.do(prepare.leave_out, questions=asked).result(20)

    def said() -> list[str]:
        return [one.text() for one in screen.day.findChildren(OneLine)]

    qtbot.waitUntil(lambda: any("not discussed" in one for one in said()))
    assert any(one.endswith(f"{pivot.minutes} min more") for one in said())


def test_undo_after_the_start_leads_back_and_leaves_what_was_prepared(
    at_prepare: At, clerk: Clerk, qtbot: QtBot
) -> None:
    window = at_prepare()
    screen = screen_of(window)
    assert screen.feed is not None
    desk = screen.feed.desk
    desk.do(prepare.describe, title="Our year ahead").result(20)
    press(qtbot, screen.start)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Console) and desk.workshop.position is not None)
    console = window.screen_shown
    assert isinstance(console, Console)
    console.setFocus()
    assert "start the session" in console.fixed.undo.undo.text()
    qtbot.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Portfolio))
    assert desk.workshop.about.state == "preparing"
    assert desk.workshop.about.title == "Our year ahead"
    window.open_workshop(desk.workshop.about.id)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Prepare))
    desk.do(agenda.use, template=builtin.agendas()["ninety-minutes"]).result(20)
    press(qtbot, screen_of(window).start)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Console))
    qtbot.waitUntil(lambda: desk.workshop.about.state == "running")
    second = window.screen_shown
    assert isinstance(second, Console)
    qtbot.waitUntil(lambda: second.place.step == desk.workshop.agenda[0].id)


def test_once_a_ballot_is_in_the_start_is_not_taken_back(at_prepare: At, qtbot: QtBot) -> None:
    window = at_prepare()
    press(qtbot, screen_of(window).start)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, Console))
    console = window.screen_shown
    assert isinstance(console, Console)
    desk = console.feed.desk
    qtbot.waitUntil(lambda: desk.workshop.position is not None)
    seats = tuple(one.id for one in desk.workshop.seats)
    desk.do(presence.arrive, participants=seats).result(20)
    from desktop.model.verbs import rounds

    desk.do(rounds.open, kind="level", subjects=(desk.workshop.questions[0].id,)).result(20)
    held = desk.workshop.latest("level", desk.workshop.questions[0].id)
    assert held is not None
    desk.do(ballots.cast, round=held.id, participant=seats[0], choice=2).result(20)
    console.setFocus()
    for _ in range(4):
        qtbot.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not console.fixed.undo.undo.waiting)
    assert desk.workshop.about.state == "running"
    assert window.screen_shown is console

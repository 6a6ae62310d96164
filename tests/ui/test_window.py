"""One window, one workshop after another: nothing of the last one stays behind."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model import walk
from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda
from desktop.ui.window import Window
from tests.ui.finding import Keep, Open


def _go_on(opened: Window, clerk: Clerk, workshop: str, qtbot: QtBot) -> None:
    """Open a workshop whose day has begun, and wait until its first scene is drawn."""
    desk = clerk.open(workshop).result(20)
    begins = walk.here(desk.workshop)
    desk.do(agenda.go, step=begins.step, part=begins.part).result(20)
    opened.open_workshop(workshop)
    city = desk.workshop.about.city
    qtbot.waitUntil(
        lambda: opened.windowTitle().startswith(city) and opened.screen_shown is not opened.portfolio
    )


def _wall(opened: Window) -> str:
    picture = opened.stage.picture
    return (
        ""
        if picture is None
        else " ".join([picture.alt, *(getattr(one, "text", "") for one in picture.marks)])
    )


def test_a_held_or_dark_wall_ends_with_its_workshop(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    first, second = keep("Aldersund", people=5), keep("Rivermouth", people=5)
    opened = window()
    _go_on(opened, clerk, first, qtbot)
    qtbot.waitUntil(lambda: "Aldersund" in _wall(opened))
    opened.stage.hold(True)
    opened.show_portfolio()
    assert not opened.stage.held
    assert opened.stage.picture is None
    _go_on(opened, clerk, second, qtbot)
    qtbot.waitUntil(lambda: "Rivermouth" in _wall(opened))
    assert "Aldersund" not in _wall(opened)
    opened.stage.set_blank(True)
    opened.show_portfolio()
    _go_on(opened, clerk, first, qtbot)
    qtbot.waitUntil(lambda: "Aldersund" in _wall(opened))


def test_a_commit_heard_while_leaving_draws_nothing_on_the_wall(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    workshop = keep("Aldersund", people=5)
    opened = window()
    _go_on(opened, clerk, workshop, qtbot)
    desk = clerk.open(workshop).result(20)
    desk.do(agenda.go, step=desk.workshop.agenda[1].id).result(20)  # told to a window that is about to leave
    opened.show_portfolio()
    qtbot.waitUntil(lambda: opened.portfolio.isVisible())
    QApplication.processEvents()  # what was heard before is told now, to nobody
    assert opened.stage.picture is None

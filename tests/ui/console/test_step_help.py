"""Help beside each step: folded until asked for, never on the wall, and the script stays in sight beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.marks import Text
from desktop.model import builtin, walk
from desktop.model.agenda import STEP_KINDS
from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda, presence, rounds
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.keying import Keying
from desktop.ui.console.screen import Console
from desktop.ui.jobs import Jobs
from desktop.ui.stage import Stage
from tests.ui.finding import Keep, named

HEAD = "If something goes wrong"


class Still:
    """No time passes."""

    def wall(self) -> datetime:
        return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)

    def steady(self) -> float:
        return 0.0


@pytest.fixture
def console(
    dressed: QApplication, clerk: Clerk, settings: Settings, keep: Keep, qtbot: QtBot
) -> Iterator[Console]:
    desk = clerk.open(keep(people=8)).result(20)
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result(20)
    holder = QWidget()
    qtbot.addWidget(holder)
    jobs = Jobs(holder)
    made = Console(
        Feed(desk, holder), Stage(holder, reduce_motion=True), settings, jobs, lambda: None, clock=Still()
    )
    made.setParent(holder)
    for one in (made, holder):
        one.resize(1366, 768)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: not made.presser.busy and desk.workshop.position is not None)  # the day has begun
    yield made
    jobs.close()


def go(console: Console, qtbot: QtBot, kind: str, place: int = 0) -> None:
    """Stand at a step of this kind, added to the agenda if it has none."""
    desk = console.feed.desk
    if kind not in {step.kind for step in desk.workshop.agenda}:
        desk.do(agenda.add, kind=kind, place=2).result(20)
    step = next(one for one in desk.workshop.agenda if one.kind == kind)
    spot = list(walk.places(desk.workshop, step))[place]
    desk.do(agenda.go, step=step.id, part=spot.part, subject=spot.subject).result(20)
    qtbot.waitUntil(lambda: console.feed.workshop is desk.workshop)


def press(qtbot: QtBot, console: Console, key: Qt.Key, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or console, key, held)


def ask(qtbot: QtBot, console: Console) -> None:
    press(qtbot, console, Qt.Key.Key_Question, shift=True)


def seen(console: Console) -> list[str]:
    return [one.text() for one in console.side.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_every_kind_of_step_has_its_help(console: Console, qtbot: QtBot, kind: str) -> None:
    go(console, qtbot, kind)
    given = builtin.help().steps[kind]
    qtbot.waitUntil(lambda: given.open["en"] in seen(console))  # told with the script when the step begins
    assert not any(trouble.do["en"] in seen(console) for trouble in given.wrong)

    ask(qtbot, console)

    qtbot.waitUntil(lambda: all(trouble.do["en"] in seen(console) for trouble in given.wrong))


def test_the_key_opens_and_folds_and_a_new_step_begins_folded(console: Console, qtbot: QtBot) -> None:
    go(console, qtbot, "pivot")
    ask(qtbot, console)
    assert console.side.help.opened
    ask(qtbot, console)
    assert not console.side.help.opened
    ask(qtbot, console)
    go(console, qtbot, "where_to")
    assert not console.side.help.opened


def test_it_stays_open_while_the_step_goes_on_and_then_tells_how_to_open_it(
    console: Console, qtbot: QtBot
) -> None:
    go(console, qtbot, "pivot")
    ask(qtbot, console)
    go(console, qtbot, "pivot", place=1)
    assert console.side.help.opened
    qtbot.waitUntil(lambda: builtin.help().steps["pivot"].open["en"] in seen(console))


def test_it_opens_by_mouse_and_by_space(console: Console, qtbot: QtBot) -> None:
    head = named(console, HEAD)
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    assert console.side.help.opened
    head.setFocus()
    press(qtbot, console, Qt.Key.Key_Space)
    assert not console.side.help.opened


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900)])
@pytest.mark.parametrize("kind", ["welcome", "pivot", "where_to"])
def test_the_script_stays_in_sight(console: Console, qtbot: QtBot, kind: str, size: tuple[int, int]) -> None:
    console.window().resize(*size)
    console.resize(*size)
    go(console, qtbot, kind)
    ask(qtbot, console)

    def in_sight() -> bool:
        # Labels of the step before may wait a moment for their end, unseen.
        said = [
            one for one in console.side.findChildren(QLabel) if one.isVisible() and one.text().startswith("“")
        ]
        if not said or said[0].visibleRegion().isEmpty():
            return False
        bottom = said[0].mapTo(console, QPoint(0, said[0].height())).y()
        below = console.side.help.mapTo(console, QPoint(0, console.side.help.height())).y()
        head = named(console, HEAD).mapTo(console, QPoint(0, 0)).y()
        return bottom <= head and below <= console.fixed.y()

    qtbot.waitUntil(in_sight)


def test_a_note_being_typed_stays_and_takes_the_question_mark(console: Console, qtbot: QtBot) -> None:
    go(console, qtbot, "pivot")
    console.side.start_typing()
    qtbot.keyClicks(console.side.note, "Who knows?")
    assert console.side.note.text() == "Who knows?"
    assert not console.side.help.opened
    qtbot.mouseClick(named(console, HEAD), Qt.MouseButton.LeftButton)
    assert console.side.help.opened
    assert console.side.note.isVisible()


def test_the_key_for_notes_closes_help(console: Console, qtbot: QtBot) -> None:
    ask(qtbot, console)
    assert not console.side.note.isVisible()
    press(qtbot, console, Qt.Key.Key_N)
    assert console.side.note.isVisible()
    assert QApplication.focusWidget() is console.side.note


def test_while_ballots_are_keyed_the_key_still_asks_for_help(console: Console, qtbot: QtBot) -> None:
    desk = console.feed.desk
    desk.do(rounds.open, kind="level", subjects=tuple(one.id for one in desk.workshop.questions)).result(20)
    go(console, qtbot, "talk")
    focus = QApplication.focusWidget()
    assert isinstance(focus, Keying), "the keys are ready for ballots"
    ask(qtbot, console)
    assert console.side.help.opened
    assert QApplication.focusWidget() is focus


def test_where_the_panel_is_a_drawer_the_key_pulls_it_out(console: Console, qtbot: QtBot) -> None:
    console.window().resize(1024, 768)
    console.resize(1024, 768)
    assert not console.side.isVisible()
    ask(qtbot, console)
    assert console.side.isVisible()
    assert console.side.help.opened


@pytest.mark.parametrize("kind", ["welcome", "pivot", "commit"])
def test_nothing_of_it_is_on_the_wall(console: Console, qtbot: QtBot, kind: str) -> None:
    go(console, qtbot, kind)
    before = console.stage.picture
    assert before is not None
    ask(qtbot, console)
    assert console.side.help.opened
    assert console.stage.picture == before
    shown = " ".join(mark.words for mark in before.marks if isinstance(mark, Text))
    given = builtin.help().steps[kind]
    told = [given.open["en"], *(part["en"] for trouble in given.wrong for part in (trouble.sign, trouble.do))]
    assert not [line for line in told if line in shown]

"""Presses: one at a time, never twice by accident, and Next is never dead for the day."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.model.walk import Call, Place, Press
from desktop.ui.console.pressing import GUARD_SECONDS, Presser
from desktop.ui.notice import NoticeLine
from desktop.ui.widgets.arrange import column
from desktop.ui.widgets.buttons import Button
from tests.ui.disks import Disk
from tests.ui.finding import Keep


class Hands:
    """A steady clock moved by the test."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def wall(self) -> object:
        raise NotImplementedError

    def steady(self) -> float:
        return self.seconds


class Desk:
    """A presser over a real desk, and its button under a notice line."""

    def __init__(self, clerk: Clerk, workshop: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.qtbot, self.hands = clerk.open(workshop).result(20), qtbot, Hands()
        self.disk = Disk(self.desk, monkeypatch)
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        self.button = Button("Next")
        self.holder.setLayout(column(self.notice, self.button))
        qtbot.addWidget(self.holder)
        self.holder.show()
        self.presser = Presser(self.desk, self.hands, self.button)  # type: ignore[arg-type]
        self.steps = [one.id for one in self.desk.workshop.agenda]

    def press(self, *steps: int, after: float = 5) -> bool:
        """A press that goes to these steps of the agenda, one after the other."""
        self.hands.seconds += after
        calls = tuple(Call("agenda.go", {"step": self.steps[at]}) for at in steps)
        return self.presser.press(Press("next", Place(self.steps[steps[-1]], "story"), calls=calls))

    def free(self) -> None:
        self.qtbot.waitUntil(lambda: not self.presser.busy)

    def at(self, step: int) -> bool:
        position = self.desk.workshop.position
        return position is not None and position.step == self.steps[step]

    @property
    def spent(self) -> list[int]:
        return [one.spent_seconds for one in self.desk.workshop.agenda]


@pytest.fixture
def desk(
    dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    return Desk(clerk, keep(people=5), qtbot, monkeypatch)


def test_a_press_too_soon_after_the_last_is_ignored(desk: Desk) -> None:
    assert desk.press(0)
    desk.free()
    assert not desk.press(1, after=GUARD_SECONDS / 2)
    assert not desk.presser.busy
    assert desk.at(0)
    assert desk.press(1, after=GUARD_SECONDS)
    desk.free()
    assert desk.at(1)


def test_the_guard_counts_from_the_answer_of_a_slow_press(desk: Desk) -> None:
    desk.disk.slow = True
    assert desk.press(0)
    desk.hands.seconds += 10
    assert not desk.press(1), "one is in flight"
    desk.disk.answer()
    desk.free()
    assert not desk.press(1, after=GUARD_SECONDS / 2)


def test_the_seconds_of_a_step_are_counted_once(desk: Desk) -> None:
    desk.press(0)
    desk.free()
    desk.press(1, after=40)
    desk.free()
    desk.press(2, after=30)
    desk.free()
    assert desk.spent[:2] == [40, 30]
    assert desk.presser.seconds_here == 0


def test_a_press_that_moves_twice_counts_no_second_twice(desk: Desk) -> None:
    desk.press(0)
    desk.free()
    desk.press(1, 2, after=60)
    desk.free()
    assert desk.spent[:2] == [60, 0]


def test_a_fault_of_the_program_frees_next_and_is_said_calmly(desk: Desk) -> None:
    fault = Press("next", None, calls=(Call("agenda.add", {"kind": "nonsense", "place": 1}),))
    with desk.qtbot.captureExceptions() as caught:
        desk.hands.seconds += 5
        assert desk.presser.press(fault)
        desk.qtbot.waitUntil(lambda: bool(caught))
    assert not desk.presser.busy
    assert not desk.button.waiting
    assert desk.notice.text.startswith("That did not work. What was kept before is still there.")
    assert desk.press(1)
    desk.free()
    assert desk.at(1)
    assert desk.notice.text == ""


def test_a_verb_that_does_not_exist_frees_next_too(desk: Desk) -> None:
    desk.hands.seconds += 5
    with pytest.raises(LookupError):
        desk.presser.press(Press("next", None, calls=(Call("nothing.known"),)))
    assert not desk.presser.busy
    assert desk.press(1)
    desk.free()


def test_trying_again_is_a_press_in_flight(desk: Desk) -> None:
    desk.disk.full = True
    desk.press(0)
    desk.qtbot.waitUntil(lambda: desk.notice.tone == "bad")
    assert not desk.presser.busy
    desk.disk.full, desk.disk.slow = False, True
    desk.notice.try_again()
    assert desk.presser.busy
    assert not desk.press(1), "the one tried again comes first"
    desk.disk.answer()
    desk.free()
    assert desk.at(0)


def test_pressing_anew_takes_the_place_of_trying_again(desk: Desk) -> None:
    desk.disk.full = True
    desk.press(0)
    desk.qtbot.waitUntil(lambda: desk.notice.tone == "bad")
    desk.disk.full = False
    desk.press(1)
    desk.free()
    assert desk.notice.text == ""
    desk.notice.try_again()
    assert not desk.presser.busy
    assert desk.at(1)

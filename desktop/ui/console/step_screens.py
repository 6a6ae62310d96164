"""The screens of the steps: each kind made once, the next one ahead of time, one of them seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.model import walk
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.console.steps.base import StepScreen
from desktop.ui.console.steps.register import make_step

if TYPE_CHECKING:
    from desktop.ui.console.screen import Console

SPARE_MS = 400
"""After so long on a place the screen of the next step is made, so that the press itself has little to do."""


class StepScreens(QObject):
    """Only the one in hand is shown, so only it makes the page long."""

    def __init__(self, console: Console, box: QVBoxLayout, made: Callable[[StepScreen], object]) -> None:
        """``made`` hears of each new screen; it stands in ``box``, hidden."""
        super().__init__(console)
        self._console, self._box, self._tell = console, box, made
        self._by_kind: dict[str, StepScreen] = {}
        self._spare = QTimer(self, interval=SPARE_MS, singleShot=True)
        self._spare.timeout.connect(self._make_next)

    def at(self, w: Workshop, place: Place) -> StepScreen:
        """The screen that serves a place."""
        kind = w.steps[place.step].kind if place.step in w.steps else "after"
        if kind not in self._by_kind:
            made = self._by_kind[kind] = make_step(kind, self._console)
            self._tell(made)
            made.hide()
            self._box.addWidget(made)
        return self._by_kind[kind]

    def make_ready(self) -> None:
        """Make what comes next, once there is time to spare."""
        self._spare.start()

    def _make_next(self) -> None:
        w, place = self._console.feed.workshop, self._console.place
        step = w.steps.get(place.step)
        after = walk.to_next_step(w, step).place if step is not None else None
        if after is None:
            return
        known = len(self._by_kind)
        following = self.at(w, after)
        if len(self._by_kind) > known or self.at(w, place).make_ready(w) or following.make_ready(w):
            self._spare.start()  # a little at a time: a press in between waits for little

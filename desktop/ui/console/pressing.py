"""One press at a time: what Next and Back ask of the desk, in order, and never twice by accident."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.model.change import Change
from desktop.model.desk import Desk
from desktop.model.moment import Clock
from desktop.model.refused import Refused
from desktop.model.verbs.named import named
from desktop.model.walk import Call, Place, Press
from desktop.ui.ask import ask
from desktop.ui.notice import notice_of
from desktop.ui.widgets.buttons import Button
from desktop.words.catalogue import ENGLISH
from desktop.words.refusals import refusal_for_all

GUARD_SECONDS = 0.7
"""A second press within this time is a trembling thumb, not a wish."""


class Presser(QObject):
    """Runs presses. A press while one is in flight, or too soon after the last, is ignored."""

    asked = Signal(object)
    """A :class:`~desktop.model.walk.Press` that must ask something first. The next press goes on."""
    refused = Signal(str, str)
    """The rules said no, in a sentence, and in one for the room's eyes; nothing after it was asked."""
    went = Signal()
    """Every call of a press was kept."""

    def __init__(self, desk: Desk, clock: Clock, control: Button) -> None:
        """``control`` shows that an answer is awaited."""
        super().__init__(control)
        self._desk, self._clock, self._control = desk, clock, control
        self._busy = False
        self._last = float("-inf")
        self._warned: tuple[Place | None, str] | None = None
        self._stood = clock.steady()

    @property
    def busy(self) -> bool:
        """Whether a press is in flight."""
        return self._busy

    @property
    def seconds_here(self) -> float:
        """Seconds at the present step since it was last recorded."""
        return self._clock.steady() - self._stood

    def press(self, press: Press, first: Sequence[Call] = (), *, here: Place | None = None) -> bool:
        """Run a press, with calls of the screen before its own; False if it was ignored."""
        now = self._clock.steady()
        if self._busy or now - self._last < GUARD_SECONDS:
            return False
        self._last = now
        if press.asks and self._warned != (here, press.asks):
            self._warned = (here, press.asks)
            self.asked.emit(press)
            return True
        self._warned = None
        if (notice := notice_of(self._control)) is not None:
            notice.settle(self)  # what an earlier press could not do is asked for anew, not twice
        self._run([*first, *press.calls])
        return True

    def calm(self) -> None:
        """Forget that answers were missing: the facilitator did something else."""
        self._warned = None

    def _timed(self, call: Call) -> Call:
        if call.verb != "agenda.go":
            return call
        return Call(call.verb, {**call.args, "spent_seconds": int(self.seconds_here)})

    def _run(self, calls: list[Call]) -> None:
        if not calls:
            self._busy = False
            self._last = self._clock.steady()
            self.went.emit()
            return
        call, rest = calls[0], calls[1:]
        ask(
            self._control, self._do, call, then=partial(self._kept, call, rest), refused=self._refuse,
            not_kept=self._stop, failed=self._stop, about=self,
        )  # fmt: skip

    def put_back(self) -> Future[Path]:
        """Write the library where it was, if it was deleted under the program."""
        return self._desk.put_back()

    def _do(self, call: Call) -> Future[Change]:
        """Ask for one call; *Try again* comes here too, and then a press is in flight once more."""
        self._busy = True
        facts: dict[str, Any] = dict(self._timed(call).args)
        return self._desk.do(named(call.verb), **facts)

    def _kept(self, call: Call, rest: list[Call], _change: object) -> None:
        if call.verb == "agenda.go":
            self._stood = self._clock.steady()
        self._run(rest)

    def _refuse(self, no: Refused, sentence: str) -> None:
        self._busy = False
        self.refused.emit(sentence, refusal_for_all(ENGLISH, no))

    def _stop(self, _why: object) -> None:
        self._busy = False

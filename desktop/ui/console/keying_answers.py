"""What fingers said at the keying grid: sent in order, known at once, and remembered until the disk has it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from desktop.model.change import Change
from desktop.model.moment import as_text
from desktop.model.records import Ballot, Method
from desktop.model.verbs import ballots
from desktop.ui.ask import Feed, ask

Cell = tuple[str, str]
"""A round's id and a participant's id."""
PACE_OF = 60
"""Keys that the pace is taken from; a pause counts until as many have been typed after it."""
PACE_FROM = 10


class Mark(StrEnum):
    """What a cell shows. Never which level."""

    NOTHING = ""
    SENT = "…"
    KEPT = "•"
    BLANK = "○"
    NOT_SAVED = "!"


@dataclass(frozen=True, slots=True)
class Answer:
    """A ballot's answer: a level, or None for *can't say*, and the way it came."""

    choice: int | None
    method: Method = "paper"


@dataclass(frozen=True, slots=True)
class _Step:
    """What a cell held before a key."""

    cell: Cell
    answer: Answer | None
    blank: bool


Back = Callable[[], object]
"""What takes a step back that was no answer."""


class Answers:
    """One sitting at the grid. Several keys may be under way; the clerk takes them in the order typed."""

    def __init__(self, widget: QWidget, feed: Feed, changed: Callable[[Cell], object]) -> None:
        """``changed`` hears of each cell whose mark may be another now; ``widget`` asks, and has the notice line."""
        self._widget, self._feed, self._changed = widget, feed, changed
        self._wanted: dict[Cell, Answer | None] = {}
        self._lost: set[Cell] = set()
        self._blank: set[Cell] = set()
        self._steps: list[_Step | Back] = []
        self._kept_at: deque[str] = deque(maxlen=PACE_OF)
        self.refused: Callable[[Cell, str], object] = lambda _cell, _sentence: None
        """Hears a refusal, with its sentence."""

    # ---- what there is ----------------------------------------------------------------------------------------

    def held(self, cell: Cell) -> Answer | None:
        """The answer that fingers gave last, or the one kept; None for no answer."""
        return self._wanted[cell] if cell in self._wanted else self._kept(cell)

    def mark(self, cell: Cell) -> Mark:
        """What the cell shows."""
        if cell in self._lost:
            return Mark.NOT_SAVED
        if cell in self._wanted:
            return Mark.SENT
        if self._kept(cell) is not None:
            return Mark.KEPT
        return Mark.BLANK if cell in self._blank else Mark.NOTHING

    @property
    def begun(self) -> bool:
        """Whether anything was keyed in this sitting."""
        return any(isinstance(step, _Step) for step in self._steps)

    def done_by(self, keys: int) -> str | None:
        """When ``keys`` more answers will be in at this sitting's pace (UTC text); None before one is known."""
        if len(self._kept_at) < PACE_FROM:
            return None
        first, last = (datetime.fromisoformat(at) for at in (self._kept_at[0], self._kept_at[-1]))
        each: timedelta = (last - first) / (len(self._kept_at) - 1)
        return as_text(last + each * keys)

    def _kept(self, cell: Cell) -> Answer | None:
        ballot = self._feed.desk.workshop.ballots_in(cell[0]).get(cell[1])
        return None if ballot is None else Answer(ballot.choice, ballot.method)

    # ---- keys -------------------------------------------------------------------------------------------------

    def give(self, cell: Cell, choice: int | None) -> None:
        """A level, or None for *can't say*."""
        self._remember(cell)
        self._blank.discard(cell)
        self._send(cell, Answer(choice))

    def leave_blank(self, cell: Cell) -> None:
        """Nothing stands there on the paper: no ballot, and an earlier one is withdrawn."""
        self._remember(cell)
        self._blank.add(cell)
        self._empty(cell)

    def clear(self, cell: Cell) -> None:
        """Not keyed yet, after all."""
        self._remember(cell)
        self._blank.discard(cell)
        self._empty(cell)

    def remember(self, back: Back) -> None:
        """A key that meant no answer, and what takes it back."""
        self._steps.append(back)

    @property
    def last(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._steps)

    def take_back(self) -> Cell | None:
        """Make this sitting's last key undone; the cell it was in, None if it was no answer."""
        step = self._steps.pop()
        if not isinstance(step, _Step):
            step()
            return None
        (self._blank.add if step.blank else self._blank.discard)(step.cell)
        if step.answer is None:
            self._empty(step.cell)
        else:
            self._send(step.cell, step.answer)
        return step.cell

    def _remember(self, cell: Cell) -> None:
        self._steps.append(_Step(cell, self.held(cell), cell in self._blank))

    def _empty(self, cell: Cell) -> None:
        if self.held(cell) is not None:
            self._send(cell, None)
        else:
            self._changed(cell)

    # ---- to the clerk and back --------------------------------------------------------------------------------

    def _send(self, cell: Cell, answer: Answer | None) -> None:
        self._wanted[cell] = answer
        self._lost.discard(cell)
        self._ask(cell)

    def _ask(self, cell: Cell) -> None:
        ask(
            self._widget, self._put, cell,
            then=lambda change: self._arrive(cell, change),
            refused=lambda _no, sentence: self._refuse(cell, sentence),
            not_kept=lambda _no: self._lose(cell),
        )  # fmt: skip
        self._changed(cell)

    def _put(self, cell: Cell) -> Future[Change]:
        """Ask for what the cell should hold now; *try again* calls this once more, perhaps after a later key."""
        desk, answer = self._feed.desk, self.held(cell)
        if answer is None:
            return desk.do(ballots.withdraw, round=cell[0], participant=cell[1])
        return desk.do(
            ballots.cast, round=cell[0], participant=cell[1], choice=answer.choice, method=answer.method
        )

    def _arrive(self, cell: Cell, change: Change) -> None:
        self._kept_at.extend(ballot.cast_at for ballot in change.after(Ballot))
        if cell in self._wanted and self._wanted[cell] == self._kept(cell):
            del self._wanted[cell]
        self._lost.discard(cell)
        self._changed(cell)
        lost, self._lost = self._lost, set()
        for other in sorted(lost):  # the disk takes things again
            self._ask(other)

    def _lose(self, cell: Cell) -> None:
        self._lost.add(cell)
        self._changed(cell)

    def _refuse(self, cell: Cell, sentence: str) -> None:
        self._wanted.pop(cell, None)
        self._lost.discard(cell)
        self._changed(cell)
        self.refused(cell, sentence)

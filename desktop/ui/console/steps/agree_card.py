"""One level for the pivot: a row of whole and half levels, preset to what the votes give, with why and dissent."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.model import levels, walk
from desktop.model.framework import Pivot
from desktop.model.records import Decision
from desktop.model.workshop import Workshop
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import MIDDLE, words
from desktop.words.catalogue import Words
from desktop.words.formats import agreed, computed
from desktop.words.stages import stages_of


class LevelCells(QFrame):
    """Levels side by side, a key cell: digits choose, + and − go half a step, minus alone leaves it open."""

    chosen = Signal(object)

    def __init__(self, speech: Words, lowest: int, highest: int) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self.setProperty("keycell", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(speech.say("Level for the pivot"))
        self._speech = speech
        self.values = [Fraction(step, 2) for step in range(2 * lowest, 2 * highest + 1)]
        self.value: Fraction | None = None
        self._cells = {
            value: Button(agreed(speech, value), kind="segment", height=40) for value in self.values
        }
        for value, cell in self._cells.items():
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            cell.clicked.connect(lambda _=False, value=value: self.choose(value, tell=True))
        self.setLayout(row(*((cell, 1) for cell in self._cells.values()), gap=4, pad=4))

    def choose(self, value: Fraction | None, *, tell: bool = False, settled: bool = False) -> None:
        """Show a level; ``tell`` it if a person chose it; ``settled`` if the room has agreed it."""
        self.value = value
        for its, cell in self._cells.items():
            cell.setChecked(its == value)
            restyle(cell, state="agreed" if its == value and settled else "")
        self.setAccessibleDescription(agreed(self._speech, value))
        if tell:
            self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, + and −, arrows, Delete."""
        if self.press(event.text()):
            return
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._move(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._move(-1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None, tell=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def press(self, key: str) -> bool:
        """A digit, + or −; True if it meant a level."""
        whole = Fraction(int(key)) if key.isdecimal() and key.isascii() else None
        if whole in self._cells:
            self.choose(whole, tell=True)
        elif key in ("+", "-"):
            self._move(1 if key == "+" else -1)
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        at = self.values.index(self.value) + by if self.value in self.values else 0
        self.choose(self.values[max(0, min(len(self.values) - 1, at))], tell=True)


@dataclass(frozen=True, slots=True)
class _Unsent:
    """What was chosen and typed for a pivot and not agreed; None where the workshop says it already."""

    touched: bool
    level: Fraction | None
    rationale: str | None
    dissent: str | None


class AgreeCard(QFrame):
    """The card under the questions. What is chosen here goes with the next press, or with its own button; until
    then it stays with its pivot, whichever is opened meanwhile."""

    agreed = Signal()
    changed = Signal()

    def __init__(self, speech: Words, w: Workshop) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._speech = speech
        self._pivot = ""
        self._touched = False
        self._decision: Decision | None = None
        self._unsent: dict[str, _Unsent] = {}
        self._title = words("", "strong")
        self.cells = LevelCells(speech, w.framework.lowest, w.framework.highest)
        self.button = Button(speech.say("Agree"), key="A")
        stages = stages_of(speech, w.framework)
        names = row(gap=4)
        for value in self.cells.values:
            whole = value.denominator == 1
            label = words(stages.name(int(value)) if whole else "", "muted", align=MIDDLE)
            label.setMinimumWidth(1)
            names.addWidget(label, 3 if whole else 2)
        self._votes = words("", "muted")
        self.rationale = Entry(
            speech.say("Why this level"), hint=speech.say("Why this level, in the room’s words")
        )
        self.dissent = Entry(speech.say("Dissent"), hint=speech.say("Who saw it otherwise, without names"))
        self._ask = words("", "warn", wrap=True)
        self._said = frame("plain", row((self.rationale, 1), (self.dissent, 1), gap=12))
        self.setLayout(column(
            row(self._title, ..., self.button), self.cells, names, self._votes, self._said, self._ask, gap=10, pad=(24, 16, 24, 18),
        ))  # fmt: skip
        self.cells.chosen.connect(self._chose)
        self.button.clicked.connect(self.agreed)

    def ask_why(self, asked: bool) -> None:
        """With the fields for why, and for who saw it otherwise, or without: before the room talks of one level
        they only stand in the way."""
        self._said.setVisible(asked)
        self._ask.setVisible(asked and bool(self._ask.text()))

    def show_pivot(self, w: Workshop, pivot: Pivot) -> None:
        """Show what is agreed, else the preset; a choice not yet agreed stays.

        Between two camps lies a level that nobody chose: there nothing is preset.
        """
        say = self._speech.say
        decision = w.decision_on("pivot", pivot.id)
        score, camps = levels.computed(w, pivot.id), walk.two_camps(w, pivot.id)
        if self._pivot != pivot.id:
            self._turn_to(pivot.id, decision)
        elif decision != self._decision:
            self._touched = False  # it was kept, or taken back: what stands in the workshop is shown again
        self._decision = decision
        if not self._touched:
            level = Fraction(decision.level) if decision is not None and decision.level is not None else None
            preset = None if camps else score.preset
            self.cells.choose(level if decision else preset, settled=level is not None)
        self._title.setText(say("One level for {pivot}", pivot=w.words(pivot.id, "name", pivot.name)))
        said = say("Too little answered for a level from the votes.")
        if score.level is not None:
            said = say("○ our answers: {level}", level=computed(self._speech, score.level))
            if camps and self.cells.value is None:
                said = say("{answers}. Two camps, so no level is chosen yet.", answers=said)
        self._votes.setText(said)
        value = self.cells.value
        self.button.rename(
            say("Agree {level}", level=agreed(self._speech, value))
            if value is not None
            else say("Leave it open")
        )
        far = value is not None and score.level is not None and abs(value - score.level) >= Fraction(1, 2)
        self._ask.setText(
            say("Half a level or more from the votes: the paper asks why.")
            if far and not self.rationale.text()
            else ""
        )
        self._ask.setVisible(not self._said.isHidden() and bool(self._ask.text()))

    @property
    def level(self) -> float | None:
        """The level that would be agreed now."""
        return None if self.cells.value is None else float(self.cells.value)

    def _turn_to(self, pivot: str, decision: Decision | None) -> None:
        if self._pivot:
            why, who = self.rationale, self.dissent
            self._unsent[self._pivot] = _Unsent(
                self._touched, self.cells.value,
                why.text() if why.text() != _said(self._decision)[0] else None,
                who.text() if who.text() != _said(self._decision)[1] else None,
            )  # fmt: skip
        unsent = self._unsent.pop(pivot, _Unsent(False, None, None, None))
        self._pivot, self._touched = pivot, unsent.touched
        rationale, dissent = _said(decision)
        self.rationale.turn_to(rationale, unsent.rationale)
        self.dissent.turn_to(dissent, unsent.dissent)
        if unsent.touched:
            self.cells.choose(unsent.level)

    def _chose(self, _value: object) -> None:
        self._touched = True
        self.changed.emit()


def _said(decision: Decision | None) -> tuple[str, str]:
    return (decision.rationale, decision.dissent) if decision is not None else ("", "")

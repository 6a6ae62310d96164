"""Read back: what was decided, what was not settled, and who answers for each action."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model import levels
from desktop.model.framework import Pivot
from desktop.model.records import WAVES, Action
from desktop.model.verbs import actions
from desktop.model.workshop import Workshop
from desktop.ui.console.steps.owner_entry import OwnerEntry
from desktop.ui.widgets.arrange import Part, column, emptied, frame, row
from desktop.ui.widgets.words import RIGHT, OneLine, PivotChip, words
from desktop.words import decided, finishing, formats
from desktop.words.catalogue import Words
from desktop.words.dates import short_month
from desktop.words.gaps import is_below
from desktop.words.glossary import wave_name
from desktop.words.missing import not_scored
from desktop.words.plan import action_number


class ReadBack(QFrame):
    """Cards to read aloud from; an owner still missing is named here."""

    told = Signal(object, object, object)
    """Where it was typed, a verb to ask for, and its facts."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._shown: object = None
        self._planned: object = None
        self._owners: dict[str, OwnerEntry] = {}
        self._decided, self._unsettled, self._answers = column(gap=6), column(gap=6), column(gap=6)
        self._nobody = words("", "warn")
        say = speech.say
        self._who = self._card(row(words(say("Who answers"), "strong"), 4, self._nobody, ...), self._answers)
        left = self._card(
            row(words(say("We decided"), "strong"), ..., words(say("read aloud"), "muted")),
            self._decided,
            ...,
        )
        right = self._card(words(say("We did not settle"), "strong"), self._unsettled, ...)
        self.setLayout(column(row((left, 1), (right, 1), gap=16), self._who, gap=16))

    def _card(self, *parts: Part) -> QFrame:
        return frame("card", column(*parts, gap=8, pad=(20, 16, 20, 16)))

    def show_decisions(self, w: Workshop) -> None:
        """Show what stands; built anew only when a level, a target, a note or the plan's rows have changed."""
        shown = (w.decisions, w.targets, w.notes, w.wordings)
        if shown != self._shown:
            self._shown = shown
            for layout in (self._decided, self._unsettled):
                emptied(layout)
            self._show_decided(w)
            self._show_unsettled(w)
        plan = [(one.id, one.wave, one.title, one.pivot, one.number) for one in w.plan]
        if plan != self._planned:
            self._planned = plan
            emptied(self._answers)
            self._show_plan(w)
        for action in w.plan:
            self._owners[action.id].show_owner(w, action)
        missing = sum(not one.owner for one in w.plan)
        self._nobody.setText(finishing.without_owner(self._speech, missing, len(w.plan)))
        self._who.setVisible(bool(w.plan))

    def _show_decided(self, w: Workshop) -> None:
        grid = _grid(1)
        for place, pivot in enumerate(w.pivots):
            target = w.target_of(pivot.id)
            grid.addWidget(_chip(pivot), place, 0)
            grid.addWidget(OneLine(w.words(pivot.id, "short", pivot.short)), place, 1)
            grid.addWidget(words(self._step(w, pivot), "bold"), place, 2)
            month = short_month(self._speech, target.horizon) if target is not None else ""
            grid.addWidget(words(month, "muted", align=RIGHT), place, 3)
        self._decided.addLayout(grid)

    def _step(self, w: Workshop, pivot: Pivot) -> str:
        """From today to the target, in short."""
        say, score, target = self._speech.say, levels.in_force(w, pivot.id), levels.target(w, pivot.id)
        if score.level is None:
            return not_scored(self._speech)
        now = formats.in_force(self._speech, score)
        if target is None:
            return now
        if target <= score.level and not is_below(score.level, target):
            return say("stay at {level}", level=now)
        return say("{now} to {target}", now=now, target=formats.agreed(self._speech, target))

    def _show_unsettled(self, w: Workshop) -> None:
        say, column_ = self._speech.say, self._unsettled
        opened = [
            (pivot, decided.left_open(self._speech, found.rationale))
            for pivot in w.pivots
            if (found := w.decision_on("pivot", pivot.id)) is not None and found.level is None
        ]
        dissent = [
            (pivot, found.dissent)
            for pivot in w.pivots
            if (found := w.decision_on("pivot", pivot.id)) is not None and found.dissent
        ]
        for heading, rows in ((say("Left open"), opened), (say("Dissent, printed with the level"), dissent)):
            if rows:
                column_.addWidget(words(heading, "over"))
            for pivot, text in rows:
                column_.addLayout(row(_chip(pivot), (words(text, "", wrap=True), 1), gap=10))
        if not opened and not dissent:
            column_.addWidget(
                words(say("Nothing was left open, and no dissent is recorded."), "muted", wrap=True)
            )
        parked = sum(note.kind == "parking" for note in w.notes.values())
        if parked:
            column_.addWidget(words(finishing.parked(self._speech, parked), "muted", wrap=True))

    def _show_plan(self, w: Workshop) -> None:
        grid = _grid(2)
        grid.setColumnStretch(3, 1)
        self._owners = {}
        before: str | None = ""
        for place, action in enumerate(levels.by_wave(w.plan)):
            if action.wave != before:
                named = wave_name(self._speech, action.wave) if action.wave in WAVES else formats.NONE
                grid.addWidget(words(named, "muted"), place, 0)
                before = action.wave
            grid.addWidget(_chip(w.framework.pivot_by_id[action.pivot]), place, 1)
            grid.addWidget(OneLine(action.title), place, 2)
            grid.addWidget(self._owner(action), place, 3)
        self._answers.addLayout(grid)

    def _owner(self, action: Action) -> OwnerEntry:
        number = action_number(action.number or 0)
        made = OwnerEntry(self._speech, self._speech.say("Owner of {action}", action=number))
        made.edited.connect(
            lambda text: self.told.emit(made, actions.edit, {"action": action.id, "owner": text})
        )
        self._owners[action.id] = made
        return made


def _grid(wide: int) -> QGridLayout:
    made = QGridLayout()
    made.setHorizontalSpacing(10)
    made.setVerticalSpacing(6)
    made.setColumnStretch(wide, 1)
    return made


def _chip(pivot: Pivot) -> PivotChip:
    return PivotChip(pivot.colour, pivot.icon, size=22, says=str(pivot.place))

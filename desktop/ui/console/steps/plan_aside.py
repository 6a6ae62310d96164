"""Beside the actions: each pivot today, with the plan, and wanted; and what is to finish after the day."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from desktop.model import levels
from desktop.model.measures.projection import Projection, closes
from desktop.model.to_finish import to_finish
from desktop.model.workshop import Workshop
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, rule
from desktop.ui.widgets.words import RIGHT, OneLine, PivotChip, words
from desktop.words import reach
from desktop.words.catalogue import Words
from desktop.words.finishing import how_many_to_finish
from desktop.words.formats import agreed, computed, in_force


class PlanAside(QFrame):
    """A row a pivot; only the facilitator sees it."""

    def __init__(self, speech: Words, w: Workshop) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._cells: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        self._seen: tuple[object, ...] = ()
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        heads = (speech.say("Today"), speech.say("Plan"), speech.say("Wanted"))
        for place, head in enumerate(heads, start=2):
            grid.addWidget(words(head, "over", align=RIGHT), 0, place)
        for place, pivot in enumerate(w.pivots, start=1):
            grid.addWidget(PivotChip(pivot.colour, pivot.icon, size=22, says=str(pivot.place)), place, 0)
            grid.addWidget(OneLine(w.words(pivot.id, "short", pivot.short)), place, 1)
            cells = (words("", "", align=RIGHT), words("", "", align=RIGHT), words("", "", align=RIGHT))
            for column_, cell in enumerate(cells, start=2):
                grid.addWidget(cell, place, column_)
            self._cells[pivot.id] = cells
        self._reach = words("", "muted", wrap=True)
        self._open = words("", "over")
        self.setLayout(column(rule(), 4, grid, 4, self._reach, rule(), self._open, gap=8))

    def show_plan(self, w: Workshop) -> None:
        """Show where the plan takes every pivot, if all of it finishes and works; nothing new, nothing done."""
        rests_on = (w.actions, w.targets, w.decisions, w.rounds)
        if len(self._seen) == len(rests_on) and all(map(is_, self._seen, rests_on)):
            return
        self._seen = rests_on
        say = self._speech.say
        projected = levels.projections(w)
        for key, (today, plan, wanted) in self._cells.items():
            one, score = projected[key], levels.in_force(w, key)
            acted = any(action.pivot == key for action in w.plan)
            today.setText(in_force(self._speech, score) if score.level is not None else "–")
            lacks = bool(one.gap) and not acted and bool(w.plan)
            plan.setText(
                say("no action") if lacks else computed(self._speech, one.projected) if acted else ""
            )
            restyle(plan, role="warn" if lacks else "bold")
            wanted.setText(agreed(self._speech, one.target))
        self._show_reach(w, projected)
        self._open.setText(how_many_to_finish(self._speech, len(to_finish(w))) if w.plan else "")

    def _show_reach(self, w: Workshop, projected: Mapping[str, Projection]) -> None:
        names = {pivot.id: w.words(pivot.id, "name", pivot.name) for pivot in w.pivots}
        closed, asked = closes(projected.values())
        reached = [names[key] for key, one in projected.items() if one.gap and one.uncovered == 0]
        gaps = sum(bool(one.gap) for one in projected.values())
        self._reach.setText(reach.reach(self._speech, len(w.plan), closed, asked, reached, [], pivots=gaps))

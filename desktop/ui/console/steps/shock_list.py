"""The shocks to choose from: which pivots each tests, which suit what was talked about, which were lived through."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLayout

from desktop.model import framework as content
from desktop.model import shocks
from desktop.model.records import Step
from desktop.model.shock_file import Shock
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.widgets.arrange import column, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import OneLine, PivotChip, keycap, words
from desktop.words.catalogue import Words


class ShockList(QFrame):
    """A row a shock. ``chosen`` carries its id, ``drawn`` asks for chance."""

    chosen = Signal(str)
    drawn = Signal()

    def __init__(self, speech: Words, w: Workshop) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._speech = speech
        say = speech.say
        self.rows: dict[str, Button] = {}
        self._marks: dict[str, QLabel] = {}
        self.draw = Button(say("Draw one"), icon="shuffle", key="D")
        self.draw.clicked.connect(self.drawn)
        self._explain = words("", "muted", wrap=True)
        lines = column(row((self._explain, 1), self.draw), 4, rule(), gap=8, pad=24)
        for number, shock in enumerate(shocks.fitting(w), 1):
            lines.addLayout(self._row(w, number, shock))
        self.setLayout(lines)

    def _row(self, w: Workshop, number: int, shock: Shock) -> QLayout:
        title = content.say(shock.title, w.language)
        mark = words("", "muted")
        button = Button(
            self._speech.say("Choose"),
            kind="tick",
            height=34,
            name=self._speech.say("Choose “{shock}”", shock=title),
        )
        button.clicked.connect(lambda: self.chosen.emit(shock.id))
        self.rows[shock.id], self._marks[shock.id] = button, mark
        chips = row(gap=4)
        for pivot in sorted(
            (w.framework.pivot_by_id[key] for key in shock.pivots), key=lambda one: one.place
        ):
            chips.addWidget(
                PivotChip(pivot.colour, pivot.icon, size=22, says=w.words(pivot.id, "short", pivot.short))
            )
        return row(keycap(str(number)), 4, (OneLine(title, "strong"), 1), mark, 8, chips, 8, button, gap=8)

    def show_step(self, w: Workshop, step: Step) -> None:
        """Mark what is suggested, lived through and chosen; where everything is suggested, no mark helps."""
        say, past = self._speech.say, shocks.lived(w)
        liked = {one.id for one in shocks.suggested(w)}
        some = liked != set(self.rows) - past
        self._explain.setText(
            say("Suggested: stories that test what the room has talked about.")
            if some
            else say("Each of these stories tests what the room talks about today.")
        )
        for key, button in self.rows.items():
            button.setChecked(key == step.subject)
            told = say("lived through") if key in past else say("suggested") if some and key in liked else ""
            self._marks[key].setText(told)
            theme.restyle(self._marks[key], role="warn" if key in past else "accent")
        self.draw.setEnabled(bool(shocks.to_draw(w, step)))

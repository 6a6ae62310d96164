"""What holds us back: up to three of the framework's barriers for a pivot, ticked as the room names them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model.framework import Pivot, say
from desktop.model.verbs import barriers
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words

SIDE_BY_SIDE = 3


class Barriers(QFrame):
    """A tick a barrier; none where the framework names none."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._feed = feed
        self._pivot = ""
        w = feed.workshop
        self.ticks: dict[str, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (key, text) in enumerate(w.framework.barriers):
            tick = Button(say(text, w.language), kind="tick", height=34, widest=280)
            tick.clicked.connect(self._pick)
            self.ticks[key] = tick
            grid.addWidget(tick, place // SIDE_BY_SIDE, place % SIDE_BY_SIDE)
        for place in range(SIDE_BY_SIDE):
            grid.setColumnStretch(place, 1)
        heading = words(speech.say("What holds us back?"), "strong")
        self.setLayout(column(
            row(heading, ..., words(speech.say("at most three"), "muted")), grid, gap=10, pad=(24, 16, 24, 18),
        ))  # fmt: skip

    @property
    def any(self) -> bool:
        """Whether the framework names barriers."""
        return bool(self.ticks)

    def show_pivot(self, w: Workshop, pivot: Pivot) -> None:
        """Show what was named for a pivot."""
        self._pivot = pivot.id
        named = {one.barrier for one in w.barriers.values() if one.pivot == pivot.id}
        for key, tick in self.ticks.items():
            tick.setChecked(key in named)

    def _pick(self) -> None:
        w, pivot = self._feed.workshop, self._pivot
        chosen = tuple(key for key, tick in self.ticks.items() if tick.isChecked())
        ask(self, self._feed.desk.do, barriers.pick, pivot=pivot, barriers=chosen)
        # Until it is kept the ticks stand as the workshop does: a refused fourth one never shows.
        self.show_pivot(w, w.framework.pivot_by_id[pivot])

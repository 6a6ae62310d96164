"""Beside the targets: the gaps, largest first, and how firm their order is. Only the facilitator sees it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model import levels
from desktop.model.measures.priority import Order, Priority, equal_at_cut
from desktop.model.measures.score import Source
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.widgets.arrange import column, emptied, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import RIGHT, OneLine, PivotChip, words
from desktop.words import formats, gaps
from desktop.words.catalogue import Words

DOUBTFUL = (Order.TIE, Order.CLOSE_CALL)


class GapsAside(QFrame):
    """The order of the gaps; beside each a word for how firm it stands before the next."""

    preferred = Signal(str)
    """The room's word: this pivot comes first among equals."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._body = column(gap=8)
        self._shown: object = None
        heading = row(
            words(speech.say("Gaps, largest first"), "over"),
            ...,
            words(speech.say("only you see this"), "muted"),
        )
        self.setLayout(column(rule(), 4, heading, self._body, gap=8))

    def show_gaps(self, w: Workshop) -> None:
        """Show the order as it stands; built anew only when it has changed."""
        order, pairs = levels.gaps(w), levels.firmness(w)
        if self._shown == (order, pairs):
            return
        self._shown = (order, pairs)
        emptied(self._body)
        if not any(one.value for one in order):
            said = gaps.all_met(self._speech) if w.targets else gaps.no_targets(self._speech)
            self._body.addWidget(words(said, "muted", wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for place, one in enumerate(order):
            self._add(grid, w, place, one, order)
        for place, pair in enumerate(pairs):
            role = "warn" if pair.order in DOUBTFUL else "muted"
            if order[place + 1].value:
                grid.addWidget(words(gaps.order_word(self._speech, pair.order), role), place, 5)
        self._body.addLayout(grid)
        self._ask(w, order)

    def _add(
        self, grid: QGridLayout, w: Workshop, place: int, one: Priority, order: tuple[Priority, ...]
    ) -> None:
        pivot = w.framework.pivot_by_id[one.pivot]
        most = max((other.gap or Fraction(0) for other in order), default=Fraction(1))
        kept = place < 3 and bool(one.value)
        first = next(at for at, other in enumerate(order, start=1) if other.value == one.value)
        size = formats.steps(
            self._speech, one.gap, agreed_levels=levels.in_force(w, one.pivot).source is Source.AGREED
        )
        said = size if one.gap else self._speech.say("stay") if one.target is not None else formats.NONE
        bar = Bar(ink=theme.current().theme.ground.pivot(pivot.colour), width=56, thick=6)
        bar.show_share(float((one.gap or 0) / most), said)
        chip = PivotChip(pivot.colour, pivot.icon, size=20, says=str(pivot.place))
        name = OneLine(w.words(pivot.id, "short", pivot.short), "bold" if kept else "muted")
        for column_, widget in enumerate((
            words(str(first) if one.value else formats.NONE, "bold" if kept else "muted", width=14), chip, name, bar,
            words(said, "bold" if kept else "muted", align=RIGHT, width=34),
        )):  # fmt: skip
            grid.addWidget(widget, place, column_)

    def _ask(self, w: Workshop, order: tuple[Priority, ...]) -> None:
        """Equal at the cut of three: the room says which comes first."""
        equal = equal_at_cut(order)
        if not equal:
            return
        names = [w.words(key, "name", w.framework.pivot_by_id[key].name) for key in equal]
        self._body.addWidget(words(gaps.ask_the_room(self._speech, names), "", wrap=True))
        for at in range(0, len(equal), 2):
            buttons = row(gap=8)
            for key in equal[at : at + 2]:
                pivot = w.framework.pivot_by_id[key]
                short = w.words(key, "short", pivot.short)
                first = Button(short, name=self._speech.say("{pivot} first", pivot=short), height=34)
                first.clicked.connect(lambda _=False, key=key: self.preferred.emit(key))
                buttons.addWidget(first, 1)
            self._body.addLayout(buttons)

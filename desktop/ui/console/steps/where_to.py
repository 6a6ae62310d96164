"""Where to: a target for each pivot in a key cell, the horizon they share, and the gaps that follow."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel

from desktop.model import levels
from desktop.model.measures.priority import Order, equal_at_cut
from desktop.model.verbs import targets
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, emptied, frame, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import MIDDLE, RIGHT, PivotChip, words
from desktop.words import formats, gaps
from desktop.words.catalogue import Words
from desktop.words.dates import until
from desktop.words.missing import not_scored


class TargetCell(QLabel):
    """A target: digits, + and −; arrows go to the next pivot."""

    chosen = Signal(object)
    moved = Signal(int)
    entered = Signal()

    def __init__(self, name: str, lowest: int, highest: int) -> None:
        super().__init__()
        self.setProperty("keycell", True)
        self.setProperty("role", "cell")
        self.setAlignment(MIDDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setFixedSize(76, 40)
        self._lowest, self._highest = lowest, highest
        self.value: Fraction | None = None

    def write(self, value: Fraction | None, words_: str) -> None:
        """Show a target that is kept."""
        self.value = value
        self.setText(words_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or go on."""
        text, key = event.text(), event.key()
        if text.isdecimal() and text.isascii() and text:
            self.chosen.emit(Fraction(int(text)))
        elif text in ("+", "-"):
            start = self.value if self.value is not None else Fraction(self._lowest)
            step = Fraction(1, 2) if text == "+" else Fraction(-1, 2)
            self.chosen.emit(max(Fraction(self._lowest), min(Fraction(self._highest), start + step)))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved.emit(1)
        elif key == Qt.Key.Key_Up:
            self.moved.emit(-1)
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which pivot is talked about."""
        super().focusInEvent(event)
        restyle(self, focus="true")
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No longer."""
        super().focusOutEvent(event)
        restyle(self, focus="false")


class WhereToStep(StepScreen):
    """Targets, then gaps."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say = speech.say
        w = feed.workshop
        self._now: dict[str, QLabel] = {}
        self._gap: dict[str, QLabel] = {}
        self.cells: dict[str, TargetCell] = {}
        rows = column(gap=8)
        rows.addLayout(row(
            (words(say("Pivot"), "over"), 1), words(say("Now"), "over", align=MIDDLE, width=110),
            words(say("Target"), "over", align=MIDDLE, width=84), words(say("Gap"), "over", align=RIGHT, width=70), gap=12,
        ))  # fmt: skip
        for pivot in w.pivots:
            rows.addWidget(rule())
            name = w.words(pivot.id, "name", pivot.name)
            cell = TargetCell(say("Target for {pivot}", pivot=name), w.framework.lowest, w.framework.highest)
            cell.chosen.connect(lambda value, key=pivot.id: self._set(key, value))
            cell.moved.connect(lambda by, key=pivot.id: self._move(key, by))
            cell.entered.connect(self.changed)
            self.cells[pivot.id] = cell
            self._now[pivot.id] = words("", "", align=MIDDLE, width=110)
            self._gap[pivot.id] = words("", "bold", align=RIGHT, width=70)
            rows.addLayout(row(
                PivotChip(pivot.colour, pivot.icon, says=str(pivot.place)), (words(name, "strong", wrap=True), 1),
                self._now[pivot.id], cell, self._gap[pivot.id], gap=12,
            ))  # fmt: skip
        self.horizon = Entry(say("By the end of"), width=96)
        self.horizon.edited.connect(self._year)
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        self._order = column(gap=6)
        self.setLayout(column(
            frame("card", column(rows, 4, row(words(say("By the end of"), "muted"), self.horizon, words(say("Year"), "key"), ...), self._wrong, gap=10, pad=24)),
            frame("card", column(words(say("The largest gaps"), "strong"), self._order, gap=8, pad=24)), ..., gap=16,
        ))  # fmt: skip

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show levels, targets and the order of gaps."""
        for pivot in w.pivots:
            score = levels.in_force(w, pivot.id)
            self._now[pivot.id].setText(
                formats.in_force(self.speech, score) if score.level is not None else not_scored(self.speech)
            )
            target = levels.target(w, pivot.id)
            self.cells[pivot.id].write(target, formats.agreed(self.speech, target))
        for gap in levels.gaps(w):
            halves = w.decision_on("pivot", gap.pivot) is not None
            self._gap[gap.pivot].setText(formats.steps(self.speech, gap.gap, agreed_levels=halves))
        horizons = sorted({one.horizon for one in w.targets.values() if one.horizon})
        self.horizon.show_value(horizons[-1][:4] if horizons else str(int(w.about.date[:4]) + 1))
        self._show_order(w)

    def _show_order(self, w: Workshop) -> None:
        emptied(self._order)
        rows = levels.gaps(w)
        ranked = [one for one in rows if one.value]
        if not ranked:
            self._order.addWidget(
                words(gaps.all_met(self.speech) if w.targets else gaps.no_targets(self.speech), "muted")
            )
            return
        pairs = {pair.first: pair for pair in levels.firmness(w)}
        for one in ranked[:4]:
            pair = pairs.get(one.pivot)
            word = gaps.order_word(self.speech, pair.order) if pair else ""
            role = "warn" if pair is not None and pair.order is Order.CLOSE_CALL else "muted"
            pivot = w.framework.pivot_by_id[one.pivot]
            self._order.addLayout(
                row(words(w.words(pivot.id, "name", pivot.name), "bold"), ..., words(word, role))
            )
        equal = equal_at_cut(rows)
        if equal:
            names = [w.words(key, "name", w.framework.pivot_by_id[key].name) for key in equal]
            self._order.addWidget(words(gaps.ask_the_room(self.speech, names), "warn", wrap=True))
            buttons = row(gap=8)
            for key in equal:
                pivot = w.framework.pivot_by_id[key]
                first = Button(
                    self.speech.say("{pivot} first", pivot=w.words(key, "short", pivot.short)), height=32
                )
                first.clicked.connect(
                    lambda _=False, key=key, first=first: ask(
                        first, self.feed.desk.do, targets.prefer, pivot=key
                    )
                )
                buttons.addWidget(first)
            buttons.addStretch(1)
            self._order.addLayout(buttons)

    def heading(self, w: Workshop, place: Place) -> Heading:
        """The whole city."""
        return Heading(w.about.city, self.speech.say("Where do we want to be?"))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """Look ahead."""
        horizons = sorted({one.horizon for one in w.targets.values() if one.horizon})
        day = until(self.speech, horizons[-1] if horizons else f"{int(w.about.date[:4]) + 1}-12-31")
        equal = equal_at_cut(levels.gaps(w))
        return Spoken(
            ("where_to", "equal_gaps") if equal and place.part == "gaps" else ("where_to",), {"horizon": day}
        )

    def keyed(self, key: str) -> bool:
        """Digits begin with the first pivot without a target; Y goes to the year."""
        if key.lower() == "y":
            self.horizon.setFocus()
            self.horizon.selectAll()
            return True
        if key.isdecimal() and key.isascii():
            without = [
                pivot.id
                for pivot in self.feed.workshop.pivots
                if self.feed.workshop.target_of(pivot.id) is None
            ]
            cell = self.cells[without[0]] if without else next(iter(self.cells.values()))
            cell.setFocus()
            cell.chosen.emit(Fraction(int(key)))
            return True
        return False

    def _set(self, pivot: str, value: Fraction) -> None:
        year = self.horizon.text().strip()
        horizon = f"{year}-12-31" if year.isdecimal() and len(year) == 4 else None
        ask(
            self, self.feed.desk.do, targets.set, pivot=pivot, level=float(value), horizon=horizon,
            refused=lambda _no, sentence: self._complain(sentence), then=lambda _: self._wrong.hide(),
        )  # fmt: skip

    def _move(self, pivot: str, by: int) -> None:
        order = list(self.cells)
        at = order.index(pivot) + by
        if 0 <= at < len(order):
            self.cells[order[at]].setFocus()

    def _year(self, text: str) -> None:
        if not (text.strip().isdecimal() and len(text.strip()) == 4):
            self._complain(
                self.speech.say(
                    "“{text}” is no year. Please write four digits, such as 2028.", text=text[:20]
                )
            )
            return
        self._wrong.hide()
        for target in self.feed.workshop.targets.values():
            ask(
                self,
                self.feed.desk.do,
                targets.set,
                pivot=target.pivot,
                level=target.level,
                horizon=f"{text.strip()}-12-31",
                refused=lambda _no, sentence: self._complain(sentence),
            )

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

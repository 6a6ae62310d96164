"""Where to: a target and a month for each pivot by keys alone; the gaps rank themselves for the facilitator."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from desktop.model import levels
from desktop.model.change import Change
from desktop.model.measures.priority import equal_at_cut
from desktop.model.refused import NotKept, Refused
from desktop.model.verbs import targets
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.console.steps.gaps_aside import GapsAside
from desktop.ui.console.steps.target_row import TargetCell, TargetRow, heads
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, frame, row, rule
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import keycap, words
from desktop.words import formats
from desktop.words.calendar_days import read_month
from desktop.words.catalogue import Words
from desktop.words.dates import month, until
from desktop.words.gaps import below_today


class WhereToStep(StepScreen):
    """Targets, then gaps."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say, w = speech.say, feed.workshop
        self.rows = {pivot.id: self._new_row(w, pivot.id) for pivot in w.pivots}
        self._in_hand = w.pivots[0].id
        self._asked: tuple[str, Fraction] | None = None
        self.gaps = GapsAside(speech)
        self.gaps.preferred.connect(lambda key: ask(self, feed.desk.do, targets.prefer, pivot=key))
        self._asks_why = words("", "over")
        self.why = Entry(
            say("Why this target"), hint=say("One line for the report, if you like"), kind="small"
        )
        self._why_lost: dict[str, str] = {}
        """What was written of a pivot and not kept."""
        self.why.edited.connect(self._keep_why)
        self.why.reverted.connect(lambda: self._why_lost.pop(self._in_hand, None))
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        table = column(heads(speech, w), rule(), *self.rows.values(), gap=1, pad=(6, 6, 6, 6))
        levels_ = f"{w.framework.lowest}–{w.framework.highest}"
        self.setLayout(column(
            frame("card", table), row(
                keycap(levels_), words(say("target"), "muted"), 4, keycap("+"), words(say("half a step"), "muted"), 4,
                keycap("Enter"), words(say("next pivot"), "muted"), 4, keycap("Y"), words(say("a year later"), "muted"), 4,
                keycap("0"), words(say("stay"), "muted"), ..., gap=6,
            ), self._wrong, column(self._asks_why, self.why, gap=6), ..., gap=14,
        ))  # fmt: skip

    @property
    def cells(self) -> dict[str, TargetCell]:
        """The key cells, by pivot."""
        return {key: one.cell for key, one in self.rows.items()}

    def _new_row(self, w: Workshop, key: str) -> TargetRow:
        made = TargetRow(self.speech, w, w.framework.pivot_by_id[key])
        made.cell.chosen.connect(lambda value: self._choose(key, value))
        made.cell.stays.connect(lambda: self._stay(key))
        made.cell.moved.connect(lambda by: self._move(key, by))
        made.cell.entered.connect(lambda: self._enter(key))
        made.dated.connect(lambda text: self._date(key, text))
        return made

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show levels, targets and the order of gaps."""
        order = {one.pivot: one.gap for one in levels.gaps(w)}
        for key, row_ in self.rows.items():
            target = w.target_of(key)
            row_.show_target(levels.in_force(w, key), target, order[key], chosen=key == self._in_hand)
        self._show_why(w)
        self.gaps.show_gaps(w)

    def _show_why(self, w: Workshop) -> None:
        target = w.target_of(self._in_hand)
        self.why.setEnabled(target is not None)
        self.why.show_value(target.rationale if target is not None else "")
        if target is None:
            self._asks_why.setText("")
            return
        pivot = w.framework.pivot_by_id[self._in_hand]
        self._asks_why.setText(self.speech.say(
            "Why {level} by {month} for {pivot}?", level=formats.agreed(self.speech, target.level),
            month=month(self.speech, target.horizon), pivot=w.words(pivot.id, "short", pivot.short),
        ))  # fmt: skip

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

    def aside(self) -> QWidget:
        """The gaps, largest first."""
        return self.gaps

    def keyed(self, key: str) -> bool:
        """Digits begin with the first pivot without a target; Y moves the pivot in hand a year on."""
        w = self.feed.workshop
        if key.lower() == "y":
            self._later()
            return True
        if key.isdecimal() and key.isascii():
            without = [pivot.id for pivot in w.pivots if w.target_of(pivot.id) is None]
            cell = self.cells[without[0] if without else self._in_hand]
            cell.setFocus()
            if key == "0" and w.framework.lowest > 0:
                cell.stays.emit()
            else:
                cell.wish(Fraction(int(key)))
            return True
        return False

    def _choose(self, pivot: str, value: Fraction) -> None:
        """A level typed. One below today's may be a slip: it is asked about once, and kept when typed again."""
        today = levels.in_force(self.feed.workshop, pivot)
        target = self.feed.workshop.target_of(pivot)
        asked, self._asked = self._asked, None
        known = target is not None and Fraction(target.level) == value
        if today.level is None or value >= today.level or known or asked == (pivot, value):
            self._set(pivot, value)
            return
        self._asked = (pivot, value)
        self.cells[pivot].forget()
        self._complain(below_today(self.speech, value, today.level, today.source), tone="warn")

    # ---- keeping ----------------------------------------------------------------------------------------------

    def _set(
        self, pivot: str, value: Fraction, *, horizon: str | None = None, rationale: str | None = None,
        typed: Entry | None = None, lost: Callable[[], object] = lambda: None, kept: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        """``typed`` is where it was typed, if not in the pivot's cell; ``lost`` and ``kept`` hear what became of it."""

        def refused(_no: Refused, sentence: str) -> None:
            self.cells[pivot].forget()
            self._complain(sentence)

        def no(_no: NotKept) -> None:
            self.cells[pivot].forget()
            lost()

        def yes(_change: Change) -> None:
            self._wrong.hide()
            kept()

        ask(
            typed or self, self.feed.desk.do, targets.set, pivot=pivot, level=float(value), horizon=horizon,
            rationale=rationale, refused=refused, not_kept=no, then=yes, about=(targets.set, pivot, typed, rationale is None),
        )  # fmt: skip

    def _stay(self, pivot: str) -> None:
        """The target is where the pivot stands; a computed level counts as the half step below it."""
        level = levels.in_force(self.feed.workshop, pivot).level
        if level is None:
            self._complain(self.speech.say("This pivot has no level to stay at. Please choose a target."))
            return
        self._set(pivot, Fraction(int(level * 2), 2))

    def _date(self, pivot: str, text: str) -> None:
        target = self.feed.workshop.target_of(pivot)
        found = read_month(text)
        if target is None or found is None:
            self._complain(self.speech.say(
                "“{text}” is no month. Please write one such as Dec 2028, or a year.", text=text[:20]
            ))  # fmt: skip
            return
        self._set(pivot, Fraction(target.level), horizon=found, typed=self.rows[pivot].by)

    def _later(self) -> None:
        target = self.feed.workshop.target_of(self._in_hand)
        if target is not None and target.horizon:
            year, rest = int(target.horizon[:4]) + 1, target.horizon[5:7]
            self._set(self._in_hand, Fraction(target.level), horizon=f"{year}-{rest}")

    def _keep_why(self, text: str) -> None:
        pivot = self._in_hand
        target = self.feed.workshop.target_of(pivot)
        if target is None:
            return

        def lost() -> None:
            self._why_lost[pivot] = text
            self._show_lost()

        def kept() -> None:
            self._why_lost.pop(pivot, None)
            if pivot == self._in_hand:
                self.why.arrived()

        self._set(pivot, Fraction(target.level), rationale=text, lost=lost, kept=kept)

    def _show_lost(self) -> None:
        if (text := self._why_lost.get(self._in_hand)) is not None:
            self.why.put_back(text)

    def _enter(self, pivot: str) -> None:
        if pivot != self._in_hand:
            self.why.arrived()  # what was not kept of the other pivot comes back with it
        self._in_hand = pivot
        self._asked = None
        w = self.feed.workshop
        self._show_lost()
        self.show_place(w, Place("", "aims"))
        self.changed.emit()

    def _move(self, pivot: str, by: int) -> None:
        order = list(self.cells)
        at = order.index(pivot) + by
        if 0 <= at < len(order):
            self.cells[order[at]].setFocus()

    def _complain(self, sentence: str, *, tone: str = "bad") -> None:
        self._wrong.setText(sentence)
        restyle(self._wrong, role=tone)
        self._wrong.show()

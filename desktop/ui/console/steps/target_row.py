"""One pivot of *Where to*: today and target on a line, the target's key cell, by when, and the gap."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.model.framework import Pivot
from desktop.model.measures.score import PivotScore, Source
from desktop.model.records import Target
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import frame, row
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import MIDDLE, RIGHT, OneLine, PivotChip, words
from desktop.words import formats
from desktop.words.catalogue import Words
from desktop.words.dates import short_month
from desktop.words.gaps import is_below
from desktop.words.missing import not_scored

NAME, BY, GAP, TALL = 120, 104, 40, 44
SIDE = 16
"""Room at both ends of the line for the marks at its ends."""


class TargetCell(QLabel):
    """A target: digits, + and −; arrows go to the next pivot."""

    chosen = Signal(object)
    stays = Signal()
    """0 where 0 is no level: the pivot stays where it is."""
    moved = Signal(int)
    entered = Signal()

    def __init__(self, name: str, lowest: int, highest: int) -> None:
        super().__init__()
        self.setProperty("keycell", True)
        self.setProperty("role", "cell")
        self.setAlignment(MIDDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setFixedSize(72, 40)
        self._lowest, self._highest = lowest, highest
        self.value: Fraction | None = None
        self._wished: Fraction | None = None

    def write(self, value: Fraction | None, words_: str) -> None:
        """Show a target that is kept."""
        self.value = value
        if value == self._wished:
            self._wished = None
        self.setText(words_)

    def wish(self, value: Fraction) -> None:
        """Ask for a target."""
        self._wished = value
        self.chosen.emit(value)

    def forget(self) -> None:
        """What was asked for last was not kept."""
        self._wished = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or go on."""
        text, key = event.text(), event.key()
        if text == "0" and self._lowest > 0:
            self.stays.emit()
        elif text.isdecimal() and text.isascii() and text:
            self.wish(Fraction(int(text)))
        elif text in ("+", "-"):
            # From what was typed last, kept already or not: fingers are faster than the disk.
            start = self._wished if self._wished is not None else self.value
            step = Fraction(1, 2) if text == "+" else Fraction(-1, 2)
            wished = (start if start is not None else Fraction(self._lowest)) + step
            self.wish(max(Fraction(self._lowest), min(Fraction(self._highest), wished)))
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


class Track(QWidget):
    """Today as a disc (hollow while computed), the target as an upright, the gap between them."""

    def __init__(self, colour: int, lowest: int, highest: int) -> None:
        super().__init__()
        self._colour, self._lowest, self._highest = colour, lowest, highest
        self._now: Fraction | None = None
        self._target: Fraction | None = None
        self._agreed = False
        self.setMinimumSize(120, TALL)

    def show_levels(self, now: Fraction | None, target: Fraction | None, *, agreed: bool, says: str) -> None:
        """Other levels, and the sentence with their numbers."""
        self._now, self._target, self._agreed = now, target, agreed
        self.setAccessibleName(says)
        self.update()

    def at(self, level: Fraction | int) -> float:
        """Where a level stands on the line."""
        span = max(1, self._highest - self._lowest)
        return SIDE + float(level - self._lowest) / span * (self.width() - 2 * SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Levels, gap, target, today."""
        worn, middle = theme.current().theme, self.height() / 2
        ink = QColor(worn.ground.pivot(self._colour))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for level in range(self._lowest, self._highest + 1):
            painter.fillRect(QRectF(self.at(level), 0, 1, self.height()), QColor(worn.border))
        if self._target is not None and self._now is not None and self._target > self._now:
            start = self.at(self._now)
            painter.fillRect(QRectF(start, middle - 4, self.at(self._target) - start, 8), ink)
        if self._target is not None:
            painter.fillRect(QRectF(self.at(self._target) - 2, middle - 12, 4, 24), QColor(worn.text))
        if self._now is not None:
            painter.setPen(QPen(ink, 3))
            painter.setBrush(ink if self._agreed else QColor(worn.surface))
            painter.drawEllipse(QRectF(self.at(self._now) - 8, middle - 8, 16, 16))


class TargetRow(QFrame):
    """Key cell and editor; the step screen keeps what they tell."""

    dated = Signal(str)
    """What was typed as the month it shall be reached by."""

    def __init__(self, speech: Words, w: Workshop, pivot: Pivot) -> None:
        super().__init__()
        self.setProperty("role", "entry")
        self._speech = speech
        short = w.words(pivot.id, "short", pivot.short)
        name = w.words(pivot.id, "name", pivot.name)
        lowest, highest = w.framework.lowest, w.framework.highest
        self.cell = TargetCell(speech.say("Target for {pivot}", pivot=name), lowest, highest)
        self.by = Entry(
            speech.say("By when for {pivot}", pivot=name), hint=formats.NONE, kind="small", width=BY
        )
        self._track = Track(pivot.colour, lowest, highest)
        self._name = OneLine(short, "body")
        held = frame("plain", row(self._name, gap=0), width=theme.current().px(NAME))
        self._gap = words("", "bold", align=RIGHT, width=GAP)
        self.setLayout(row(
            PivotChip(pivot.colour, pivot.icon, says=str(pivot.place)), 4, held, (self._track, 1), self.cell,
            self.by, self._gap, gap=8, pad=(10, 3, 10, 3),
        ))  # fmt: skip
        self.by.edited.connect(self.dated)

    def show_target(
        self, score: PivotScore, target: Target | None, gap: Fraction | None, *, chosen: bool
    ) -> None:
        """Show where the pivot stands and shall stand; a month being typed is left alone."""
        level = Fraction(target.level) if target is not None else None
        now = formats.in_force(self._speech, score) if score.level is not None else not_scored(self._speech)
        wanted = formats.agreed(self._speech, level)
        says = self._speech.say("now {now}, target {target}", now=now, target=wanted)
        self._track.show_levels(score.level, level, agreed=score.source is Source.AGREED, says=says)
        self.cell.write(level, "" if level is None else wanted)
        self.by.show_value(short_month(self._speech, target.horizon) if target is not None else "")
        self.by.setEnabled(target is not None)
        stays = target is not None and not gap
        agreed = score.source is Source.AGREED
        said = formats.steps(self._speech, gap, agreed_levels=agreed)
        if stays:
            below = level is not None and score.level is not None and is_below(score.level, level)
            said = self._speech.say("lower") if below else self._speech.say("stay")
        self._gap.setText(said)
        restyle(self._gap, role="muted" if stays else "bold")
        restyle(self._name, role="strong" if chosen else "body")
        restyle(self, chosen=chosen)


def heads(speech: Words, w: Workshop) -> QFrame:
    """The heads of the columns, the levels over the line."""
    made = QFrame()
    made.setProperty("role", "plain")
    scale = QFrame()
    scale.setProperty("role", "plain")
    levels = [words(str(level), "over", align=MIDDLE, width=2 * SIDE) for level in w.framework.levels]
    parts = [part for label in levels for part in (label, ...)][:-1]
    scale.setLayout(row(*parts, gap=0))
    made.setLayout(row(
        words(speech.say("Pivot"), "over", width=NAME + 42), (scale, 1), words(speech.say("Target"), "over", align=MIDDLE, width=72),
        words(speech.say("By"), "over", width=BY), words(speech.say("Gap"), "over", align=RIGHT, width=GAP), gap=8,
        pad=(10, 4, 10, 4),
    ))  # fmt: skip
    return made

"""How a workshop looks in the list: city and title, day, people, questions, state, and its seven pivots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.look.palette import mix
from desktop.ui import theme
from desktop.ui.icons import pixmap
from desktop.ui.portfolio.ready import standing
from desktop.ui.portfolio.shelf import LISTING
from desktop.words.calendar_days import table_day
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from desktop.model.library.listing import Listing
    from desktop.ui.portfolio.known import Known

ROW, HEAD, PAD = 57, 40, 24
_BARS, _GAP = 112, 24
_SHARES = {"city": 29, "day": 17, "people": 9, "questions": 14, "state": 25}
_LEAST_FOR_QUESTIONS = 1040
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins and how wide it is, in a row of this width."""

    at: dict[str, tuple[int, int]]

    @classmethod
    def over(cls, width: int) -> Columns:
        """Share the room out: the bars keep their width, questions go first where it is narrow."""
        px = theme.current().px
        bars, pad = px(_BARS), px(PAD)
        shares = dict(_SHARES)
        if width < px(_LEAST_FOR_QUESTIONS):
            del shares["questions"]
        room = width - 2 * pad - bars - px(_GAP)
        whole, x, at = sum(shares.values()), pad, {}
        for name, share in shares.items():
            wide = room * share // whole
            at[name] = (x, wide - px(_GAP))
            x += wide
        at["pivots"] = (width - pad - bars, bars)
        return cls(at)


class Head(QWidget):
    """The names of the columns, over rows as wide as ``room`` says."""

    def __init__(self, words: Words, room: Callable[[], int]) -> None:
        super().__init__()
        self._room = room
        self._names = {
            "city": words.say("City"), "day": words.say("Day"), "people": words.say("People"),
            "questions": words.say("Questions"), "state": words.say("State"), "pivots": words.say("Seven pivots"),
        }  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row of small text."""
        return QSize(400, theme.current().px(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names over their columns, and the line below."""
        painter = QPainter(self)
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        worn = theme.current().theme
        painter.setPen(QColor(worn.muted))
        for name, (x, width) in Columns.over(self._room()).at.items():
            align = END if name == "people" else MIDDLE
            painter.drawText(QRect(x, 0, width, self.height()), int(align), self._names[name])
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(worn.border))


class RowPainter(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, words: Words, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._words, self._view = words, view
        self._known: dict[str, Known] = {}

    def know(self, known: Known) -> None:
        """From now on: one framework's names of question sets, and its pivots in their order and colours."""
        self._known[known.framework] = known

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One row."""
        return QSize(300, theme.current().px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One workshop."""
        one: Listing = index.data(LISTING)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        self._ground(
            painter,
            box,
            self._view.selectionModel().isSelected(index),
            self._view.hasFocus() and index == self._view.currentIndex(),
        )
        at = Columns.over(box.width()).at
        self._city(painter, one, *at["city"], box.height())
        worn = theme.current().theme
        day = table_day(self._words, one.date)
        _line(painter, day, at["day"], box.height(), worn.text)
        _line(painter, str(one.people), at["people"], box.height(), worn.text, align=END)
        if "questions" in at:
            _line(painter, self._questions(one), at["questions"], box.height(), worn.text)
        self._state(painter, one, *at["state"], box.height())
        self._levels(painter, one, at["pivots"], box.height())
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, chosen: bool, focused: bool) -> None:
        worn = theme.current().theme
        if chosen:
            painter.fillRect(0, 0, box.width(), box.height() - 1, QColor(worn.selection))
        if chosen and focused:
            painter.fillRect(0, 0, 4, box.height() - 1, QColor(worn.accent))
        painter.fillRect(0, box.height() - 1, box.width(), 1, QColor(worn.border))

    def _city(self, painter: QPainter, one: Listing, x: int, width: int, height: int) -> None:
        worn, px = theme.current().theme, theme.current().px
        under = self._words.say("Rehearsal, played by the program") if one.rehearsal else one.title
        painter.setFont(theme.font(16, QFont.Weight.DemiBold))
        _text(painter, one.city, QRect(x, height // 2 - px(22), width, px(22)), worn.text)
        painter.setFont(theme.font(14))
        _text(painter, under, QRect(x, height // 2, width, px(20)), worn.muted)

    def _questions(self, one: Listing) -> str:
        if (known := self._known.get(one.framework)) is not None:
            return known.sets.get(one.question_set, one.question_set)
        return one.question_set.capitalize()

    def _state(self, painter: QPainter, one: Listing, x: int, width: int, height: int) -> None:
        worn, px = theme.current().theme, theme.current().px
        known = self._known.get(one.framework)
        said = standing(self._words, one, known.pivot_names if known else {})
        ink = str(getattr(worn, said.ink))
        painter.drawPixmap(x, (height - px(18)) // 2, pixmap(said.icon, ink, px(18)))
        strong = said.ink in ("accent", "warn")
        painter.setFont(theme.font(14, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        _text(painter, said.words, QRect(x + px(28), 0, width - px(28), height), ink if strong else worn.text)

    def _levels(self, painter: QPainter, one: Listing, place: tuple[int, int], height: int) -> None:
        tall = theme.current().px(32)
        box = QRectF(place[0], (height - tall) / 2, place[1], tall)
        paint_levels(painter, box, self._bars(one))

    def _bars(self, one: Listing) -> list[tuple[int, float | None]]:
        """A colour and a share for each pivot; nothing for a framework that is not known here."""
        known = self._known.get(one.framework)
        if known is None:
            return []
        return [(colour, known.share(one.levels.get(pivot))) for pivot, colour in known.colours]


def paint_levels(painter: QPainter, box: QRectF, bars: list[tuple[int, float | None]]) -> None:
    """A bar for each pivot, filled to the level agreed; hatched where there is none."""
    if not bars:
        return
    worn = theme.current().theme
    step = box.width() / len(bars)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, (colour, share) in enumerate(bars):
        bar = QRectF(box.x() + place * step, box.y(), step - 4, box.height())
        painter.setBrush(QColor(worn.sunken))
        painter.drawRoundedRect(bar, 2, 2)
        if share is None:
            painter.fillRect(
                bar, QBrush(QColor(mix(worn.outline, worn.sunken, 0.35)), Qt.BrushStyle.BDiagPattern)
            )
            continue
        filled = QRectF(bar.x(), bar.bottom() - bar.height() * share, bar.width(), bar.height() * share)
        painter.setBrush(QColor(worn.ground.pivot(colour)))
        painter.drawRoundedRect(filled, 2, 2)


def _line(
    painter: QPainter,
    text: str,
    place: tuple[int, int],
    height: int,
    ink: str,
    align: Qt.AlignmentFlag = MIDDLE,
) -> None:
    painter.setFont(theme.font(14))
    _text(painter, text, QRect(place[0], 0, place[1], height), ink, align)


def _text(painter: QPainter, text: str, box: QRect, ink: str, align: Qt.AlignmentFlag = MIDDLE) -> None:
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(align), shown)

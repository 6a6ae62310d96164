"""The grid of seats × questions, painted as one widget: • keyed, ○ blank on paper, the ballot in hand in boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.icons import pixmap

ROW, HAND, HEAD = 24, 40, 62
SEAT, TAIL, GAP = 52, 100, 8
CELL, THIN = 34, 8
LABEL_FROM = 28
"""A column narrower than this has no room for a question's id."""

_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column:
    """A question: its id as the head, its pivot's id, short name, colour and icon; ``first`` of its pivot."""

    question: str
    pivot: str
    name: str
    colour: int
    icon: str
    first: bool


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat: its number, why it is not here ('' if it is), a mark a column, and what is said at its end."""

    seat: int
    away: str
    cells: tuple[str, ...]
    tail: str = ""
    complete: bool = False


def spread(
    columns: Sequence[Column], hand: int, room: float, scale: float = 1.0
) -> list[tuple[float, float]]:
    """Left edge and width of each column within ``room`` pixels, from 0.

    All are equally wide while there is room. Where there is not, the columns of the pivot in hand keep their
    width and the others grow thin, so that forty-two questions still stand side by side.
    """
    near = [one.pivot == columns[hand].pivot for one in columns] if columns else []
    gaps = [GAP * scale if one.first and place else 0.0 for place, one in enumerate(columns)]
    left = room - sum(gaps)
    each = min(CELL * scale, left / max(1, len(columns)))
    others = len(near) - sum(near)
    if each < LABEL_FROM * scale and others:
        thin = max(THIN * scale, (left - CELL * scale * sum(near)) / others)
        widths = [CELL * scale if one else thin for one in near]
    else:
        widths = [each] * len(near)
    found, x = [], 0.0
    for gap, width in zip(gaps, widths, strict=True):
        found.append((x + gap, width))
        x += gap + width
    return found


class KeyingGrid(QWidget):
    """Painted whole: two hundred seats are one widget. It shows; :class:`Keying` knows the keys."""

    pointed = Signal(int, int)
    """A row and a column were clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[SeatRow, ...] = ()
        self.at = (0, 0)
        self.value = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Every row, whatever the room."""
        return QSize(self._wide(CELL), self._tall())

    def minimumSizeHint(self) -> QSize:
        """As wide as thin columns need."""
        return QSize(self._wide(THIN), self._tall())

    def _wide(self, cell: int) -> int:
        gaps = GAP * sum(one.first for one in self.columns)
        return theme.current().px(SEAT + gaps + cell * max(1, len(self.columns)) + TAIL)

    def _tall(self) -> int:
        px = theme.current().px
        return px(HEAD + HAND) + px(ROW) * max(0, len(self.rows) - 1) + 8

    def top_of(self, row: int) -> int:
        """Where a row begins."""
        px = theme.current().px
        return px(HEAD) + px(ROW) * row + (px(HAND - ROW) if row > self.at[0] else 0)

    def show_hand(self) -> None:
        """Scroll what it stands in, if it does, until the ballot in hand and its neighbours are seen."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        page = parent.widget() if parent is not None else None
        if parent is None or page is None or not self.isVisible():
            return
        px = theme.current().px
        middle = QPointF(0, self.top_of(self.at[0]) + px(HAND) / 2)
        inside = self.mapTo(page, middle)
        parent.ensureVisible(0, round(inside.y()), 0, px(HAND) * 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take that ballot into hand."""
        y = event.position().y()
        row = next((place for place in reversed(range(len(self.rows))) if self.top_of(place) <= y), None)
        x = event.position().x() - theme.current().px(SEAT)
        column = [place for place, (left, _) in enumerate(self._spread()) if left <= x]
        if row is not None:
            self.pointed.emit(row, column[-1] if column else 0)
        super().mousePressEvent(event)

    # ---- painting ---------------------------------------------------------------------------------------------

    def _spread(self) -> list[tuple[float, float]]:
        worn = theme.current()
        return spread(self.columns, self.at[1], self.width() - worn.px(SEAT) - worn.px(TAIL), worn.scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head, then the rows that are seen."""
        if not self.columns:
            return
        px = theme.current().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = [(px(SEAT) + left, width) for left, width in self._spread()]
        self._paint_head(painter, places)
        seen = event.rect()
        for place, row in enumerate(self.rows):
            top, tall = self.top_of(place), px(HAND if place == self.at[0] else ROW)
            if top + tall >= seen.top() and top <= seen.bottom():
                self._paint_row(painter, place, row, QRectF(0, top, self.width(), tall), places)

    def _paint_head(self, painter: QPainter, places: list[tuple[float, float]]) -> None:
        worn, px = theme.current().theme, theme.current().px
        for place, column in enumerate(self.columns):
            left, wide = places[place]
            here = place == self.at[1]
            if column.first:
                self._paint_pivot(painter, place, places)
            if wide >= px(LABEL_FROM):
                painter.setFont(theme.font(14, QFont.Weight.DemiBold if here else QFont.Weight.Normal))
                painter.setPen(QColor(worn.accent if here else worn.muted))
                painter.drawText(QRectF(left - 4, px(34), wide + 8, px(24)), _MIDDLE, column.question)

    def _paint_pivot(self, painter: QPainter, place: int, places: list[tuple[float, float]]) -> None:
        """Its line and icon over its columns; over those in hand its name too, where there is room."""
        worn, px = theme.current().theme, theme.current().px
        column = self.columns[place]
        last = place
        while last + 1 < len(self.columns) and not self.columns[last + 1].first:
            last += 1
        left, right = places[place][0], sum(places[last])
        ink = worn.ground.pivot(column.colour)
        painter.fillRect(QRectF(left + 1, px(30), right - left - 2, px(3)), QColor(ink))
        side = px(20)
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        room = right - left - side - px(8)
        named = place <= self.at[1] <= last and painter.fontMetrics().horizontalAdvance(column.name) <= room
        alone = place == last
        x = left + (right - left - side) / 2 if alone and not named else left + 2
        painter.drawPixmap(round(x), px(6), pixmap(column.icon, ink, side))
        if named:
            painter.setPen(QColor(worn.text))
            painter.drawText(QRectF(left + side + px(8), px(4), room, px(24)), _LEFT, column.name)

    def _paint_row(
        self, painter: QPainter, place: int, row: SeatRow, box: QRectF, places: list[tuple[float, float]]
    ) -> None:
        worn, px = theme.current().theme, theme.current().px
        in_hand = place == self.at[0] and not row.away
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.selection))
            painter.drawRoundedRect(box, 8, 8)
        heavy = QFont.Weight.DemiBold if in_hand else QFont.Weight.Normal
        painter.setFont(theme.font(20 if in_hand else 14, heavy))
        quiet = bool(row.away) or row.complete
        painter.setPen(QColor(worn.accent if in_hand else worn.muted if quiet else worn.text))
        painter.drawText(QRectF(0, box.y(), px(SEAT - 14), box.height()), _RIGHT, str(row.seat))
        painter.setFont(theme.font(14, heavy))
        if row.away and not any(row.cells):
            painter.drawText(QRectF(places[0][0] + px(6), box.y(), px(200), box.height()), _LEFT, row.away)
            return
        for column, (cell, (left, wide)) in enumerate(zip(row.cells, places, strict=True)):
            inside = QRectF(left, box.y(), wide, box.height())
            if in_hand:
                self._paint_box(painter, inside, here=column == self.at[1])
            if in_hand and column == self.at[1] and (self.value or not cell):
                self._paint_entry(painter, inside)
            else:
                self._paint_mark(painter, inside, cell, boxed=in_hand)
        self._paint_tail(
            painter, QRectF(sum(places[-1]) + px(12), box.y(), px(TAIL), box.height()), row, in_hand=in_hand
        )

    def _paint_box(self, painter: QPainter, box: QRectF, *, here: bool) -> None:
        worn = theme.current().theme
        line = 2 if here else 1
        aside = 1.5 if box.width() >= theme.current().px(LABEL_FROM) else 0.5
        painter.setBrush(QColor(worn.surface))
        painter.setPen(QPen(QColor(worn.accent if here else worn.border), line))
        painter.drawRoundedRect(
            box.adjusted(aside, 5, -aside, -5), 6 if aside > 1 else 2, 6 if aside > 1 else 2
        )

    def _paint_entry(self, painter: QPainter, box: QRectF) -> None:
        """The value while its cell is in hand, or the caret that waits for one."""
        worn, px = theme.current().theme, theme.current().px
        painter.setPen(QPen(QColor(worn.text), 1.5))
        if self.value:
            painter.drawText(box, _MIDDLE, self.value)
        else:
            middle = box.center()
            painter.drawLine(middle - QPointF(0, px(8)), middle + QPointF(0, px(8)))

    def _paint_mark(self, painter: QPainter, box: QRectF, cell: str, *, boxed: bool) -> None:
        worn, px = theme.current().theme, theme.current().px
        size = min(px(34) / 10, box.width() * 0.32)
        if cell == "!":
            painter.setPen(QColor(worn.bad))
            painter.drawText(box, _MIDDLE, "!")
        elif cell == "○":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(worn.warn), 1.6))
            painter.drawEllipse(box.center(), size + 0.6, size + 0.6)
        elif cell:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.muted if cell == "•" else worn.border))
            painter.drawEllipse(box.center(), size, size)
        elif not boxed:
            painter.setPen(QPen(QColor(worn.border), 1.4))
            painter.drawLine(box.center() - QPointF(size * 1.5, 0), box.center() + QPointF(size * 1.5, 0))

    def _paint_tail(self, painter: QPainter, box: QRectF, row: SeatRow, *, in_hand: bool) -> None:
        worn, px = theme.current().theme, theme.current().px
        x = box.x()
        if row.complete:
            painter.drawPixmap(round(x), round(box.center().y()) - px(9), pixmap("check", worn.good, px(18)))
            x += px(24)
        painter.setPen(QColor(worn.text if in_hand else worn.muted))
        painter.drawText(QRectF(x, box.y(), px(TAIL), box.height()), _LEFT, row.tail)

"""The grid of seats × questions, painted as one widget: • keyed, ○ blank on paper, the ballot in hand in boxes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.icons import pixmap

ROW, HAND, HEAD = 24, 40, 62
SEAT, CELL, TAIL = 64, 34, 110


@dataclass(frozen=True, slots=True)
class Column:
    """A question: its id as the head, its pivot's colour and icon; ``first`` of its pivot."""

    question: str
    colour: int
    icon: str
    first: bool


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat: its number, whether it is here, and for each column "", "•" keyed or "!" not kept."""

    seat: int
    present: bool
    cells: tuple[str, ...]


class KeyingGrid(QWidget):
    """Painted whole: two hundred seats are one widget. It shows; :class:`Keying` knows the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[SeatRow, ...] = ()
        self.at = (0, 0)
        self.value = ""
        self.blank_word, self.away_word = "{n} blank", "not here yet"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Every row, whatever the room."""
        px = theme.current().px
        return QSize(
            px(SEAT + CELL * max(1, len(self.columns)) + TAIL),
            px(HEAD + HAND) + px(ROW) * max(0, len(self.rows) - 1) + 8,
        )

    def minimumSizeHint(self) -> QSize:
        """As wide as the columns need."""
        return self.sizeHint()

    def top_of(self, row: int) -> int:
        """Where a row begins."""
        px = theme.current().px
        return px(HEAD) + px(ROW) * row + (px(HAND - ROW) if row > self.at[0] else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head, then the rows that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        seen = event.rect()
        for place, row in enumerate(self.rows):
            top = self.top_of(place)
            tall = theme.current().px(HAND if place == self.at[0] else ROW)
            if top + tall >= seen.top() and top <= seen.bottom():
                self._paint_row(painter, place, row, top, tall)

    def _x(self, column: int) -> int:
        return theme.current().px(SEAT) + theme.current().px(CELL) * column

    def _paint_head(self, painter: QPainter) -> None:
        worn, px = theme.current().theme, theme.current().px
        for place, column in enumerate(self.columns):
            ink = worn.ground.pivot(column.colour)
            box = QRectF(self._x(place), px(34), px(CELL), px(24))
            painter.fillRect(
                QRectF(box.x() + 2, px(30), box.width() - (0 if self._goes_on(place) else 4), 3), QColor(ink)
            )
            if column.first:
                painter.drawPixmap(int(box.x()) + px(7), px(6), pixmap(column.icon, ink, px(20)))
            painter.setFont(theme.font(px(14)))
            painter.setPen(QColor(worn.accent if place == self.at[1] else worn.muted))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), column.question)

    def _goes_on(self, place: int) -> bool:
        return place + 1 < len(self.columns) and not self.columns[place + 1].first

    def _paint_row(self, painter: QPainter, place: int, row: SeatRow, top: int, tall: int) -> None:
        worn, px = theme.current().theme, theme.current().px
        in_hand = place == self.at[0]
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.selection))
            painter.drawRoundedRect(QRectF(0, top, self.width(), tall), 8, 8)
        painter.setFont(
            theme.font(
                px(20 if in_hand else 14),
                painter.font().Weight.DemiBold if in_hand else painter.font().Weight.Normal,
            )
        )
        painter.setPen(QColor(worn.accent if in_hand else worn.text if row.present else worn.muted))
        painter.drawText(
            QRectF(0, top, px(SEAT - 16), tall),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            str(row.seat),
        )
        painter.setFont(theme.font(px(14)))
        if not row.present:
            painter.drawText(
                QRectF(self._x(0), top, px(160), tall), int(Qt.AlignmentFlag.AlignVCenter), self.away_word
            )
            return
        for column, cell in enumerate(row.cells):
            self._paint_cell(
                painter,
                QRectF(self._x(column), top, px(CELL), tall),
                cell,
                here=in_hand and column == self.at[1],
                boxed=in_hand,
            )
        keyed = sum(bool(cell) for cell in row.cells)
        self._paint_tail(
            painter,
            QRectF(self._x(len(row.cells)) + px(12), top, px(TAIL), tall),
            keyed,
            len(row.cells),
            in_hand=in_hand,
        )

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: str, *, here: bool, boxed: bool) -> None:
        worn = theme.current().theme
        if boxed:
            painter.setBrush(QColor(worn.surface))
            painter.setPen(QPen(QColor(worn.accent if here else worn.border), 2 if here else 1))
            painter.drawRoundedRect(box.adjusted(2, 6, -2, -6), 6, 6)
        if here and self.value:
            painter.setPen(QColor(worn.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.value)
        elif cell == "!":
            painter.setPen(QColor(worn.bad))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "!")
        elif cell:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.muted))
            painter.drawEllipse(box.center(), 3.4, 3.4)
        elif not boxed:
            painter.setPen(QPen(QColor(worn.border), 1.4))
            painter.drawLine(box.center() - QPointF(5, 0), box.center() + QPointF(5, 0))

    def _paint_tail(self, painter: QPainter, box: QRectF, keyed: int, of: int, *, in_hand: bool) -> None:
        worn, px = theme.current().theme, theme.current().px
        if in_hand:
            painter.setPen(QColor(worn.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"{keyed} / {of}")
        elif keyed:
            painter.drawPixmap(
                int(box.x()), int(box.center().y()) - px(9), pixmap("check", worn.good, px(18))
            )
            if keyed < of:
                painter.setPen(QColor(worn.muted))
                painter.drawText(
                    box.adjusted(px(26), 0, 0, 0),
                    int(Qt.AlignmentFlag.AlignVCenter),
                    self.blank_word.format(n=of - keyed),
                )

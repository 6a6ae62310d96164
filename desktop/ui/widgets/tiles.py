"""Choices with a line of explanation: a tile to tick, or one of several to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from desktop.ui import theme
from desktop.ui.icons import pixmap

_SIDE, _MARK, _GAP = 14, 18, 12


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # beside the Qt class each tile is, which comes second


class _Tile(_Button):
    """What both tiles are: a title, a line of explanation, and the whole face to press."""

    _round = True

    def explain(self, note: str, tone: str = "muted") -> None:
        """Another line of explanation, perhaps as a warning (``warn``)."""
        _explain(self, note, tone)

    def sizeHint(self) -> QSize:
        """What title and explanation need."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """The words may end in "…", the tile may not vanish."""
        return QSize(theme.current().px(96), _size(self).height())

    def hitButton(self, at: QPoint) -> bool:
        """The whole tile."""
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, disc or box, title and explanation."""
        _paint(self, round_mark=self._round)

    def _begin(self, title: str, note: str, tone: str) -> None:
        self.setProperty("title", title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.explain(note, tone)


class ChoiceTile(_Tile, QRadioButton):
    """One of several; those with the same parent exclude each other."""

    def __init__(self, title: str, note: str = "", *, tone: str = "muted") -> None:
        super().__init__()
        self._begin(title, note, tone)


class TickTile(_Tile, QCheckBox):
    """A thing to tick."""

    _round = False

    def __init__(self, title: str, note: str = "", *, tone: str = "muted") -> None:
        super().__init__()
        self._begin(title, note, tone)


def _explain(tile: QAbstractButton, note: str, tone: str) -> None:
    tile.setProperty("note", note)
    tile.setProperty("tone", tone)
    tile.setAccessibleName(str(tile.property("title")))
    tile.setAccessibleDescription(note)
    tile.updateGeometry()
    tile.update()


def _size(tile: QAbstractButton) -> QSize:
    px = theme.current().px
    title, note = str(tile.property("title")), str(tile.property("note"))
    heavy = QFontMetrics(theme.font(14, QFont.Weight.DemiBold))
    wide = max(heavy.horizontalAdvance(title), heavy.horizontalAdvance(note))
    return QSize(px(_SIDE * 2 + _MARK + _GAP) + wide + 2, px(60 if note else 40))


def _paint(tile: QAbstractButton, *, round_mark: bool) -> None:
    worn, px = theme.current().theme, theme.current().px
    on = tile.isChecked()
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = 2 if tile.hasFocus() else 1
    painter.setPen(QPen(QColor(worn.accent if on or tile.hasFocus() else worn.border), line))
    painter.setBrush(
        worn.selection if on else worn.fill if tile.underMouse() and tile.isEnabled() else worn.surface
    )
    painter.drawRoundedRect(QRectF(tile.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 8, 8)
    mark = QRectF(px(_SIDE), (tile.height() - px(_MARK)) / 2, px(_MARK), px(_MARK))
    _paint_mark(
        painter, mark, on=on, round_mark=round_mark, able=tile.isEnabled() and not tile.property("waiting")
    )
    at = px(_SIDE + _MARK + _GAP)
    _paint_words(tile, painter, QRect(at, 0, tile.width() - at - px(10), tile.height()), on=on)


def _paint_mark(painter: QPainter, box: QRectF, *, on: bool, round_mark: bool, able: bool) -> None:
    worn = theme.current().theme
    ink = (worn.accent if on else worn.outline) if able else worn.border
    inner = box.adjusted(1, 1, -1, -1)
    if round_mark:
        painter.setPen(QPen(QColor(ink), 2))
        painter.setBrush(worn.surface)
        painter.drawEllipse(inner)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            third = box.width() * 0.28
            painter.drawEllipse(box.adjusted(third, third, -third, -third))
        return
    painter.setPen(QPen(QColor(ink), 1.5))
    painter.setBrush(ink if on else worn.surface)
    painter.drawRoundedRect(inner, 4, 4)
    if on:
        side = round(box.width() * 0.78)
        at = box.center().toPoint() - QPoint(side // 2 - 1, side // 2 - 1)
        painter.drawPixmap(at, pixmap("check", worn.on_accent, side))


def _paint_words(tile: QAbstractButton, painter: QPainter, room: QRect, *, on: bool) -> None:
    worn, px = theme.current().theme, theme.current().px
    title, note = str(tile.property("title")), str(tile.property("note"))
    heavy = theme.font(14, QFont.Weight.DemiBold if on or note else QFont.Weight.Normal)
    middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    upper = QRect(room.left(), room.center().y() - px(20), room.width(), px(20)) if note else room
    painter.setFont(heavy)
    painter.setPen(worn.text if tile.isEnabled() else worn.muted)
    painter.drawText(upper, middle, _cut(painter, title, room.width()))
    if note:
        tone = str(tile.property("tone"))
        painter.setFont(theme.font(14, QFont.Weight.Normal if tone == "muted" else QFont.Weight.DemiBold))
        painter.setPen(str(getattr(worn, tone)))
        lower = QRect(room.left(), room.center().y() + 1, room.width(), px(20))
        painter.drawText(lower, middle, _cut(painter, note, room.width()))


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)

"""The program's mark and name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame

from desktop.ui import theme
from desktop.ui.widgets.arrange import frame, row
from desktop.ui.widgets.pictures import Painted
from desktop.ui.widgets.words import words

_HEIGHTS = (9, 14, 20, 12, 17, 22, 7)


def brand() -> QFrame:
    """Seven bars in the pivots' colours, and "Pivot Workshop"."""
    return frame("plain", row(Painted(_mark, width=36, height=24), words("Pivot Workshop", "strong"), gap=12))


def _mark(painter: QPainter, room: QRectF) -> None:
    ground = theme.current().theme.ground
    painter.setPen(Qt.PenStyle.NoPen)
    for place, tall in enumerate(_HEIGHTS):
        painter.setBrush(QColor(ground.pivot(place + 1)))
        painter.drawRoundedRect(QRectF(place * 5, room.height() - tall, 4, tall), 1, 1)

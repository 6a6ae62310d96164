"""A small distribution: a column a level with its count beneath, for a line of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme

EACH, TALL, COUNT = 28, 24, 20
"""Width of a column with its gap, height of the largest, height of the counts."""


class Columns(QWidget):
    """Counts side by side; ``strong`` places stand out, as in the counting sentence."""

    def __init__(
        self, counts: Sequence[int], strong: Sequence[bool], ink: str, faint: str, *, says: str
    ) -> None:
        super().__init__()
        self._counts, self._strong, self._ink, self._faint = tuple(counts), tuple(strong), ink, faint
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All columns at the text size."""
        px = theme.current().px
        return QSize(px(EACH) * len(self._counts), px(TALL + COUNT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Columns on one line, counts under it."""
        worn, px = theme.current().theme, theme.current().px
        painter, most = QPainter(self), max(*self._counts, 1)
        wide, line = px(EACH), px(TALL)
        for place, (count, strong) in enumerate(zip(self._counts, self._strong, strict=True)):
            tall = max(1.0, line * count / most)
            ink = self._ink if strong and count else self._faint
            painter.fillRect(QRectF(place * wide + 2, line - tall, wide - 4, tall), QColor(ink))
            weight = painter.font().Weight.DemiBold if strong else painter.font().Weight.Normal
            painter.setFont(theme.font(14, weight))
            painter.setPen(QColor(worn.text if strong else worn.muted))
            under = QRectF(place * wide, line, wide, px(COUNT))
            painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), str(count))

"""One of several, chosen from a list that drops down: for choices too many or too long to stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from desktop.ui import theme
from desktop.ui.icons import pixmap


class DropDown(QComboBox):
    """The choices by key; ``chosen`` tells what a person chose, never what the program showed."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.activated.connect(self._told)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """The choices as (key, words); called twice with the same it changes nothing."""
        if choices == [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            return
        kept = self.currentData()
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.show_choice(str(kept or ""))

    def show_choice(self, key: str) -> None:
        """Show one as chosen; tells nobody."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it never chooses."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's field, with our arrow."""
        super().paintEvent(event)
        px = theme.current().px
        side = px(18)
        painter = QPainter(self)
        arrow = pixmap("chevron-down", theme.current().theme.muted, side)
        painter.drawPixmap(self.width() - side - px(10), (self.height() - side) // 2, arrow)

    def _told(self, at: int) -> None:
        self.chosen.emit(str(self.itemData(at)))

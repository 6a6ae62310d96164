"""A cell that takes a whole number and shows • once it is left, where the wall's room might look over a shoulder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel

from desktop.ui import theme
from desktop.ui.theme import restyle
from desktop.ui.widgets.words import MIDDLE

DOT = "•"
MOST_DIGITS = 3


class KeyCell(QLabel):
    """Digits write, Backspace corrects, leaving hides. It is a key cell: letters belong to the screen.

    The first digit after coming back replaces what stood there: nobody means 34 who sees 3 and types 4.
    """

    entered = Signal()
    changed = Signal()
    kept = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("keycell", True)
        self.setProperty("role", "cell")
        self.setAlignment(MIDDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._digits = ""
        self._begun = False
        self._measure()
        self._show()

    @property
    def number(self) -> int:
        """What it holds; nothing written is 0."""
        return int(self._digits or 0)

    @property
    def written(self) -> bool:
        """Whether anything stands in it."""
        return bool(self._digits)

    def write(self, number: int | None) -> None:
        """Show a number that is kept."""
        self._digits = "" if number is None else str(number)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace, Enter, Tab and arrows, Escape."""
        text = event.text()
        if text.isdecimal() and text.isascii():
            self.take(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._digits = self._digits[:-1] if self._begun else ""
            self._begun = True
            self._show()
            self.changed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.moved.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.moved.emit(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def take(self, digit: str) -> None:
        """Write one more digit."""
        before = self._digits if self._begun else ""
        if len(before) < MOST_DIGITS:
            self._digits = (before + digit).lstrip("0") or "0"
            self._begun = True
            self._show()
            self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The number is seen in the cell in hand only."""
        super().focusInEvent(event)
        self._begun = False
        self._show()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Large enough at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        px = theme.current().px
        if self.size() != (wanted := QSize(px(72), px(38))):
            self.setFixedSize(wanted)

    def _show(self) -> None:
        self.setText(self._digits if self.hasFocus() else DOT if self._digits else "")
        restyle(self, focus="true" if self.hasFocus() else "false")

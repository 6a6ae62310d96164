"""A key cell for one seat's answer: one digit, or − for can't say; told at once, and hidden once left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.widgets.keycell import KeyCell

CANT_SAY = "–"


class SeatCell(KeyCell):
    """``answered`` carries the digit, None for can't say; ``withdrawn`` comes with Backspace."""

    answered = Signal(object)
    withdrawn = Signal()

    def show_answer(self, answer: int | None, *, given: bool) -> None:
        """What is kept for the seat; nothing while none is ``given``."""
        self._digits = "" if not given else CANT_SAY if answer is None else str(answer)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key is an answer; arrows go to the neighbour, Enter to the next."""
        text, key = event.text(), event.key()
        if text.isdecimal() and text.isascii():
            self.take(text)
        elif key == Qt.Key.Key_Minus or text == "-":
            self._digits = CANT_SAY
            self._show()
            self.answered.emit(None)
        elif key == Qt.Key.Key_Backspace:
            self._digits = ""
            self._show()
            self.withdrawn.emit()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved.emit(1)
        elif key == Qt.Key.Key_Left:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def take(self, digit: str) -> None:
        """The answer itself; a second digit replaces it."""
        self._digits = digit
        self._show()
        self.answered.emit(int(digit))

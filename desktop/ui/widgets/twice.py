"""A button for what cannot be taken back: the first press says so, the second does it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent

from desktop.ui.widgets.buttons import Button, Kind

WAITS_MS = 6_000


class PressTwice(Button):
    """``confirmed`` comes with the second press; leaving the button, or waiting, forgets the first."""

    confirmed = Signal()

    def __init__(self, text: str, warning: str, *, kind: Kind = "plain", icon: str = "") -> None:
        super().__init__(text, kind=kind, icon=icon)
        self._calm, self._warning = text, warning
        self._armed = False
        self._forgets = QTimer(self, singleShot=True, interval=WAITS_MS)
        self._forgets.timeout.connect(self._disarm)
        self.clicked.connect(self._pressed)

    def warn(self, warning: str) -> None:
        """What the first press will say."""
        self._warning = warning

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it forgets the first press."""
        super().focusOutEvent(event)
        self._disarm()

    def _pressed(self) -> None:
        if self._armed:
            self._disarm()
            self.confirmed.emit()
            return
        self._armed = True
        self.say(self._warning)
        self._forgets.start()

    def _disarm(self) -> None:
        self._forgets.stop()
        if self._armed:
            self._armed = False
            self.say(self._calm)

"""A button for what cannot be taken back: the first press says so, the second does it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent

from desktop.ui.notice import NoticeLine, notice_of
from desktop.ui.widgets.buttons import Button, Kind

WAITS_MS = 6_000
AGAIN = "Press again"


class PressTwice(Button):
    """``confirmed`` comes with the second press; leaving the button, or waiting, forgets the first.

    What the second press means stands in the screen's notice line: the button keeps its width.
    """

    confirmed = Signal()

    def __init__(self, text: str, warning: str, *, kind: Kind = "plain", icon: str = "") -> None:
        self._calm = text
        super().__init__(text, kind=kind, icon=icon)
        self._told: NoticeLine | None = None
        self._warning = warning
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

    def sizeHint(self) -> QSize:
        """As wide as either of its labels needs."""
        wide = max(self._wide_for(words) for words in (self._calm, AGAIN))
        return QSize(wide, super().sizeHint().height())

    def _pressed(self) -> None:
        if self._armed:
            self._disarm()
            self.confirmed.emit()
            return
        self._armed = True
        self.say(AGAIN)
        self._told = notice_of(self)
        if self._told is not None:
            self._told.say(self._warning, tone="warn", room=self._warning)
        self._forgets.start()

    def _disarm(self) -> None:
        self._forgets.stop()
        if self._armed:
            self._armed = False
            self.say(self._calm)
            if self._told is not None and self._told.text == self._warning:
                self._told.clear()

"""The one line in which the program says no, warns or tells: never a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets.arrange import row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Glyph, words

Tone = Literal["plain", "warn", "bad"]

_SIGNS: dict[str, tuple[str, str]] = {
    "plain": ("info", "muted"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-alert", "bad"),
}
LONG = 72
"""Characters from which a sentence may take two lines."""
PLAIN_STAYS_MS = 8_000
"""How long a plain line stands. A warning stands until the next press; a bad one until it is dealt with."""

LOOK = "Something needs you: hold F5 or Esc."
"""What the room may read of a warning that has no words for everybody's eyes."""


class NoticeLine(QFrame):
    """Hidden while there is nothing to say."""

    said = Signal()
    """It says something else, or nothing any more."""
    unkept = Signal()
    """Something was not kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAccessibleName("Notice")
        self._sign = Glyph("info", "muted", 20)
        self._text = words("", "bold")
        self._more = words("", wrap=True)
        self.again = Button("Try again", key="F9")
        self._close = Button(kind="quiet", icon="x", name="Close this notice")
        self._room = ""
        self._retry: Callable[[], object] | None = None
        self._about: object = None
        self._fades = QTimer(self, singleShot=True, interval=PLAIN_STAYS_MS)
        self._fades.timeout.connect(self.clear)
        self.setLayout(
            row(self._sign, 4, self._text, (self._more, 1), self.again, self._close, pad=(16, 6, 8, 6))
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.again.clicked.connect(self.try_again)
        self._close.clicked.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else " ".join(filter(None, (self._text.text(), self._more.text())))

    @property
    def room(self) -> str:
        """What of it the room may read, where the wall covers the only display; or nothing."""
        return "" if self.isHidden() else self._room

    @property
    def offer(self) -> str:
        """The words of the button it offers, or nothing."""
        return "" if self.isHidden() or self._retry is None else self.again.words

    @property
    def tone(self) -> str:
        """plain, warn or bad."""
        return str(self.property("tone") or "")

    def say(
        self,
        text: str,
        *,
        tone: Tone = "plain",
        more: str = "",
        again: Callable[[], object] | None = None,
        offer: str = "Try again",
        stays: bool = False,
        about: object = None,
        room: str = "",
    ) -> None:
        """Say one thing. A plain one goes by itself, unless it ``stays``; a bad one stays until what it is
        ``about`` went well, or anything if it is about nothing that can be asked again.

        ``again`` is done at the press of a button named ``offer`` (F9). ``room`` says the same for everybody's
        eyes: no name, no value, no file.
        """
        icon, ink = _SIGNS[tone]
        self._sign.show_icon(icon, ink)
        long = len(text) > LONG
        self._text.setText(text)
        self._text.setWordWrap(long)
        self._text.setSizePolicy(
            QSizePolicy.Policy.Expanding if long else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred
        )
        self._more.setText(more)
        self._more.setVisible(bool(more) or not long)  # else it takes room from words that wrap
        self._room = room if room or tone == "plain" else LOOK
        self._retry, self._about = again, about
        self.again.say(offer)
        self.again.setShortcut("F9")  # other words on a button take its shortcut away
        self.again.setVisible(again is not None)
        theme.restyle(self, tone=tone)
        self.show()
        self._fit()
        self._fades.start() if tone == "plain" and not stays else self._fades.stop()
        self._announce(f"{text} {more}".strip())
        self.said.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for every line of a long sentence."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wraps = self._text.wordWrap() and self._text.width() > 0
        tall = self._text.heightForWidth(self._text.width()) if wraps else 0
        if tall != self._text.minimumHeight():
            self._text.setMinimumHeight(tall)

    def _announce(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear(self) -> None:
        """Nothing to say any more."""
        self._fades.stop()
        self._retry = self._about = None
        self.hide()
        self.said.emit()

    def settle(self, about: object = None) -> None:
        """A step went well: a warning about an earlier one is over, "not saved" only if it was about this one."""
        if self.isHidden() or self.tone == "plain":
            return
        if self.tone != "bad" or self._about is None or self._about == about:
            self.clear()

    def try_again(self) -> None:
        """Do once more what was not kept, or what is offered."""
        retry, self._retry = self._retry, None
        if retry is not None:
            self.clear()
            retry()


def notice_of(widget: QWidget) -> NoticeLine | None:
    """The notice line of the screen that ``widget`` stands on: the nearest parent's ``notice``."""
    found: QObject | None = widget
    while found is not None:
        line = getattr(found, "notice", None)
        if isinstance(line, NoticeLine):
            return line
        found = found.parent()
    return None

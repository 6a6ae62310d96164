"""Whether what is typed is kept: "Saved 16:42", "Not saved since 16:42", or not yet."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from desktop.ui import theme
from desktop.ui.widgets.arrange import row
from desktop.ui.widgets.words import Glyph, words
from desktop.words.catalogue import Words
from desktop.words.clock import not_saved_since, saved
from desktop.words.dates import time_of


class KeptLine(QFrame):
    """A sign and a few words."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._sign = Glyph("check", "good", 18)
        self._words = words("", "muted")
        self.setLayout(row(self._sign, self._words))

    @property
    def said(self) -> str:
        """What is said."""
        return self._words.text()

    def draft(self) -> None:
        """Nothing is kept yet."""
        self._show(self._speech.say("Type the city, and it is kept"), "muted", "circle-dashed", "muted")

    def kept(self, at: str | None) -> None:
        """Everything is, the last at this time (UTC text)."""
        said = saved(self._speech, time_of(at)) if at else self._speech.say("Saved")
        self._show(said, "muted", "check", "good")

    def lost(self, at: str | None) -> None:
        """Something is not, since this time."""
        said = not_saved_since(self._speech, time_of(at)) if at else self._speech.say("Not saved")
        self._show(said, "bad", "circle-alert", "bad")

    def _show(self, text: str, role: str, sign: str, ink: str) -> None:
        self._words.setText(text)
        theme.restyle(self._words, role=role)
        self._sign.show_icon(sign, ink)

"""The seal: once the papers are final, answers become totals. Two presses, and what is lost is said beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, row, rule
from desktop.ui.widgets.twice import PressTwice
from desktop.ui.widgets.words import words
from desktop.words import scrubbing
from desktop.words.catalogue import Words
from desktop.words.dates import long_date

if TYPE_CHECKING:
    from desktop.model.library.scrubbing import Scrubbed


class Seal(QFrame):
    """Hidden until the workshop is final."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._feed = speech, feed
        self.press = PressTwice(
            speech.say("Seal the answers"),
            speech.say("Press again: answers become totals, here and in backups. There is no way back."),
            kind="page",
        )
        self._said = words("", "muted", wrap=True)
        self._left = words("", "warn", wrap=True)
        self._left.hide()
        self.setLayout(column(
            rule(), 2, row(words(speech.say("Answers"), "strong"), ..., self.press), self._said, self._left, gap=8,
        ))  # fmt: skip
        self.press.confirmed.connect(self._seal)
        self.hide()

    def show_workshop(self, w: Workshop) -> None:
        """Show what the seal would do, or since when it holds."""
        self.setVisible(w.about.state == "final")
        at = w.about.sealed_at
        self.press.setVisible(at is None)
        if at is None:
            self._said.setText(
                self._speech.say(
                    "They are kept seat by seat, without names. Sealed, answers become totals, here and in "
                    "backups. This cannot be undone."
                )
            )
        else:
            self._said.setText(
                self._speech.say(
                    "Sealed on {date}: only totals are kept.", date=long_date(self._speech, at[:10])
                )
            )

    def _seal(self) -> None:
        ask(self.press, self._feed.desk.seal, then=self._sealed)

    def _sealed(self, done: Scrubbed) -> None:
        self._said.setText(scrubbing.sealed(self._speech, done.backups))
        self._left.setText(scrubbing.left(self._speech, done.left))
        self._left.setVisible(bool(done.left))
        restyle(self._said, role="good")

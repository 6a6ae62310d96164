"""Everything that is wrong with a file, in a list one can read, scroll and copy: nothing of the file was loaded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Glyph, OneLine, words
from desktop.words.catalogue import Words


class FaultsCard(QFrame):
    """Hidden while there is nothing to mend."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._speech = speech
        self._title = words("", "section")
        self._file = OneLine("", "muted")
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(speech.say("What to mend"))
        self.list.setMinimumHeight(108)
        self.copy = Button(speech.say("Copy the list"), icon="copy")
        self.close_card = Button(kind="quiet", icon="x", name=speech.say("Close the list"))
        head = row(Glyph("circle-alert", "bad", 24), 4, self._title, ..., self.copy, self.close_card)
        self.setLayout(column(head, self._file, (self.list, 1), gap=8, pad=(20, 16, 20, 20)))
        self.copy.clicked.connect(self._copy)
        self.close_card.clicked.connect(self.clear)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is listed."""
        return tuple(self.list.toPlainText().splitlines())

    def show_faults(self, sentences: Sequence[str], files: str) -> None:
        """List the faults, and put the keyboard into the list."""
        self._title.setText(
            self._speech.many(
                "{n} thing to mend, nothing was loaded",
                "{n} things to mend, nothing was loaded",
                len(sentences),
            )
        )
        self._file.setText(files)
        self.list.setPlainText("\n".join(sentences))
        self.copy.say(self._speech.say("Copy the list"), "copy")
        self.show()
        self.list.setFocus()

    def clear(self) -> None:
        """Nothing to mend any more."""
        self.hide()
        self.list.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
        self.copy.say(self._speech.say("Copied"), "check")

"""Undo and redo with the name of the step, for the fixed line of every screen with a desk."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.ask import Feed, ask
from desktop.ui.widgets.arrange import row
from desktop.ui.widgets.buttons import Button
from desktop.words.catalogue import Words
from desktop.words.undo import redo_label, undo_label


class UndoButtons(QFrame):
    """One step back, one step forward; Ctrl+Z and Ctrl+Shift+Z work anywhere on ``screen``."""

    def __init__(self, speech: Words, screen: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._feed: Feed | None = None
        self.undo = Button(kind="link", icon="undo-2", key="Ctrl Z", height=30, name=speech.say("Undo"))
        self.redo = Button(kind="quiet", icon="redo-2", height=30, name=speech.say("Redo"))
        self.setLayout(row(self.redo, self.undo, gap=4))
        self.undo.clicked.connect(self.take_back)
        self.redo.clicked.connect(self.do_again)
        for keys, what in (
            ("Ctrl+Z", self.take_back),
            ("Ctrl+Shift+Z", self.do_again),
            ("Ctrl+Y", self.do_again),
        ):
            QShortcut(QKeySequence(keys), screen).activated.connect(what)
        self._show()

    def bind(self, feed: Feed) -> None:
        """Undo at this desk."""
        self._feed = feed
        feed.changed.connect(self._show)
        self._show()

    def take_back(self) -> None:
        """Undo the last step."""
        if self._feed is not None and self._feed.desk.undo_step is not None and not self.undo.waiting:
            ask(self.undo, self._feed.desk.undo)

    def do_again(self) -> None:
        """Redo the step undone last."""
        if self._feed is not None and self._feed.desk.redo_step is not None and not self.redo.waiting:
            ask(self.redo, self._feed.desk.redo)

    def _show(self) -> None:
        back = self._feed.desk.undo_step if self._feed is not None else None
        again = self._feed.desk.redo_step if self._feed is not None else None
        self.undo.setVisible(back is not None)
        self.redo.setVisible(again is not None)
        if back is not None:
            self.undo.rename(undo_label(self._speech, back.verb, back.facts))
        if again is not None:
            self.redo.rename(redo_label(self._speech, again.verb, again.facts))

"""Undo and redo with the name of the step, for the fixed line of every screen with a desk."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from desktop.ui.ask import Feed, ask
from desktop.ui.widgets.arrange import row
from desktop.ui.widgets.buttons import Button
from desktop.words.catalogue import Words
from desktop.words.undo import own_label, redo_label, undo_label


@runtime_checkable
class TakesBack(Protocol):
    """A widget with an undo of its own, for as long as it has the focus."""

    @property
    def last_step(self) -> str:
        """What it would take back, in a few words."""
        ...

    def take_back(self) -> None:
        """Take that back."""
        ...


class UndoButtons(QFrame):
    """One step back, one step forward; Ctrl+Z and Ctrl+Shift+Z work anywhere on ``screen``.

    While a widget with an undo of its own has the focus, the button says and does what Ctrl+Z does there.
    """

    def __init__(self, speech: Words, screen: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._feed: Feed | None = None
        self._own: TakesBack | None = None
        self._at: QWidget | None = None  # the same, as what has a life and a focus
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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focused)
        self._show()

    def bind(self, feed: Feed) -> None:
        """Undo at this desk."""
        self._feed = feed
        feed.changed.connect(self._show)
        self._show()

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A press of the button takes the focus; what it says it does, it must still do then.
        if now is None or self.isAncestorOf(now):
            return
        self._own = now if isinstance(now, TakesBack) else None
        self._at = now if self._own is not None else None
        self._show()

    def _its_own(self) -> TakesBack | None:
        at = self._at
        return self._own if at is not None and isValid(at) and at.isVisible() else None

    def take_back(self) -> None:
        """Undo the last step."""
        if (own := self._its_own()) is not None and self._at is not None:
            self._at.setFocus()
            own.take_back()
            return
        if self._feed is not None and self._feed.desk.undo_step is not None and not self.undo.waiting:
            ask(self.undo, self._feed.desk.undo)

    def do_again(self) -> None:
        """Redo the step undone last."""
        if self._feed is not None and self._feed.desk.redo_step is not None and not self.redo.waiting:
            ask(self.redo, self._feed.desk.redo)

    def _show(self) -> None:
        back = self._feed.desk.undo_step if self._feed is not None else None
        again = self._feed.desk.redo_step if self._feed is not None else None
        own = self._its_own()
        self.undo.setVisible(back is not None or own is not None)
        self.redo.setVisible(again is not None)
        if own is not None:
            self.undo.rename(own_label(self._speech, own.last_step))
        elif back is not None:
            self.undo.rename(undo_label(self._speech, back.verb, back.facts))
        if again is not None:
            self.redo.rename(redo_label(self._speech, again.verb, again.facts))

"""Help for the step in hand, behind one quiet line: how to open it, and what to do when something goes wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.model.framework import say
from desktop.model.help_file import StepHelp
from desktop.ui import theme
from desktop.ui.console.page import Page
from desktop.ui.widgets.arrange import column, emptied, frame, row, rule, scrolled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import keycap, words
from desktop.words.catalogue import Words

SIDES = 24
LEAST = 96
"""Less than this the help does not shrink: two lines and what to do."""


class StepHelpFold(QFrame):
    """The line, and the help it opens. Only the facilitator sees it; nothing of it is ever on the wall."""

    turned = Signal(bool)

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._shown: tuple[StepHelp, str, bool] | None = None
        self.head = Button(speech.say("If something goes wrong"), kind="quiet", icon="chevron-right")
        self._lines = column(gap=2)
        self._inside = column(self._lines, ..., gap=0, pad=(SIDES, 4, SIDES, 16))
        self._body = scrolled(Page(self._inside), name=speech.say("Help"))
        self._body.hide()
        self._line = frame("plain", column(
            frame("plain", column(rule(), gap=0, pad=(SIDES, 0, SIDES, 0))),
            row(self.head, ..., keycap("?"), gap=0, pad=(SIDES - 10, 4, SIDES, 4)), gap=0,
        ))  # fmt: skip
        self.setLayout(column(self._line, self._body, gap=0))
        self.head.clicked.connect(self.turn)

    @property
    def opened(self) -> bool:
        """Whether the help is shown."""
        return not self._body.isHidden()

    @property
    def line_height(self) -> int:
        """The height while it is folded."""
        return self._line.sizeHint().height()

    def turn(self) -> None:
        """Open or close it."""
        self.set_open(not self.opened)

    def set_open(self, open_: bool) -> None:
        """Show the help, or only its line."""
        if open_ == self.opened:
            return
        self._body.setVisible(open_)
        self._body.verticalScrollBar().setValue(0)
        self.head.say(self.head.words, icon="chevron-down" if open_ else "chevron-right")
        self.turned.emit(open_)

    def show_step(self, help_: StepHelp | None, language: str, *, opening: bool) -> None:
        """The help for a step. ``opening``: how to open it is told with the script, not here."""
        shown = None if help_ is None else (help_, language, opening)
        self.setVisible(help_ is not None)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._lines)
        if help_ is None:
            return
        if not opening:
            self._lines.addWidget(words(self._speech.say("How to open it"), "bold", wrap=True))
            self._lines.addWidget(words(say(help_.open, language), "muted", wrap=True))
            self._lines.addSpacing(8)
        for trouble in help_.wrong:
            self._lines.addWidget(words(say(trouble.sign, language), "bold", wrap=True))
            self._lines.addWidget(words(say(trouble.do, language), "muted", wrap=True))
            self._lines.addSpacing(8)

    def fit(self, room: int) -> None:
        """Be as high as the words, but no higher than ``room`` below the line."""
        need = self._inside.heightForWidth(self._body.viewport().width())
        self._body.setFixedHeight(max(theme.current().px(LEAST), min(need, room)))

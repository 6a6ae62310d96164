"""One framework in the list: what it is called and holds, a copy to edit, and a way to take it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.model.library.content import Choice
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.twice import PressTwice
from desktop.ui.widgets.words import Glyph, OneLine
from desktop.words.catalogue import Words
from desktop.words.loading import choice_name, choice_said


class ChoiceRow(QFrame):
    """``copied`` asks for a copy to edit, ``removed`` to take it away."""

    copied = Signal()
    removed = Signal()

    def __init__(self, speech: Words, choice: Choice, *, shipped: bool, actions: int) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        name = choice_name(speech, choice, shipped=shipped)
        self.copy = Button(
            speech.say("Save a copy to edit…"),
            icon="file-spreadsheet",
            name=speech.say("Save a copy of {name} to edit", name=name),
        )
        own = not shipped or choice.actions is not None
        self.remove = PressTwice(
            speech.say("Remove") if not shipped else speech.say("Remove the actions"),
            speech.say("Press again to remove"),
            kind="quiet",
            icon="trash-2",
        )
        free = own and (shipped or not choice.workshops)
        self.remove.setVisible(free)
        if not free:
            self.remove.hide()
        text = column(
            OneLine(name, "strong"),
            OneLine(choice_said(speech, choice, actions, shipped=shipped), "muted"),
            gap=2,
        )
        sign = Glyph("list-checks" if shipped else "pencil-line", "accent", 24)
        self.setLayout(row(sign, (text, 1), self.remove, self.copy, gap=16, pad=(20, 14, 20, 14)))
        self.copy.clicked.connect(self.copied)
        self.remove.confirmed.connect(self.removed)

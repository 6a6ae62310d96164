"""Which questions a workshop asks: the program's own or loaded ones. Shown only where there is a choice."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.model import builtin
from desktop.model.framework import Framework
from desktop.model.library.content import Choice, with_shipped
from desktop.ui.widgets.drop_down import DropDown
from desktop.ui.widgets.fields import Labelled
from desktop.words.catalogue import Words
from desktop.words.loading import choice_name


class QuestionsFrom(Labelled):
    """A list to choose from, with its name above and what is wrong below."""

    picked = Signal(object)
    """A :class:`Choice` among those offered."""

    def __init__(self, speech: Words, framework: Framework) -> None:
        drop = DropDown(speech.say("Questions from"))
        super().__init__(speech.say("Questions from"), drop)
        self._speech, self.drop = speech, drop
        self._choices: tuple[Choice, ...] = (Choice(framework),)
        self.hide()
        drop.chosen.connect(self._pick)

    @property
    def first(self) -> Choice:
        """What a new workshop asks unless another is chosen."""
        return self._choices[0]

    def offer(self, loaded: tuple[Choice, ...]) -> None:
        """What was loaded, with the program's own."""
        self._choices = with_shipped(loaded, builtin.framework())

    def show_used(self, used: Framework) -> None:
        """Show what is asked now, among all there is."""
        choices = list(self._choices)
        if used.sha256 not in {one.framework.sha256 for one in choices}:
            choices.append(Choice(used))  # what it was made with, no longer offered to others
        shipped = builtin.framework().sha256
        self.drop.offer([
            (one.framework.sha256, choice_name(self._speech, one, shipped=one.framework.sha256 == shipped))
            for one in choices
        ])  # fmt: skip
        self.drop.show_choice(used.sha256)
        self.setVisible(len(choices) > 1)

    def _pick(self, sha256: str) -> None:
        self.picked.emit(next((one for one in self._choices if one.framework.sha256 == sha256), None))

"""Ballots: the room fills them in, then they are keyed in during the talk or the break that follows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.model.nights import before_a_night
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed
from desktop.ui.console.keying import Keying
from desktop.ui.console.keying_legend import KeyingLegend
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.widgets.arrange import column
from desktop.words.catalogue import Words
from desktop.words.glossary import step_name


class BallotsStep(StepScreen):
    """The keying grid; also while the room talks or has a break."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        self._step = ""
        self.keying = Keying(feed, speech)
        self.keying.left.connect(self._leave)
        self.legend = KeyingLegend(self.keying, feed.workshop, speech)
        self.setLayout(column(self.keying, ..., gap=16))

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show what is keyed; where there are ballots to key in, the keys are ready for them."""
        self.keying.show_workshop(w)
        keyed = self._keyed(w, place)
        self.legend.show_workshop(w, keyed=keyed)
        new, self._step = place.step != self._step, place.step
        if new and keyed:
            self.keying.setFocus()

    def heading(self, w: Workshop, place: Place) -> Heading:
        """Keying while others talk."""
        step = w.steps[place.step]
        if step.kind == "ballots":
            return Heading(
                self.speech.say("The room fills in its ballots"),
                step_name(self.speech, step.kind, step.title),
            )
        return Heading(step_name(self.speech, step.kind, step.title), self.speech.say("Key in the ballots"))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """What to say while the ballots are filled in, and while they are keyed."""
        step = w.steps[place.step]
        closing = step.kind == "talk" and before_a_night(w, step)
        return Spoken(("day_one_close",) if closing else (step.kind,))

    def aside(self) -> QWidget | None:
        """What the keys mean for the question in hand."""
        return self.legend

    def keyed(self, key: str) -> bool:
        """A: the seat in hand is away. Only at the grid, where it is seen which seat that is."""
        if key.lower() != "a" or not self.keying.hasFocus():
            return False
        self.keying.mark_away()
        return True

    def aside_leads(self, w: Workshop, place: Place) -> bool:
        """While ballots are keyed the meaning of the keys comes first."""
        return self._keyed(w, place)

    def _keyed(self, w: Workshop, place: Place) -> bool:
        return w.steps[place.step].kind != "ballots" and self.keying.in_hand is not None

    def _leave(self) -> None:
        self.keying.clearFocus()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

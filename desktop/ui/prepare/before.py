"""Before the day: rehearse, and see whether the wall works."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from desktop.model.workshop import Workshop
from desktop.ui.widgets.arrange import column, frame, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Glyph, words
from desktop.words.catalogue import Words


class Before(QFrame):
    """A card with two things to do."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self.rehearse = Button(speech.say("Rehearse"))
        self.wall = Button(speech.say("Try the wall"), key="F5")
        self._people = words("", "muted", wrap=True)
        where = words(
            speech.say("Shows this workshop’s first page on the second display, or over this window."),
            "muted",
            wrap=True,
        )
        rows = column(
            _line("circle-play", words(speech.say("Rehearse"), "strong"), self._people, self.rehearse),
            rule(),
            _line("presentation", words(speech.say("Try the wall"), "strong"), where, self.wall),
            gap=0,
        )
        self.setLayout(column(words(speech.say("Before the day"), "section"), frame("card", rows), gap=10))

    def show_workshop(self, w: Workshop) -> None:
        """Say with how many people it is rehearsed."""
        people = len(w.seats)
        self._people.setText(
            self._speech.many(
                "Plays the whole workshop with {n} made-up person. Nothing in this one changes.",
                "Plays the whole workshop with {n} made-up people. Nothing in this one changes.",
                people,
            )
        )

    def show_wall(self, *, on: bool) -> None:
        """Whether the wall is on now."""
        self.wall.rename(self._speech.say("Take the wall away") if on else self._speech.say("Try the wall"))


def _line(icon: str, title: QFrame, what: QFrame, button: Button) -> QFrame:
    return frame(
        "plain",
        row(
            Glyph(icon, "muted", 22, box=24), 8, (column(title, what, gap=2), 1), button, pad=(20, 14, 20, 14)
        ),
    )

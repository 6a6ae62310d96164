"""Nothing in the library yet: the city, one sentence, and two ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.pictures import PictureView
from desktop.ui.widgets.words import MIDDLE, Glyph, words
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from desktop.model.framework import Framework

_WIDTH, _CITY = 1104, 560
_SHOWN = (1.0, 2.0, 3.0, 2.0, 4.0, 3.0, 2.0)
"""Levels of the picture on the first page: a city of nobody, so that one sees what lights mean."""


class FirstRun(QFrame):
    """The empty state."""

    began = Signal()
    rehearsed = Signal()

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._city = PictureView(width=_CITY)
        self.new = Button(speech.say("New workshop"), kind="primary", key="Ctrl N")
        self.rehearse = Button(speech.say("Rehearse"), key="Ctrl R", height=48)
        self.new.clicked.connect(self.began)
        self.rehearse.clicked.connect(self.rehearsed)
        lead = words(
            speech.say("Find out where your city stands, decide where it should be, and leave with who does what next."),
            "body", wrap=True, align=MIDDLE,
        )  # fmt: skip
        cards = row(
            (_way_in("plus", speech.say("Prepare a workshop"),
                     speech.say("City, date, how many people, how long. Four fields, the rest is set for you."),
                     speech.say("About 2 minutes"), self.new), 1),
            (_way_in("circle-play", speech.say("Watch a rehearsal"),
                     speech.say("The program plays a whole workshop with made-up people, so you know every "
                                "screen before the room does."),
                     speech.say("Takes a few seconds"), self.rehearse), 1),
            gap=24,
        )  # fmt: skip
        safe = words(speech.say("Works without internet. Everything stays on this computer."), "muted")
        middle = frame("plain", column(
            ..., row(..., self._city, ...), 20, words(speech.say("Seven pivots, one room, one plan"), "title", align=MIDDLE),
            lead, 28, cards, 20, row(..., Glyph("shield-check"), safe, ..., gap=10), ..., gap=8,
        ))  # fmt: skip
        middle.setMaximumWidth(_WIDTH)
        self.setLayout(row((middle, 1), pad=(32, 24, 32, 24)))
        self.layout().setAlignment(middle, Qt.AlignmentFlag.AlignHCenter)  # type: ignore[union-attr]
        middle.setMinimumWidth(720)

    def light(self, framework: Framework) -> None:
        """Draw the city; after the first paint, it is not what one waits for."""
        from desktop.ui.portfolio.skyline import skyline

        levels = dict(zip((pivot.id for pivot in framework.pivots), _SHOWN, strict=False))
        self._city.show_picture(lambda ground: skyline(self._speech, framework, levels, ground, _CITY))


def _way_in(icon: str, title: str, text: str, note: str, button: Button) -> QFrame:
    body = column(
        row(Glyph(icon, "accent", 28), ...), 8, words(title, "section"), words(text, "body", wrap=True),
        words(note, "muted"), ..., 12, row(button, ...), gap=8, pad=28,
    )  # fmt: skip
    return frame("card", body)

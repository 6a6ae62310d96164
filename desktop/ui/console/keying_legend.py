"""Beside the keying grid: the ballot in hand, what each key means for its question, and the other keys."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel

from desktop.model.workshop import Workshop
from desktop.ui.console.keying import Keying
from desktop.ui.widgets.arrange import column, frame, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import keycap, words
from desktop.words.catalogue import Words


class KeyingLegend(QFrame):
    """Follows the cell in hand. Its labels stay and change their words: nothing is built while somebody types."""

    def __init__(self, keying: Keying, w: Workshop, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._keying, self._w, self._speech = keying, w, speech
        self._seat = words("", "title")
        self.away = Button(speech.say("Mark as away"), kind="quiet", key="A", height=34)
        self.away.clicked.connect(keying.mark_away)
        self._title, self._text = words("", "strong", wrap=True), words("", "muted", wrap=True)
        self._levels: list[QLabel] = [words("", "body", wrap=True) for _ in w.framework.levels]
        say = speech.say
        lines = [
            row(keycap(str(level)), 4, (label, 1))
            for level, label in zip(w.framework.levels, self._levels, strict=True)
        ]
        lines.append(row(keycap("−"), 4, (words(say("can’t say"), "body"), 1)))
        lines.append(row(keycap(say("Space")), 4, (words(say("left blank on paper"), "body"), 1)))
        keys = (
            (say("Back, forward"), ("←", "→")),
            (say("Next ballot"), ("Enter",)),
            (say("Go to a seat"), ("/",)),
            (say("Clear"), ("⌫",)),
            (say("Undo the last key"), ("Ctrl", "Z")),
            (say("Leave, all is kept"), ("Esc",)),
        )
        self._body = frame("plain", column(
            words(say("In your hand"), "over"), row(self._seat, ..., self.away), self._title, self._text, 4, *lines,
            8, rule(), 4, words(say("Keys"), "over"),
            *(row(words(name), ..., *(keycap(one) for one in caps)) for name, caps in keys), gap=5,
        ))  # fmt: skip
        self.setLayout(column(self._body, gap=0))
        keying.moved.connect(self._follow)
        self._follow()

    def show_workshop(self, w: Workshop, *, keyed: bool) -> None:
        """Use the words as they are corrected now; empty unless ballots are being ``keyed``."""
        self._w = w
        self._body.setVisible(keyed)
        self._follow()

    def _follow(self) -> None:
        hand, w = self._keying.in_hand, self._w
        if hand is None:
            return
        seat, question = hand
        self._seat.setText(self._speech.say("Seat {seat}", seat=seat.seat))
        self._title.setText(f"{question.id}  {w.words(question.id, 'title', question.title)}")
        self._text.setText(w.words(question.id, "text", question.text))
        for place, (label, level) in enumerate(zip(self._levels, question.levels, strict=True), start=1):
            label.setText(w.words(question.id, f"level {place}", level.short))

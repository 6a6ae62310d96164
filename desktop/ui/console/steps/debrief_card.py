"""After the exercise: its questions, and what the room says to them, kept for the report."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel

from desktop.model import framework as content
from desktop.model.shock_file import Shock
from desktop.model.verbs import notes
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.ask import Feed, ask
from desktop.ui.widgets.arrange import column, emptied, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import OneLine, keycap, words
from desktop.words.catalogue import Words
from desktop.words.dates import time_of


class DebriefCard(QFrame):
    """One line to write in; what was written below it, the latest first."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._speech, self._feed = speech, feed
        self._shock = ""
        self._questions = column(gap=6)
        self._labels: list[QLabel] = []
        self.entry = Entry(
            speech.say("What the room says"), hint=speech.say("What the room says; it goes into the report")
        )
        self.entry.edited.connect(self._write)
        self._list = column(gap=6)
        self.setLayout(
            column(
                self._questions, 4, rule(), 4, row((self.entry, 1), keycap("N")), self._list, gap=8, pad=24
            )
        )
        self._drawn: object = None

    def show_debrief(self, w: Workshop, shock: Shock, number: int) -> None:
        """The questions with the one on the wall; what is being typed stays."""
        if shock.id != self._shock:
            self._shock = shock.id
            emptied(self._questions)
            self._labels = [
                words(content.say(text, w.language), "muted", wrap=True) for text in shock.debrief
            ]
            for label in self._labels:
                self._questions.addWidget(label)
        for at, label in enumerate(self._labels, 1):
            theme.restyle(label, role="section" if at == number else "muted")
        mine = sorted(
            (one for one in w.notes.values() if one.kind == "debrief" and one.subject == shock.id),
            key=lambda note: note.at, reverse=True,
        )  # fmt: skip
        if self._drawn == mine:
            return
        self._drawn = mine
        emptied(self._list)
        for one in mine:
            gone = Button(
                self._speech.say("Remove"),
                kind="quiet",
                height=34,
                name=self._speech.say("Remove “{note}”", note=one.text[:60]),
            )
            gone.clicked.connect(
                lambda _=False, key=one.id, button=gone: ask(button, self._feed.desk.do, notes.remove, id=key)
            )
            self._list.addLayout(row((OneLine(one.text), 1), words(time_of(one.at), "muted"), gone))

    def _write(self, text: str) -> None:
        if text.strip():
            ask(
                self.entry,
                self._feed.desk.do,
                notes.write,
                kind="debrief",
                subject=self._shock,
                text=text,
                then=self._kept,
            )

    def _kept(self, _change: object) -> None:
        self.entry.show_value("")
        self.entry.clear()

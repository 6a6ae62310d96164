"""The line along the bottom: the clock, minutes late, people in the room, undo, what is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.scale import FIXED_LINE
from desktop.model.verbs import presence
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import bar_between, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.undo import UndoButtons
from desktop.ui.widgets.words import MIDDLE, Glyph, words
from desktop.words.catalogue import Words
from desktop.words.clock import drift, not_saved_since, saved
from desktop.words.dates import clock_time, time_of
from desktop.words.people import in_the_room


class FixedLine(QFrame):
    """Always there, whatever step is open."""

    def __init__(self, speech: Words, feed: Feed, screen: QWidget) -> None:
        """``screen`` is where Ctrl+Z works."""
        super().__init__()
        self._speech, self._feed = speech, feed
        self.setProperty("role", "fixed")
        self.setMinimumHeight(FIXED_LINE)
        self._time = words("", "strong")
        self._late = words("", "good")
        self.fewer = Button(icon="minus", height=30, name=speech.say("One person fewer in the room"))
        self.more = Button(icon="plus", height=30, name=speech.say("One person more in the room"))
        self._people = words("", "strong", align=MIDDLE, width=44)
        self.undo = UndoButtons(speech, screen)
        self.undo.bind(feed)
        self._saved = words("", "muted")
        self._disk = Glyph("save", "good", 18)
        self._kept = True
        self.setLayout(
            row(
                self._time, self._late, 8, bar_between(), 8, words(speech.say("In the room"), "muted"), self.fewer,
                self._people, self.more, ..., self.undo, bar_between(), 4, self._disk, self._saved,
                pad=(24, 6, 24, 6),
            )
        )  # fmt: skip
        self.fewer.clicked.connect(lambda: self._count(-1))
        self.more.clicked.connect(lambda: self._count(1))

    def show_day(self, w: Workshop, now_minute: int, late: int, *, begun: bool) -> None:
        """Show the time, how late we run, and who is here."""
        self._time.setText(clock_time(now_minute))
        self._late.setText(drift(self._speech, late) if begun else "")
        restyle(self._late, role="warn" if late > 0 else "good")
        self._people.setText(str(w.present))
        self._people.setAccessibleName(in_the_room(self._speech, w.present))
        self._show_kept()

    def show_kept(self, kept: bool) -> None:
        """Whether everything told is on the disk; red until the next step is kept."""
        self._kept = kept
        self._show_kept()

    def _show_kept(self) -> None:
        say, stamp = self._speech.say, self._feed.desk.saved_at
        if self._kept:
            self._saved.setText(saved(self._speech, time_of(stamp)) if stamp else say("Saved"))
        else:
            self._saved.setText(not_saved_since(self._speech, time_of(stamp)) if stamp else say("Not saved"))
        restyle(self._saved, role="muted" if self._kept else "bad")
        self._disk.show_icon("save" if self._kept else "circle-alert", "good" if self._kept else "bad")

    def _count(self, by: int) -> None:
        ask(self.more if by > 0 else self.fewer, self._feed.desk.do, presence.change, by=by)

"""What the grid shows of a workshop: a column a question, a row a seat, and how far the keying is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from desktop.model.framework import say as text_in
from desktop.model.records import Participant, Round
from desktop.model.workshop import Workshop
from desktop.ui.console.keying_answers import Mark
from desktop.ui.console.keying_grid import Column, SeatRow
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words
from desktop.words.dates import time_of
from desktop.words.formats import of


def columns_of(w: Workshop, rounds: Sequence[Round]) -> tuple[Column, ...]:
    """The questions of these rounds, grouped by pivot."""
    made: list[Column] = []
    for held in rounds:
        question = w.framework.questions[held.subject]
        pivot = w.framework.pivot_by_id[question.pivot]
        first = not made or made[-1].pivot != pivot.id
        name = text_in(pivot.short, w.language)
        made.append(Column(question.id, pivot.id, name, pivot.colour, pivot.icon, first))
    return tuple(made)


def row_of(speech: Words, seat: Participant, marks: Sequence[Mark], *, in_hand: bool) -> SeatRow:
    """A seat's row. What was passed over on the way to a later answer is blank on the paper."""
    kept = [at for at, mark in enumerate(marks) if mark is Mark.KEPT]
    last = kept[-1] if kept else 0
    shown = [Mark.BLANK if mark is Mark.NOTHING and at < last else mark for at, mark in enumerate(marks)]
    blank = shown.count(Mark.BLANK)
    done = shown.count(Mark.KEPT) + blank
    complete = bool(shown) and done == len(shown)
    away = {"present": "", "expected": speech.say("not here yet")}.get(
        seat.state, speech.say("left the room")
    )
    tail = away
    if complete:
        tail = speech.say("{n} blank", n=blank) if blank else ""
    elif not away and (done or in_hand):
        tail = of(speech, done, len(shown))
    return SeatRow(seat.seat, away, tuple(shown), tail, complete)


class KeyingHead(QFrame):
    """Over the grid: ballots complete, the pace, and what the marks mean."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._progress, self._pace = words("", "section"), words("", "muted")
        self._bar, self._hint = Bar(), words("", "muted")
        self.setLayout(column(row(self._progress, ..., self._pace), self._bar, self._hint, gap=10))
        self.show_seek(None)

    @property
    def said(self) -> str:
        """The progress in words: "15 of 25 ballots"."""
        return self._progress.text()

    def show_progress(self, full: int, here: int, done_by: str | None) -> None:
        """So many ballots of those ``here`` are complete; the rest by ``done_by`` (UTC text), if that is known."""
        say = self._speech.say
        said = say("{count} ballots", count=of(self._speech, full, here))
        self._progress.setText(said)
        self._bar.show_share(full / max(1, here), said)
        self._pace.setText(say("at this pace done by {time}", time=time_of(done_by)) if done_by else "")

    def show_seek(self, seat: str | None, *, away: bool = False) -> None:
        """The seat number typed so far, which may be that of somebody ``away``; None: what the marks mean."""
        say = self._speech.say
        if seat is not None and away:
            self._hint.setText(say("Seat {seat} is away. Enter brings it back.", seat=seat))
            return
        if seat is not None:
            self._hint.setText(say("Seat {seat}: press Enter to go there.", seat=seat or "…"))
            return
        marks = say("• keyed and hidden"), say("○ left blank on paper"), say("Nothing here reaches the wall.")
        self._hint.setText("     ".join(marks))

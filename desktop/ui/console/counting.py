"""Hands or dots counted: one cell a level, kept together with Enter. While it lasts the wall's counter stands still."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model.ceilings import people_of
from desktop.model.records import Count, Way
from desktop.model.refused import NotKept, Refused
from desktop.model.verbs import counts
from desktop.ui.ask import Feed, ask
from desktop.ui.notice import notice_of
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.keycell import KeyCell
from desktop.ui.widgets.words import MIDDLE, Glyph, OneLine, keycap, words
from desktop.words.catalogue import Words
from desktop.words.people import open_vote
from desktop.words.stages import stages_of


class Counting(QFrame):
    """The count of one round. ``level_changed`` carries the level being counted, None when it is over."""

    level_changed = Signal(object)

    def __init__(self, feed: Feed, speech: Words, round_id: str, way: Way = "hands") -> None:
        super().__init__()
        self._feed, self._speech, self._round, self._way = feed, speech, round_id, way
        self.setProperty("role", "plain")
        self._levels: list[int | None] = [*feed.workshop.framework.levels, None]
        self.cells: list[KeyCell] = []
        self._sum = words("", "bold")
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        self.button = Button(speech.say("Keep this count"), key="Enter")
        self.button.clicked.connect(lambda: self.keep())
        self.setLayout(column(
            self._table(), row(
                Glyph("hand", "muted", 20), self._sum, words(open_vote(speech), "muted"), ...,
                words(speech.say("next"), "muted"), keycap("Tab"), self.button,
            ),
            self._wrong, gap=12,
        ))  # fmt: skip
        self._show_sum()

    def _table(self) -> QGridLayout:
        """A row a level, its cell at the end, the ballots under their cover."""
        say, w = self._speech.say, self._feed.workshop
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        heading = say("Hands") if self._way == "hands" else say("Dots")
        grid.addWidget(words(heading, "over", align=MIDDLE), 0, 4)
        before = self._kept()
        for place, level in enumerate(self._levels):
            kept = None if before is None else before.cant_say if level is None else before.numbers[place]
            self._add_row(grid, place, level, kept)
        on_paper = len(w.ballots_in(self._round))
        if on_paper:
            grid.addWidget(words(say("Paper"), "over", align=MIDDLE), 0, 3)
            label = words(say("{n} covered", n=on_paper), "muted", align=MIDDLE)
            cover = frame(
                "sunken", column(..., row(..., Glyph("eye-off", "muted", 22), ...), label, ..., gap=4)
            )
            cover.setMinimumWidth(110)
            grid.addWidget(cover, 1, 3, len(self._levels), 1)
        return grid

    def _kept(self) -> Count | None:
        return next((one for one in self._feed.workshop.counts_in(self._round) if one.group is None), None)

    def _add_row(self, grid: QGridLayout, place: int, level: int | None, kept: int | None) -> None:
        w = self._feed.workshop
        question = w.framework.questions[w.rounds[self._round].subject]
        name, short = self._speech.say("Can’t say"), ""
        if level is not None:
            name = stages_of(self._speech, w.framework).name(level)
            short = w.words(question.id, f"level {place + 1}", question.levels[place].short)
        cell = KeyCell(self._name(name))
        cell.write(kept)
        cell.entered.connect(lambda: self._enter(place))
        cell.changed.connect(self._typed)
        cell.kept.connect(lambda: self.keep())
        cell.moved.connect(lambda by: self._move(place + by))
        cell.left.connect(self.stop)
        self.cells.append(cell)
        grid.addWidget(words("–" if level is None else str(level), "bold"), place + 1, 0)
        grid.addWidget(words(name, "bold"), place + 1, 1)
        grid.addWidget(OneLine(short), place + 1, 2)
        grid.addWidget(cell, place + 1, 4)

    def _name(self, level: str) -> str:
        """What a cell is called aloud."""
        say = self._speech.say
        return (
            say("Hands for {level}", level=level)
            if self._way == "hands"
            else say("Dots for {level}", level=level)
        )

    def begin(self, digit: str = "") -> None:
        """Put the cursor into the first cell, with the digit that was pressed to get here."""
        self.cells[0].setFocus()
        if digit:
            self.cells[0].take(digit)

    @property
    def written(self) -> bool:
        """Whether what is written differs from what is kept."""
        kept = self._kept()
        numbers = [0] * len(self.cells) if kept is None else [*kept.numbers, kept.cant_say]
        return [cell.number for cell in self.cells] != numbers

    def keep(self, then: Callable[[], object] = lambda: None) -> None:
        """Keep the whole count, then go on; a refusal is said here, every number stays, and nothing goes on."""
        numbers = tuple(cell.number for cell in self.cells[:-1])
        ask(
            self, self._feed.desk.do, counts.enter, round=self._round, numbers=numbers, cant_say=self.cells[-1].number,
            way=self._way, then=lambda _change: self._done(then), refused=self._refuse, not_kept=self._lose, control=self.button,
        )  # fmt: skip

    def stop(self) -> None:
        """Leave without keeping."""
        self.level_changed.emit(None)

    def _done(self, then: Callable[[], object]) -> None:
        self._wrong.hide()
        self.level_changed.emit(None)
        then()

    def _refuse(self, _refused: Refused, sentence: str) -> None:
        self._complain(sentence)

    def _lose(self, _no: NotKept) -> None:
        self._complain(self._speech.say("Not saved. The numbers are still here."))

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    def _enter(self, place: int) -> None:
        level = self._levels[place]
        # The wall names a choice by its place; can't say stands after the last level.
        self.level_changed.emit(place if level is not None else len(self._levels) - 1)

    def _move(self, place: int) -> None:
        if 0 <= place < len(self.cells):
            self.cells[place].setFocus()

    def _typed(self) -> None:
        self._show_sum()
        if (notice := notice_of(self)) is not None:
            notice.settle()  # whatever was asked before, counting is the answer

    def show_people(self) -> None:
        """The room has changed: other people may raise a hand."""
        self._show_sum()

    def _show_sum(self) -> None:
        w = self._feed.workshop
        free = people_of(w, self._round) - len(w.ballots_in(self._round))
        counted = sum(cell.number for cell in self.cells)
        self._sum.setText(
            self._speech.say("{n} of {m} hands counted.", n=counted, m=free)
            if self._way == "hands"
            else self._speech.say("{n} of {m} dots counted.", n=counted, m=free)
        )
        restyle(self._sum, role="bad" if counted > free else "bold")
        self._wrong.hide()

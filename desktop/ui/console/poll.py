"""A poll in the console: hands counted, an answer a row, or slips keyed by seat; covered until shown, then bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.model import levels
from desktop.model.ceilings import people_of
from desktop.model.kinds import answers
from desktop.model.polls import UNSHOWN
from desktop.model.records import Count, Participant, Round
from desktop.model.refused import NotKept, Refused
from desktop.model.verbs import ballots, counts
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, emptied, frame, row
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.keycell import KeyCell
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.seatcell import SeatCell
from desktop.ui.widgets.words import MIDDLE, RIGHT, Glyph, OneLine, PivotChip, keycap, words
from desktop.words.catalogue import Words
from desktop.words.counting import answers_in
from desktop.words.people import open_vote
from desktop.words.polls import not_shown

ACROSS = 8
"""Seats in a row."""
HANDS, SLIPS = "hands", "slips"


@dataclass(frozen=True, slots=True)
class PollAnswer:
    """One answer. ``choice`` is what a ballot holds, None for can't say; a pivot brings its colour and icon."""

    choice: int | None
    sign: str
    name: str
    colour: int = 0
    icon: str = ""


class Poll(QFrame):
    """One round at a time. ``raised`` carries the place of the answer hands are counted for, None when it is over."""

    raised = Signal(object)

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._speech, self._feed = speech, feed
        say = speech.say
        self._round = ""
        self._answers: tuple[PollAnswer, ...] = ()
        self._seats: tuple[tuple[str, int], ...] = ()
        self._drawn: object = None
        self.cells: list[KeyCell] = []
        self.slips: dict[str, SeatCell] = {}
        self._in = words("", "bold")
        self.way = Segments(
            say("How answers come in"), [(HANDS, say("Hands")), (SLIPS, say("Slips by seat"))], height=40
        )
        self.way.choose(HANDS if {"hands", "dots"} & set(feed.workshop.about.ways) else SLIPS)
        self.way.chosen.connect(self._choose_way)
        self._grid = QGridLayout()
        self._seat_grid = QGridLayout()
        self._shown = QGridLayout()
        for grid in (self._grid, self._shown):
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(4)
            grid.setColumnStretch(2, 1)
        self._seat_grid.setHorizontalSpacing(10)
        self._seat_grid.setVerticalSpacing(4)
        self._sum = words("", "bold")
        self.button = Button(say("Keep this count"), key="Enter")
        self.button.clicked.connect(lambda: self.keep_count())
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        self._by_hand = frame("plain", column(self._grid, row(
            Glyph("hand", "muted", 20), self._sum, words(open_vote(speech), "muted"), ...,
            words(say("next"), "muted"), keycap("Tab"), self.button,
        ), gap=12))  # fmt: skip
        hint = say("Type the number on each slip; − is can’t say. Each is kept at once, without a name.")
        self._by_slip = frame("plain", column(words(hint, "muted", wrap=True), self._seat_grid, gap=10))
        self._head = frame("plain", row(self._in, ..., self.way))
        self._results = frame("plain", column(self._shown, gap=0))
        self.setLayout(
            column(
                self._head,
                self._by_hand,
                self._by_slip,
                self._results,
                self._wrong,
                gap=12,
                pad=(24, 16, 24, 16),
            )
        )

    # ---- showing ----------------------------------------------------------------------------------------------

    def show_poll(self, w: Workshop, held: Round | None, offered: Sequence[PollAnswer]) -> None:
        """Show a round: cells while it is open, bars once it is shown. What is being written stays."""
        open_ = held is not None and held.state == "open"
        revealed = held is not None and held.state == "revealed"
        self._head.setVisible(held is not None and not revealed)
        self.way.setVisible(open_)
        self._results.setVisible(revealed)
        if held is None:
            self._by_hand.hide()
            self._by_slip.hide()
            return
        tally = levels.tally(w, held.id)
        self._in.setText(answers_in(self._speech, tally.cast, tally.room))
        if revealed:
            self._show_results(w, held, tuple(offered))
        elif open_:
            self._make(w, held, tuple(offered))
            self._show_sum()
        self._show_way(open_)

    def _choose_way(self, _way: str) -> None:
        held = self._feed.workshop.rounds.get(self._round)
        if held is not None and self.way.value == SLIPS:
            self._show_slips(self._feed.workshop, held)
        self._show_way()

    def _show_way(self, open_: bool = True) -> None:
        self._by_hand.setVisible(open_ and self.way.value == HANDS)
        self._by_slip.setVisible(open_ and self.way.value == SLIPS)

    def _make(self, w: Workshop, held: Round, offered: tuple[PollAnswer, ...]) -> None:
        if (self._round, self._answers) != (held.id, offered):
            self._round, self._answers = held.id, offered
            self._make_hands()
            self._seats = ()
        if self.way.value == SLIPS:  # a cell a seat takes its time: only where slips are keyed
            self._show_slips(w, held)

    def _show_slips(self, w: Workshop, held: Round) -> None:
        cast = w.ballots_in(held.id)
        seats = [one for one in w.seats if one.state == "present" or one.id in cast]
        known = tuple((one.id, one.seat) for one in seats)
        if known != self._seats:
            self._seats = known
            self._make_slips(seats)
        for key, cell in self.slips.items():
            if not cell.hasFocus():
                cell.show_answer(cast[key].choice if key in cast else None, given=key in cast)

    def _make_hands(self) -> None:
        emptied(self._grid)
        self.cells = []
        kept = self._kept()
        for place, answer in enumerate(self._answers):
            cell = KeyCell(self._speech.say("Hands for {level}", level=answer.name))
            if kept is not None:
                cell.write(
                    kept.cant_say if answer.choice is None else kept.numbers[self._index(answer.choice)]
                )
            cell.entered.connect(lambda place=place: self.raised.emit(place))
            cell.changed.connect(self._corrected)
            cell.kept.connect(lambda: self.keep_count())
            cell.moved.connect(lambda by, place=place: self._move(place + by))
            cell.left.connect(self.stop)
            self.cells.append(cell)
            self._put(self._grid, place, answer)
            self._grid.addWidget(cell, place, 3)

    def _put(self, grid: QGridLayout, line: int, answer: PollAnswer, role: str = "bold") -> None:
        grid.addWidget(words(answer.sign, role, align=MIDDLE, width=20), line, 0)
        chip: QWidget = PivotChip(answer.colour, answer.icon, size=24) if answer.colour else QWidget()
        grid.addWidget(chip, line, 1)
        grid.addWidget(OneLine(answer.name, role), line, 2)

    def _make_slips(self, seats: Sequence[Participant]) -> None:
        emptied(self._seat_grid)
        self.slips = {}
        for at, one in enumerate(seats):
            cell = SeatCell(self._speech.say("Seat {seat}", seat=one.seat))
            cell.answered.connect(lambda choice, key=one.id: self._cast(key, choice))
            cell.withdrawn.connect(lambda key=one.id: self._withdraw(key))
            cell.moved.connect(lambda by, key=one.id: self._go(key, by))
            cell.left.connect(self.stop)
            self.slips[one.id] = cell
            line, place = divmod(at, ACROSS)
            self._seat_grid.addWidget(words(str(one.seat), "muted", align=MIDDLE), 2 * line, place)
            self._seat_grid.addWidget(cell, 2 * line + 1, place, MIDDLE)
        self._seat_grid.setColumnStretch(ACROSS, 1)

    def _show_results(self, w: Workshop, held: Round, offered: tuple[PollAnswer, ...]) -> None:
        tally = levels.tally(w, held.id)
        if self._drawn == (held.id, tally, offered):
            return
        self._drawn = (held.id, tally, offered)
        emptied(self._shown)
        if tally.state in UNSHOWN:
            self._shown.addWidget(words(not_shown(self._speech, tally), "muted", wrap=True), 0, 2)
            return
        numbers = [
            tally.cant_say if one.choice is None else tally.counts[answers(w, held.kind).place_of(one.choice)]
            for one in offered
        ]
        most = max(*numbers, 1)
        for line, (answer, number) in enumerate(zip(offered, numbers, strict=True)):
            role = "bold" if number == most else "muted" if answer.choice is None else ""
            self._put(self._shown, line, answer, role)
            bar = Bar(ink="accent" if number == most else "muted", width=180, thick=10)
            bar.show_share(number / most, f"{answer.name}: {number}")
            self._shown.addWidget(bar, line, 3)
            self._shown.addWidget(words(str(number), role, align=RIGHT, width=30), line, 4)

    # ---- hands ------------------------------------------------------------------------------------------------

    def begin(self, digit: str) -> bool:
        """A digit pressed elsewhere begins a count, or is the answer of the first seat that has none."""
        if self._by_hand.isVisible() and self.cells:
            self.cells[0].setFocus()
            self.cells[0].take(digit)
            return True
        waiting = [cell for cell in self.slips.values() if not cell.written]
        if self._by_slip.isVisible() and waiting:
            waiting[0].setFocus()
            waiting[0].take(digit)
            return True
        return False

    @property
    def written(self) -> bool:
        """Whether a count is written that differs from the one kept."""
        held = self._feed.desk.workshop.rounds.get(self._round)
        if held is None or held.state != "open" or not self.cells:
            return False
        kept = self._kept()
        numbers, cant_say = self._numbers()
        return (numbers, cant_say) != ((kept.numbers, kept.cant_say) if kept else ((0,) * len(numbers), 0))

    def keep_count(self, then: Callable[[], object] = lambda: None) -> None:
        """Keep the whole count; a refusal is said here and every number stays."""
        numbers, cant_say = self._numbers()
        way = (
            "hands"
            if "hands" in self._feed.workshop.about.ways or "dots" not in self._feed.workshop.about.ways
            else "dots"
        )
        ask(
            self, self._feed.desk.do, counts.enter, round=self._round, numbers=numbers, cant_say=cant_say, way=way,
            then=lambda _: self._done(then), refused=self._refuse, not_kept=self._lose, control=self.button,
        )  # fmt: skip

    def stop(self) -> None:
        """Leave the cells without keeping."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        self.raised.emit(None)

    def _done(self, then: Callable[[], object]) -> None:
        self._wrong.hide()
        self.stop()
        then()

    def _numbers(self) -> tuple[tuple[int, ...], int]:
        """The count as it is kept: numbers in the round's own order, can't say apart."""
        numbers, cant_say = [0] * sum(one.choice is not None for one in self._answers), 0
        for answer, cell in zip(self._answers, self.cells, strict=True):
            if answer.choice is None:
                cant_say = cell.number
            else:
                numbers[self._index(answer.choice)] = cell.number
        return tuple(numbers), cant_say

    def _index(self, choice: int) -> int:
        w = self._feed.workshop
        return answers(w, w.rounds[self._round].kind).place_of(choice)

    def _kept(self) -> Count | None:
        held = self._feed.desk.workshop.counts_in(self._round)
        return next((one for one in held if one.group is None), None)

    def _move(self, place: int) -> None:
        if 0 <= place < len(self.cells):
            self.cells[place].setFocus()

    def _show_sum(self) -> None:
        w = self._feed.workshop
        free = people_of(w, self._round) - len(w.ballots_in(self._round))
        counted = sum(cell.number for cell in self.cells)
        self._sum.setText(self._speech.say("{n} of {m} hands counted.", n=counted, m=free))
        restyle(self._sum, role="bad" if counted > free else "bold")

    def _corrected(self) -> None:
        self._wrong.hide()
        self._show_sum()

    # ---- slips ------------------------------------------------------------------------------------------------

    def _cast(self, key: str, choice: int | None) -> None:
        ask(
            self, self._feed.desk.do, ballots.cast, round=self._round, participant=key, choice=choice,
            then=lambda _: self._wrong.hide(), refused=lambda _no, said: self._not_cast(key, said),
            not_kept=lambda _no: self._not_cast(key, self._speech.say("Not saved. Type it once more.")),
        )  # fmt: skip
        self._go(key, 1)

    def _not_cast(self, key: str, sentence: str) -> None:
        """Back to the slip that was not kept, as it was before."""
        cell = self.slips.get(key)
        if cell is not None:
            before = self._feed.desk.workshop.ballots_in(self._round).get(key)
            cell.show_answer(before.choice if before else None, given=before is not None)
            cell.setFocus()
        self._complain(sentence)

    def _withdraw(self, key: str) -> None:
        ask(self, self._feed.desk.do, ballots.withdraw, round=self._round, participant=key)

    def _go(self, key: str, by: int) -> None:
        order = list(self.slips)
        at = order.index(key) + by
        if 0 <= at < len(order):
            self.slips[order[at]].setFocus()

    def _refuse(self, _refused: Refused, sentence: str) -> None:
        self._complain(sentence)

    def _lose(self, _no: NotKept) -> None:
        self._complain(self._speech.say("Not saved. The numbers are still here."))

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

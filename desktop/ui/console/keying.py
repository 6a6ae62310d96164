"""Paper ballots keyed in: a digit is kept as it is typed, the cursor moves on, and nothing here reaches the wall."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.model.change import Change
from desktop.model.framework import Question
from desktop.model.records import Participant, Round
from desktop.model.verbs import presence
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.keying_answers import Answers, Cell, Mark
from desktop.ui.console.keying_grid import KeyingGrid, SeatRow
from desktop.ui.console.keying_hand import At, Hand
from desktop.ui.console.keying_rows import KeyingHead, columns_of, row_of
from desktop.ui.console.keying_search import ENTER, SeatSearch
from desktop.ui.notice import notice_of
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, frame
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words

_MOVES: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_MINUS = ("-", "−", "–")


class Keying(QFrame):
    """Seats × the questions whose vote is open. A key cell as a whole: it takes digits, −, Space, Enter, arrows, /."""

    left = Signal()
    moved = Signal()
    """Another cell is in hand, or the cell in hand means something else."""
    finished = Signal()
    """The last ballot of those in the room is in."""

    def __init__(self, feed: Feed, speech: Words) -> None:
        super().__init__()
        self._feed, self._speech = feed, speech
        self.setProperty("role", "card")
        self.setProperty("keycell", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(speech.say("Key in the ballots"))
        self._hand = Hand()
        self._shown: Workshop | None = None
        self._full = False
        self._answers = Answers(self, feed, self._cell_changed)
        self._answers.refused = self._refused
        self.grid = KeyingGrid()
        self.grid.pointed.connect(self._point)
        self._lay_out()
        self.show_workshop(feed.workshop)

    def _lay_out(self) -> None:
        self._head = KeyingHead(self._speech)
        self._search = SeatSearch(
            self._hand, self._head, found=self._put, away=self._bring_back,
            nobody=lambda seat: self._say(self._speech.say("Seat {seat} is not in the room.", seat=seat)),
        )  # fmt: skip
        self._none = words(
            self._speech.say("No vote is open. The ballots can be keyed in once the room has them."),
            "muted",
            wrap=True,
        )
        self.setLayout(
            column(
                self._head,
                self._none,
                frame("plain", column(self.grid, gap=0)),
                gap=10,
                pad=(20, 16, 20, 16),
            )
        )

    # ---- showing ----------------------------------------------------------------------------------------------

    def show_workshop(self, w: Workshop) -> None:
        """Show what is keyed; the cursor stays where it is."""
        before, self._shown = self._shown, w
        latest = (w.latest("level", question.id) for question in w.questions)
        rounds = tuple(one for one in latest if one is not None and one.state == "open")
        if before is not None and rounds == self._hand.rounds and w.participants is before.participants:
            for place in self._changed_rows(before, w):
                self._show_row(place)
        else:
            self._show_all(w, rounds)
        self._show_progress()
        self._tell()

    def _changed_rows(self, before: Workshop, w: Workshop) -> set[int]:
        """Rows with a ballot more or fewer than before; of ballots by other ways too."""
        seats: set[str] = set()
        for held in self._hand.rounds:
            old, new = before.ballots_in(held.id), w.ballots_in(held.id)
            if old is not new:
                seats |= old.keys() ^ new.keys()
        return {row for seat in seats if (row := self._hand.row(seat)) is not None}

    def _show_all(self, w: Workshop, rounds: tuple[Round, ...]) -> None:
        self._hand.lay(w.seats, rounds)
        self.grid.columns, self.grid.at = columns_of(w, rounds), self._hand.at
        self.grid.rows = tuple(self._row(place) for place in range(len(w.seats)))
        self._none.setVisible(not rounds)
        self.grid.setVisible(bool(rounds))
        self.grid.updateGeometry()

    def _row(self, place: int) -> SeatRow:
        hand = self._hand
        marks = [self._answers.mark(hand.cell_at((place, column))) for column in range(len(hand.rounds))]
        return row_of(self._speech, hand.seats[place], marks, in_hand=place == hand.at[0])

    def _show_row(self, place: int) -> None:
        rows = list(self.grid.rows)
        rows[place] = self._row(place)
        self.grid.rows = tuple(rows)
        self.grid.update()

    def _show_progress(self) -> None:
        here = [one for one in self.grid.rows if not one.away]
        full = sum(one.complete for one in here)
        to_key = sum(not cell for one in here for cell in one.cells)
        self._head.show_progress(full, len(here), self._answers.done_by(to_key) if to_key else None)
        was, self._full = self._full, bool(here) and full == len(here)
        if self._full and not was and self._answers.begun:
            self.finished.emit()

    @property
    def in_hand(self) -> tuple[Participant, Question] | None:
        """The seat and question of the cell in hand; None while nobody is here or no vote is open."""
        if self._hand.cell is None:
            return None
        row, column = self._hand.at
        question = self._feed.workshop.framework.questions[self._hand.rounds[column].subject]
        return self._hand.seats[row], question

    def _tell(self) -> None:
        hand = self.in_hand
        said = self._head.said
        if hand is not None:
            said = self._speech.say(
                "Seat {seat}, {question}. {progress}", seat=hand[0].seat, question=hand[1].id, progress=said
            )
        if self.accessibleDescription() != said:
            self.setAccessibleDescription(said)
        self.grid.update()
        self.moved.emit()

    # ---- keys -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z for the last key here: a window's shortcut would undo the day's last step instead."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key, one durable step."""
        cell = self._hand.cell
        if cell is None:
            super().keyPressEvent(event)
            return
        text, key = event.text(), event.key()
        if _undoes(event):
            self.take_back()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif self._search.under_way or text == "/":
            self._search.take(text, key)
        elif key in _MOVES:
            self._put(self._hand.moved(*_MOVES[key]))
        elif event.isAutoRepeat():
            return  # a finger that rests on a digit means one answer
        elif not self._answering(cell, text, key):
            super().keyPressEvent(event)

    def _answering(self, cell: Cell, text: str, key: int) -> bool:
        """A key that says something about the ballot in hand; False if it is none."""
        if text.isdecimal() and text.isascii():
            self._digit(cell, int(text))
        elif text in _MINUS:
            self._give(cell, None)
        elif key == Qt.Key.Key_Space:
            self._answers.leave_blank(cell)
            self._advance()
        elif key in ENTER:
            self._next_ballot()
        elif key == Qt.Key.Key_Backspace:
            self._clear(cell)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _digit(self, cell: Cell, number: int) -> None:
        scale = self._feed.workshop.framework.levels
        if number in scale:
            self._give(cell, number)
        elif number == 0:
            self._give(cell, None)
        else:
            self._say(
                self._speech.say(
                    "{n} is no level here. Press {low} to {high}, or − for can’t say.",
                    n=number,
                    low=scale[0],
                    high=scale[-1],
                )
            )

    def _give(self, cell: Cell, choice: int | None) -> None:
        at = self._hand.at
        self._answers.give(cell, choice)
        self._advance()
        if self._hand.at == at:  # the last cell of all is still in hand
            self.grid.value = "–" if choice is None else str(choice)

    def _clear(self, cell: Cell) -> None:
        """What stands in the cell in hand; in an empty one, what was keyed just before it."""
        if self._answers.mark(cell) is Mark.NOTHING and self._hand.at[1]:
            self._put(self._hand.moved(0, -1))
            cell = self._hand.cell or cell
        self.grid.value = ""
        self._answers.clear(cell)

    def _next_ballot(self) -> None:
        """The ballot in hand is done: what was begun and not answered is blank on the paper."""
        cells = self._hand.ballot
        if any(self._answers.mark(cell) is not Mark.NOTHING for cell in cells):
            for cell in cells:
                if self._answers.mark(cell) is Mark.NOTHING:
                    self._answers.leave_blank(cell)
        self._put(self._hand.next_ballot())

    @property
    def last_step(self) -> str:
        """What Ctrl+Z takes back here, for the undo button of the screen."""
        return self._speech.say("last key")

    def take_back(self) -> None:
        """This sitting's last key, taken back."""
        if not self._answers.last:
            self._say(self._speech.say("Nothing keyed here can be taken back."))
            return
        cell = self._answers.take_back()
        if cell is not None and (at := self._hand.place(cell)) is not None:
            self._put(at)

    # ---- who is here ------------------------------------------------------------------------------------------

    def mark_away(self) -> None:
        """Who has the ballot in hand has left the room; their answers stay. The last key, for undo."""
        hand = self.in_hand
        if hand is None:
            return
        seat = hand[0]
        onward = self._hand.without()
        self._answers.remember(lambda: self._turn(presence.arrive, seat))
        self._turn(presence.leave, seat)
        if onward is not None:
            self._put(onward)
        self.setFocus()

    def _bring_back(self, seat: Participant) -> None:
        self._answers.remember(lambda: self._turn(presence.leave, seat))
        self._turn(presence.arrive, seat)
        row = self._hand.row(seat.id)
        assert row is not None, "who is away has a seat on the table"
        self._put((row, 0))  # at once: the next digit is on its way already, and is kept after this

    def _turn(self, verb: Callable[..., Change], seat: Participant) -> None:
        ask(
            self, self._feed.desk.do, verb, participants=(seat.id,),
            refused=lambda _no, sentence: self._say(sentence),
        )  # fmt: skip

    # ---- moving -----------------------------------------------------------------------------------------------

    def _advance(self) -> None:
        at = self._hand.after()
        if at != self._hand.at:
            self._put(at)

    def _put(self, at: At) -> None:
        """Take a cell into hand; the one that was is hidden."""
        before, self._hand.at, self.grid.at = self._hand.at[0], at, at
        self.grid.value = ""
        for place in {before, at[0]}:
            self._show_row(place)
        self.grid.show_hand()
        self._tell()

    def _point(self, row_: int, column_: int) -> None:
        if self._hand.rounds and row_ in self._hand.here:
            self._put((row_, column_))
        elif self._hand.rounds:
            self._search.point_at(row_)

    # ---- answers ----------------------------------------------------------------------------------------------

    def _cell_changed(self, cell: Cell) -> None:
        if (at := self._hand.place(cell)) is not None:
            self._show_row(at[0])
            self._show_progress()

    def _refused(self, cell: Cell, sentence: str) -> None:
        """By now another cell is in hand, so the sentence names its own."""
        w = self._feed.workshop
        held, seat = w.rounds.get(cell[0]), w.participants.get(cell[1])
        if held is None or seat is None:
            self._say(sentence)
            return
        self._say(
            self._speech.say(
                "Seat {seat}, {question}: {sentence}",
                seat=seat.seat,
                question=held.subject,
                sentence=sentence,
            )
        )

    def _say(self, sentence: str) -> None:
        notice = notice_of(self)
        if notice is not None:
            notice.say(sentence, tone="warn")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        restyle(self, focus="true")
        self.grid.show_hand()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere; what was still to be seen is hidden."""
        super().focusOutEvent(event)
        self.grid.value = ""
        self.grid.update()
        restyle(self, focus="false")


def _undoes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier

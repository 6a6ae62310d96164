"""Paper ballots keyed in: a digit is kept as it is typed, the cursor moves on, and nothing here reaches the wall."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.model.framework import Question
from desktop.model.records import Ballot, Participant, Round
from desktop.model.verbs import ballots
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.keying_grid import Column, KeyingGrid, SeatRow
from desktop.ui.notice import notice_of
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words


class Keying(QFrame):
    """Seats × the questions whose vote is open. A key cell as a whole: it takes digits, −, Space, Enter, arrows, /."""

    left = Signal()
    moved = Signal()

    def __init__(self, feed: Feed, speech: Words) -> None:
        super().__init__()
        self._feed, self._speech = feed, speech
        self.setProperty("role", "card")
        self.setProperty("keycell", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(speech.say("Key in the ballots"))
        self._rounds: tuple[Round, ...] = ()
        self._seats: tuple[Participant, ...] = ()
        self._back: list[tuple[str, str, Ballot | None]] = []
        self._failed: set[tuple[str, str]] = set()
        self._seek: str | None = None
        self.grid = KeyingGrid()
        self.grid.away_word, self.grid.blank_word = (
            speech.say("not here yet"),
            speech.say("{n} blank", n="{n}"),
        )
        self._progress = words("", "section")
        self._bar = Bar()
        self._hint = words(speech.say("• keyed and hidden. Nothing here reaches the wall."), "muted")
        self._none = words(
            speech.say("No vote is open. The ballots can be keyed in once the room has them."),
            "muted",
            wrap=True,
        )
        self.setLayout(column(
            row(self._progress, ..., self._hint), self._bar, self._none,
            frame("plain", column(self.grid, gap=0)), gap=10, pad=(20, 16, 20, 16),
        ))  # fmt: skip
        self.show_workshop(feed.workshop)

    # ---- showing ----------------------------------------------------------------------------------------------

    def show_workshop(self, w: Workshop) -> None:
        """Show what is keyed; the cursor stays where it is."""
        latest = (w.latest("level", question.id) for question in w.questions)
        rounds = tuple(one for one in latest if one is not None and one.state == "open")
        if [one.id for one in rounds] != [one.id for one in self._rounds]:
            self.grid.at = (self.grid.at[0], 0)
            self.grid.columns = tuple(
                self._column(w, one, rounds[place - 1] if place else None) for place, one in enumerate(rounds)
            )
        self._rounds, self._seats = rounds, w.seats
        self.grid.rows = tuple(self._row(w, seat) for seat in w.seats)
        full = sum(all(row.cells) for row in self.grid.rows if row.present and row.cells)
        begun = sum(any(row.cells) for row in self.grid.rows)
        self._progress.setText(self._speech.say("{n} of {m} ballots", n=begun, m=w.present))
        self._bar.show_share(begun / max(1, w.present), self._speech.say("{n} complete", n=full))
        self._none.setVisible(not rounds)
        self.grid.setVisible(bool(rounds))
        self._clamp()
        self.grid.updateGeometry()
        self._tell()

    def _column(self, w: Workshop, held: Round, before: Round | None) -> Column:
        question = w.framework.questions[held.subject]
        pivot = w.framework.pivot_by_id[question.pivot]
        same = before is not None and w.framework.questions[before.subject].pivot == question.pivot
        return Column(question.id, pivot.colour, pivot.icon, not same)

    def _row(self, w: Workshop, seat: Participant) -> SeatRow:
        cells = tuple(
            "!" if (held.id, seat.id) in self._failed else "•" if seat.id in w.ballots_in(held.id) else ""
            for held in self._rounds
        )
        return SeatRow(seat.seat, seat.state == "present", cells)

    def _clamp(self) -> None:
        row_, column_ = self.grid.at
        if self._seats and self._seats[min(row_, len(self._seats) - 1)].state != "present":
            row_ = next((i for i, one in enumerate(self._seats) if one.state == "present"), 0)
        self.grid.at = (min(row_, max(0, len(self._seats) - 1)), min(column_, max(0, len(self._rounds) - 1)))

    @property
    def in_hand(self) -> tuple[Participant, Question] | None:
        """The seat and question of the cell in hand."""
        if not self._rounds or not self._seats:
            return None
        seat, held = self._seats[self.grid.at[0]], self._rounds[self.grid.at[1]]
        return seat, self._feed.workshop.framework.questions[held.subject]

    def _tell(self) -> None:
        hand = self.in_hand
        if hand is not None:
            self.setAccessibleDescription(
                self._speech.say(
                    "Seat {seat}, {question}. {progress}",
                    seat=hand[0].seat,
                    question=hand[1].id,
                    progress=self._progress.text(),
                )
            )
        self.grid.update()
        self.moved.emit()

    # ---- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key, one durable step."""
        if self.in_hand is None:
            super().keyPressEvent(event)
            return
        text, key = event.text(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key == Qt.Key.Key_Z:
                self._take_back()
            else:
                super().keyPressEvent(event)
        elif self._seek is not None or text == "/":
            self._seeking(text, key)
        elif text.isdecimal() and text.isascii() and text:
            self._digit(int(text))
        elif text == "-":
            self._cast(None)
        elif key == Qt.Key.Key_Space:
            self._leave_blank()
        elif not self._moving(key):
            super().keyPressEvent(event)

    def _moving(self, key: int) -> bool:
        moves: Mapping[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        if key in moves:
            self._go(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.grid.at = (self.grid.at[0], 0)
            self._go(1, 0)
        elif key == Qt.Key.Key_Backspace:
            self._go(0, -1)
            self._withdraw()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _digit(self, number: int) -> None:
        scale = self._feed.workshop.framework.levels
        if number in scale:
            self._cast(number)
        elif number == 0:
            self._cast(None)
        else:
            self._say(
                self._speech.say(
                    "{n} is no level here. Press {low} to {high}, or − for can’t say.",
                    n=number,
                    low=scale[0],
                    high=scale[-1],
                )
            )

    def _cast(self, choice: int | None) -> None:
        seat, held = self._seats[self.grid.at[0]], self._rounds[self.grid.at[1]]
        self._remember(held, seat)
        ask(
            self, self._feed.desk.do, ballots.cast, round=held.id, participant=seat.id, choice=choice, method="paper",
            then=lambda _: self._failed.discard((held.id, seat.id)), not_kept=lambda _: self._fail(held.id, seat.id),
        )  # fmt: skip
        self._advance()

    def _fail(self, held: str, seat: str) -> None:
        self._failed.add((held, seat))
        self.show_workshop(self._feed.workshop)

    def _leave_blank(self) -> None:
        self._withdraw()
        self._advance()

    def _withdraw(self) -> None:
        seat, held = self._seats[self.grid.at[0]], self._rounds[self.grid.at[1]]
        if seat.id in self._feed.workshop.ballots_in(held.id):
            self._remember(held, seat)
            ask(self, self._feed.desk.do, ballots.withdraw, round=held.id, participant=seat.id)

    def _remember(self, held: Round, seat: Participant) -> None:
        self._back.append((held.id, seat.id, self._feed.workshop.ballots_in(held.id).get(seat.id)))

    def _take_back(self) -> None:
        """This sitting's last key, taken back."""
        if not self._back:
            self._say(self._speech.say("Nothing keyed here can be taken back."))
            return
        held, seat, before = self._back.pop()
        if before is None:
            ask(self, self._feed.desk.do, ballots.withdraw, round=held, participant=seat)
        else:
            ask(
                self,
                self._feed.desk.do,
                ballots.cast,
                round=held,
                participant=seat,
                choice=before.choice,
                method=before.method,
            )
        ids = [one.id for one in self._seats], [one.id for one in self._rounds]
        if seat in ids[0] and held in ids[1]:
            self.grid.at = (ids[0].index(seat), ids[1].index(held))
        self._tell()

    def _seeking(self, text: str, key: int) -> None:
        """Slash, a seat number, Enter."""
        if text == "/":
            self._seek = ""
        elif text.isdecimal() and text.isascii() and text:
            self._seek = (self._seek or "") + text
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wanted, self._seek = self._seek, None
            found = [
                i for i, one in enumerate(self._seats) if str(one.seat) == wanted and one.state == "present"
            ]
            if found:
                self.grid.at = (found[0], 0)
            else:
                self._say(self._speech.say("Seat {seat} is not in the room.", seat=wanted or "?"))
            self._tell()
            return
        else:
            self._seek = None
        self._say(self._speech.say("Seat {seat}: press Enter to go there.", seat=self._seek or "…"))

    def _advance(self) -> None:
        if self.grid.at[1] + 1 < len(self._rounds):
            self._go(0, 1)
        else:
            self.grid.at = (self.grid.at[0], 0)
            self._go(1, 0)

    def _go(self, down: int, right: int) -> None:
        """Move; seats that are not here are passed over."""
        row_, column_ = self.grid.at
        column_ = max(0, min(len(self._rounds) - 1, column_ + right))
        if down:
            here = [i for i, one in enumerate(self._seats) if one.state == "present"]
            later = [i for i in here if (i > row_ if down > 0 else i < row_)]
            row_ = (later[0] if down > 0 else later[-1]) if later else row_
        self.grid.at = (row_, column_)
        self._tell()

    def _say(self, sentence: str) -> None:
        notice = notice_of(self)
        if notice is not None:
            notice.say(sentence, tone="warn")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        restyle(self, focus="true")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        restyle(self, focus="false")

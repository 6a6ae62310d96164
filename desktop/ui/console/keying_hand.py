"""The cell in hand while ballots are keyed: whose ballot, which question, and where a key leads from there."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.records import Participant, Round
from desktop.ui.console.keying_answers import Cell

At = tuple[int, int]
"""A row (a seat) and a column (an open vote), both from 0."""


class Hand:
    """Seats × open votes and one cell of them. Moves answer where they lead; seats not in the room are passed over."""

    def __init__(self) -> None:
        self.rounds: tuple[Round, ...] = ()
        self.seats: tuple[Participant, ...] = ()
        self.at: At = (0, 0)
        self._rows: dict[str, int] = {}

    def lay(self, seats: Sequence[Participant], rounds: Sequence[Round]) -> None:
        """Other seats or other votes; the hand stays on its ballot and question where they are still there."""
        before = self.cell
        self.rounds, self.seats = tuple(rounds), tuple(seats)
        self._rows = {one.id: row for row, one in enumerate(self.seats)}
        round_, seat = before or ("", "")
        ids = [one.id for one in self.rounds]
        row, here = self._rows.get(seat, 0), self.here
        self.at = (
            row if row in here or not here else here[0],
            ids.index(round_) if round_ in ids else 0,
        )

    # ---- what is in hand --------------------------------------------------------------------------------------

    @property
    def here(self) -> list[int]:
        """The rows of those in the room."""
        return [row for row, one in enumerate(self.seats) if one.state == "present"]

    @property
    def cell(self) -> Cell | None:
        """The cell in hand; None while nobody is here or no vote is open."""
        return self.cell_at(self.at) if self.rounds and self.here else None

    @property
    def ballot(self) -> list[Cell]:
        """All cells of the ballot in hand."""
        return [self.cell_at((self.at[0], column)) for column in range(len(self.rounds))]

    def cell_at(self, at: At) -> Cell:
        """What stands at a place."""
        return self.rounds[at[1]].id, self.seats[at[0]].id

    def row(self, seat: str) -> int | None:
        """The row of a participant."""
        return self._rows.get(seat)

    def place(self, cell: Cell) -> At | None:
        """Where a cell is, if it is on the table."""
        row, ids = self._rows.get(cell[1]), [one.id for one in self.rounds]
        return (row, ids.index(cell[0])) if row is not None and cell[0] in ids else None

    def away(self, number: int) -> Participant | None:
        """Who has the seat of that number, if they are not in the room now."""
        return next((one for one in self.seats if one.seat == number and one.state != "present"), None)

    # ---- where a key leads ------------------------------------------------------------------------------------

    def moved(self, down: int, right: int) -> At:
        """A row up or down, a column left or right; at the edge it stays."""
        row, column = self.at
        if down:
            row = self._beyond(down, row)
        return row, max(0, min(len(self.rounds) - 1, column + right))

    def after(self) -> At:
        """The next question, then the next ballot; at the last cell of all it stays."""
        row, column = self.at
        if column + 1 < len(self.rounds):
            return row, column + 1
        onward = self._beyond(1, row)
        return (onward, 0) if onward != row else self.at

    def next_ballot(self) -> At:
        """The first question of the next ballot."""
        return self._beyond(1, self.at[0]), 0

    def seat(self, number: int) -> At | None:
        """The first question of the seat of that number, if somebody sits there now."""
        return next(((row, 0) for row in self.here if self.seats[row].seat == number), None)

    def without(self) -> At | None:
        """Where to go when who is in hand leaves: on, else back; None if nobody else is here."""
        row = self.at[0]
        onward = self._beyond(1, row)
        other = onward if onward != row else self._beyond(-1, row)
        return (other, 0) if other != row else None

    def _beyond(self, down: int, row: int) -> int:
        rows = [one for one in self.here if (one > row if down > 0 else one < row)]
        return (rows[0] if down > 0 else rows[-1]) if rows else row

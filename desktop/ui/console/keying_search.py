"""A seat looked for by its number while ballots are keyed: slash, digits, Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.model.records import Participant
from desktop.ui.console.keying_hand import At, Hand
from desktop.ui.console.keying_rows import KeyingHead

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SeatSearch:
    """Under way from the slash on; Escape, or any key that is no digit, gives it up."""

    def __init__(
        self, hand: Hand, head: KeyingHead, *, found: Callable[[At], object],
        away: Callable[[Participant], object], nobody: Callable[[int], object],
    ) -> None:  # fmt: skip
        """``found`` hears where the seat is, ``away`` who sits there but is not in the room, ``nobody`` a number that
        no seat has."""
        self._hand, self._head = hand, head
        self._found, self._away, self._nobody = found, away, nobody
        self._number: str | None = None

    @property
    def under_way(self) -> bool:
        """Whether keys belong to it."""
        return self._number is not None

    def take(self, text: str, key: int) -> None:
        """A key, the slash that begins it included."""
        if text == "/":
            self._number = ""
        elif text.isdecimal() and text.isascii():
            self._number = (self._number or "") + text
        elif key == Qt.Key.Key_Backspace:
            self._number = (self._number or "")[:-1]
        else:
            wanted, self._number = self._number, None
            if key in ENTER and wanted:
                self._go(int(wanted))
        self._show()

    def point_at(self, row: int) -> None:
        """As if the number of the seat in this row had been typed."""
        self._number = str(self._hand.seats[row].seat)
        self._show()

    def _go(self, seat: int) -> None:
        found, away = self._hand.seat(seat), self._hand.away(seat)
        if found is not None:
            self._found(found)
        elif away is not None:
            self._away(away)
        else:
            self._nobody(seat)

    def _show(self) -> None:
        away = self._hand.away(int(self._number)) is not None if self._number else False
        self._head.show_seek(self._number, away=away)

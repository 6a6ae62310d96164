"""The ballots of one round, counted (method.md §1).

Levels are the values of the scale (``lowest``, ``lowest`` + 1, …); "can't say" is a ballot that enters no
mean. Every number is exact, or ``None`` where there is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.model.measures.rounding import percentages

FEWEST_SHOWN = 5
"""Fewer ballots than this are not shown: those who cast are the crowd each one hides in."""


class RoomState(StrEnum):
    """What may be said about a round; the first that holds, in this order."""

    EMPTY = "empty"
    TOO_FEW = "too_few"
    FEWER_THAN_HALF = "fewer_than_half"
    NOBODY_CAN_SAY = "nobody_can_say"
    HALF_CANT_SAY = "half_cant_say"
    OK = "ok"


def room_state(rated: int, cant_say: int, present: int) -> RoomState:
    """The state of a round with ``rated`` levels and ``cant_say`` ballots among ``present`` people."""
    cast = rated + cant_say
    if cast == 0:
        return RoomState.EMPTY
    if cast < FEWEST_SHOWN:
        return RoomState.TOO_FEW
    if 2 * cast < present:
        return RoomState.FEWER_THAN_HALF
    if rated == 0:
        return RoomState.NOBODY_CAN_SAY
    if 2 * cant_say >= cast:
        return RoomState.HALF_CANT_SAY
    return RoomState.OK


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one round, lowest level first.

    ``present`` is the head count when the round closed; somebody who cast a ballot was there, so the room
    is never taken as smaller than ``cast``.
    """

    counts: tuple[int, ...]
    cant_say: int
    present: int
    lowest: int = 1

    @property
    def n(self) -> int:
        """Ratings: ballots that name a level."""
        return sum(self.counts)

    @property
    def cast(self) -> int:
        """All ballots, "can't say" among them."""
        return self.n + self.cant_say

    @property
    def room(self) -> int:
        """People in the room: those present, and never fewer than cast a ballot."""
        return max(self.present, self.cast)

    @property
    def missing(self) -> int:
        """People present who cast nothing."""
        return self.room - self.cast

    @property
    def levels(self) -> range:
        """The levels of the scale, lowest first."""
        return range(self.lowest, self.lowest + len(self.counts))

    @property
    def total(self) -> int:
        """The sum of all ratings, in levels."""
        return sum(level * count for level, count in zip(self.levels, self.counts, strict=True))

    @property
    def mean(self) -> Fraction | None:
        """Σ(level·count)/n: it feeds the computed level, because one vote moves it (k−1)/n at most."""
        return Fraction(self.total, self.n) if self.n else None

    @property
    def coverage(self) -> Fraction | None:
        """The share of the room that named a level."""
        return Fraction(self.n, self.room) if self.room else None

    @property
    def cant_say_share(self) -> Fraction | None:
        """The share of the ballots that say "can't say"."""
        return Fraction(self.cant_say, self.cast) if self.cast else None

    @property
    def median_low(self) -> int | None:
        """The lower median: rating number ⌈n/2⌉ from below."""
        return self._rating((self.n + 1) // 2)

    @property
    def median_high(self) -> int | None:
        """The upper median: rating number ⌊n/2⌋ + 1 from below."""
        return self._rating(self.n // 2 + 1)

    @property
    def imedian(self) -> Fraction | None:
        """The interpolated median, for sorting and export only: m − ½ + (n/2 − C[m−1])/n[m]."""
        low, high = self.median_low, self.median_high
        if low is None or high is None:
            return None
        if low != high:
            return Fraction(low + high, 2)
        place = low - self.lowest
        below = sum(self.counts[:place])
        return low - Fraction(1, 2) + Fraction(self.n - 2 * below, 2 * self.counts[place])

    @property
    def occupied(self) -> tuple[int, ...]:
        """The levels somebody chose, lowest first."""
        return tuple(level for level, count in zip(self.levels, self.counts, strict=True) if count)

    @property
    def modes(self) -> tuple[int, ...]:
        """The fullest level, or all that are equally full; none in an empty round."""
        most = max(self.counts, default=0)
        return tuple(
            level for level, count in zip(self.levels, self.counts, strict=True) if count == most > 0
        )

    @property
    def percentages(self) -> tuple[int, ...] | None:
        """Whole percentages a level, summing to 100. Show them only from ``rounding.PERCENT_FROM`` ratings."""
        return percentages(self.counts)

    @property
    def state(self) -> RoomState:
        """What may be said about this round."""
        return room_state(self.n, self.cant_say, self.present)

    def at(self, level: int) -> int:
        """How many chose ``level``.

        Raises:
            IndexError: the level is not on the scale.
        """
        if level not in self.levels:
            raise IndexError(level)
        return self.counts[level - self.lowest]

    def _rating(self, number: int) -> int | None:
        """The ``number``-th rating from below, counting from 1."""
        if not self.n:
            return None
        seen = 0
        for level, count in zip(self.levels, self.counts, strict=True):
            seen += count
            if seen >= number:
                return level
        raise ValueError(f"no rating number {number} of {self.n}")


def tally(
    choices: Iterable[int | None],
    levels: range,
    *,
    present: int,
    counted: Iterable[tuple[Sequence[int], int]] = (),
) -> Tally:
    """Count a round: ballots (a level, or ``None`` for can't say) and rows counted by hand, added.

    ``counted`` holds a pair (numbers a level, can't say) for each hand count: groups are added, never averaged.

    Raises:
        ValueError: a choice off the scale, or a hand count with another number of levels.
    """
    counts = [0] * len(levels)
    cant_say = 0
    for choice in choices:
        if choice is None:
            cant_say += 1
        elif choice in levels:
            counts[choice - levels.start] += 1
        else:
            raise ValueError(f"level {choice} is not on the scale {levels.start}-{levels.stop - 1}")
    for numbers, hands_cant_say in counted:
        counts = [have + more for have, more in zip(counts, numbers, strict=True)]
        cant_say += hands_cant_say
    return Tally(tuple(counts), cant_say, present, levels.start)

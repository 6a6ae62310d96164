"""Weights of pivots from points people gave: ten dots each, or 100 points (method.md §4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from math import lcm

FEWEST_TRIMMED = 5
"""From so many people on, the most extreme shares of each pivot are left out."""

Points = Mapping[str, int]
"""One person's points by pivot; a pivot left out has none."""


class Weighing(StrEnum):
    """How weights came about."""

    EQUAL = "equal"
    MEAN = "mean"
    TRIMMED = "trimmed"
    MEAN_FALLBACK = "mean_fallback"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the pivots (sum 1; ``None``: nobody gave points, so all weigh the same).

    ``people`` gave points; ``gave_none`` is, for each pivot, how many of them gave it 0.
    """

    shares: Mapping[str, Fraction] | None
    how: Weighing
    people: int = 0
    gave_none: Mapping[str, int] | None = None


def weights_from_points(people: Sequence[Points], pivots: Sequence[str]) -> Weights:
    """Each person's points ÷ own sum, trimmed mean a pivot, normalised; a blank person is left out.

    Dropped are the t highest and t lowest shares, t = max(1, ⌊n/10⌋) from five people on: nobody can swing
    it alone. If that leaves nothing anywhere, the plain mean.

    Raises:
        ValueError: somebody gave negative points.
    """
    columns, n = _columns(people, pivots)
    if not n:
        return Weights(None, Weighing.EQUAL)
    gave_none = {pivot: columns[pivot].count(0) for pivot in pivots}
    t = _trim(n)
    sums = {pivot: sum(sorted(columns[pivot])[t : n - t]) for pivot in pivots}
    how = Weighing.TRIMMED if t else Weighing.MEAN
    if not any(sums.values()):
        sums, how = {pivot: sum(columns[pivot]) for pivot in pivots}, Weighing.MEAN_FALLBACK
    return Weights(_shares(sums), how, n, gave_none)


def weights_from_counts(dots: Points) -> Weights:
    """Plain shares of dots counted on a wall, untrimmed (say so): nobody knows whose dot is whose.

    Raises:
        ValueError: a negative count.
    """
    if any(count < 0 for count in dots.values()):
        raise ValueError("dots cannot be negative")
    return Weights(_shares(dots), Weighing.COUNTED) if any(dots.values()) else Weights(None, Weighing.EQUAL)


def weights_without_each(
    people: Mapping[Hashable, Points], pivots: Sequence[str]
) -> Mapping[Hashable, Mapping[str, int]]:
    """The weights without each person in turn, as whole numbers in proportion to the shares.

    By prefix sums of the sorted columns: people × pivots, not people² × pivots. People without points are
    not named: nothing changes without them. Without the only person all weigh the same.
    """
    given = {person: points for person, points in people.items() if any(map(points.get, pivots))}
    columns, n = _columns(list(given.values()), pivots)
    if n <= 1:
        return {person: dict.fromkeys(pivots, 1) for person in given}
    without = {pivot: _trimmed_without_each(columns[pivot]) for pivot in pivots}
    plain = {pivot: sum(columns[pivot]) for pivot in pivots}
    found: dict[Hashable, Mapping[str, int]] = {}
    for place, person in enumerate(given):
        sums = {pivot: without[pivot][place] for pivot in pivots}
        if not any(sums.values()):
            sums = {pivot: plain[pivot] - columns[pivot][place] for pivot in pivots}
        found[person] = sums
    return found


def _columns(people: Sequence[Points], pivots: Sequence[str]) -> tuple[dict[str, list[int]], int]:
    """Everybody's shares by pivot, over one common denominator, blanks left out; and how many people."""
    rows = [[points.get(pivot, 0) for pivot in pivots] for points in people]
    if any(value < 0 for row in rows for value in row):
        raise ValueError("points cannot be negative")
    sums = [sum(row) for row in rows]
    common = lcm(*(own for own in sums if own))
    shares = [[value * (common // own) for value in row] for row, own in zip(rows, sums, strict=True) if own]
    return {pivot: [row[place] for row in shares] for place, pivot in enumerate(pivots)}, len(shares)


def _trim(n: int) -> int:
    """How many of the highest, and of the lowest, are dropped."""
    return max(1, n // 10) if n >= FEWEST_TRIMMED else 0


def _trimmed_without_each(column: Sequence[int]) -> list[int]:
    """The trimmed sum of a column without each of its entries in turn."""
    ordered = sorted(column)
    up_to = [0, *accumulate(ordered)]
    n = len(ordered) - 1
    t = _trim(n)
    found = []
    for value in column:
        place = bisect_left(ordered, value)
        if place < t:
            found.append(up_to[n - t + 1] - up_to[t + 1])
        elif place >= n - t:
            found.append(up_to[n - t] - up_to[t])
        else:
            found.append(up_to[n - t + 1] - up_to[t] - value)
    return found


def _shares(sums: Mapping[str, int]) -> dict[str, Fraction]:
    total = sum(sums.values())
    return {pivot: Fraction(value, total) for pivot, value in sums.items()}

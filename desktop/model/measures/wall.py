"""What the wall says about a round, as data: counts and the levels they are at (method.md §1).

The sentence itself is written in ``desktop.words``. Never an index, never a percentage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.model.measures.agreement import camps, fullest_window
from desktop.model.measures.tally import Tally


@dataclass(frozen=True, slots=True)
class Most:
    """ "{count} of {n} at {levels}. {lower} lower, {higher} higher. {cant_say} can't say"; one or two levels."""

    levels: tuple[int, ...]
    count: int
    n: int
    lower: int
    higher: int
    cant_say: int


@dataclass(frozen=True, slots=True)
class Camp:
    """One of two camps: the levels somebody in it chose, and how many people they are."""

    levels: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class TwoCamps:
    """ "{low} at {low levels}, {high} at {high levels}, {between} between. {cant_say} can't say"."""

    low: Camp
    high: Camp
    between: int
    n: int
    cant_say: int


def wall_counts(tally: Tally) -> Most | TwoCamps | None:
    """The counts the wall names; ``None`` if nobody named a level."""
    if not tally.n:
        return None
    split = camps(tally.counts, tally.lowest)
    if split is not None:
        low = Camp(_occupied(tally, range(tally.lowest, split.low_up_to + 1)), split.low)
        high = Camp(_occupied(tally, range(split.high_from, tally.levels.stop)), split.high)
        return TwoCamps(low, high, split.between, tally.n, tally.cant_say)
    return _most(tally)


def _most(tally: Tally) -> Most:
    """The fullest level if it holds more than half, otherwise the fullest two neighbours."""
    width = 1 if 2 * max(tally.counts) > tally.n else min(2, len(tally.counts))
    at = fullest_window(tally.counts, width)
    levels = tuple(tally.levels[at : at + width])
    lower, count, higher = _parts(tally.counts, at, width)
    return Most(levels, count, tally.n, lower, higher, tally.cant_say)


def _parts(counts: Sequence[int], at: int, width: int) -> tuple[int, int, int]:
    return sum(counts[:at]), sum(counts[at : at + width]), sum(counts[at + width :])


def _occupied(tally: Tally, levels: range) -> tuple[int, ...]:
    return tuple(level for level in levels if tally.at(level))

"""How close the ballots are, and what kind of room that makes (method.md §2).

All by whole numbers, so that nothing hangs on a rounding error. The verdict and who is heard first are
prompts for the facilitator; the wall shows counts (:mod:`desktop.model.measures.wall`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate

from desktop.model.measures.rounding import half_up
from desktop.model.measures.tally import Tally

ONE_BALLOT_BELOW = 12
"""Below this many ratings one changed ballot alters one verdict in four: the console says so."""


class Verdict(StrEnum):
    """The kind of room, the first that holds."""

    NONE = "none"
    TOO_FEW = "too_few"
    CONSENSUS = "consensus"
    TWO_CAMPS = "two_camps"
    LEANING = "leaning"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True)
class Camps:
    """Two camps: ``low`` people up to one level, ``high`` from another, ``between`` them hardly anyone."""

    low_up_to: int
    high_from: int
    low: int
    between: int
    high: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A verdict with the levels its sentence names.

    ``levels``: consensus and leaning, the levels that hold the room; two camps, the edges (low up to, high
    from); spread, the lowest and the highest chosen. ``far_off``: ratings far from where most are (consensus and leaning).
    """

    verdict: Verdict
    levels: tuple[int, ...]
    far_off: int = 0
    camps: Camps | None = None


def agreement(counts: Sequence[int]) -> Fraction | None:
    """A = 1 − ΣC(n−C) / ((k−1)·⌊n²/4⌋): 1 all on one level, 0 as far apart as this many can be.

    1 − IOV of Berry & Mielke (1992); Blair & Lacy's l² (2000) for even n. ``None`` below two ratings.
    """
    n = sum(counts)
    if n < 2 or len(counts) < 2:
        return None
    return 1 - Fraction(_apart(counts), (len(counts) - 1) * (n * n // 4))


def agreement_points(counts: Sequence[int]) -> int | None:
    """Agreement from 0 to 100, rounded half up; console and annex only."""
    exact = agreement(counts)
    return None if exact is None else half_up(100 * exact)


def pair_distance(counts: Sequence[int]) -> Fraction | None:
    """d: how many levels apart two people picked at random are, on average. ``None`` below two ratings."""
    n = sum(counts)
    return Fraction(2 * _apart(counts), n * (n - 1)) if n >= 2 else None


def verdict(counts: Sequence[int]) -> Verdict:
    """What kind of room this is."""
    return read_room(counts).verdict


def read_room(counts: Sequence[int], lowest: int = 1) -> Reading:
    """The verdict and the levels it names, as values of a scale that starts at ``lowest``."""
    n = sum(counts)
    occupied = [lowest + place for place, count in enumerate(counts) if count]
    if n < 3:
        return Reading(Verdict.TOO_FEW if n else Verdict.NONE, tuple(occupied))
    step = window_step(len(counts))
    at = fullest_window(counts, step)
    far = _far(counts, at, step)
    for place in _windows_holding(counts, step, 3, 4):
        outside = _far(counts, place, step)
        if 10 * outside <= n:
            return Reading(Verdict.CONSENSUS, _named(place, step, lowest), outside)
    split = camps(counts, lowest)
    if split is not None:
        return Reading(Verdict.TWO_CAMPS, (split.low_up_to, split.high_from), camps=split)
    if 2 * sum(counts[at : at + step]) > n:
        return Reading(Verdict.LEANING, _named(at, step, lowest), far)
    # On two levels any pair of neighbours is everyone: there only the share of one level counts.
    if len(counts) > 2 and any(True for _ in _windows_holding(counts, step + 1, 3, 4)):
        return Reading(Verdict.LEANING, _named(fullest_window(counts, step + 1), step + 1, lowest), far)
    return Reading(Verdict.SPREAD, (occupied[0], occupied[-1]))


def camps(counts: Sequence[int], lowest: int = 1) -> Camps | None:
    """The best cut into two camps: a quarter or more on each side, hardly anyone between; else ``None``.

    Several cuts: the largest smaller camp, then the emptiest middle, then the widest, then the lowest.
    """
    n, size = sum(counts), len(counts)
    up_to = list(accumulate(counts))
    best: tuple[tuple[int, int, int, int], Camps] | None = None
    for a in range(size):
        for b in range(a + window_step(size) + 1, size):
            low, high = up_to[a], n - up_to[b - 1]
            mid, smaller = n - low - high, min(low, high)
            if smaller < 2 or 4 * smaller < n or 4 * mid > smaller:
                continue
            rank = (smaller, -mid, b - a, -a)
            if best is None or rank > best[0]:
                best = rank, Camps(lowest + a, lowest + b, low, mid, high)
    return best[1] if best else None


def window_step(levels: int) -> int:
    """s = max(1, ⌊(2k+1)/6⌋): how many neighbouring levels count as one place; 1 for k = 3–5, 2 for 6–8."""
    return max(1, (2 * levels + 1) // 6)


def fullest_window(counts: Sequence[int], width: int) -> int:
    """Where the fullest ``width`` neighbouring levels start (0 = lowest); ties: nearest the middle, then lower."""
    places = range(max(1, len(counts) - width + 1))
    return min(
        places,
        key=lambda at: (-sum(counts[at : at + width]), abs(2 * at + width - len(counts)), at),
    )


def typical_answer(tally: Tally) -> tuple[int, int] | None:
    """The lower and upper median: "level 2" if equal, else "between 2 and 3". None for two camps or nobody."""
    low, high = tally.median_low, tally.median_high
    if low is None or high is None or verdict(tally.counts) is Verdict.TWO_CAMPS:
        return None
    return low, high


def one_ballot_could_change(counts: Sequence[int]) -> bool:
    """Whether to add "one ballot could change this" to a verdict."""
    return 3 <= sum(counts) < ONE_BALLOT_BELOW


def widest_first(counts: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """Questions by agreement, lowest first; no agreement last; then in the order given (method.md §4)."""
    found = {question: agreement(numbers) for question, numbers in counts.items()}
    return tuple(sorted(found, key=lambda question: _agreement_or_last(found[question])))


def _agreement_or_last(value: Fraction | None) -> Fraction:
    return Fraction(2) if value is None else value


def _apart(counts: Sequence[int]) -> int:
    """ΣC(n−C): over all pairs of people, the levels between them."""
    n = sum(counts)
    return sum(below * (n - below) for below in accumulate(counts))


def _far(counts: Sequence[int], at: int, step: int) -> int:
    """Ratings more than ``step`` levels outside the window that starts at ``at``."""
    return sum(counts[: max(0, at - step)]) + sum(counts[at + 2 * step :])


def _windows_holding(counts: Sequence[int], width: int, part: int, of: int) -> Iterator[int]:
    """Starts of the windows that hold at least ``part``/``of`` of the ratings, fullest first."""
    n = sum(counts)
    starts = range(max(1, len(counts) - width + 1))
    full = {at: sum(counts[at : at + width]) for at in starts}
    middle = len(counts) - width
    for at in sorted(starts, key=lambda start: (-full[start], abs(2 * start - middle), start)):
        if of * full[at] >= part * n:
            yield at


def _named(at: int, width: int, lowest: int) -> tuple[int, ...]:
    return tuple(range(lowest + at, lowest + at + width))

"""How far one person, or those who did not rate, could move a level (method.md §4).

No bootstrap and no confidence interval: who came is no random sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.measures.leave_out import Band, QuestionVotes, levels_without_each, voters
from desktop.model.measures.tally import Tally

FEWEST_BANDED = 3
"""No band for fewer people: without one of two, the other's answer would be printed."""


def without_any_one(tally: Tally) -> Band | None:
    """One question if any one person had been absent: [(S−highest)/(n−1), (S−lowest)/(n−1)]; n ≥ 3."""
    if tally.n < FEWEST_BANDED:
        return None
    rest, chosen = tally.n - 1, tally.occupied
    return Band(Fraction(tally.total - chosen[-1], rest), Fraction(tally.total - chosen[0], rest))


def if_the_missing_had_rated(tally: Tally) -> Band | None:
    """The worst case: all who did not rate at the lowest, or all at the highest level.

    [(S+(P−n)·lowest)/P, (S+(P−n)·highest)/P] (Horowitz & Manski 2000). ``None`` if nobody rated. For the
    report where coverage is below 1.
    """
    if not tally.n:
        return None
    silent = tally.room - tally.n
    low, high = (Fraction(tally.total + silent * end, tally.room) for end in (tally.lowest, tally.levels[-1]))
    return Band(low, high)


def pivot_without_any_one(questions: Sequence[QuestionVotes]) -> Band | None:
    """A pivot's computed level if any one person, with all their answers, had been absent; three people.

    Where hands were counted nobody can be followed from question to question: the extremes of each question
    are added, which is wider.
    """
    if voters(questions) < FEWEST_BANDED:
        return None
    found = levels_without_each(questions)
    bands = [band for band in (found.anyone_else, *found.by_person.values()) if band is not None]
    if not bands:
        return None
    return Band(min(band.low for band in bands), max(band.high for band in bands))

"""Gaps, their order, and how firm that order is (method.md §5).

Priority is weight × gap: "how far × how much it matters" can be checked by hand and keeps the room's
weights in proportion.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from desktop.model.measures.leave_out import LevelsWithout, QuestionVotes, levels_without_each, voters
from desktop.model.measures.weights import Points, weights_without_each

FEWEST_CLAIMED = 5
"""Below so many people nothing is claimed about the order."""

DOTS_EACH = 10
"""Dots one person may place: what one absent person can take from counted dots."""


class Order(StrEnum):
    """How firm the order of two neighbours is."""

    FIRM = "firm"
    CLOSE_CALL = "close_call"
    TIE = "tie"
    DECIDED = "decided"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Priority:
    """One pivot's gap in levels, its weight (all sum to 1), value = weight × gap, and share of all values.

    ``surplus`` is what the level is above the target; it is shown, not counted. ``None`` without level or target.
    """

    pivot: str
    level: Fraction | None
    target: Fraction | None
    weight: Fraction
    gap: Fraction | None
    surplus: Fraction | None
    value: Fraction | None
    share: Fraction | None
    preferred: bool


@dataclass(frozen=True, slots=True)
class PivotVotes:
    """What a pivot's level in force rests on: the room's agreed level, or the questions that count."""

    questions: Sequence[QuestionVotes] = ()
    agreed: Fraction | None = None

    @property
    def decided(self) -> bool:
        """Whether no single person's ballot can move the level."""
        return self.agreed is not None or all(question.agreed is not None for question in self.questions)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the order rests on. Without ``dots`` (by person) and ``counted_dots`` weights are not voted."""

    pivots: Mapping[str, PivotVotes]
    dots: Mapping[Hashable, Points] = field(default_factory=dict)
    counted_dots: Points = field(default_factory=dict)

    @property
    def weights_voted(self) -> bool:
        """Whether the room gave dots."""
        return bool(self.dots or self.counted_dots)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two pivots that follow each other; ``lost``: without how many people, one at a time, they would not."""

    first: str
    second: str
    lost: int
    order: Order


def priorities(
    levels: Mapping[str, Fraction | None],
    targets: Mapping[str, Fraction | None],
    weights: Mapping[str, Fraction | int] | None = None,
    preferred: Collection[str] = (),
) -> tuple[Priority, ...]:
    """Every pivot of ``levels`` (framework order), the largest weight × gap first, those without one last.

    Equal values: the room's word (``preferred``), then the larger gap, the larger weight, framework order.
    No weights, or none for a pivot: it weighs 1, as in ``city_score``; they are normalised here.
    """
    given = {pivot: Fraction((weights or {}).get(pivot, 1)) for pivot in levels}
    all_weights = sum(given.values())
    shares = {pivot: weight / all_weights if all_weights else weight for pivot, weight in given.items()}
    gaps = {pivot: _gap(levels[pivot], targets.get(pivot)) for pivot in levels}
    total = sum(shares[pivot] * gap for pivot, gap in gaps.items() if gap is not None)
    found = []
    for pivot, gap in gaps.items():
        level, target, weight = levels[pivot], targets.get(pivot), shares[pivot]
        value = None if gap is None else weight * gap
        share = value / total if value is not None and total else None
        surplus = _gap(target, level)
        found.append(Priority(pivot, level, target, weight, gap, surplus, value, share, pivot in preferred))
    return tuple(sorted(found, key=_rank))


def equal_at_cut(order: Sequence[Priority], cut: int = 3) -> tuple[str, ...]:
    """The pivots equal across the cut, between which the facilitator asks the room; none if it falls clean."""
    if len(order) <= cut or cut < 1:
        return ()
    last, next_one = order[cut - 1], order[cut]
    if not last.value or (last.value, last.preferred) != (next_one.value, next_one.preferred):
        return ()
    return tuple(row.pivot for row in order if (row.value, row.preferred) == (last.value, last.preferred))


def neighbours(order: Sequence[Priority], evidence: Evidence) -> tuple[Neighbours, ...]:
    """How firm each neighbouring pair is; pivots without a priority make no pair, nor do all-met targets.

    Levels and weights are redone without each person: the order kept strictly every time is firm, lost or
    tied once a close call. A close call is shown, never reordered.
    """
    if not any(row.value for row in order):
        return ()
    without = {pivot: _levels(votes) for pivot, votes in evidence.pivots.items()}
    weights = weights_without_each(evidence.dots, [row.pivot for row in order])
    ranked = [row for row in order if row.value is not None]
    return tuple(
        _compare(_Pair(above, below, evidence, without, weights)) for above, below in pairwise(ranked)
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    above: Priority
    below: Priority
    evidence: Evidence
    without: Mapping[str, LevelsWithout]
    weights: Mapping[Hashable, Mapping[str, int]]

    @property
    def decided(self) -> bool:
        votes = (self.evidence.pivots[row.pivot] for row in (self.above, self.below))
        return not self.evidence.weights_voted and all(vote.decided for vote in votes)

    @property
    def questions(self) -> Iterator[QuestionVotes]:
        for row in (self.above, self.below):
            votes = self.evidence.pivots[row.pivot]
            yield from () if votes.agreed is not None else votes.questions

    def kept_without(self, person: Hashable) -> bool:
        """Whether ``above`` stays strictly above without ``person``, in the worst case."""
        heavy, light = self._weights_without(person)
        high, low = (self.without[row.pivot].of(person) for row in (self.above, self.below))
        if high is None or low is None or self.above.target is None or self.below.target is None:
            return False
        gap_above = max(Fraction(0), self.above.target - high.high)
        gap_below = max(Fraction(0), self.below.target - low.low)
        return heavy * gap_above > light * gap_below

    def _weights_without(self, person: Hashable) -> tuple[Fraction | int, Fraction | int]:
        """Weights in proportion; from counted dots the absent person may have placed all ten on ``above``."""
        above, below, dots = self.above.pivot, self.below.pivot, self.evidence.counted_dots
        if dots:
            return max(0, dots.get(above, 0) - DOTS_EACH), dots.get(below, 0)
        if person in self.weights:
            return self.weights[person][above], self.weights[person][below]
        return self.above.weight, self.below.weight


class _SomebodyElse:
    """A person no ballot names: a hand that was counted."""


_SOMEBODY_ELSE = _SomebodyElse()


def _compare(pair: _Pair) -> Neighbours:
    people = {person for question in pair.questions for person in question.ballots} | set(pair.weights)
    lost = sum(not pair.kept_without(person) for person in people)
    counted = bool(pair.evidence.counted_dots) or any(question.counted for question in pair.questions)
    at_stake = lost or (counted and not pair.kept_without(_SOMEBODY_ELSE))
    n = max(len(people), voters(pair.questions), sum(pair.evidence.counted_dots.values()) // DOTS_EACH)
    if pair.above.value == pair.below.value:
        label = Order.TIE
    elif pair.decided:
        label = Order.DECIDED
    elif n < FEWEST_CLAIMED:
        label = Order.TOO_FEW
    else:
        label = Order.CLOSE_CALL if at_stake else Order.FIRM
    return Neighbours(pair.above.pivot, pair.below.pivot, lost, label)


def _levels(votes: PivotVotes) -> LevelsWithout:
    if votes.agreed is not None:
        return levels_without_each([QuestionVotes(agreed=votes.agreed)])
    return levels_without_each(votes.questions)


def _gap(level: Fraction | None, target: Fraction | None) -> Fraction | None:
    return None if level is None or target is None else max(Fraction(0), target - level)


def _rank(row: Priority) -> tuple[bool, Fraction, bool, Fraction, Fraction]:
    """Sorting is stable, so equals keep the order of the framework."""
    nothing = Fraction(0)
    return row.value is None, -(row.value or nothing), not row.preferred, -(row.gap or nothing), -row.weight

"""A pivot's level without each person in turn (method.md §4, *bands*; §5, *firm or close call*).

From sums and whole numbers over one common denominator: people × questions steps, and a fraction only for
each finished level, so that 200 people × 42 questions stay below a frame of the screen.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm


@dataclass(frozen=True, slots=True)
class Band:
    """From the lowest to the highest level possible."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class QuestionVotes:
    """The ratings of one question that counts; can't say is left out.

    ``ballots`` by person; ``counted`` those nobody can tell apart (hands, dots), lowest level first.
    ``agreed`` fixes the level, whoever is absent.
    """

    ballots: Mapping[Hashable, int] = field(default_factory=dict)
    counted: Sequence[int] = ()
    weight: Fraction = Fraction(1)
    agreed: Fraction | None = None
    lowest: int = 1

    @property
    def n(self) -> int:
        """All ratings."""
        return len(self.ballots) + sum(self.counted)

    @property
    def hands(self) -> tuple[int, ...]:
        """The levels somebody chose by hand, lowest first."""
        return tuple(self.lowest + place for place, count in enumerate(self.counted) if count)

    @property
    def total(self) -> int:
        """The sum of all ratings."""
        by_hand = sum((self.lowest + place) * count for place, count in enumerate(self.counted))
        return sum(self.ballots.values()) + by_hand

    @property
    def counts(self) -> bool:
        """Whether the question enters its pivot's level."""
        return self.weight > 0 and (self.agreed is not None or self.n > 0)


@dataclass(frozen=True, slots=True)
class LevelsWithout:
    """A pivot's lowest and highest level without each person; ``None`` where nobody would be left.

    ``anyone_else`` holds for people without a ballot here: wider than a point only if hands were counted,
    since nobody knows whose hand was whose.
    """

    anyone_else: Band | None
    by_person: Mapping[Hashable, Band | None]

    def of(self, person: Hashable) -> Band | None:
        """The level's range without ``person``."""
        return self.by_person.get(person, self.anyone_else)


def levels_without_each(questions: Sequence[QuestionVotes]) -> LevelsWithout:
    """The computed level without each person in turn, with all their answers.

    A ballot is left out exactly. A hand is moved by its extremes, [(S−highest)/(n−1), (S−lowest)/(n−1)].
    """
    asked = [question for question in questions if question.counts]
    scale = lcm(*(_denominator(question) for question in asked))
    terms = [_terms(question, scale) for question in asked]
    people = dict.fromkeys(person for question in asked for person in question.ballots)
    by_person = {person: _level(terms, scale, person) for person in people}
    return LevelsWithout(_level(terms, scale), by_person)


def voters(questions: Iterable[QuestionVotes]) -> int:
    """At least so many people rated: those known by ballot, or all of the fullest question."""
    known: set[Hashable] = set()
    fullest = 0
    for question in questions:
        known.update(question.ballots)
        fullest = max(fullest, question.n)
    return max(len(known), fullest)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a question adds to its pivot, times the scale: without a rating of each level, and without none."""

    weight: int
    ballots: Mapping[Hashable, int]
    without: Mapping[int, int | None]
    whole: tuple[int, int]


def _denominator(question: QuestionVotes) -> int:
    """What makes every term of this question a whole number."""
    level = 1 if question.agreed is None else question.agreed.denominator
    return lcm(level, max(question.n, 1), max(question.n - 1, 1), question.weight.denominator)


def _terms(question: QuestionVotes, scale: int) -> _Terms:
    weight = int(question.weight * scale)
    if question.agreed is not None:
        fixed = int(question.agreed * scale) * weight
        return _Terms(weight, {}, {}, (fixed, fixed))
    n, total = question.n, question.total
    each = weight * (scale // (n - 1)) if n > 1 else None
    without = {
        level: None if each is None else each * (total - level) for level in set(question.ballots.values())
    }
    ends = [weight * (scale // n) * total]
    if each is not None:
        ends += [each * (total - level) for level in question.hands]
    return _Terms(weight, question.ballots, without, (min(ends), max(ends)))


class _Nobody:
    """Stands for somebody without a ballot."""


_NOBODY = _Nobody()


def _level(terms: Sequence[_Terms], scale: int, person: Hashable = _NOBODY) -> Band | None:
    """The weighted mean of the questions without ``person``."""
    low = high = weight = 0
    for term in terms:
        rating = term.ballots.get(person)
        if rating is None:
            least, most = term.whole
        else:
            left = term.without[rating]
            if left is None:
                continue
            least = most = left
        low, high, weight = low + least, high + most, weight + term.weight
    if not weight:
        return None
    lowest = Fraction(low, scale * weight)
    return Band(lowest, lowest if high == low else Fraction(high, scale * weight))

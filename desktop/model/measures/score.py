"""From questions to pivots to the city (method.md §4).

The room's agreed level is the result where there is one; the computed level, a mean of means, stands in for
it otherwise. What is missing is neither 0 nor guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.model.measures.rounding import half_up
from desktop.model.measures.tally import RoomState, Tally

FEWEST_RATINGS = 3
"""A question has a computed level only from so many ratings."""


class Source(StrEnum):
    """Where a level in force comes from: agreed is drawn solid, computed hollow."""

    AGREED = "agreed"
    COMPUTED = "computed"
    MIXED = "mixed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """One question's level in force, what the ballots alone give, and its weight in the pivot."""

    question: str
    level: Fraction | None
    source: Source
    computed: Fraction | None
    weight: Fraction = Fraction(1)

    @property
    def counts(self) -> bool:
        """Whether the question enters its pivot's computed level."""
        return self.level is not None and self.weight > 0


@dataclass(frozen=True, slots=True)
class PivotScore:
    """One pivot's level.

    ``level`` is in force (agreed, else computed). ``computed`` is partial, for the console only, while
    ``coverage`` (the share of the weights that has a level) is under one half. ``difference`` is
    agreed − computed. ``held_back_by`` names counted questions more than one level below the pivot.
    """

    level: Fraction | None
    source: Source
    computed: Fraction | None
    coverage: Fraction
    difference: Fraction | None
    held_back_by: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether at least half of the weights have a level; under that, "too little answered"."""
        return 2 * self.coverage >= 1

    @property
    def preset(self) -> Fraction | None:
        """The level offered to the room before it agrees one."""
        return preset(self.computed) if self.enough and self.computed is not None else None

    @property
    def needs_reason(self) -> bool:
        """Whether both levels are printed and a reason asked for: they differ by half a level or more."""
        return self.difference is not None and 2 * abs(self.difference) >= 1


@dataclass(frozen=True, slots=True)
class CityScore:
    """The city's level, not a headline: the profile and the weakest pivot are. ``missing`` have no level."""

    level: Fraction | None
    coverage: Fraction
    missing: tuple[str, ...]


def counting_round(rounds: Iterable[tuple[int, str, Tally]]) -> Tally | None:
    """The tally that counts for a question: its latest revealed round (number, state, tally)."""
    revealed = [(number, held) for number, state, held in rounds if state == "revealed"]
    return max(revealed, key=lambda row: row[0])[1] if revealed else None


def computed_level(tally: Tally | None) -> Fraction | None:
    """The mean of the round that counts, if its state allows and three people rated."""
    if tally is None or tally.n < FEWEST_RATINGS:
        return None
    return tally.mean if tally.state in (RoomState.OK, RoomState.FEWER_THAN_HALF) else None


def question_score(
    question: str, tally: Tally | None, agreed: Fraction | None = None, weight: Fraction | int = 1
) -> QuestionScore:
    """A question's level: agreed if the room agreed one, else computed from the round that counts."""
    computed = computed_level(tally)
    if agreed is not None:
        return QuestionScore(question, Fraction(agreed), Source.AGREED, computed, Fraction(weight))
    source = Source.NONE if computed is None else Source.COMPUTED
    return QuestionScore(question, computed, source, computed, Fraction(weight))


def pivot_score(questions: Iterable[QuestionScore], agreed: Fraction | None = None) -> PivotScore:
    """A pivot's level: agreed if the room agreed one, else Σw·L/Σw over questions with a level."""
    asked = list(questions)
    counted = [question for question in asked if question.counts]
    computed, coverage = weighted_mean((question.level, question.weight) for question in asked)
    enough = computed is not None and 2 * coverage >= 1
    level, source = (computed, _source(counted)) if enough else (None, Source.NONE)
    difference = None
    if agreed is not None:
        level, source = Fraction(agreed), Source.AGREED
        difference = level - computed if computed is not None and enough else None
    return PivotScore(level, source, computed, coverage, difference, _held_back(counted, level))


def city_score(
    levels: Mapping[str, Fraction | None], weights: Mapping[str, Fraction | int] | None = None
) -> CityScore:
    """Σ W·L/Σ W over pivots with a level in force. No weights, or none for a pivot: it weighs 1."""
    given = weights or {}
    level, coverage = weighted_mean((levels[pivot], given.get(pivot, 1)) for pivot in levels)
    return CityScore(level, coverage, tuple(pivot for pivot in levels if levels[pivot] is None))


def weighted_mean(
    parts: Iterable[tuple[Fraction | None, Fraction | int]],
) -> tuple[Fraction | None, Fraction]:
    """The weighted mean over parts that have a level, and the share of the weights they hold."""
    total, held, asked = Fraction(0), Fraction(0), Fraction(0)
    for level, weight in parts:
        asked += weight
        if level is not None:
            held += weight
            total += weight * level
    return (total / held if held else None), (held / asked if asked else Fraction(0))


def preset(computed: Fraction) -> Fraction:
    """The nearest whole or half level, half-up(2·computed)/2: 9/4 → 2½."""
    return Fraction(half_up(2 * computed), 2)


def _source(counted: list[QuestionScore]) -> Source:
    """Computed if every counted question is; with any agreed one the mean is a mixture."""
    return Source.MIXED if any(question.source is Source.AGREED for question in counted) else Source.COMPUTED


def _held_back(counted: list[QuestionScore], level: Fraction | None) -> tuple[str, ...]:
    if level is None:
        return ()
    return tuple(
        question.question for question in counted if question.level is not None and level - question.level > 1
    )

"""Room polls, which never enter a level: the line of phases, what fails first, stress gaps (method.md §10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.model.measures.agreement import Verdict, verdict
from desktop.model.measures.stage import stage_level
from desktop.model.measures.tally import FEWEST_SHOWN

TOP_LEVELS = 2
"""A stress gap is about pivots at the highest two stages."""


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """Where a room's answers stand on a line of phases, counted from 1; None where nobody answered.

    With two camps there is no typical phase: :attr:`typical` is then empty.
    """

    median_low: int | None
    median_high: int | None
    lowest: int | None
    highest: int | None
    verdict: Verdict

    @property
    def typical(self) -> tuple[int, ...]:
        """The middle phase, or the two beside the middle."""
        if self.median_low is None or self.median_high is None or self.verdict is Verdict.TWO_CAMPS:
            return ()
        return tuple(sorted({self.median_low, self.median_high}))


def phase_line(counts: Sequence[int]) -> PhaseLine:
    """The line of phases from the answers for each phase, in order."""
    answers = [phase for phase, number in enumerate(counts, 1) for _ in range(number)]
    found = verdict(counts)
    if not answers:
        return PhaseLine(None, None, None, None, found)
    low, high = answers[(len(answers) - 1) // 2], answers[len(answers) // 2]
    return PhaseLine(low, high, answers[0], answers[-1], found)


@dataclass(frozen=True, slots=True)
class Taps:
    """How often each pivot was named: its share of all who answered, its rank (ties share), and the most named."""

    shares: tuple[Fraction, ...] | None
    ranks: tuple[int, ...]
    most: tuple[int, ...]


def taps(counts: Sequence[int], ballots: int) -> Taps:
    """What breaks, by pivot, among ``ballots`` people; "nothing" is an answer too and stands in ``ballots`` only."""
    shares = tuple(Fraction(count, ballots) for count in counts) if ballots else None
    ranks = tuple(1 + sum(other > count for other in counts) for count in counts)
    most = max(counts, default=0)
    return Taps(shares, ranks, tuple(at for at, count in enumerate(counts) if count and count == most))


def fails_first(counts: Sequence[int], ballots: int | None = None) -> Taps:
    """One choice each: as :func:`taps`; without ``ballots`` everybody who answered named a pivot."""
    return taps(counts, sum(counts) if ballots is None else ballots)


def stress_gaps(
    levels: Mapping[str, Fraction | None], named: Mapping[str, int], ballots: int, lowest: int, highest: int
) -> tuple[str, ...]:
    """Pivots whose stage is one of the top two and which half or more of at least five people say fails.

    It raises a question for the facilitator and changes nothing.
    """
    if ballots < FEWEST_SHOWN:
        return ()
    return tuple(
        pivot
        for pivot, level in levels.items()
        if level is not None
        and stage_level(level, lowest, highest) > highest - TOP_LEVELS
        and 2 * named.get(pivot, 0) >= ballots
    )

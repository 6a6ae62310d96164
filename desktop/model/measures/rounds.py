"""From round 1 to round 2 on one question (method.md §3).

Paired when ballots carry a seat in both rounds, unpaired when only the two distributions are known. No table
of who moved where, and no significance test: the room is the whole population.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from desktop.model.measures.agreement import Verdict, agreement, verdict
from desktop.model.measures.tally import Tally

FEWEST_MOVES = 5
"""Moves are shown for at least so many people, and never when one to four joined or left between rounds."""


@dataclass(frozen=True, slots=True)
class Moves:
    """How the people who cast in both rounds moved.

    ``to_level`` came from can't say, ``to_cant_say`` went to it; ``net`` is the mean step of those who
    rated twice, in levels.
    """

    paired: int
    rated_twice: int
    up: int
    down: int
    stayed: int
    to_level: int
    to_cant_say: int
    net: Fraction | None
    joined: int
    left: int

    @property
    def changed(self) -> int:
        """People whose second ballot differs from their first."""
        return self.up + self.down + self.to_level + self.to_cant_say

    @property
    def changed_share(self) -> Fraction | None:
        """changed / paired."""
        return Fraction(self.changed, self.paired) if self.paired else None

    @property
    def may_be_shown(self) -> bool:
        """Whether these moves give nobody's ballot away; if not, show only the two distributions.

        With one joiner and moves shown, most outputs reveal the joiner's ballot.
        """
        few = range(1, FEWEST_MOVES)
        return self.paired >= FEWEST_MOVES and self.joined not in few and self.left not in few


@dataclass(frozen=True, slots=True)
class Shift:
    """What two distributions alone can tell, "can't say" included.

    ``least_changed``: "at least so many ballots changed". ``least_steps``: the fewest levels moved in all,
    ``None`` unless equally many rated.
    """

    least_changed: int
    least_steps: int | None
    agreement_before: Fraction | None
    agreement_after: Fraction | None
    verdict_before: Verdict
    verdict_after: Verdict


def moves(first: Mapping[Hashable, int | None], second: Mapping[Hashable, int | None]) -> Moves:
    """Compare two rounds of ballots (person → level, ``None`` for can't say). Ask ``may_be_shown`` first."""
    both = [(first[person], second[person]) for person in first if person in second]
    steps = [after - before for before, after in both if before is not None and after is not None]
    stayed_silent = sum(before is None and after is None for before, after in both)
    return Moves(
        paired=len(both),
        rated_twice=len(steps),
        up=sum(step > 0 for step in steps),
        down=sum(step < 0 for step in steps),
        stayed=sum(step == 0 for step in steps) + stayed_silent,
        to_level=sum(before is None and after is not None for before, after in both),
        to_cant_say=sum(before is not None and after is None for before, after in both),
        net=Fraction(sum(steps), len(steps)) if steps else None,
        joined=sum(person not in first for person in second),
        left=sum(person not in second for person in first),
    )


def shift(before: Tally, after: Tally) -> Shift:
    """Compare two rounds by their counts alone.

    Raises:
        ValueError: the rounds are on scales of different length.
    """
    first, second = (*before.counts, before.cant_say), (*after.counts, after.cant_say)
    differences = [late - early for early, late in zip(first, second, strict=True)]
    gained = sum(step for step in differences if step > 0)
    lost = sum(-step for step in differences if step < 0)
    return Shift(
        least_changed=min(gained, lost),
        least_steps=_least_steps(before, after),
        agreement_before=agreement(before.counts),
        agreement_after=agreement(after.counts),
        verdict_before=verdict(before.counts),
        verdict_after=verdict(after.counts),
    )


def _least_steps(before: Tally, after: Tally) -> int | None:
    """Σ|C₁ − C₂|, the cost of the cheapest matching; defined only for equally many ratings."""
    if before.n != after.n:
        return None
    sums = zip(accumulate(before.counts), accumulate(after.counts), strict=True)
    return sum(abs(early - late) for early, late in sums)

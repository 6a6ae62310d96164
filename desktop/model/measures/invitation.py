"""Who is heard first, as data: levels to invite, or one to ask about in the third person (method.md §2).

An invitation names a level, never a person, a group or a head count, and only a level that at least three
people chose, so that nobody is singled out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.model.measures.agreement import Camps, Verdict, fullest_window, read_room
from desktop.model.measures.tally import Tally

FEWEST_INVITED = 3
"""A level is named in an invitation only if at least this many chose it."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the facilitator may ask.

    ``levels``: "someone who chose {level}, if you like", in this order. ``third_person``: no level may be
    named; ask "What would someone have seen who says {level}?". ``unanimous``: all chose one level; ask
    "What can we point to?" instead. All empty: nobody named a level.
    """

    levels: tuple[int, ...] = ()
    third_person: int | None = None
    unanimous: bool = False


def invitation(tally: Tally) -> Invitation:
    """Whom to hear first, under the rule of three.

    A level fewer than three chose gives way to the one farthest from the other invited level that three or
    more chose; where no level has three, the question is put in the third person.
    """
    order = speaking_order(tally.counts, tally.lowest)
    if not order:
        return Invitation()
    unanimous = len(order) == 1
    if max(tally.counts) < FEWEST_INVITED:
        return Invitation(third_person=order[0], unanimous=unanimous)
    named = [_or_farthest(tally, level, other=order[-1 - place]) for place, level in enumerate(order)]
    return Invitation(tuple(dict.fromkeys(named)), unanimous=unanimous)


def speaking_order(counts: Sequence[int], lowest: int = 1) -> tuple[int, ...]:
    """The one or two levels to hear, **before** the rule of three: nothing but ``invitation`` may show it."""
    room = read_room(counts, lowest)
    chosen = [place for place, count in enumerate(counts) if count]
    if len(chosen) < 2:
        places: tuple[int, ...] = tuple(chosen)
    elif room.camps is not None:
        places = _camp_order(counts, room.camps, lowest)
    elif room.verdict in (Verdict.SPREAD, Verdict.TOO_FEW):
        places = _outer_order(counts, chosen)
    else:
        places = _far_order(counts, chosen)
    return tuple(lowest + place for place in places)


def _camp_order(counts: Sequence[int], split: Camps, lowest: int) -> tuple[int, int]:
    """The fullest level of the smaller camp, then of the larger; equal: low first, outermost in a camp."""
    low = max(range(split.low_up_to - lowest + 1), key=lambda place: (counts[place], -place))
    high = max(range(split.high_from - lowest, len(counts)), key=lambda place: (counts[place], place))
    return (low, high) if split.low <= split.high else (high, low)


def _outer_order(counts: Sequence[int], chosen: Sequence[int]) -> tuple[int, int]:
    """The outer level farther from the median, then the other; equally far: lowest first."""
    ratings = [place for place, count in enumerate(counts) for _ in range(count)]
    n = len(ratings)
    twice_median = ratings[(n - 1) // 2] + ratings[n // 2]
    low, high = chosen[0], chosen[-1]
    return (low, high) if twice_median - 2 * low >= 2 * high - twice_median else (high, low)


def _far_order(counts: Sequence[int], chosen: Sequence[int]) -> tuple[int, int]:
    """The level farthest from the fullest (equal: the smaller group, then the lower), then the fullest."""
    fullest = fullest_window(counts, 1)
    farthest = min(chosen, key=lambda place: (-abs(place - fullest), counts[place], place))
    return farthest, fullest


def _or_farthest(tally: Tally, level: int, other: int) -> int:
    """``level`` if three chose it, else the level of three or more farthest from ``other``."""
    if tally.at(level) >= FEWEST_INVITED:
        return level
    crowds = [place for place in tally.occupied if tally.at(place) >= FEWEST_INVITED]
    return min(crowds, key=lambda place: (-abs(place - other), -tally.at(place), place))

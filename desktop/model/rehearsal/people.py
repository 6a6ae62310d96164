"""Simulated people: a city as it is, and officials who each see it a little differently.

Nobody here is real and nothing here says anything about cities. The model only has to make a room worth
rehearsing: agreement in most pivots, two camps in one, a pivot many cannot judge, a second vote that moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from desktop.model.framework import Framework

CAMPS_APART = 2.8
"""Levels between the two camps' views in the pivot that splits the room."""


@dataclass(frozen=True, slots=True)
class City:
    """How the simulated city stands: a level for each pivot, which one splits the room, which one few can judge."""

    levels: dict[str, float]
    split: str
    obscure: str


@dataclass(frozen=True, slots=True)
class Person:
    """One simulated official: ``leaning`` in levels, ``candour`` the chance to say *can't say*, a camp of two."""

    leaning: float
    candour: float
    camp: int


def imagine_city(framework: Framework, source: Random) -> City:
    """A city whose pivots stand between the first and the third level, most around the second."""
    pivots = [pivot.id for pivot in framework.pivots]
    span = framework.highest - framework.lowest
    levels = {pivot: framework.lowest + span * source.uniform(0.08, 0.62) for pivot in pivots}
    split, obscure = source.sample(pivots, 2)
    levels[split] = framework.lowest + span * 0.5
    return City(levels, split, obscure)


def invite(count: int, source: Random) -> list[Person]:
    """So many people; about half of them in either camp."""
    return [
        Person(source.gauss(0, 0.35), source.uniform(0.0, 0.06), 1 if source.random() < 0.5 else -1)
        for _ in range(count)
    ]


def first_answer(person: Person, city: City, pivot: str, levels: Sequence[int], source: Random) -> int | None:
    """What this person answers at first: a level of the scale, or ``None`` for *can't say*."""
    unsure = person.candour + (0.3 if pivot == city.obscure else 0.0)
    if source.random() < unsure:
        return None
    own = person.leaning + source.gauss(0, 0.3)
    if pivot == city.split:
        return _nearest(city.levels[pivot] + person.camp * CAMPS_APART / 2 + own / 2, levels)
    return _nearest(city.levels[pivot] + own, levels)


def second_answer(first: int | None, typical: int, levels: Sequence[int], source: Random) -> int | None:
    """What the same person answers after hearing both sides: half of those far off come one level closer."""
    if first is None:
        return typical if source.random() < 0.4 else None
    if first == typical or source.random() < 0.35:
        return first
    return _nearest(first + (1 if typical > first else -1), levels)


def _nearest(view: float, levels: Sequence[int]) -> int:
    return min(levels, key=lambda level: (abs(level - view), level))

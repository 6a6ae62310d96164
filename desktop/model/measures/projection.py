"""What the chosen actions reach, if all of them finish and work (method.md §7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop.model.measures.reach import (
    DeclaredAction,
    PivotToday,
    Reach,
    climb,
    declares_a_step,
    moved_level,
    places_of,
    places_today,
    reach,
    shown_level,
)
from desktop.model.measures.stage import stage_level


@dataclass(frozen=True, slots=True)
class Projection:
    """A pivot if all its actions finish and work; the lists hold action ids, in the order given.

    ``uncovered`` is what remains to the target, ``beyond`` whether questions reach above it.
    """

    level: Fraction | None
    target: Fraction | None
    projected: Fraction | None
    questions: Mapping[str, Reach]
    waits_for_a_step: tuple[str, ...]
    already_there: tuple[str, ...]
    no_level_to_start_from: tuple[str, ...]

    @property
    def gap(self) -> Fraction | None:
        """From the level in force to the target."""
        return _short(self.level, self.target)

    @property
    def gain(self) -> Fraction | None:
        """From the level in force to the projected one."""
        return None if self.level is None or self.projected is None else self.projected - self.level

    @property
    def uncovered(self) -> Fraction | None:
        """From the projected level to the target."""
        return _short(self.projected, self.target)

    @property
    def beyond(self) -> Fraction | None:
        """The most any question is reached above the target: target too low, or plan too large?"""
        over = [reach.beyond for reach in self.questions.values() if reach.beyond is not None]
        return max(over, default=None)


def project(pivot: PivotToday, actions: Iterable[DeclaredAction]) -> Projection:
    """What these actions do to this pivot, whatever their order."""
    chosen = [action for action in actions if declares_a_step(action)]
    places = places_today(pivot)
    reaches = {
        place: reach(level, pivot.target, _steps(chosen, place, pivot), pivot.lowest, pivot.highest)
        for place, level in places.items()
    }
    shown = {place: found.shown for place, found in reaches.items()}
    projected = moved_level(pivot.level, places, shown, pivot.weights, pivot.target)
    standing = {action.id: _standing(action, reaches, pivot) for action in chosen}
    listed = {
        wanted: tuple(found for found, kind in standing.items() if kind is wanted) for wanted in _Standing
    }
    return Projection(
        pivot.level,
        pivot.target,
        projected,
        reaches,
        waits_for_a_step=listed[_Standing.WAITS],
        already_there=listed[_Standing.ALREADY_THERE],
        no_level_to_start_from=listed[_Standing.NO_LEVEL],
    )


def adds(pivot: PivotToday, actions: Iterable[DeclaredAction]) -> Mapping[str, Fraction | None]:
    """What each action adds to the pivot's level when taken in this order (by wave, then number).

    The sum is exactly the projection's gain: a second 2→3 adds 0, and an action that completes a chain adds
    what the chain had waited for. ``None`` where the pivot has no level.
    """
    places = places_today(pivot)
    reached = dict(places)
    steps: dict[str, list[DeclaredAction]] = {place: [] for place in places}
    before = pivot.level
    found: dict[str, Fraction | None] = {}
    for action in actions:
        for place in places_of(action, pivot):
            steps[place].append(action)
            reached[place] = climb(reached[place], steps[place], pivot.lowest, pivot.highest)
        shown = {place: shown_level(places[place], reached[place], pivot.target) for place in places}
        after = moved_level(pivot.level, places, shown, pivot.weights, pivot.target)
        found[action.id] = None if after is None or before is None else after - before
        before = after
    return found


def closes(projections: Iterable[Projection]) -> tuple[Fraction, Fraction]:
    """(x, y) of "closes x of the y steps asked for", over pivots that have a level and a target."""
    asked = [(found.gain, found.gap) for found in projections]
    pairs = [(gain, gap) for gain, gap in asked if gain is not None and gap is not None]
    return sum((gain for gain, _ in pairs), Fraction(0)), sum((gap for _, gap in pairs), Fraction(0))


class _Standing(Enum):
    """What keeps an action from counting; ``WORKS``: nothing does."""

    WORKS = 0
    WAITS = 1
    ALREADY_THERE = 2
    NO_LEVEL = 3


def _steps(actions: Iterable[DeclaredAction], place: str, pivot: PivotToday) -> list[DeclaredAction]:
    return [action for action in actions if place in places_of(action, pivot)]


def _standing(action: DeclaredAction, reaches: Mapping[str, Reach], pivot: PivotToday) -> _Standing:
    """The best an action does at any of its places."""
    found = (_standing_at(action, reaches[place], pivot) for place in places_of(action, pivot))
    return min(found, key=lambda standing: standing.value, default=_Standing.NO_LEVEL)


def _standing_at(action: DeclaredAction, place: Reach, pivot: PivotToday) -> _Standing:
    if place.current is None or place.reached is None or action.from_level is None or action.to_level is None:
        return _Standing.NO_LEVEL
    if place.current >= action.to_level:
        return _Standing.ALREADY_THERE
    at = stage_level(place.reached, pivot.lowest, pivot.highest)
    return _Standing.WAITS if at < action.from_level else _Standing.WORKS


def _short(level: Fraction | None, target: Fraction | None) -> Fraction | None:
    return None if level is None or target is None else max(Fraction(0), target - level)

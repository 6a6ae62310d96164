"""How far actions take one question, and what that does to its pivot (method.md §7).

An action declares a question and a step on it, from one level to a higher one. Chains add up (1→2, 2→3);
two actions for one step do not. The order in which actions are given changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from desktop.model.measures.stage import stage_level

PIVOT_ITSELF = ""
"""The place of a pivot's own level, where no question of it has one."""


@dataclass(frozen=True, slots=True)
class DeclaredAction:
    """What an action declares it lifts. No ``question``: the whole pivot. No levels: it promises no step."""

    id: str
    question: str | None
    from_level: int | None
    to_level: int | None
    effort: str | None = None


@dataclass(frozen=True, slots=True)
class PivotToday:
    """One pivot before any action: its level in force and those of the questions asked.

    ``weights``: a question not in it weighs 1. ``lowest`` and ``highest`` are the ends of the scale.
    """

    level: Fraction | None
    target: Fraction | None
    questions: Mapping[str, Fraction | None]
    weights: Mapping[str, Fraction | int] = field(default_factory=dict)
    lowest: int = 1
    highest: int = 4


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a question gets. All ``None`` without a level to start from.

    ``shown`` is what counts, never above the target; ``beyond`` how far it is reached above the target,
    ``uncovered`` how far below, with the ``missing_step`` that nothing covers. Without a target neither.
    """

    current: Fraction | None
    reached: Fraction | None
    shown: Fraction | None
    beyond: Fraction | None
    uncovered: Fraction | None
    missing_step: tuple[int, int] | None


def reach(
    current: Fraction | None,
    target: Fraction | None,
    steps: Iterable[DeclaredAction],
    lowest: int,
    highest: int,
) -> Reach:
    """How far these actions take one question: shown = max(current, min(reached, target))."""
    reached = climb(current, list(steps), lowest, highest)
    if current is None or reached is None:
        return Reach(None, None, None, None, None, None)
    shown = shown_level(current, reached, target)
    if target is None:
        return Reach(current, reached, shown, None, None, None)
    uncovered = max(Fraction(0), target - reached)
    whole = reached.numerator // reached.denominator
    beyond = max(Fraction(0), reached - max(target, current))
    return Reach(current, reached, shown, beyond, uncovered, (whole, whole + 1) if uncovered else None)


def moved_level(
    level: Fraction | None,
    current: Mapping[str, Fraction | None],
    shown: Mapping[str, Fraction | None],
    weights: Mapping[str, Fraction | int],
    target: Fraction | None,
) -> Fraction | None:
    """Level in force + Σw·(shown − current)/Σw, capped at the target: an agreed level moves by the same gain."""
    if level is None:
        return None
    gain, held = Fraction(0), Fraction(0)
    for question, start in current.items():
        end, weight = shown[question], weights.get(question, 1)
        if start is not None and end is not None:
            gain += weight * (end - start)
            held += weight
    moved = level + gain / held if held else level
    return moved if target is None else min(moved, max(target, level))


def declares_a_step(action: DeclaredAction) -> bool:
    """Whether the action promises a step at all."""
    return action.from_level is not None and action.to_level is not None


def places_today(pivot: PivotToday) -> dict[str, Fraction | None]:
    """Where steps are taken: the questions, or the pivot itself where no question has a level."""
    places = dict(pivot.questions)
    if pivot.level is not None and all(level is None for level in places.values()):
        places[PIVOT_ITSELF] = pivot.level
    return places


def places_of(action: DeclaredAction, pivot: PivotToday) -> list[str]:
    """The places an action takes its step at: its question, or every one for a pivot-wide action."""
    if not declares_a_step(action):
        return []
    if action.question is None:
        return list(places_today(pivot))
    return [action.question] if action.question in pivot.questions else []


def climb(
    current: Fraction | None, steps: Sequence[DeclaredAction], lowest: int, highest: int
) -> Fraction | None:
    """Take every step that can be taken, until none is left that lifts the level."""
    reached = current
    moved = reached is not None
    while reached is not None and moved:
        moved = False
        for step in steps:
            if step.from_level is None or step.to_level is None:
                continue
            end = min(step.to_level, highest)
            if reached < end and stage_level(reached, lowest, highest) >= step.from_level:
                reached, moved = Fraction(end), True
    return reached


def shown_level(
    current: Fraction | None, reached: Fraction | None, target: Fraction | None
) -> Fraction | None:
    """max(current, min(reached, target)): what counts of what is reached."""
    if current is None or reached is None:
        return None
    return reached if target is None else max(current, min(reached, target))

"""Which actions of the library fit a pivot now (method.md §7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from desktop.model.measures.projection import project
from desktop.model.measures.reach import DeclaredAction, PivotToday
from desktop.model.measures.stage import stage_level

EFFORTS = ("s", "m", "l", "x")
"""Effort bands, the smallest first."""

SUGGESTED = 3
"""Actions suggested for a pivot, or as many as there are."""


def suggestions(
    pivot: PivotToday,
    library: Iterable[DeclaredAction],
    chosen: Sequence[DeclaredAction] = (),
    taken: Collection[str] = (),
    limit: int = SUGGESTED,
) -> tuple[DeclaredAction, ...]:
    """Library actions that fit this pivot now: the largest gain beyond ``chosen``, smaller effort, then id.

    Their question is asked and below the target, its stage is at ``from_level`` or above, its level below
    ``to_level``. ``taken``: ids in the library of what has been chosen or turned down.
    """
    base = project(pivot, chosen).projected
    if base is None or pivot.target is None:
        return ()
    fitting = [action for action in library if action.id not in taken and _fits(action, pivot)]
    gains = {action.id: (project(pivot, [*chosen, action]).projected or base) - base for action in fitting}
    fitting.sort(key=lambda action: (-gains[action.id], _effort(action), action.id))
    return tuple(fitting[:limit])


def _fits(action: DeclaredAction, pivot: PivotToday) -> bool:
    current = pivot.questions.get(action.question) if action.question is not None else None
    if current is None or action.from_level is None or action.to_level is None or pivot.target is None:
        return False
    at = stage_level(current, pivot.lowest, pivot.highest)
    return at >= action.from_level and current < action.to_level and current < pivot.target


def _effort(action: DeclaredAction) -> int:
    return EFFORTS.index(action.effort) if action.effort in EFFORTS else len(EFFORTS)

"""The one order of the plan, in the papers, in the workbook and in the table for other programs.

By wave; within it what others wait for first, then the larger gap (as the gaps stand in the report), then the number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from desktop.model.records import WAVES
from exports.report import ActionEntry, Report

T = TypeVar("T")


def plan_order(report: Report) -> tuple[ActionEntry, ...]:
    """The actions of a report in this order. Those of a gathered report stand in it already."""
    known = set(report.action_by_number)
    place = {gap.pivot: at for at, gap in enumerate(report.gaps)}
    ordered: list[ActionEntry] = []
    for wave in (*WAVES, None):
        waiting = sorted(
            (one for one in report.actions if one.wave == wave),
            key=lambda one: (place.get(one.pivot, len(place)), len(one.number), one.number),
        )
        ordered += needed_first(waiting, lambda one: one.number, lambda one: known.intersection(one.needs))
    return tuple(ordered)


def needed_first(
    waiting: Sequence[T], name: Callable[[T], str], needs: Callable[[T], Iterable[str]]
) -> list[T]:
    """These in their order, but each after those of them it needs; a ring, which no verb allows, is cut."""
    left = list(waiting)
    ordered: list[T] = []
    while left:
        open_ = {name(one) for one in left}
        ready = (one for one in left if open_.isdisjoint(needs(one)))
        following = next(ready, left[0])
        left.remove(following)
        ordered.append(following)
    return ordered

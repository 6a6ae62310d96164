"""In which order the plan is worked through: a row's place in the workbook and in the table for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.records import WAVES
from exports.report import ActionEntry, Report


def plan_order(report: Report) -> tuple[ActionEntry, ...]:
    """Now before Next before Later; within a wave what others wait for first, then the largest gap, then the number."""
    known = set(report.action_by_number)
    gaps = {one.id: one.gap or Fraction(0) for one in report.standings}
    ordered: list[ActionEntry] = []
    for wave in (*WAVES, None):
        waiting = sorted(
            (one for one in report.actions if one.wave == wave),
            key=lambda one: (-gaps.get(one.pivot, Fraction(0)), len(one.number), one.number),
        )
        ordered += _needed_first(waiting, known)
    return tuple(ordered)


def _needed_first(waiting: Sequence[ActionEntry], known: set[str]) -> list[ActionEntry]:
    """These in their order, but each after those of them it needs; a ring, which no verb allows, is cut."""
    left = list(waiting)
    ordered: list[ActionEntry] = []
    while left:
        open_ = {one.number for one in left} & known
        ready = (one for one in left if not open_.intersection(one.needs))
        following = next(ready, left[0])
        left.remove(following)
        ordered.append(following)
    return ordered

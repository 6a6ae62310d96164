"""What saves minutes when the room runs late: the cuts the agenda offers, against a workshop's own steps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from desktop.model.agenda import AgendaTemplate
from desktop.model.framework import Text
from desktop.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Saving:
    """One way to catch up: ``saves`` minutes each of the ``times`` its kind of step comes."""

    kind: str
    cut: str
    text: Text
    saves: int
    times: int


def savings(w: Workshop, templates: Collection[AgendaTemplate]) -> tuple[Saving, ...]:
    """What can be cut from the steps still planned, in the order of the day.

    A workshop does not remember its template, so the most alike is asked: the same questions, then the nearest
    length. A step left out saves the minutes it has now.
    """
    total = sum(step.minutes for step in w.agenda)
    template = max(
        templates,
        key=lambda one: (one.question_set == w.about.question_set, -abs(one.minutes - total)),
        default=None,
    )
    if template is None:
        return ()
    found = []
    for kind in dict.fromkeys(step.kind for step in w.agenda):
        steps = [step for step in w.agenda if step.kind == kind and step.state == "planned"]
        offered = {cut.cut: cut for one in template.steps if one.kind == kind for cut in one.catch_up}
        for cut in offered.values() if steps else ():
            least = min(step.minutes for step in steps)
            saves = least if cut.cut == "skip" else min(cut.saves, least)
            found.append(Saving(kind, cut.cut, cut.text, saves, len(steps)))
    return tuple(found)

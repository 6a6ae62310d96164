"""What is still to finish after the day. Computed from the workshop, never stored (model.md, States)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.model import levels
from desktop.model.records import Action
from desktop.model.verbs.waves import wave_end
from desktop.model.workshop import Workshop


class Unfinished(StrEnum):
    """What an action or pivot still lacks."""

    OWNER = "owner"
    OWNER_UNCONFIRMED = "owner_unconfirmed"
    DUE = "due"
    LATE = "late"
    EARLY = "early"
    MEASURE = "measure"
    FIRST_STEP = "first_step"
    TO_CHECK = "to_check"
    DAYS = "days"
    MONEY = "money"
    REASON = "reason"
    LEFT_OPEN = "left_open"


@dataclass(frozen=True, slots=True)
class ToFinish:
    """One thing to finish. ``action`` or ``pivot`` is the id of what lacks it; the other is empty."""

    lack: Unfinished
    action: str = ""
    pivot: str = ""


def to_finish(w: Workshop) -> tuple[ToFinish, ...]:
    """Everything to finish: pivots in framework order, then the plan by number."""
    pivots = [found for pivot in w.pivots for found in _of_pivot(w, pivot.id)]
    actions = [ToFinish(lack, action=action.id) for action in w.plan for lack in _of_action(w, action)]
    return (*pivots, *actions)


def _of_pivot(w: Workshop, pivot: str) -> Iterator[ToFinish]:
    decision = w.decision_on("pivot", pivot)
    if decision is None:
        return
    if decision.level is None:
        yield ToFinish(Unfinished.LEFT_OPEN, pivot=pivot)
    elif levels.in_force(w, pivot).needs_reason and not decision.rationale:
        yield ToFinish(Unfinished.REASON, pivot=pivot)


def _of_action(w: Workshop, action: Action) -> Iterator[Unfinished]:
    if action.status == "done":
        return
    likely = "owner" in action.to_check
    end = wave_end(w, action.wave) if action.wave else None
    for missing, lack in (
        (not action.owner and not likely, Unfinished.OWNER),
        (not action.owner and likely, Unfinished.OWNER_UNCONFIRMED),
        (not action.due, Unfinished.DUE),
        (bool(action.due and end and action.due > end), Unfinished.LATE),
        (bool(action.due and action.due < w.about.date), Unfinished.EARLY),
        (not action.measure, Unfinished.MEASURE),
        (not action.first_step, Unfinished.FIRST_STEP),
        (any(name != "owner" for name in action.to_check), Unfinished.TO_CHECK),
        (action.days_guessed, Unfinished.DAYS),
        (action.money == "unknown", Unfinished.MONEY),
    ):
        if missing:
            yield lack

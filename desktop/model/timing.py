"""The day against its plan: when each step is expected, how late the room runs, what is left of a step.

Minutes count from local midnight. Elapsed time comes from the steady clock: a clock set forward or a laptop
that slept changes nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model.records import Step
from desktop.model.workshop import Workshop

VOTING_STEPS = frozenset({"ballots", "talk", "pivot"})
"""Where the agenda has room for voting and for talking about it."""


@dataclass(frozen=True, slots=True)
class StepTime:
    """When a step is expected to begin (minutes after midnight, as the day runs now) and how long it may take."""

    step: str
    begins: int
    minutes: int


@dataclass(frozen=True, slots=True)
class DayTime:
    """The day as it runs: ``late`` minutes behind the plan (negative: ahead), ``ends`` in minutes after midnight."""

    steps: Mapping[str, StepTime]
    late: int
    ends: int


def day_time(w: Workshop, now_minute: int, seconds_here: float) -> DayTime:
    """The expected times, given the time of day and the seconds spent at the present step.

    ``late`` and ``ends`` are of the sitting in hand; the steps of other days stand as planned.

    Steps done take the time they took. The present step takes its plan, or longer if it already has. Before
    the day has begun, everything stands as planned.
    """
    here = w.steps.get(w.position.step) if w.position is not None else None
    today = here.session if here is not None else next((step.session for step in w.agenda), "")
    found: dict[str, StepTime] = {}
    for session in w.sessions.values():
        if session.id != today:  # another day: as planned
            minute = session.start_minute
            for step in w.agenda:
                if step.session == session.id and (length := planned_minutes(w, step)):
                    found[step.id] = StepTime(step.id, minute, length)
                    minute += length
    return _today(w, today, now_minute, seconds_here, found)


def _today(
    w: Workshop, today: str, now_minute: int, seconds_here: float, found: dict[str, StepTime]
) -> DayTime:
    here = w.steps.get(w.position.step) if w.position is not None else None
    begun = here is not None and w.about.state != "preparing"
    planned = w.sessions[today].start_minute if today in w.sessions else 9 * 60
    running = planned
    late = 0
    for step in w.agenda:
        if step.session != today or not (length := planned_minutes(w, step)):
            continue
        if begun and here is not None and step.id == here.id:
            spent = (step.spent_seconds + seconds_here) / 60
            running = now_minute - int(spent)
            late = now_minute - planned - min(int(spent), length)
            found[step.id] = StepTime(step.id, running, length)
            running += max(length, int(spent))
        else:
            found[step.id] = StepTime(step.id, running, length)
            running += step.spent_seconds // 60 if step.state == "done" else length
        planned += length
    return DayTime(found, late, running)


def planned_minutes(w: Workshop, step: Step) -> int:
    """What a step takes as planned: nothing if it is left out, or a pivot no question is asked about.

    The minutes of such pivots go to the time in hand of their sitting, if it has any.
    """
    if step.state == "skipped" or w.asks_nothing(step):
        return 0
    return step.minutes + freed_minutes(w, step)


def freed_minutes(w: Workshop, step: Step) -> int:
    """What a sitting's (first) time in hand gains from its pivots without a question; 0 for any other step."""
    if step.kind != "slack":
        return 0
    sitting = [one for one in w.agenda if one.session == step.session and one.state != "skipped"]
    if next((one.id for one in sitting if one.kind == "slack"), "") != step.id:
        return 0
    return sum(one.minutes for one in sitting if w.asks_nothing(one))


def seconds_left(step: Step, seconds_here: float) -> int:
    """What is left of a step's planned time; never below nothing."""
    return max(0, step.minutes * 60 - int(step.spent_seconds + seconds_here))


def voting_room(w: Workshop) -> int:
    """The minutes the agenda has for voting and for talking about it."""
    return sum(planned_minutes(w, step) for step in w.agenda if step.kind in VOTING_STEPS)


def pivots_held(w: Workshop) -> int:
    """How many pivots the agenda has time for."""
    return sum(step.kind == "pivot" and planned_minutes(w, step) > 0 for step in w.agenda)

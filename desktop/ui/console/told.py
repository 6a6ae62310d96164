"""What the wall is told of the time: when the step ends, what is left of it."""

from __future__ import annotations

from desktop.look.staging.telling import Telling
from desktop.model.moment import Clock
from desktop.model.records import Step
from desktop.model.timing import seconds_left
from desktop.words.catalogue import Words
from desktop.words.clock import left
from desktop.words.dates import clock_time


def told(speech: Words, clock: Clock, step: Step | None, seconds_here: float) -> Telling:
    """For a step of the agenda by the wall clock; without a step only the language."""
    if step is None:
        return Telling(speech)
    seconds = seconds_left(step, seconds_here)
    minutes = -(-seconds // 60)
    wall = clock.wall()
    ends = wall.hour * 60 + wall.minute + minutes
    spent = 1 - seconds / max(1, step.minutes * 60)
    return Telling(speech, clock_time(ends), left(speech, minutes), spent, seconds_here=seconds_here)

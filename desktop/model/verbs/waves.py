"""When the waves end and how much they hold."""

from __future__ import annotations

from dataclasses import replace

from desktop.model import days
from desktop.model.change import Change, Row, turned
from desktop.model.moment import Moment
from desktop.model.records import Wave, WaveName
from desktop.model.refused import Refused
from desktop.model.verbs.guards import may_change
from desktop.model.workshop import Workshop


def plan(
    w: Workshop, at: Moment, *, wave: WaveName, until: str | None = None, capacity_days: float | None = None
) -> Change:
    """When a wave ends (None: by itself, 6 or 18 months after the day) and its person-days (None: no limit).

    Actions due at its old end are due at the new one.

    Raises:
        Refused: ``date.invalid``, ``number.invalid`` (days below 0), ``final``.
    """
    may_change(w)
    if capacity_days is not None and not 0 <= capacity_days < float("inf"):
        raise Refused("number.invalid", number=capacity_days, lowest=0, highest=None)
    before = next((one for one in w.waves.values() if one.wave == wave), None)
    start = before or Wave(at.new_id(), w.about.id, wave)
    after = replace(start, until=days.day(until) if until else None, capacity_days=capacity_days)
    rows: list[Row] = [*turned(before, after)]
    old, new = wave_end(w, wave), after.until or own_end(w, wave)
    for action in w.actions.values():
        if action.wave == wave and action.due == old and action.number is not None:
            rows += turned(action, replace(action, due=new))
    return Change("waves.plan", tuple(rows), {"wave": wave, "until": new, "capacity_days": capacity_days})


def wave_end(w: Workshop, wave: WaveName | None) -> str | None:
    """The day a wave ends; None: open."""
    planned = next((one.until for one in w.waves.values() if one.wave == wave), None)
    return planned or own_end(w, wave)


def own_end(w: Workshop, wave: WaveName | None) -> str | None:
    """When a wave ends if nobody said otherwise: Now after 6 months, Next after 18, Later never."""
    months = days.WAVE_MONTHS.get(wave or "")
    return days.months_after(w.about.date, months) if months else None

"""A sitting begins and ends; with the last one the day is closed."""

from __future__ import annotations

from dataclasses import replace

from desktop.model.change import Change, turned
from desktop.model.moment import Moment
from desktop.model.records import Session
from desktop.model.refused import Refused
from desktop.model.verbs.agenda import current_session
from desktop.model.verbs.guards import may_change, the_session
from desktop.model.workshop import Workshop


def start(w: Workshop, at: Moment, *, session: str | None = None) -> Change:
    """A sitting begins, the next one unless one is named; one that had ended goes on. The workshop runs.

    Raises:
        Refused: ``session.unknown``, ``final``.
    """
    may_change(w)
    before = _named(w, session)
    after = replace(before, started_at=before.started_at or at.now, ended_at=None)
    rows = turned(before, after) + turned(w.about, replace(w.about, state="running"))
    return Change("sessions.start", rows, {"day": before.day})


def end(w: Workshop, at: Moment, *, session: str | None = None) -> Change:
    """A sitting ends. *Close the day*: after the last one the workshop is a draft.

    Raises:
        Refused: ``session.unknown``, ``session.not_running``, ``final``.
    """
    may_change(w)
    before = _named(w, session)
    if before.started_at is None or before.ended_at is not None:
        raise Refused("session.not_running")
    rows = turned(before, replace(before, ended_at=at.now))
    last = all(one.ended_at is not None for one in w.sessions.values() if one.id != before.id)
    if last:
        rows += turned(w.about, replace(w.about, state="draft"))
    return Change("sessions.end", rows, {"day": before.day, "last": last})


def _named(w: Workshop, session: str | None) -> Session:
    return the_session(w, session) if session else current_session(w)

"""The walk through the warm-up and through a shock: what the room is asked there, and what it is told."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model import shocks
from desktop.model.records import RoundKind, Step
from desktop.model.walk import Call, Part, Place, Press, missing_in, to, to_next_step
from desktop.model.workshop import Workshop

SHOWN: dict[Part, Part] = {"phases": "phases_shown", "fails": "fails_shown"}
"""The part a poll is held in, and the part that shows it."""


def places(w: Workshop, step: Step) -> Iterator[Place]:
    """The places of a warm-up or a shock. A shock without any story to tell is time given to something."""
    if step.kind == "warm_up":
        if w.framework.phases:
            yield Place(step.id, "phases")
            yield Place(step.id, "phases_shown")
        yield from (Place(step.id, "stages", str(level)) for level in w.framework.levels)
    elif shocks.fitting(w):
        yield from _shock_places(w, step)
    else:
        yield Place(step.id, "pause")


def _shock_places(w: Workshop, step: Step) -> Iterator[Place]:
    yield Place(step.id, "exercise")
    told = shocks.of_step(w, step)
    if told is None:
        return
    yield Place(step.id, "lived")
    yield from (Place(step.id, "beat", str(number)) for number in range(1, len(told.beats) + 1))
    yield Place(step.id, "fails")
    yield Place(step.id, "fails_shown")
    yield from (Place(step.id, "debrief", str(number)) for number in range(1, len(told.debrief) + 1))


def poll_of(step: Step, place: Place) -> tuple[RoundKind, str] | None:
    """The round a place asks for or shows: its kind and its subject."""
    if place.part in ("phases", "phases_shown"):
        return "phase", ""
    if place.part in ("fails", "fails_shown") and step.subject:
        return "fails_first", step.subject
    return None


def ahead(w: Workshop, step: Step, place: Place) -> Press | None:
    """What the next press does in these steps; None where it only goes on to the next scene."""
    poll = poll_of(step, place)
    if poll is not None:
        return _ahead_in_poll(w, place, *poll)
    if place.part != "exercise" or shocks.of_step(w, step) is not None:
        return None
    if not shocks.to_draw(w, step):
        return to_next_step(w, step)
    lived = Place(step.id, "lived")
    return Press("draw", lived, {}, (Call("shock.draw", {"step": step.id}), *to(w, lived).calls))


def _ahead_in_poll(w: Workshop, place: Place, kind: RoundKind, subject: str) -> Press | None:
    """Open the vote, or close and show it, also where it was shown and taken back."""
    held = w.latest(kind, subject)
    if held is None:
        opening = Call("rounds.open", {"kind": kind, "subjects": (subject,)})
        return Press(place.part, place, {}, (opening, *to(w, place).calls))
    if held.state == "revealed":
        return None
    seen = Place(place.step, SHOWN.get(place.part, place.part))
    showing = (Call("rounds.show", {"rounds": (held.id,)}), *to(w, seen).calls)
    if held.state != "open":  # shown before and taken back: nothing is left to close
        return Press("results", seen, {}, showing)
    cast, possible = missing_in(w, (held,))
    if cast >= possible > 0:
        return Press("show", seen, {}, showing)
    return Press("show", seen, {}, showing, "missing", (cast, possible))


def arriving(w: Workshop, step: Step, place: Place) -> tuple[Call, ...]:
    """What has to be there when the scene comes up: a poll is open as soon as the room is asked."""
    poll = poll_of(step, place) if place.part in SHOWN else None
    if poll is None or w.latest(*poll) is not None:
        return ()
    return (Call("rounds.open", {"kind": poll[0], "subjects": (poll[1],)}),)

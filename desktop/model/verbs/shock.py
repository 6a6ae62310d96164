"""Which shock the room goes through: chosen, drawn, or another one because the city has lived through it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from desktop.model import shocks
from desktop.model.change import Change, new, turned
from desktop.model.moment import Moment
from desktop.model.records import Note, Step
from desktop.model.refused import Refused
from desktop.model.text import note
from desktop.model.verbs.guards import may_change, the_step
from desktop.model.workshop import Workshop


def choose(w: Workshop, at: Moment, *, step: str, scenario: str) -> Change:
    """Tell this shock at this step.

    Raises:
        Refused: ``step.unknown``, ``shock.unknown``, ``final``.
        LookupError: the step is no shock.
    """
    may_change(w)
    before = _shock_step(w, step)
    if all(one.id != scenario for one in shocks.fitting(w)):
        raise Refused("shock.unknown")
    return Change("shock.choose", turned(before, replace(before, subject=scenario)), {"subject": scenario})


def draw(w: Workshop, at: Moment, *, step: str) -> Change:
    """Let chance choose among the shocks that suit what was asked; the one in hand is not drawn again.

    Raises:
        Refused: ``step.unknown``, ``shock.none_left``, ``final``.
        LookupError: the step is no shock.
    """
    may_change(w)
    before = _shock_step(w, step)
    scenario = _drawn(w, at, before)
    if scenario is None:
        raise Refused("shock.none_left")
    return Change("shock.draw", turned(before, replace(before, subject=scenario)), {"subject": scenario})


def lived(w: Workshop, at: Moment, *, step: str, text: str) -> Change:
    """The city has lived through the shock in hand: note it, and draw another in one step.

    ``text`` is how the note says it. With nothing left to draw the step is left without a shock.

    Raises:
        Refused: ``step.unknown``, ``shock.unknown`` while none is in hand, ``text.missing``, ``text.too_long``,
            ``final``.
        LookupError: the step is no shock.
    """
    may_change(w)
    before = _shock_step(w, step)
    told = shocks.of_step(w, before)
    if told is None:
        raise Refused("shock.unknown")
    words = note(text)
    if not words:
        raise Refused("text.missing", field="note")
    said = Note(at.new_id(), w.about.id, "lived", told.id, None, words, at.now)
    noted = w.with_change(Change("notes.write", new(said)))
    after = replace(before, subject=_drawn(noted, at, before))
    facts = {"subject": told.id, "instead": after.subject}
    return Change("shock.lived", (*new(said), *turned(before, after)), facts)


def _drawn(w: Workshop, at: Moment, step: Step) -> str | None:
    """One of those that may be drawn; chance is in the new id, so that a rehearsal draws the same every time."""
    among = shocks.to_draw(w, step)
    if not among:
        return None
    chance = int.from_bytes(sha256(at.new_id().encode()).digest()[:8])
    return among[chance % len(among)].id


def _shock_step(w: Workshop, id: str) -> Step:
    found = the_step(w, id)
    if found.kind != "shock":
        raise LookupError(f"a step of kind {found.kind} tells no shock")
    return found

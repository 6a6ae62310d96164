"""Names of participants. They live apart from everything else, so that a person can be erased."""

from __future__ import annotations

from desktop.model.change import Change, gone, turned
from desktop.model.moment import Moment
from desktop.model.records import Name
from desktop.model.text import line
from desktop.model.verbs.guards import may_change, the_participant
from desktop.model.workshop import Workshop


def name(w: Workshop, at: Moment, *, participant: str, name: str) -> Change:
    """Write a person's name, or take it away if it is empty. Not in the journal.

    Raises:
        Refused: ``seat.unknown``, ``text.too_long``, ``final``.
    """
    may_change(w)
    seat = the_participant(w, participant).seat
    words, before = line(name), w.names.get(participant)
    if words:
        return Change("people.name", turned(before, Name(participant, words)), {"seat": seat})
    return Change("people.name", gone(before) if before else (), {"seat": seat})


def erase(w: Workshop, at: Moment, *, participant: str) -> Change:
    """Forget a person's name, also after the workshop is final or sealed. Cannot be undone.

    Raises:
        Refused: ``seat.unknown``.
    """
    seat = the_participant(w, participant).seat
    before = w.names.get(participant)
    return Change("people.erase", gone(before) if before else (), {"seat": seat})

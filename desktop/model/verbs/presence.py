"""Who is in the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.model.ceilings import check_open
from desktop.model.change import Change, Row, new, turned
from desktop.model.moment import Moment
from desktop.model.records import Participant
from desktop.model.refused import Refused
from desktop.model.verbs.guards import may_change, the_participant
from desktop.model.verbs.seating import MOST_PEOPLE
from desktop.model.workshop import Workshop


def arrive(w: Workshop, at: Moment, *, participants: Sequence[str]) -> Change:
    """People come in. Once the parts are fixed, who was not seen before counts without a group.

    Raises:
        Refused: ``seat.unknown``, ``final``.
    """
    may_change(w)
    rows: list[Row] = []
    for one in (the_participant(w, id) for id in participants):
        rows += turned(one, _arrived(w, one))
    return Change("presence.arrive", tuple(rows), {"people": len(rows)})


def leave(w: Workshop, at: Moment, *, participants: Sequence[str]) -> Change:
    """People go. Their ballots stay.

    Raises:
        Refused: ``seat.unknown``; ``seat.absent`` for somebody who never came; ``count.above_present`` while
            an open round has more hands counted than would be left; ``final``.
    """
    may_change(w)
    rows: list[Row] = []
    for one in (the_participant(w, id) for id in participants):
        if one.state == "expected":
            raise Refused("seat.absent", seat=one.seat)
        rows += turned(one, replace(one, state="left"))
    left = Change("presence.leave", tuple(rows), {"people": len(rows)})
    check_open(w.with_change(left))
    return left


def count(w: Workshop, at: Moment, *, n: int) -> Change:
    """``n`` people are in the room.

    Up: who had left comes back, lowest seat first, then the lowest expected seats, else new ones. Down: the
    highest present seats without a ballot in an open round.

    Raises:
        Refused: ``people.too_few`` below 0, ``people.too_many``, ``ballots.in_use`` (too few seats without a
            ballot), ``count.above_present``, ``final``.
    """
    may_change(w)
    if n < 0:
        raise Refused("people.too_few", people=n)
    if n > MOST_PEOPLE:
        raise Refused("people.too_many", people=n, limit=MOST_PEOPLE)
    rows = _more(w, at, n - w.present) if n >= w.present else _fewer(w, w.present - n)
    counted = Change("presence.count", rows, {"people": n})
    check_open(w.with_change(counted))
    return counted


def change(w: Workshop, at: Moment, *, by: int) -> Change:
    """So many people more, or fewer: :func:`count` from what it is now, whatever the screen showed. Never below 0.

    Raises:
        Refused: what :func:`count` refuses.
    """
    return replace(count(w, at, n=max(0, w.present + by)), verb="presence.change")


def _more(w: Workshop, at: Moment, number: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    gone = [one for one in w.seats if one.state == "left"]
    expected = [one for one in w.seats if one.state == "expected"]
    for one in [*gone, *expected][:number]:
        rows += turned(one, _arrived(w, one))
    last = w.seats[-1].seat if w.seats else 0
    fresh = (
        Participant(at.new_id(), w.about.id, seat, state="present")
        for seat in range(last + 1, last + 1 + number - len(rows))
    )
    return (*rows, *new(*fresh))


def _fewer(w: Workshop, number: int) -> tuple[Row, ...]:
    voting = {
        participant
        for one in w.rounds.values()
        if one.state == "open"
        for participant in w.ballots_in(one.id)
    }
    free = [one for one in reversed(w.seats) if one.state == "present" and one.id not in voting]
    if len(free) < number:
        raise Refused("ballots.in_use", people=w.present - number, voting=w.present - len(free))
    rows: list[Row] = []
    for one in free[:number]:
        rows += turned(one, replace(one, state="left"))
    return tuple(rows)


def _arrived(w: Workshop, one: Participant) -> Participant:
    late = one.state == "expected" and w.about.parts is not None
    return replace(one, state="present", group=None if late else one.group)

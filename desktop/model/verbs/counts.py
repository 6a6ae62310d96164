"""Hands and dots, counted in the room: an open vote."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.ceilings import check
from desktop.model.change import Change, gone, turned
from desktop.model.kinds import answers
from desktop.model.moment import Moment
from desktop.model.records import Count, Way
from desktop.model.refused import Refused
from desktop.model.verbs.guards import may_change, open_round, the_group
from desktop.model.workshop import Workshop


def enter(
    w: Workshop,
    at: Moment,
    *,
    round: str,
    numbers: Sequence[int],
    cant_say: int = 0,
    group: str | None = None,
    way: Way = "hands",
) -> Change:
    """What was counted in the room, or in one group; it replaces the earlier count. Nothing counted: no row.

    ``numbers`` by place: levels lowest first, 0 no and 1 yes, pivots in framework order, actions by place.

    Raises:
        Refused: ``round.unknown``, ``round.not_open``, ``round.revealed``, ``group.unknown``,
            ``number.invalid`` (how many numbers), ``count.negative``, ``count.above_present``, ``final``.
    """
    may_change(w)
    found = open_round(w, round)
    if group is not None:
        the_group(w, group)
    places = answers(w, found.kind).places
    if len(numbers) != places:
        raise Refused("number.invalid", number=len(numbers), lowest=places, highest=places)
    if cant_say < 0 or any(number < 0 for number in numbers):
        raise Refused("count.negative", subject=found.subject)
    before = next((count for count in w.counts_in(round) if count.group == group), None)
    facts = {"kind": found.kind, "subject": found.subject, "number": found.number, "group": group}
    if not cant_say and not any(numbers):
        return Change("counts.enter", gone(before) if before else (), facts)
    id = before.id if before else at.new_id()
    count = Count(id, round, group, way, tuple(numbers), cant_say)
    change = Change("counts.enter", turned(before, count), facts)
    check(w.with_change(change), found)
    return change

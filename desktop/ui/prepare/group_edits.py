"""Single edits of the groups, each from the workshop as it stands when it is kept, not as it was last shown.

Edits can follow one another faster than the disk answers; an edit made from what the screen shows would then
take back the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.model.change import Change
from desktop.model.moment import Moment
from desktop.model.verbs import prepare
from desktop.model.verbs.seating import Expected, GroupRow
from desktop.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class SeatedGroup:
    """One group as the screen shows it: id, name, and the seats of its people."""

    id: str
    name: str
    seats: tuple[int, ...]


def seated_groups(w: Workshop) -> tuple[SeatedGroup, ...]:
    """The groups in their order, with the seats in each."""
    groups = sorted(w.groups.values(), key=lambda group: group.place)
    return tuple(
        SeatedGroup(group.id, group.name, tuple(one.seat for one in w.seats if one.group == group.id))
        for group in groups
    )


def add(w: Workshop, at: Moment, *, name: str) -> Change:
    """One more group, last. Raises what :func:`prepare.groups` refuses."""
    return prepare.groups(w, at, rows=(*_rows(w), GroupRow(name)))


def rename(w: Workshop, at: Moment, *, group: str, name: str) -> Change:
    """Another name for a group. Raises what :func:`prepare.groups` refuses."""
    return prepare.groups(
        w, at, rows=tuple(replace(one, name=name) if one.id == group else one for one in _rows(w))
    )


def remove(w: Workshop, at: Moment, *, group: str) -> Change:
    """One group fewer; its people stay. Raises what :func:`prepare.groups` refuses."""
    return prepare.groups(w, at, rows=tuple(one for one in _rows(w) if one.id != group))


def resize(w: Workshop, at: Moment, *, group: str, number: int) -> Change:
    """So many people in a group. Raises what :func:`prepare.people` refuses."""
    wanted = {one.id: len(one.seats) for one in seated_groups(w)} | {group: number}
    return prepare.people(w, at, rows=_seated(w, wanted))


def _rows(w: Workshop) -> tuple[GroupRow, ...]:
    return tuple(GroupRow(one.name, id=one.id) for one in seated_groups(w))


def _seated(w: Workshop, wanted: dict[str, int]) -> tuple[Expected, ...]:
    """Everyone in seat order, the groups filled from the first seat on; names and codes stay with their seats."""
    row_of = [id for id, number in wanted.items() for _ in range(number)]
    people = []
    for at, one in enumerate(w.seats):
        name = w.names[one.id].name if one.id in w.names else ""
        people.append(Expected(name, row_of[at] if at < len(row_of) else None, one.code))
    return tuple(people)

"""Who is expected: the seats of a workshop, planned at Prepare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.model.change import Row, gone, new, turned
from desktop.model.moment import Moment
from desktop.model.records import Group, Name, Participant
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.workshop import Workshop

MOST_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class Expected:
    """One person expected, in seat order. ``group`` is the id of a group; a name is optional."""

    name: str = ""
    group: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group in list order. ``parent`` is the name of another row of the list; ``id`` None: a new group."""

    name: str
    parent: str | None = None
    id: str | None = None


def checked_number(count: int) -> int:
    """A number of people a workshop can have, or ``people.too_few``, ``people.too_many``."""
    if count < 1:
        raise Refused("people.too_few", people=count)
    if count > MOST_PEOPLE:
        raise Refused("people.too_many", people=count, limit=MOST_PEOPLE)
    return count


def first_seats(at: Moment, workshop: str, people: Sequence[Expected]) -> tuple[Row, ...]:
    """Rows for the seats of a new workshop, from seat 1."""
    rows: list[Row] = []
    for seat, person in enumerate(people, 1):
        one = Participant(at.new_id(), workshop, seat, person.group, _code(person))
        rows += new(one) + _named(None, one.id, person.name)
    return tuple(rows)


def to_number(w: Workshop, at: Moment, count: int) -> tuple[Row, ...]:
    """Rows that make it ``count`` people expected or seen; the highest expected seats go first."""
    seats = w.seats
    if count >= len(seats):
        first = seats[-1].seat + 1 if seats else 1
        more = range(first, first + count - len(seats))
        return new(*(Participant(at.new_id(), w.about.id, seat) for seat in more))
    surplus = [one for one in reversed(seats) if one.state == "expected"][: len(seats) - count]
    if len(surplus) < len(seats) - count:
        raise Refused("people.in_room", people=len(seats) - len(surplus), wanted=count)
    return _leave_list(w, surplus)


def to_list(w: Workshop, at: Moment, people: Sequence[Expected]) -> tuple[Row, ...]:
    """Rows that make the seats follow a list: by seat order, each with its group, code and name."""
    rows: list[Row] = []
    seats = list(w.seats)
    for place, person in enumerate(people):
        if place < len(seats):
            before: Participant | None = seats[place]
            one = replace(seats[place], group=person.group, code=_code(person))
        else:
            before = None
            one = Participant(
                at.new_id(), w.about.id, _next_seat(seats, place, len(seats)), person.group, _code(person)
            )
        rows += turned(before, one) + _named(w.names.get(one.id), one.id, person.name)
    surplus = seats[len(people) :]
    if any(one.state != "expected" for one in surplus):
        raise Refused("people.in_room", people=len(seats), wanted=len(people))
    return (*rows, *_leave_list(w, surplus))


def group_rows(w: Workshop, at: Moment, wanted: Sequence[GroupRow]) -> tuple[Row, ...]:
    """Rows that make the groups follow a list; people and notes of a group that goes are without one.

    Raises:
        Refused: ``text.missing``, ``group.repeated``, ``group.unknown`` for a parent that is not in the list,
            ``group.in_use`` for a group that was counted by itself.
    """
    groups = named_groups(at, w.about.id, wanted)
    kept = {group.id for group in groups}
    old = [group for group in w.groups.values() if group.id not in kept]
    gone_ids = {group.id for group in old}
    if counted := gone_ids & {count.group for count in w.counts.values()}:
        raise Refused("group.in_use", name=next(one.name for one in old if one.id in counted))
    rows: list[Row] = []
    for group in groups:
        rows += turned(w.groups.get(group.id), group)
    for person in w.seats:
        rows += turned(person, replace(person, group=None)) if person.group in gone_ids else ()
    for note in w.notes.values():
        rows += turned(note, replace(note, group=None)) if note.group in gone_ids else ()
    children_first = sorted(old, key=lambda group: group.parent is None)
    return (*rows, *gone(*children_first))


def named_groups(at: Moment, workshop: str, wanted: Sequence[GroupRow]) -> tuple[Group, ...]:
    """The groups of a list, parents before their children."""
    names = [line(row.name) for row in wanted]
    if not all(names):
        raise Refused("text.missing", field="group")
    if len(set(names)) < len(names):
        raise Refused("group.repeated", name=next(name for name in names if names.count(name) > 1))
    ids = {name: row.id or at.new_id() for name, row in zip(names, wanted, strict=True)}
    groups = []
    for place, (name, row) in enumerate(zip(names, wanted, strict=True), 1):
        parent = line(row.parent) if row.parent else None
        if parent is not None and (parent == name or parent not in ids or _has_parent(wanted, parent)):
            raise Refused("group.unknown", name=parent)
        groups.append(Group(ids[name], workshop, name, ids[parent] if parent else None, place))
    return tuple(sorted(groups, key=lambda group: group.parent is not None))


def _has_parent(wanted: Sequence[GroupRow], name: str) -> bool:
    """Groups stand in two tiers at most."""
    return any(line(row.name) == name and row.parent for row in wanted)


def _leave_list(w: Workshop, people: Sequence[Participant]) -> tuple[Row, ...]:
    """Seats that go, their names before them."""
    voted = {participant for ballots in w.ballots.values() for participant in ballots}
    if any(one.id in voted for one in people):
        raise Refused("ballots.in_use", seats=tuple(one.seat for one in people if one.id in voted))
    return gone(*(w.names[one.id] for one in people if one.id in w.names), *people)


def _named(before: Name | None, participant: str, name: str) -> tuple[Row, ...]:
    name = line(name)
    if name:
        return turned(before, Name(participant, name))
    return gone(before) if before else ()


def _code(person: Expected) -> str | None:
    return line(person.code) if person.code else None


def _next_seat(seats: Sequence[Participant], place: int, known: int) -> int:
    """The seat of a person beyond those known: numbers go on after the last one."""
    return (seats[-1].seat if seats else 0) + place - known + 1

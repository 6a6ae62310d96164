"""One seat, one vote: ballots and counted hands together never exceed the people there.

A counted hand belongs to somebody present who has no ballot in that round. Who cast a ballot and then left
was there, and stays in the number of people of that round.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from desktop.model.kinds import Answers, answers
from desktop.model.records import Count, Participant, Round, RoundKind
from desktop.model.refused import Refused
from desktop.model.workshop import Workshop


def people_of(w: Workshop, round_id: str) -> int:
    """How many people a round had: those present and those who cast a ballot in it."""
    ballots = w.ballots_in(round_id)
    return sum(one.state == "present" or one.id in ballots for one in w.participants.values())


def check(w: Workshop, round: Round) -> None:
    """See that a round's counts fit the people without a ballot: in the room, and in each group counted.

    Raises:
        Refused: ``count.above_present``, with the subject, what was counted and how many could be.
    """
    counts = w.counts_in(round.id)
    if not counts:
        return
    ballots = w.ballots_in(round.id)
    free = [one for one in w.participants.values() if one.state == "present" and one.id not in ballots]
    _fit(w, round, counts, free, None)
    for count in counts:
        if count.group is not None:
            _fit(w, round, (count,), [one for one in free if one.group == count.group], count.group)


def check_open(w: Workshop) -> None:
    """The same for every round still open; for verbs that change who is present.

    Raises:
        Refused: ``count.above_present``.
    """
    for round in w.rounds.values():
        if round.state == "open":
            check(w, round)


def _fit(
    w: Workshop, round: Round, counts: tuple[Count, ...], free: list[Participant], group: str | None
) -> None:
    for counted, room in _limits(answers(w, round.kind), round.kind, counts, len(free)):
        if counted > room:
            raise Refused(
                "count.above_present", subject=round.subject, group=group, counted=counted, room=room
            )


def _limits(
    asked: Answers, kind: RoundKind, counts: tuple[Count, ...], free: int
) -> Iterator[tuple[int, int]]:
    """Pairs (counted, how many could be) for what was counted among ``free`` people."""
    cant_say = sum(count.cant_say for count in counts)
    given = sum(sum(count.numbers) for count in counts)
    if asked.choices is not None:
        yield given + cant_say, free
        return
    yield cant_say, free
    yield given, asked.each * (free - cant_say)
    if kind == "picks":
        # Nobody picks one action twice; dots may all stand on one pivot.
        for column in zip_longest(*(count.numbers for count in counts), fillvalue=0):
            yield sum(column), free - cant_say

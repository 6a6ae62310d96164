"""Ballots become counts: by part where the parts allow it, else for the whole room (method.md §8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.model.change import Row, turned
from desktop.model.kinds import answers
from desktop.model.measures.tally import FEWEST_SHOWN
from desktop.model.moment import Moment
from desktop.model.records import Ballot, Count, Round
from desktop.model.workshop import Workshop


def sealed_counts(w: Workshop, at: Moment, round: Round) -> tuple[Row, ...]:
    """Rows that hold what the ballots of a round said, added to what was counted in it by hand.

    A group is kept apart only if it is published alone and every part of this round has nobody or at least
    five people, so that nothing can be found by subtraction.
    """
    ballots = w.ballots_in(round.id)
    by_group: dict[str | None, list[Ballot]] = {}
    alone = _published_alone(w, ballots)
    for participant, ballot in ballots.items():
        group = w.participants[participant].group
        by_group.setdefault(group if group in alone else None, []).append(ballot)
    rows: list[Row] = []
    for group, said in sorted(by_group.items(), key=lambda pair: pair[0] or ""):
        before = next((count for count in w.counts_in(round.id) if count.group == group), None)
        numbers, cant_say = added_up(w, round, said)
        if before is None:
            after = Count(at.new_id(), round.id, group, "ballots", numbers, cant_say)
        else:
            both = _sums((before.numbers, numbers))
            after = replace(before, numbers=both, cant_say=before.cant_say + cant_say)
        rows += turned(before, after)
    return tuple(rows)


def added_up(w: Workshop, round: Round, ballots: Iterable[Ballot]) -> tuple[tuple[int, ...], int]:
    """Numbers by place, as in a count, and how many said *can't say*."""
    asked = answers(w, round.kind)
    numbers = [0] * asked.places
    cant_say = 0
    if asked.choices is not None:
        for choice, people in Counter(ballot.choice for ballot in ballots).items():
            if choice is None:
                cant_say = people
            else:
                numbers[asked.place_of(choice)] = people
        return tuple(numbers), cant_say
    places = point_places(w, round)
    for ballot in ballots:
        cant_say += ballot.points is None
        for subject, points in (ballot.points or {}).items():
            numbers[places[subject]] += points
    return tuple(numbers), cant_say


def point_places(w: Workshop, round: Round) -> dict[str, int]:
    """Where each action (picks) or pivot (dots) stands among the numbers of a count, from 0."""
    if round.kind == "dots":
        return {pivot.id: place for place, pivot in enumerate(w.pivots)}
    return {action.id: action.place - 1 for action in w.actions.values()}


def _published_alone(w: Workshop, ballots: Iterable[str]) -> set[str]:
    """Groups that are a part by themselves in a round where every part is empty or large enough."""
    parts = w.about.parts or ()
    groups = Counter(w.participants[participant].group for participant in ballots)
    sizes = [sum(groups[group] for group in part) for part in parts]
    rest = sum(groups.values()) - sum(sizes)
    if any(0 < size < FEWEST_SHOWN for size in (*sizes, rest)):
        return set()
    return {part[0] for part in parts if len(part) == 1}


def _sums(columns: Iterable[Sequence[int]]) -> tuple[int, ...]:
    lists = list(columns)
    widest = max(len(numbers) for numbers in lists)
    return tuple(sum(numbers[place] for numbers in lists if place < len(numbers)) for place in range(widest))

"""From rows to numbers: whatever way somebody voted, it counts, and a count that changed is counted anew."""

from __future__ import annotations

from fractions import Fraction

from desktop.model import levels
from desktop.model.measures.priority import Order
from desktop.model.measures.tally import RoomState
from desktop.model.verbs import actions, ballots, counts, decisions, presence, rounds, targets
from tests.model.make import Room, room


def dots(there: Room) -> str:
    (round,) = (row.record.id for row in there.do(rounds.open, kind="dots").rows)  # type: ignore[union-attr]
    return round


def order(there: Room) -> dict[tuple[str, str], Order]:
    return {(pair.first, pair.second): pair.order for pair in levels.firmness(there.w)}


def test_an_open_vote_is_counted_anew_when_people_come_in() -> None:
    there = room(10)
    (round,) = there.open("D1")
    there.vote(round, 1, 2, 2, 3, 3)
    assert levels.tally(there.w, round).state is RoomState.OK
    there.do(presence.count, n=11)
    assert levels.tally(there.w, round).present == 11
    assert levels.tally(there.w, round).state is RoomState.FEWER_THAN_HALF


def test_hands_are_among_the_votes_that_a_pivot_rests_on() -> None:
    there = room(12)
    (round,) = there.open("D1")
    there.do(counts.enter, round=round, numbers=[0, 3, 2, 0], cant_say=1)
    there.vote(round, 1, None)
    there.do(rounds.show, rounds=[round])
    (votes,) = levels.pivot_votes(there.w, "D")
    assert (tuple(votes.counted), dict(votes.ballots)) == ((0, 3, 2, 0), {there.seat(1): 1})


def test_an_order_by_voted_weights_hangs_on_who_gave_the_dots() -> None:
    there = room(6)
    for pivot, level in (("D", 1), ("I", 1.5)):
        there.do(decisions.agree, about="pivot", subject=pivot, level=level)
        there.do(targets.set, pivot=pivot, level=3)
    assert order(there) == {("D", "I"): Order.DECIDED}
    round = dots(there)
    for seat in range(1, 7):
        there.do(ballots.cast, round=round, participant=there.seat(seat), points={"D": 5, "I": 5})
    there.do(rounds.show, rounds=[round])
    assert order(there) == {("D", "I"): Order.FIRM}, "whoever is left out, the others weigh both alike"

    counted = room(6)
    for pivot, level in (("D", 1), ("I", 1.5)):
        counted.do(decisions.agree, about="pivot", subject=pivot, level=level)
        counted.do(targets.set, pivot=pivot, level=3)
    round = dots(counted)
    places = [pivot.id for pivot in counted.w.pivots]
    counted.do(counts.enter, round=round, numbers=[12 if key in "DI" else 0 for key in places], way="dots")
    counted.do(rounds.show, rounds=[round])
    assert order(counted) == {("D", "I"): Order.TOO_FEW}, "24 dots are two people's"


def test_a_projection_takes_the_whole_plan_by_wave() -> None:
    there = room(5)
    there.showing("D1", 1, 1, 1, 1, 1)
    there.do(targets.set, pivot="D", level=3)
    for wave, reached in (("later", 3), ("now", 2)):
        there.do(
            actions.write,
            pivot="D",
            title=wave,
            question="D1",
            from_level=reached - 1,
            to_level=reached,
            wave=wave,
        )
    later, now = there.w.plan
    assert levels.projection(there.w, "D").projected == 3
    assert levels.adds(there.w) == {now.id: Fraction(1), later.id: Fraction(1)}

"""Votes: open together, one seat one vote, closed before shown, and never more votes than people."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.model import levels
from desktop.model.refused import Refused
from desktop.model.verbs import actions, ballots, counts, prepare, presence, rounds, targets
from desktop.model.verbs.seating import Expected, GroupRow
from tests.model.make import NOW, Room, room


def refused(there: Room, code: str, verb: Any, **args: Any) -> Refused:
    before = there.w
    with pytest.raises(Refused) as refusal:
        there.do(verb, **args)
    assert refusal.value.code == code
    assert there.w is before
    return refusal.value


def test_all_questions_of_a_pivot_open_close_and_show_together() -> None:
    there = room(4, question_set="all")
    opened = there.open("D1", "D2", "D3")
    for round in opened:
        there.vote(round, 1, 2, None)
    there.do(rounds.close, round=opened[0])
    there.do(rounds.show, rounds=opened)
    assert {(one.state, one.present, one.number) for one in there.w.rounds.values()} == {("revealed", 4, 1)}
    held = levels.tally(there.w, opened[1])
    assert (held.counts, held.cant_say, held.present) == ((1, 1, 0, 0), 1, 4)


def test_opening_skips_nothing_silently() -> None:
    there = room(question_set="all")
    (round,) = there.open("D1")
    refused(there, "round.open_already", rounds.open, kind="level", subjects=["D2", "D1"])
    there.do(rounds.close, round=round)
    refused(there, "round.held", rounds.open, kind="level", subjects=["D2", "D1"])
    refused(there, "question.unknown", rounds.open, kind="level", subjects=["D9"])
    refused(there, "pivot.unknown", rounds.open, kind="target", subjects=["Z"])
    refused(there, "action.unknown", rounds.open, kind="impact", subjects=["none"])
    there.do(rounds.void, round=round)
    assert there.open("D1") != [round]
    assert there.w.latest("level", "D1").number == 2  # type: ignore[union-attr]


def test_the_life_of_a_round() -> None:
    there = room()
    (round,) = there.open("D1")
    refused(there, "round.not_closed", rounds.reveal, round=round)
    refused(there, "round.open_already", rounds.again, round=round)
    refused(there, "round.open_already", rounds.reopen, round=round)
    refused(there, "round.not_revealed", rounds.say, round=round, word="spread")
    there.do(rounds.uncover, rounds=[round])
    there.do(rounds.close, round=round)
    refused(there, "round.not_open", rounds.close, round=round)
    refused(there, "round.not_open", ballots.cast, round=round, participant=there.seat(1), choice=1)
    there.do(rounds.reopen, round=round)
    assert there.w.rounds[round].present is None
    there.do(rounds.close, round=round)
    uncovered = there.w.rounds[round].uncovered_at
    there.at_time("2027-03-01T09:05:00.000Z")
    there.do(rounds.uncover, rounds=[round])
    there.do(rounds.reveal, round=round)
    assert there.w.rounds[round].uncovered_at == uncovered == NOW
    for verb in (rounds.reveal, rounds.reopen, rounds.close):
        refused(there, "round.revealed", verb, round=round)
    refused(there, "round.revealed", rounds.show, rounds=[round])
    refused(there, "round.revealed", ballots.cast, round=round, participant=there.seat(1), choice=1)
    there.do(rounds.say, round=round, word="leaning")
    assert there.w.rounds[round].word == "leaning"
    there.do(rounds.again, round=round)
    assert [one.number for one in there.w.rounds_on("level", "D1")] == [1, 2]
    there.do(rounds.void, round=round)
    refused(there, "round.not_open", rounds.void, round=round)
    refused(there, "round.not_open", rounds.show, rounds=[round])
    for verb in (rounds.close, rounds.reopen, rounds.reveal, rounds.again, rounds.void):
        refused(there, "round.unknown", verb, round="none")
    for verb in (rounds.uncover, rounds.show):
        refused(there, "round.unknown", verb, rounds=["none"])


def test_totals_of_several_votes_are_uncovered_as_one_step() -> None:
    there = room()
    one, two = there.open("D1", "I1")
    change = there.do(rounds.uncover, rounds=[one, two])
    assert {id: there.w.rounds[id].uncovered_at for id in (one, two)} == {one: NOW, two: NOW}
    assert change.facts == {"subjects": ("D1", "I1")}
    assert not there.do(rounds.uncover, rounds=[two]).rows


def test_a_later_ballot_replaces_the_seats_earlier_one_whatever_the_way() -> None:
    there = room(2)
    (round,) = there.open("D1")
    seat = there.seat(1)
    cast = {"round": round, "participant": seat}
    there.do(ballots.cast, **cast, choice=1, method="phone", cid="a", seq=5)
    assert not there.do(ballots.cast, **cast, choice=2, method="phone", cid="a", seq=5).rows
    assert not there.do(ballots.cast, **cast, choice=2, method="phone", cid="a", seq=4).rows
    there.do(ballots.cast, **cast, choice=3, method="phone", cid="b", seq=1)
    there.do(ballots.cast, **cast, choice=None, method="paper")
    there.do(ballots.cast, **cast, choice=4, method="phone", cid="a", seq=6)
    assert [ballot.choice for ballot in there.w.ballots_in(round).values()] == [4]
    there.do(ballots.withdraw, **cast)
    assert not there.do(ballots.withdraw, **cast).rows
    assert not there.w.ballots_in(round)


def test_only_those_present_vote_and_only_on_the_scale() -> None:
    there = room(2, name="five-levels-from-0")
    (round,) = there.open("D1")
    there.do(presence.leave, participants=[there.seat(2)])
    assert refused(
        there, "seat.absent", ballots.cast, round=round, participant=there.seat(2), choice=1
    ).facts == {"seat": 2}
    refused(there, "seat.unknown", ballots.cast, round=round, participant="nobody", choice=1)
    refused(there, "round.unknown", ballots.cast, round="none", participant=there.seat(1), choice=1)
    found = refused(there, "level.off_scale", ballots.cast, round=round, participant=there.seat(1), choice=5)
    assert (found.facts["lowest"], found.facts["highest"]) == (0, 4)
    there.do(ballots.cast, round=round, participant=there.seat(1), choice=0)


def test_a_slip_is_kept_whole_or_not_at_all() -> None:
    there = room(3)
    one, two = there.open("D1", "I1")
    refused(there, "level.off_scale", ballots.slip, participant=there.seat(1), answers={one: 2, two: 5})
    there.do(ballots.slip, participant=there.seat(1), answers={one: 2, two: None})
    assert [there.w.ballots_in(id)[there.seat(1)].choice for id in (one, two)] == [2, None]
    there.do(counts.enter, round=one, numbers=[2, 0, 0, 0])
    refused(there, "count.above_present", ballots.slip, participant=there.seat(2), answers={two: 1, one: 1})


def test_hands_and_ballots_never_exceed_the_room() -> None:
    there = room(5)
    (round,) = there.open("D1")
    there.vote(round, 1, 2)
    found = refused(there, "count.above_present", counts.enter, round=round, numbers=[1, 1, 1, 0], cant_say=1)
    assert (found.facts["counted"], found.facts["room"]) == (4, 3)
    there.do(counts.enter, round=round, numbers=[1, 1, 0, 0], cant_say=1)
    refused(there, "count.above_present", ballots.cast, round=round, participant=there.seat(3), choice=1)
    there.do(ballots.cast, round=round, participant=there.seat(1), choice=4)
    refused(there, "count.above_present", presence.leave, participants=[there.seat(5)])
    refused(there, "count.above_present", presence.count, n=4)
    there.do(rounds.show, rounds=[round])
    held = levels.tally(there.w, round)
    assert (held.counts, held.cant_say, held.present) == ((1, 2, 0, 1), 1, 5)


def test_a_count_is_corrected_emptied_and_checked() -> None:
    there = room(5)
    (round,) = there.open("D1")
    there.do(counts.enter, round=round, numbers=[5, 0, 0, 0])
    there.do(counts.enter, round=round, numbers=[0, 4, 0, 0], way="dots")
    assert [(count.numbers, count.way) for count in there.w.counts_in(round)] == [((0, 4, 0, 0), "dots")]
    refused(there, "number.invalid", counts.enter, round=round, numbers=[1, 2, 3])
    refused(there, "count.negative", counts.enter, round=round, numbers=[1, -1, 0, 0])
    refused(there, "count.negative", counts.enter, round=round, numbers=[1, 0, 0, 0], cant_say=-1)
    refused(there, "group.unknown", counts.enter, round=round, numbers=[1, 0, 0, 0], group="none")
    there.do(counts.enter, round=round, numbers=[0, 0, 0, 0])
    assert not there.w.counts
    there.do(rounds.close, round=round)
    refused(there, "round.not_open", counts.enter, round=round, numbers=[1, 0, 0, 0])


def test_a_group_is_counted_within_itself() -> None:
    there = room(6, groups=[GroupRow("Care"), GroupRow("Works")])
    care, works = there.w.groups
    there.do(prepare.people, rows=[Expected(group=care)] * 2 + [Expected(group=works)] * 4)
    (round,) = there.open("D1")
    refused(there, "count.above_present", counts.enter, round=round, numbers=[3, 0, 0, 0], group=care)
    there.do(counts.enter, round=round, numbers=[2, 0, 0, 0], group=care)
    there.do(counts.enter, round=round, numbers=[0, 4, 0, 0], group=works)
    refused(there, "count.above_present", counts.enter, round=round, numbers=[1, 0, 0, 0])
    there.do(counts.enter, round=round, numbers=[0, 3, 0, 0], group=works)
    refused(there, "count.above_present", ballots.cast, round=round, participant=there.seat(1), choice=1)
    there.do(ballots.cast, round=round, participant=there.seat(6), choice=1)


def test_who_voted_and_left_was_there() -> None:
    there = room(5)
    (round,) = there.open("D1")
    there.vote(round, 1, 2, 3, 4, 4)
    there.do(presence.leave, participants=[there.seat(5)])
    there.do(rounds.close, round=round)
    assert there.w.rounds[round].present == 5


def test_picks_and_dots() -> None:
    there = room(6)
    for title in "abcd":
        there.do(actions.write, pivot="D", title=title)
    a, b, c, d = there.w.actions
    (picks,) = (row.record.id for row in there.do(rounds.open, kind="picks").rows)  # type: ignore[union-attr]
    (dots,) = (row.record.id for row in there.do(rounds.open, kind="dots").rows)  # type: ignore[union-attr]
    pick = {"round": picks, "participant": there.seat(1)}
    refused(there, "picks.too_many", ballots.cast, **pick, points={a: 1, b: 1, c: 1, d: 1})
    refused(there, "number.invalid", ballots.cast, **pick, points={a: 2})
    refused(there, "action.unknown", ballots.cast, **pick, points={"none": 1})
    there.do(ballots.cast, **pick, points={a: 1, b: 1, c: 0})
    dot = {"round": dots, "participant": there.seat(1)}
    refused(there, "dots.too_many", ballots.cast, **dot, points={"D": 8, "I": 3})
    refused(there, "number.invalid", ballots.cast, **dot, points={"D": -1})
    refused(there, "pivot.unknown", ballots.cast, **dot, points={"Z": 1})
    there.do(ballots.cast, **dot, points={"D": 10})
    refused(there, "count.above_present", counts.enter, round=picks, numbers=[6, 0, 0, 0])
    refused(there, "count.above_present", counts.enter, round=picks, numbers=[5, 5, 5, 1])
    there.do(counts.enter, round=picks, numbers=[5, 0, 4, 5])
    refused(there, "count.above_present", counts.enter, round=dots, numbers=[51, 0, 0, 0, 0, 0, 0])
    there.do(counts.enter, round=dots, numbers=[0, 50, 0, 0, 0, 0, 0])
    assert levels.points(there.w, picks) == {a: 6, b: 1, c: 4, d: 5}
    assert levels.points(there.w, dots) == {"D": 60}


def test_yes_or_no_is_counted_no_first() -> None:
    there = room(5)
    (round,) = (row.record.id for row in there.do(rounds.open, kind="stand_behind").rows)  # type: ignore[union-attr]
    there.do(counts.enter, round=round, numbers=[1, 3])
    there.do(ballots.cast, round=round, participant=there.seat(1), choice=1)
    refused(there, "level.off_scale", ballots.cast, round=round, participant=there.seat(1), choice=2)
    refused(there, "number.invalid", ballots.cast, round=round, participant=there.seat(1), points={"D": 1})
    assert levels.tally(there.w, round).counts == (1, 4)


def test_weights_from_dots_leave_out_the_extremes() -> None:
    there = room(6)
    (dots,) = (row.record.id for row in there.do(rounds.open, kind="dots").rows)  # type: ignore[union-attr]
    for seat in range(1, 6):
        there.do(ballots.cast, round=dots, participant=there.seat(seat), points={"D": 5, "I": 5})
    there.do(ballots.cast, round=dots, participant=there.seat(6), points={"M": 10})
    refused(there, "round.not_closed", targets.weigh, round=dots)
    there.do(rounds.void, round=dots)
    refused(there, "round.not_closed", targets.weigh, round=dots)
    there.undo()
    there.do(rounds.close, round=dots)
    there.do(targets.weigh, round=dots)
    weights = {one.subject: one.value for one in there.w.weights.values()}
    assert weights["D"] == weights["I"] > 0
    assert weights["M"] == 0

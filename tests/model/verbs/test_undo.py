"""Taking steps back: what people did stays, what a step wrote goes, and nothing else moves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.model import builtin, ceilings
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.refused import Refused
from desktop.model.verbs import (
    actions,
    agenda,
    ballots,
    barriers,
    commit,
    counts,
    decisions,
    notes,
    papers,
    people,
    prepare,
    presence,
    rounds,
    sessions,
    targets,
    waves,
)
from desktop.model.verbs.seating import Expected, GroupRow
from desktop.model.workshop import Workshop
from desktop.words.catalogue import ENGLISH
from desktop.words.refusals import refusal
from tests.model.make import Room, framework, room


def test_a_reveal_taken_back_stays_closed_and_seen() -> None:
    there = room(5)
    (round,) = there.open("D1")
    there.vote(round, 1, 2, 3)
    there.do(rounds.show, rounds=[round])
    there.undo()
    taken = there.w.rounds[round]
    assert (taken.state, taken.revealed_at, taken.seen_at, taken.present) == ("closed", None, there.at.now, 5)
    with pytest.raises(Refused, match=r"round.revealed"):
        there.do(rounds.reopen, round=round)
    there.redo()
    assert there.w.rounds[round].state == "revealed"
    assert there.w.rounds[round].seen_at == there.at.now


def test_a_vote_that_has_ballots_stays_open() -> None:
    there = room(8)
    one, two = there.open("D1", "I1")
    there.vote(one, 3, 3, 2)
    there.vote(two, 1, 1, 1, 1, 1, 1)
    with pytest.raises(Refused, match=r"round.has_ballots") as no:
        there.undo()
    assert no.value.facts == {"ballots": 6}, "a ballot is a seat's paper, however many questions it answers"
    assert refusal(ENGLISH, no.value) == "6 ballots are keyed; the vote stays open."
    assert {there.w.rounds[id].state for id in (one, two)} == {"open"}
    for id in (one, two):
        for seat in tuple(there.w.ballots_in(id)):
            there.do(ballots.withdraw, round=id, participant=seat)
    there.undo()
    assert not there.w.rounds, "without answers an opening is taken back"
    there.redo()
    assert {there.w.rounds[id].state for id in (one, two)} == {"open"}


def test_a_vote_with_hands_counted_stays_open() -> None:
    there = room(8)
    (one,) = there.open("D1")
    there.do(counts.enter, round=one, numbers=[0, 5, 2, 0], cant_say=1)
    there.undo()
    there.redo()
    there.done.pop()
    with pytest.raises(Refused, match=r"round.has_ballots") as no:
        there.undo()
    assert refusal(ENGLISH, no.value) == "8 counted already; the vote stays open."
    assert there.w.rounds[one].state == "open"


def test_skipping_is_taken_back_unless_the_day_moved_on() -> None:
    there = room()
    step = there.w.agenda[2]
    there.do(agenda.skip, step=step.id)
    there.undo()
    assert there.w.steps[step.id] == step
    there.redo()
    there.do(agenda.go, step=step.id)
    with pytest.raises(Refused, match=r"undo.moved_on"):
        there.undo()
    assert there.w.steps[step.id].state == "planned"


def test_a_step_that_was_begun_is_not_taken_off_the_agenda() -> None:
    there = room()
    there.do(agenda.add, kind="talk", place=1, title="Mayor")
    there.do(agenda.go, step=there.w.agenda[0].id)
    with pytest.raises(Refused, match=r"undo.moved_on"):
        there.undo()


def test_what_the_day_wrote_since_stays() -> None:
    there = room()
    step = there.w.agenda[0]
    there.do(prepare.describe, title="Other")
    there.do(agenda.resize, step=step.id, minutes=33)
    there.do(agenda.go, step=step.id)
    there.undo()
    there.undo()
    assert there.w.about.title != "Other"
    assert there.w.about.state == "running"
    assert there.w.steps[step.id].minutes == step.minutes
    assert there.w.steps[step.id].started_at is not None


def test_somebody_who_voted_is_not_taken_back() -> None:
    there = room(3)
    (round,) = there.open("D1")
    there.do(presence.count, n=4)
    there.do(ballots.cast, round=round, participant=there.seat(4), choice=2)
    with pytest.raises(Refused, match=r"ballots.in_use"):
        there.undo()


def test_a_larger_count_does_not_come_back_over_ballots() -> None:
    there = room(5)
    (round,) = there.open("D1")
    there.do(counts.enter, round=round, numbers=[5, 0, 0, 0])
    there.do(counts.enter, round=round, numbers=[3, 0, 0, 0])
    there.vote(round, 4)
    with pytest.raises(Refused, match=r"count.above_present"):
        there.undo()


def test_the_seal_holds() -> None:
    there = room(5)
    there.do(actions.write, pivot="D", title="x")
    action = next(iter(there.w.actions))
    there.do(sessions.start)
    there.do(sessions.end)
    there.do(papers.finalise, name="City manager")
    there.undo()
    assert (there.w.about.state, there.w.about.final_by) == ("draft", None)
    there.redo()
    there.do(papers.seal)
    there.do(actions.edit, action=action, progress=10)
    there.undo()
    assert there.w.actions[action].progress == 0
    with pytest.raises(Refused, match=r"sealed"):
        there.undo()


# ---- through the clerk: rows reach the tables in an order they accept ---------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    clerk = Clerk.start(tmp_path / "library.sqlite", inline=True)
    made = framework()
    id = clerk.create(
        made,
        lambda at: prepare.create(
            at,
            made,
            city="Aldersund",
            date="2027-03-01",
            people=3,
            template=builtin.agendas()["ninety-minutes"],
        ),
    ).result()
    yield clerk.open(id).result()
    clerk.close()


def test_names_go_with_the_people_taken_back(desk: Desk) -> None:
    desk.do(presence.count, n=5).result()
    newest = desk.workshop.seats[-1].id
    desk.do(people.name, participant=newest, name="Ada").result()
    desk.do(actions.write, pivot="D", title="x").result()
    desk.do(actions.person, action=next(iter(desk.workshop.actions)), name="Bo").result()
    desk.undo().result()
    desk.undo().result()
    assert (len(desk.workshop.seats), desk.workshop.present) == (3, 0)
    assert not desk.workshop.names
    assert not desk.workshop.people_of_actions
    desk.redo().result()
    assert desk.workshop.present == 5


def test_a_list_with_names_is_taken_back(desk: Desk) -> None:
    desk.do(prepare.people, rows=[Expected(name) for name in ("Ada", "Bo", "Cy", "Di")]).result()
    desk.undo().result()
    assert len(desk.workshop.seats) == 3


def test_groups_come_and_go_whatever_the_order_of_their_rows(desk: Desk) -> None:
    desk.do(prepare.groups, rows=[GroupRow("Care", parent="City"), GroupRow("City")]).result()
    team = desk.workshop.groups
    care = next(id for id, group in team.items() if group.name == "Care")
    desk.do(prepare.people, rows=[Expected("Ada", group=care)] * 3).result()
    desk.do(prepare.groups, rows=[]).result()
    assert not desk.workshop.groups
    desk.undo().result()
    assert desk.workshop.groups == team
    desk.do(prepare.people, count=1).result()
    for _ in range(3):
        desk.undo().result()
    assert not desk.workshop.groups


def test_quick_edits_of_one_field_are_one_step_with_all_its_rows(desk: Desk) -> None:
    for date in ("2027-04-01", "2027-04-02"):
        desk.do(prepare.describe, city="Bodø", date=date).result()
    desk.do(prepare.describe, city="Bergen").result()
    assert len(desk.history.done) == 1
    desk.undo().result()
    assert (desk.workshop.about.city, desk.workshop.about.date) == ("Aldersund", "2027-03-01")
    assert [session.day for session in desk.workshop.sessions.values()] == ["2027-03-01"]


def test_an_edit_turned_back_within_the_minute_leaves_no_step(desk: Desk) -> None:
    desk.do(notes.write, kind="parking", text="before").result()
    desk.do(prepare.describe, city="Bodø").result()
    desk.do(presence.count, n=3).result()
    desk.do(prepare.describe, city="Bergen").result()
    desk.do(prepare.describe, city="Bodø").result()
    assert [step.verb for step in desk.history.done] == ["notes.write", "prepare.describe", "presence.count"]
    for _ in range(3):
        desk.undo().result()
    assert (desk.workshop.about.city, desk.workshop.present, len(desk.workshop.notes)) == ("Aldersund", 0, 0)


def test_a_weight_given_and_taken_away_within_the_minute_leaves_no_step(desk: Desk) -> None:
    desk.do(targets.set, pivot="D", level=3).result()
    desk.do(prepare.weigh, subject="D", value=2).result()
    desk.do(prepare.weigh, subject="D", value=None).result()
    assert not desk.workshop.weights
    desk.undo().result()
    assert not desk.workshop.targets


def test_a_step_done_again_is_no_longer_being_edited(desk: Desk) -> None:
    desk.do(prepare.describe, city="Bodø").result()
    desk.undo().result()
    desk.redo().result()
    desk.do(prepare.describe, city="Aldersund").result()
    desk.undo().result()
    assert desk.workshop.about.city == "Bodø"
    desk.undo().result()
    assert desk.workshop.about.city == "Aldersund"


def test_an_edit_on_either_side_of_the_start_is_not_one_step(desk: Desk) -> None:
    desk.do(prepare.describe, city="Bodø").result()
    desk.do(agenda.go, step=desk.workshop.agenda[0].id).result()
    desk.do(prepare.describe, city="Bergen").result()
    desk.undo().result()
    desk.undo().result()
    assert (desk.workshop.about.city, desk.workshop.about.state) == ("Aldersund", "running")


# ---- any day whatever ---------------------------------------------------------------------------------------

NUMBERS = st.integers(0, 6)


def _round(w: Workshop, number: int) -> str:
    return sorted(w.rounds)[number % len(w.rounds)] if w.rounds else "none"


def _of(keys: Any, number: int) -> str:
    ordered = sorted(keys)
    return ordered[number % len(ordered)] if ordered else "none"


Doing = Callable[[Room, int, int], Any]
STEPS: dict[str, Doing] = {
    "open": lambda r, a, b: r.do(
        rounds.open, kind="level", subjects=["IDTEWCM"[a] + "1", "IDTEWCM"[b] + "1"]
    ),
    "picks": lambda r, a, b: r.do(rounds.open, kind="picks"),
    "close": lambda r, a, b: r.do(rounds.close, round=_round(r.w, a)),
    "show": lambda r, a, b: r.do(rounds.show, rounds=[_round(r.w, a), _round(r.w, b)]),
    "reopen": lambda r, a, b: r.do(rounds.reopen, round=_round(r.w, a)),
    "again": lambda r, a, b: r.do(rounds.again, round=_round(r.w, a)),
    "void": lambda r, a, b: r.do(rounds.void, round=_round(r.w, a)),
    "cast": lambda r, a, b: r.do(
        ballots.cast, round=_round(r.w, a), participant=_of(r.w.participants, b), choice=1 + a % 4
    ),
    "withdraw vote": lambda r, a, b: r.do(
        ballots.withdraw, round=_round(r.w, a), participant=_of(r.w.participants, b)
    ),
    "slip": lambda r, a, b: r.do(
        ballots.slip,
        participant=_of(r.w.participants, b),
        answers={
            id: 1 + a % 4 for id, one in r.w.rounds.items() if one.state == "open" and one.kind == "level"
        },
    ),
    "enter": lambda r, a, b: r.do(
        counts.enter, round=_round(r.w, a), numbers=[b, a % 2, 0, 0], cant_say=b % 2
    ),
    "enter picks": lambda r, a, b: r.do(
        counts.enter, round=_round(r.w, a), numbers=[b] * len(r.w.actions), cant_say=0
    ),
    "count": lambda r, a, b: r.do(presence.count, n=a + b),
    "arrive": lambda r, a, b: r.do(presence.arrive, participants=[_of(r.w.participants, a)]),
    "leave": lambda r, a, b: r.do(presence.leave, participants=[_of(r.w.participants, a)]),
    "name": lambda r, a, b: r.do(people.name, participant=_of(r.w.participants, a), name="Ada"),
    "people": lambda r, a, b: r.do(prepare.people, count=a + b),
    "agree": lambda r, a, b: r.do(decisions.agree, about="pivot", subject="IDTEWCM"[a], level=1 + b / 2),
    "withdraw": lambda r, a, b: r.do(decisions.withdraw, about="pivot", subject="IDTEWCM"[a]),
    "target": lambda r, a, b: r.do(targets.set, pivot="IDTEWCM"[a], level=1 + b / 2),
    "note": lambda r, a, b: r.do(notes.write, kind="quote", text=str(b), subject="IDTEWCM"[a]),
    "unnote": lambda r, a, b: r.do(notes.remove, id=_of(r.w.notes, a)),
    "barriers": lambda r, a, b: r.do(barriers.pick, pivot="D", barriers=["money", "time", "rules"][a % 4 :]),
    "write": lambda r, a, b: r.do(actions.write, pivot="IDTEWCM"[a], title=str(b), wave="now"),
    "place": lambda r, a, b: r.do(
        actions.place, action=_of(r.w.actions, a), wave=["now", "next", None][b % 3]
    ),
    "need": lambda r, a, b: r.do(actions.need, action=_of(r.w.actions, a), on=[_of(r.w.actions, b)]),
    "drop": lambda r, a, b: r.do(actions.drop, action=_of(r.w.actions, a)),
    "wave": lambda r, a, b: r.do(waves.plan, wave="now", until=f"2027-0{a + 1}-15"),
    "keeper": lambda r, a, b: r.do(commit.keeper, post=str(a)),
    "go": lambda r, a, b: r.do(agenda.go, step=_of(r.w.steps, a), spent_seconds=b),
    "skip": lambda r, a, b: r.do(agenda.skip, step=_of(r.w.steps, a)),
    "move": lambda r, a, b: r.do(agenda.move, step=_of(r.w.steps, a), place=b + 1),
    "add": lambda r, a, b: r.do(agenda.add, kind="break", place=a + 1),
    "remove": lambda r, a, b: r.do(agenda.remove, step=_of(r.w.steps, a)),
    "undo": lambda r, a, b: r.undo() if r.done else None,
    "redo": lambda r, a, b: r.redo() if r.undone else None,
}
DAYS = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), NUMBERS, NUMBERS), max_size=40)
VOTING = (
    "again", "arrive", "cast", "close", "count", "enter", "leave", "open", "redo", "reopen", "show", "slip", "undo",
    "void", "withdraw vote",
)  # fmt: skip
VOTES = st.lists(st.tuples(st.sampled_from(VOTING), NUMBERS, NUMBERS), min_size=4, max_size=30)
APART = {"go", "name", "cast", "withdraw vote", "slip", "undo", "redo"}


def walk(there: Room, name: str, a: int, b: int) -> bool:
    """Do a step unless the rules refuse it."""
    with suppress(Refused):
        STEPS[name](there, a, b)
        return True
    return False


@settings(max_examples=120, deadline=None)
@given(VOTES)
def test_never_more_votes_than_people(day: list[tuple[str, int, int]]) -> None:
    there = room(4)
    there.open("I1")
    for name, a, b in day:
        walk(there, name, a, b)
        for held in there.w.rounds.values():
            if held.kind != "level" or held.state == "void":
                continue
            counted = sum(sum(one.numbers) + one.cant_say for one in there.w.counts_in(held.id))
            people = ceilings.people_of(there.w, held.id) if held.state == "open" else held.present
            assert people is not None
            assert len(there.w.ballots_in(held.id)) + counted <= people


@settings(max_examples=150, deadline=None)
@given(DAYS, st.sampled_from(sorted(set(STEPS) - APART)), NUMBERS, NUMBERS)
def test_a_step_taken_back_leaves_everything_as_it_was(
    day: list[tuple[str, int, int]], name: str, a: int, b: int
) -> None:
    there = room(4)
    for step in day:
        walk(there, *step)
    before, steps = there.w, len(there.done)
    if not walk(there, name, a, b) or len(there.done) == steps:
        return
    after = there.w
    there.undo()
    assert settled(there.w) == settled(before)
    there.redo()
    assert settled(there.w) == settled(after)


def settled(w: Workshop) -> Workshop:
    """The workshop without what undo may leave in a round: a result that was seen stays seen and closed."""
    rounds_now = {
        id: replace(one, seen_at=None, state="open", closed_at=None, present=None)
        if one.seen_at is not None and one.state in ("open", "closed")
        else replace(one, seen_at=None)
        for id, one in w.rounds.items()
    }
    return replace(w, rounds=rounds_now, ballots={id: held for id, held in w.ballots.items() if held})

"""Where the day leads: the same presses for console and rehearsal, in any order of pivots, whatever is missing."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from desktop.model import builtin, timing, walk
from desktop.model.change import Change, turned
from desktop.model.verbs import actions, agenda, counts, decisions, prepare, presence, rounds, targets
from desktop.model.verbs.named import named
from desktop.model.walk import Place, Press
from desktop.words.catalogue import ENGLISH
from desktop.words.pressing import asked_first
from tests.model.make import Room, room


@pytest.fixture
def day() -> Room:
    made = room(people=12)
    made.do(presence.arrive, participants=tuple(one.id for one in made.w.seats))
    return made


def press(day: Room, found: Press) -> None:
    for call in found.calls:
        day.do(named(call.verb), **call.args)


def test_the_walk_begins_at_the_first_step_and_ends_after_the_last(day: Room) -> None:
    seen = []
    for _ in range(200):
        place = walk.here(day.w)
        seen.append((day.w.steps[place.step].kind, place.part))
        found = walk.ahead(day.w, place)
        if found.place is None:
            break
        press(day, found)
    assert seen[0] == ("welcome", "title")
    assert seen[-1] == ("commit", "city")
    assert [kind for kind, part in seen if part == "story"] == ["pivot"] * len(day.w.pivots)
    assert found.label == "end"


def test_every_place_leads_back_to_the_one_before(day: Room) -> None:
    for step in day.w.agenda:
        if step.kind in walk.PASSED_OVER:
            continue
        places = list(walk.places(day.w, step))
        for before, place in itertools.pairwise(places):
            found = walk.back(day.w, place)
            assert found is not None
            assert found.place == before
            assert all(call.verb == "agenda.go" for call in found.calls), "going back takes nothing back"


def test_a_vote_is_closed_and_shown_as_one_step_and_says_what_is_missing(day: Room) -> None:
    step = next(one for one in day.w.agenda if one.kind == "pivot")
    day.do(agenda.go, step=step.id, part="story")
    press(day, walk.ahead(day.w, walk.here(day.w)))
    place = walk.here(day.w)
    assert place.part == "vote"
    found = walk.ahead(day.w, place)
    while found.label == "vote":
        press(day, found)
        found = walk.ahead(day.w, walk.here(day.w))
    asked = len(day.w.questions_of(step.subject or ""))
    assert found.missing == (0, 12 * asked)
    assert [call.verb for call in found.calls] == ["rounds.show", "agenda.go"]


def test_without_missing_answers_the_story_leads_to_the_results(day: Room) -> None:
    step = next(one for one in day.w.agenda if one.kind == "pivot")
    subjects = tuple(one.id for one in day.w.questions_of(step.subject or ""))
    day.do(rounds.open, kind="level", subjects=subjects)
    for subject in subjects:
        for seat in day.w.seats:
            held = day.w.latest("level", subject)
            assert held is not None
            day.do(named("ballots.cast"), round=held.id, participant=seat.id, choice=2)
    found = walk.ahead(day.w, Place(step.id, "story"))
    assert found.place == Place(step.id, "results")
    assert found.missing is None


def test_nobody_counted_asks_before_everybody_is() -> None:
    day = room(people=28, present=False)
    place = walk.here(day.w)
    assert day.w.steps[place.step].kind == "welcome"
    found = walk.ahead(day.w, place)
    assert found.asks == "nobody"
    assert asked_first(ENGLISH, day.w, found) == "Nobody is counted yet. Press again if all 28 are here."
    press(day, found)
    assert day.w.present == 28
    assert walk.ahead(day.w, place).asks == ""


def test_a_vote_of_nobody_is_not_complete() -> None:
    day = room(people=12, present=False)
    step = next(one for one in day.w.agenda if one.kind == "pivot")
    subjects = tuple(one.id for one in day.w.questions_of(step.subject or ""))
    day.do(rounds.open, kind="level", subjects=subjects)
    assert walk.ahead(day.w, Place(step.id, "story")).place == Place(step.id, "vote", subjects[0])
    found = walk.ahead(day.w, Place(step.id, "vote", subjects[-1]))
    assert (found.asks, found.missing) == ("missing", (0, 0))
    assert "Nobody is counted as here" in asked_first(ENGLISH, day.w, found)


def test_results_taken_back_can_be_shown_again(day: Room) -> None:
    step = next(one for one in day.w.agenda if one.kind == "pivot")
    asked = day.w.questions_of(step.subject or "")
    day.do(rounds.open, kind="level", subjects=[one.id for one in asked])
    for question in asked:
        held = day.w.latest("level", question.id)
        assert held is not None
        day.vote(held.id, *[2] * 11)
    press(day, walk.ahead(day.w, Place(step.id, "vote", asked[-1].id)))
    assert walk.here(day.w).part == "results"
    day.undo()
    assert walk.here(day.w) == Place(step.id, "vote", asked[0].id)
    found = walk.ahead(day.w, walk.here(day.w))
    assert (found.label, found.asks) == ("results", ""), "it is closed already: nothing is missing"
    press(day, found)
    assert walk.here(day.w).part == "results"


def test_a_pivot_without_a_question_is_passed_over_and_its_minutes_are_kept_in_hand(day: Room) -> None:
    template = builtin.agendas()["ninety-minutes"]
    day.do(agenda.use, template=template)
    first, second = [one for one in day.w.agenda if one.kind == "pivot"][:2]
    slack = next(one for one in day.w.agenda if one.kind == "slack")
    before = timing.day_time(day.w, 9 * 60, 0.0)
    day.do(prepare.leave_out, questions=[one.id for one in day.w.questions_of(first.subject or "")])
    after = timing.day_time(day.w, 9 * 60, 0.0)
    assert first.id not in after.steps
    assert after.ends == before.ends
    assert after.steps[slack.id].minutes == slack.minutes + first.minutes
    assert after.steps[second.id].begins == before.steps[first.id].begins
    place = walk.here(day.w)
    seen = []
    while place is not None:
        seen.append(place.step)
        found = walk.ahead(day.w, place)
        press(day, found)
        place = found.place  # type: ignore[assignment]
    assert first.id not in seen
    assert second.id in seen


def test_going_to_a_pivot_without_a_question_makes_it_a_step_again(day: Room) -> None:
    first = next(one for one in day.w.agenda if one.kind == "pivot")
    day.do(prepare.leave_out, questions=[one.id for one in day.w.questions_of(first.subject or "")])
    press(day, walk.to_step(day.w, first))
    assert not day.w.asks_nothing(day.w.steps[first.id])
    assert first.id in timing.day_time(day.w, 9 * 60, 0.0).steps


def test_more_equal_gaps_than_are_worked_on_are_all_named_and_asked_about(day: Room) -> None:
    pivots = [one.id for one in day.w.pivots]
    for pivot in pivots[:5]:
        day.do(decisions.agree, about="pivot", subject=pivot, level=2.0)
        day.do(targets.set, pivot=pivot, level=4.0 if pivot == pivots[4] else 3.0)
    step = next(one for one in day.w.agenda if one.kind == "where_to")
    assert walk.largest_gaps(day.w) == (pivots[4], *pivots[:4])
    assert walk.gaps_worked_on(day.w) == (pivots[4], *pivots[:2])
    found = walk.ahead(day.w, Place(step.id, "gaps"))
    assert found.asks == "equal"
    assert asked_first(ENGLISH, day.w, found).startswith("Four gaps are equal. Ask the room which come first")
    for pivot in pivots[2:4]:
        day.do(targets.prefer, pivot=pivot)
    assert walk.ahead(day.w, Place(step.id, "gaps")).asks == ""
    assert walk.largest_gaps(day.w) == walk.gaps_worked_on(day.w) == (pivots[4], *pivots[2:4])


def test_picks_nobody_counted_are_asked_about(day: Room) -> None:
    pivot = next(one for one in day.w.pivots if day.w.questions_of(one.id))
    question = day.w.questions_of(pivot.id)[0].id
    day.do(decisions.agree, about="question", subject=question, level=1.0)
    day.do(decisions.agree, about="pivot", subject=pivot.id, level=1.0)
    day.do(targets.set, pivot=pivot.id, level=4.0)
    day.do(actions.write, pivot=pivot.id, title="Ours")
    offered = replace(next(iter(day.w.actions.values())), status="offered", number=None)
    day.w = day.w.with_change(Change("test", turned(next(iter(day.w.actions.values())), offered)))
    day.do(rounds.open, kind="picks")
    step = next(one for one in day.w.agenda if one.kind == "actions")
    found = walk.ahead(day.w, Place(step.id, "picks"))
    assert found.asks == "no_picks"
    held = day.w.latest("picks", "")
    assert held is not None
    day.do(counts.enter, round=held.id, numbers=[4])
    assert walk.ahead(day.w, Place(step.id, "picks")).asks == ""


def test_a_step_left_out_is_passed_over(day: Room) -> None:
    steps = [one for one in day.w.agenda if one.kind not in walk.PASSED_OVER]
    day.do(agenda.skip, step=steps[1].id)
    found = walk.to_next_step(day.w, day.w.steps[steps[0].id])
    assert found.place is not None
    assert found.place.step == steps[2].id


def test_agree_without_questions_still_asks_for_a_level(day: Room) -> None:
    step = next(one for one in day.w.agenda if one.kind == "pivot")
    found = walk.ahead(day.w, Place(step.id, "agree"))
    assert found.agrees
    assert found.place == Place(step.id, "lit")

"""Where the day leads: the same presses for console and rehearsal, in any order of pivots, whatever is missing."""

from __future__ import annotations

import itertools

import pytest

from desktop.model import walk
from desktop.model.verbs import agenda, presence, rounds
from desktop.model.verbs.named import named
from desktop.model.walk import Place, Press
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

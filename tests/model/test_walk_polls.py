"""The walk through warm-up and shock: what opens, what is shown, what is chosen, what is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.model import polls, shocks, walk
from desktop.model.records import Step
from desktop.model.refused import Refused
from desktop.model.verbs import agenda, ballots, counts, decisions, notes, rounds, shock
from desktop.model.verbs.named import named
from desktop.model.walk import Place, Press
from tests.model.make import Room, room


@pytest.fixture
def day() -> Room:
    found = room(12, name="seven-pivots")
    found.do(agenda.add, kind="warm_up", place=2)
    found.do(agenda.add, kind="shock", place=len(found.w.agenda) - 2)
    found.done.clear()
    return found


def step_of(day: Room, kind: str) -> Step:
    return next(one for one in day.w.agenda if one.kind == kind)


def press(day: Room, found: Press) -> None:
    for call in found.calls:
        day.do(named(call.verb), **call.args)


def walked(day: Room, kind: str) -> list[tuple[str, str | None]]:
    """Press Next from the start of a step to its end, the places stood at."""
    press(day, walk.to_step(day.w, step_of(day, kind)))
    seen = []
    while day.w.steps[walk.here(day.w).step].kind == kind:
        place = walk.here(day.w)
        seen.append((place.part, place.subject))
        press(day, walk.ahead(day.w, place))
    return seen


def test_a_warm_up_counts_the_line_of_phases_and_tells_the_stages(day: Room) -> None:
    assert walked(day, "warm_up") == [
        ("phases", None), ("phases_shown", None),
        ("stages", "1"), ("stages", "2"), ("stages", "3"), ("stages", "4"),
    ]  # fmt: skip
    held = day.w.latest("phase", "")
    assert held is not None
    assert held.state == "revealed"


def test_a_shock_is_walked_by_next_alone(day: Room) -> None:
    assert walked(day, "shock") == [
        ("exercise", None), ("lived", None), ("beat", "1"), ("beat", "2"), ("beat", "3"),
        ("fails", None), ("fails_shown", None), ("debrief", "1"), ("debrief", "2"), ("debrief", "3"),
    ]  # fmt: skip
    drawn = shocks.of_step(day.w, step_of(day, "shock"))
    assert drawn is not None
    assert day.w.latest_revealed("fails_first", drawn.id) is not None


def test_a_poll_is_open_when_the_room_is_asked_and_says_who_is_missing(day: Room) -> None:
    press(day, walk.to_step(day.w, step_of(day, "warm_up")))
    held = day.w.latest("phase", "")
    assert held is not None
    assert held.state == "open"
    day.do(counts.enter, round=held.id, numbers=(1, 5, 2, 1, 0, 0, 0), cant_say=1)
    found = walk.ahead(day.w, walk.here(day.w))
    assert (found.label, found.asks, found.missing) == ("show", "missing", (10, 12))
    day.do(counts.enter, round=held.id, numbers=(1, 5, 4, 1, 0, 0, 0), cant_say=1)
    assert walk.ahead(day.w, walk.here(day.w)).asks == ""


def test_a_result_taken_back_can_be_shown_again(day: Room) -> None:
    press(day, walk.to_step(day.w, step_of(day, "warm_up")))
    held = day.w.latest("phase", "")
    assert held is not None
    day.do(counts.enter, round=held.id, numbers=(6, 6, 0, 0, 0, 0, 0))
    press(day, walk.ahead(day.w, walk.here(day.w)))
    assert polls.phases(day.w) is not None
    day.undo()
    assert polls.phases(day.w) is None
    found = walk.ahead(day.w, walk.here(day.w))
    assert (found.label, found.place, found.asks) == ("results", walk.here(day.w), "")
    press(day, found)
    assert polls.phases(day.w) is not None


def test_a_shock_is_chosen_and_taken_back(day: Room) -> None:
    step = step_of(day, "shock")
    day.do(shock.choose, step=step.id, scenario="flood")
    assert step_of(day, "shock").subject == "flood"
    assert walk.ahead(day.w, Place(step.id, "exercise")).place == Place(step.id, "lived")
    day.undo()
    assert step_of(day, "shock").subject is None
    with pytest.raises(Refused, match=r"shock.unknown"):
        day.do(shock.choose, step=step.id, scenario="alien landing")
    with pytest.raises(LookupError):
        day.do(shock.choose, step=step_of(day, "warm_up").id, scenario="flood")


def test_what_the_city_has_lived_through_is_noted_and_never_drawn_again(day: Room) -> None:
    step = step_of(day, "shock")
    seen = []
    day.do(shock.draw, step=step.id)
    while (told := step_of(day, "shock").subject) is not None:
        seen.append(told)
        day.do(shock.lived, step=step.id, text="Last winter.")
    assert sorted(seen) == sorted(one.id for one in shocks.fitting(day.w))
    assert shocks.lived(day.w) == set(seen)
    with pytest.raises(Refused, match=r"shock.none_left"):
        day.do(shock.draw, step=step.id)
    assert walk.ahead(day.w, Place(step.id, "exercise")).label != "draw"
    day.undo()
    assert step_of(day, "shock").subject == seen[-1]
    assert len(shocks.lived(day.w)) == 7


def test_shocks_are_suggested_that_test_what_was_talked_about(day: Room) -> None:
    assert shocks.suggested(day.w) == shocks.fitting(day.w)
    for pivot in ("I", "E", "M"):
        day.do(decisions.agree, about="pivot", subject=pivot, level=2.0)
    assert [one.id for one in shocks.suggested(day.w)] == ["data-centre", "supplier-fails"]
    day.do(shock.draw, step=step_of(day, "shock").id)
    first = step_of(day, "shock").subject
    day.do(shock.draw, step=step_of(day, "shock").id)
    assert {first, step_of(day, "shock").subject} == {"data-centre", "supplier-fails"}


def test_questions_of_another_kind_have_no_shock_and_time_for_one() -> None:
    there = room(12)
    there.do(agenda.add, kind="shock", place=2)
    step = step_of(there, "shock")
    assert [place.part for place in walk.places(there.w, step)] == ["pause"]
    assert walk.ahead(there.w, Place(step.id, "pause")).place is not None


def test_a_framework_without_phases_tells_only_the_stages(day: Room) -> None:
    w = replace(day.w, framework=replace(day.w.framework, phases=()))
    parts = [place.part for place in walk.places(w, step_of(day, "warm_up"))]
    assert parts == ["stages"] * 4


def fails(day: Room, numbers: tuple[int, ...], cant_say: int = 0) -> str:
    (held,) = day.do(rounds.open, kind="fails_first", subjects=["flood"]).rows
    day.do(counts.enter, round=held.record.id, numbers=numbers, cant_say=cant_say)  # type: ignore[union-attr]
    return held.record.id  # type: ignore[union-attr]


def test_what_fails_first_adds_slips_and_hands_and_finds_stress_gaps(day: Room) -> None:
    places = [pivot.id for pivot in day.w.pivots]
    for pivot, level in zip(places, (3.0, 3.0, 2.0, 4.0, 1.0, 2.0, 2.0), strict=True):
        day.do(decisions.agree, about="pivot", subject=pivot, level=level)
    held = fails(day, (1, 5, 2, 0, 1, 0, 0, 0), cant_say=1)
    for seat in (11, 12):
        day.do(ballots.cast, round=held, participant=day.seat(seat), choice=1)
    assert polls.fails_first(day.w, "flood") is None
    before = day.w.decisions
    day.do(rounds.show, rounds=[held])
    found = polls.fails_first(day.w, "flood")
    assert found is not None
    assert [found.named[pivot] for pivot in places] == [7, 2, 0, 1, 0, 0, 0]
    assert (found.nothing, found.cant_say, found.cast) == (1, 1, 12)
    assert (found.most, found.stress) == ((places[0],), (places[0],))
    assert day.w.decisions == before


def test_fewer_than_five_answers_are_not_shown(day: Room) -> None:
    held = fails(day, (0, 3, 1, 0, 0, 0, 0, 0))
    day.do(rounds.show, rounds=[held])
    assert polls.fails_first(day.w, "flood") is None


def test_debrief_notes_are_about_the_shock(day: Room) -> None:
    day.do(notes.write, kind="debrief", subject="flood", text="Two maps, two warnings.")
    assert shocks.lived(day.w) == frozenset()

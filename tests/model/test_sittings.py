"""A workshop over several days: its sittings, the time each of them has, and what moves with them."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from desktop.model import builtin
from desktop.model.agenda import AgendaTemplate, read_agenda
from desktop.model.faults import Faults
from desktop.model.nights import after_a_night, before_a_night
from desktop.model.records import Session
from desktop.model.timing import day_time
from desktop.model.verbs import agenda, prepare, sessions
from desktop.model.workshop import Workshop
from tests.model.make import Room, room

TWO = builtin.agendas()["two-half-days"]
HALF = builtin.agendas()["half-day"]


def over_two_days() -> Room:
    there = room(name=builtin.FRAMEWORK)
    there.do(agenda.use, template=TWO)
    return there


def sittings(w: Workshop) -> list[Session]:
    return sorted(w.sessions.values(), key=lambda one: one.day)


def minutes(w: Workshop) -> list[int]:
    return [sum(step.minutes for step in w.agenda if step.session == one.id) for one in sittings(w)]


def read(**changes: object) -> AgendaTemplate:
    content = json.loads(resources.files("resources").joinpath("agendas", "two-half-days.json").read_bytes())
    content.update(changes)
    return read_agenda(json.dumps(content), builtin.framework(), builtin.script().moments)


@pytest.mark.parametrize("template", builtin.agendas().values(), ids=lambda one: one.id)
@pytest.mark.parametrize("ways", [["paper", "hands"], ["hands"], ["dots"], ["phone"]])
def test_every_day_ends_when_its_template_says_however_the_room_votes(
    template: AgendaTemplate, ways: list[str]
) -> None:
    planned = template.plan(builtin.framework(), ways)

    for sitting, whole in enumerate(template.sittings):
        assert sum(step.minutes for step in planned if step.template.sitting == sitting) == whole
    assert [step.subject for step in planned if step.kind == "pivot"] == list("IDTEWCM")
    assert all(builtin.script().lines(step.template.moment) for step in planned)


def test_without_paper_the_pivots_take_the_time_that_keying_would_have() -> None:
    def of_a_pivot(way: str) -> set[int]:
        return {step.minutes for step in HALF.plan(builtin.framework(), [way]) if step.kind == "pivot"}

    assert (of_a_pivot("paper"), of_a_pivot("phone")) == ({12}, {15})


def test_two_days_are_two_sittings_on_days_that_follow() -> None:
    there = over_two_days()

    assert [one.day for one in sittings(there.w)] == ["2027-03-01", "2027-03-02"]
    assert minutes(there.w) == [180, 180]
    assert there.w.about.question_set == "standard"

    there.do(prepare.describe, date="2027-05-10", start_minute=13 * 60)
    assert [(one.day, one.start_minute) for one in sittings(there.w)] == [
        ("2027-05-10", 780),
        ("2027-05-11", 780),
    ]

    there.do(agenda.use, template=HALF)
    assert [one.day for one in sittings(there.w)] == ["2027-05-10"]
    there.undo()
    assert minutes(there.w) == [180, 180]


def test_a_new_date_leaves_the_sitting_that_was_held() -> None:
    there = over_two_days()
    there.do(agenda.go, step=there.w.agenda[0].id)
    there.do(prepare.describe, date="2027-03-08")
    assert [one.day for one in sittings(there.w)] == ["2027-03-01", "2027-03-09"]


def test_the_questions_follow_the_agenda_until_something_was_voted_on() -> None:
    there = room(name=builtin.FRAMEWORK)
    assert there.w.about.question_set == "quick"
    there.do(agenda.use, template=HALF)
    assert there.w.about.question_set == "standard"
    there.showing("I4", *[2] * 12)
    there.do(agenda.use, template=builtin.agendas()["ninety-minutes"])
    assert there.w.about.question_set == "standard"


def test_a_step_moved_over_the_night_belongs_to_the_other_day() -> None:
    there = over_two_days()
    first, second = sittings(there.w)
    last = [step for step in there.w.agenda if step.session == first.id][-1]
    there.do(agenda.move, step=last.id, place=last.place + 1)
    assert there.w.steps[last.id].session == second.id
    there.do(agenda.move, step=last.id, place=2)
    assert there.w.steps[last.id].session == first.id
    there.do(agenda.add, kind="break", place=len(there.w.steps) + 1)
    assert there.w.agenda[-1].session == second.id
    assert [step.place for step in there.w.agenda] == list(range(1, len(there.w.steps) + 1))


def test_the_second_day_has_times_of_its_own() -> None:
    there = over_two_days()
    second = sittings(there.w)[1]
    back = next(step for step in there.w.agenda if step.session == second.id)
    assert day_time(there.w, 8 * 60, 0).steps[back.id].begins == 9 * 60

    there.do(agenda.go, step=back.id)
    times = day_time(there.w, 9 * 60 + 4, 4 * 60)
    assert (times.late, times.ends) == (0, 12 * 60)
    assert times.steps[there.w.agenda[0].id].begins == 9 * 60


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"sittings": [{"minutes": 170}, {"minutes": 190}]}, ["agenda.sum", "agenda.sum"]),
        ({"sittings": [{"minutes": 180}]}, ["agenda.no_sitting", "agenda.sum", "agenda.sum"]),
        ({"sittings": [{}, {"minutes": 180}]}, ["agenda.sum", "agenda.sum", "key.missing"]),
    ],
)
def test_days_that_do_not_add_up_are_refused(changes: dict[str, object], codes: list[str]) -> None:
    with pytest.raises(Faults) as found:
        read(**changes)
    assert sorted(fault.code for fault in found.value.faults) == codes


def test_going_on_to_the_second_day_ends_the_first() -> None:
    there = over_two_days()
    first, second = (one.id for one in sittings(there.w))
    there.do(agenda.go, step=there.w.agenda[0].id)
    back = next(step for step in there.w.agenda if step.session == second)
    there.do(agenda.go, step=back.id)
    assert there.w.sessions[first].ended_at is not None
    assert there.w.sessions[second].ended_at is None

    there.do(sessions.end)
    assert there.w.sessions[second].ended_at is not None
    assert there.w.about.state == "draft"


def test_the_last_talk_closes_the_day_and_the_next_one_welcomes_back() -> None:
    w = over_two_days().w
    closing = [step.title for step in w.agenda if step.kind == "talk" and before_a_night(w, step)]
    back = [step.title for step in w.agenda if step.kind == "welcome" and after_a_night(w, step)]
    assert (closing, back) == (["What we ask before day 2"], ["Day 2: welcome back"])
    one_day = room(name=builtin.FRAMEWORK).w
    assert not any(before_a_night(one_day, step) or after_a_night(one_day, step) for step in one_day.agenda)

"""At the desk: a workshop comes into being, and its choices hold once people voted."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.model import builtin
from desktop.model.change import Change
from desktop.model.records import About, Group, Name, Participant, Session, Step
from desktop.model.refused import Refused
from desktop.model.verbs import (
    agenda,
    ballots,
    counts,
    groups,
    notes,
    people,
    prepare,
    presence,
    rounds,
)
from desktop.model.verbs.seating import Expected, GroupRow
from tests.model.make import framework, moments, room


def created(**fields: Any) -> Change:
    return prepare.create(
        moments(),
        framework(),
        **({"city": "Aldersund", "date": "2027-03-01", "template": template()} | fields),
    )


def template() -> Any:
    return builtin.agendas()["ninety-minutes"]


def test_four_fields_make_a_whole_workshop() -> None:
    change = created(people=14)
    kinds = [type(row.record) for row in change.rows]
    assert kinds[:2] == [About, Session]
    assert kinds.count(Participant) == 14
    about = next(change.after(About))
    assert (about.city, about.state, about.question_set) == ("Aldersund", "preparing", "quick")
    steps = list(change.after(Step))
    assert [step.place for step in steps] == list(range(1, len(steps) + 1))
    assert [step.subject for step in steps if step.kind == "pivot"] == ["I", "D", "T", "E", "W", "C", "M"]
    assert sum(step.minutes for step in steps) == template().minutes


def test_groups_and_names_come_with_the_list() -> None:
    change = created(
        people=[Expected("Ada", "Care"), Expected("", "Works")], groups=[GroupRow("Care"), GroupRow("Works")]
    )
    teams = {group.name: group.id for group in change.after(Group)}
    assert [one.group for one in change.after(Participant)] == [teams["Care"], teams["Works"]]
    assert [one.name for one in change.after(Name)] == ["Ada"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"city": " \x00 "}, "city.missing"),
        ({"date": "1 March"}, "date.invalid"),
        ({"date": "2027-02-29"}, "date.invalid"),
        ({"people": 0}, "people.too_few"),
        ({"people": 1001}, "people.too_many"),
        ({"question_set": "huge"}, "set.unknown"),
        ({"city": "x" * 301}, "text.too_long"),
        ({"start_minute": 1440}, "number.invalid"),
        ({"people": [Expected(group="Nobody")]}, "group.unknown"),
        ({"groups": [GroupRow("A"), GroupRow("A")]}, "group.repeated"),
        ({"groups": [GroupRow("A", parent="B")]}, "group.unknown"),
        ({"groups": [GroupRow("")]}, "text.missing"),
    ],
)
def test_what_a_workshop_cannot_be(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=f"^{code}$"):
        created(**fields)


def test_describing_cleans_text_and_moves_the_session() -> None:
    there = room(present=False)
    there.do(prepare.describe, city="=Ald\u202eersund\n<b>", date="2027-04-02", organisation="")
    assert there.w.about.city == "=Aldersund <b>"
    assert there.w.about.organisation is None
    assert [session.day for session in there.w.sessions.values()] == ["2027-04-02"]
    with pytest.raises(TypeError):
        there.do(prepare.describe, state="final")
    with pytest.raises(Refused, match=r"text.missing"):
        there.do(prepare.describe, title=" ")


def test_people_by_number_and_by_list() -> None:
    there = room(5, present=False)
    there.do(prepare.people, count=7)
    assert [one.seat for one in there.w.seats] == list(range(1, 8))
    there.do(prepare.people, rows=[Expected("Ada", code="A7"), Expected("Bo"), Expected()])
    assert [one.code for one in there.w.seats] == ["A7", None, None]
    assert sorted(one.name for one in there.w.names.values()) == ["Ada", "Bo"]
    there.do(prepare.people, count=1)
    assert [one.name for one in there.w.names.values()] == ["Ada"]


def test_nobody_who_came_is_taken_off_the_list() -> None:
    there = room(5)
    for args in ({"count": 3}, {"rows": [Expected()] * 4}):
        with pytest.raises(Refused, match=r"people.in_room"):
            there.do(prepare.people, **args)
    with pytest.raises(Refused, match=r"people.too_few"):
        there.do(prepare.people, count=0)


def test_groups_are_fixed_at_the_first_ballot() -> None:
    there = room(6)
    there.do(prepare.groups, rows=[GroupRow("City"), GroupRow("Care", parent="City"), GroupRow("Works")])
    care = next(group for group in there.w.groups.values() if group.name == "Care")
    there.do(prepare.people, rows=[Expected(group=care.id)] * 6)
    (round,) = there.open("D1")
    there.vote(round, 2)
    with pytest.raises(Refused, match=r"groups.fixed"):
        there.do(prepare.groups, rows=[])
    with pytest.raises(Refused, match=r"groups.fixed"):
        there.do(prepare.people, rows=[Expected()] * 6)
    there.do(prepare.people, rows=[Expected("Ada", care.id)] * 6)


def test_a_group_that_goes_leaves_its_people() -> None:
    there = room(
        2,
        present=False,
        groups=[GroupRow("Care")],
    )
    care = next(iter(there.w.groups))
    there.do(prepare.people, rows=[Expected(group=care)] * 2)
    there.do(prepare.groups, rows=[])
    assert {one.group for one in there.w.seats} == {None}
    there.undo()
    assert {one.group for one in there.w.seats} == {care}


def test_a_group_that_goes_leaves_its_notes() -> None:
    there = room(2, groups=[GroupRow("Care"), GroupRow("Works")])
    care = next(group.id for group in there.w.groups.values() if group.name == "Care")
    there.do(notes.write, kind="parking", text="Who pays?", group=care)
    there.do(prepare.groups, rows=[GroupRow("Works")])
    assert [(one.text, one.group) for one in there.w.notes.values()] == [("Who pays?", None)]
    there.undo()
    assert [one.group for one in there.w.notes.values()] == [care]


def test_a_group_that_a_vote_set_aside_counted_stays() -> None:
    there = room(6, groups=[GroupRow("Care")])
    (care,) = there.w.groups
    there.do(prepare.people, rows=[Expected(group=care)] * 6)
    (round,) = there.open("D1")
    there.do(counts.enter, round=round, numbers=[1, 0, 0, 0], group=care)
    there.do(rounds.void, round=round)
    with pytest.raises(Refused, match=r"group.in_use") as refusal:
        there.do(prepare.groups, rows=[])
    assert refusal.value.facts == {"name": "Care"}
    there.do(prepare.groups, rows=[GroupRow("Care homes", id=care)])


def test_weights() -> None:
    there = room()
    there.do(prepare.weigh, subject="D", value=0)
    there.do(prepare.weigh, subject="D1", value=2.5)
    assert {one.subject: one.value for one in there.w.weights.values()} == {"D": 0.0, "D1": 2.5}
    there.do(prepare.weigh, subject="D1", value=None)
    assert {one.subject for one in there.w.weights.values()} == {"D"}
    with pytest.raises(Refused, match=r"weight.negative"):
        there.do(prepare.weigh, subject="D", value=-1)
    with pytest.raises(Refused, match=r"pivot.unknown"):
        there.do(prepare.weigh, subject="Z", value=1)
    for pivot in "ITEWC":
        there.do(prepare.weigh, subject=pivot, value=0)
    with pytest.raises(Refused, match=r"weights.all_zero"):
        there.do(prepare.weigh, subject="M", value=0)


def test_the_set_can_change_until_a_question_it_lacks_was_voted_on() -> None:
    there = room(question_set="all")
    there.do(prepare.leave_out, questions=["D3", "I1"])
    assert [one.id for one in there.w.questions_of("D")] == ["D1", "D2"]
    there.do(prepare.choose_set, id="quick")
    assert there.w.about.questions_out == ("I1",)
    there.do(prepare.choose_set, id="all")
    there.open("D2")
    with pytest.raises(Refused, match=r"set.in_use"):
        there.do(prepare.choose_set, id="quick")
    with pytest.raises(Refused, match=r"question.in_use"):
        there.do(prepare.leave_out, questions=["D2"])
    with pytest.raises(Refused, match=r"question.unknown"):
        there.do(prepare.leave_out, questions=["D9"])
    with pytest.raises(Refused, match=r"set.unknown"):
        there.do(prepare.choose_set, id="huge")
    with pytest.raises(Refused, match=r"question.unknown"):
        there.open("I1")


def test_names_live_apart_and_can_be_erased() -> None:
    there = room(2)
    change = there.do(people.name, participant=there.seat(1), name=" Ada\u0007 \ud800")
    assert there.w.names[there.seat(1)].name == "Ada \ufffd"
    assert "Ada" not in str(change.facts)
    there.do(people.erase, participant=there.seat(1))
    there.do(people.erase, participant=there.seat(1))
    assert not there.w.names
    with pytest.raises(Refused, match=r"seat.unknown"):
        there.do(people.name, participant="nobody", name="Ada")


def test_who_comes_late_takes_a_free_seat() -> None:
    there = room(3, present=False, groups=[GroupRow("Care")])
    care = next(iter(there.w.groups))
    there.do(prepare.people, rows=[Expected(group=care)] * 3)
    there.do(presence.arrive, participants=[there.seat(2)])
    there.do(groups.fix_parts, parts=[[care]])
    there.do(presence.count, n=4)
    assert [(one.seat, one.state, one.group) for one in there.w.seats] == [
        (1, "present", None), (2, "present", care), (3, "present", None), (4, "present", None),
    ]  # fmt: skip


def test_the_highest_seat_without_a_ballot_goes_first() -> None:
    there = room(4)
    (round,) = there.open("D1")
    there.do(ballots.cast, round=round, participant=there.seat(4), choice=1)
    there.do(presence.count, n=2)
    assert [one.seat for one in there.w.seats if one.state == "present"] == [1, 4]
    with pytest.raises(Refused, match=r"ballots.in_use"):
        there.do(presence.count, n=0)
    with pytest.raises(Refused, match=r"people.too_few"):
        there.do(presence.count, n=-1)
    with pytest.raises(Refused, match=r"people.too_many"):
        there.do(presence.count, n=1001)
    there.do(presence.leave, participants=[there.seat(4)])
    with pytest.raises(Refused, match=r"seat.unknown"):
        there.do(presence.arrive, participants=["nobody"])


def test_one_more_and_one_fewer_count_from_what_it_is() -> None:
    there = room(3, present=False)
    for by, present in ((-1, 0), (1, 1), (1, 2), (2, 4), (-3, 1), (-2, 0)):
        there.do(presence.change, by=by)
        assert there.w.present == present
    assert len(there.w.seats) == 4
    there.undo()
    assert there.w.present == 1


def test_who_never_came_cannot_leave() -> None:
    there = room(4, present=False)
    with pytest.raises(Refused, match=r"seat.absent"):
        there.do(presence.leave, participants=[there.seat(1)])


def test_parts_can_only_be_merged() -> None:
    there = room(4, groups=[GroupRow("Care"), GroupRow("Works"), GroupRow("Finance")])
    care, works, finance = there.w.groups
    there.do(groups.fix_parts, parts=[[care], [works], [finance]])
    there.do(groups.fix_parts, parts=[[care], [works, finance]])
    for parts, code in (
        ([[care], [works], [finance]], "groups.fixed"),
        ([[care, care], [works, finance]], "group.repeated"),
        ([["nobody"]], "group.unknown"),
    ):
        with pytest.raises(Refused, match=code):
            there.do(groups.fix_parts, parts=parts)
    assert there.w.about.parts == ((care,), (works, finance))


def test_the_agenda_bends() -> None:
    there = room()
    first, second = there.w.agenda[:2]
    there.do(agenda.resize, step=first.id, minutes=17)
    there.do(agenda.move, step=first.id, place=2)
    assert [one.id for one in there.w.agenda[:2]] == [second.id, first.id]
    there.do(agenda.add, kind="break", place=1, title="Tea")
    there.do(agenda.add, kind="pivot", place=2, subject="D", minutes=5)
    assert [one.place for one in there.w.agenda] == list(range(1, len(there.w.steps) + 1))
    assert [one.title or one.subject for one in there.w.agenda[:2]] == ["Tea", "D"]
    there.do(agenda.remove, step=there.w.agenda[0].id)
    there.do(agenda.skip, step=there.w.agenda[0].id)
    assert [(one.place, one.state) for one in there.w.agenda[:2]] == [(1, "skipped"), (2, "planned")]
    for verb, args, code in (
        (agenda.resize, {"step": first.id, "minutes": 0}, "number.invalid"),
        (agenda.resize, {"step": "none", "minutes": 5}, "step.unknown"),
        (agenda.move, {"step": first.id, "place": 99}, "number.invalid"),
        (agenda.add, {"kind": "break", "place": 99}, "number.invalid"),
        (agenda.add, {"kind": "pivot", "place": 1}, "pivot.unknown"),
    ):
        with pytest.raises(Refused, match=code):
            there.do(verb, **args)


def test_walking_through_the_day() -> None:
    there = room()
    one, two, three = there.w.agenda[:3]
    there.do(agenda.go, step=one.id, part="title")
    assert there.w.about.state == "running"
    assert next(iter(there.w.sessions.values())).started_at == there.at.now
    there.do(agenda.go, step=one.id, part="rules", spent_seconds=30)
    there.do(agenda.go, step=two.id, spent_seconds=40)
    there.do(agenda.skip, step=three.id)
    there.do(agenda.go, step=three.id, spent_seconds=5)
    there.do(agenda.go, step=two.id, spent_seconds=7)
    states = [(step.state, step.spent_seconds, step.started_at is not None) for step in there.w.agenda[:3]]
    assert states == [("done", 70, True), ("done", 5, True), ("planned", 7, True)]
    assert there.w.position is not None
    assert there.w.position.step == two.id
    with pytest.raises(Refused, match=r"agenda.begun"):
        there.do(agenda.use, template=template())
    with pytest.raises(Refused, match=r"agenda.begun"):
        there.do(agenda.remove, step=one.id)
    with pytest.raises(Refused, match=r"step.unknown"):
        there.do(agenda.go, step="none")


def test_another_agenda_until_the_day_begins() -> None:
    there = room()
    before = there.w
    there.do(agenda.use, template=template(), start_minute=600)
    assert set(there.w.steps).isdisjoint(before.steps)
    assert next(iter(there.w.sessions.values())).start_minute == 600
    there.undo()
    assert there.w == before

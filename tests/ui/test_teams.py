"""Edits of the groups that follow one another faster than they are shown: none takes back another."""

from __future__ import annotations

import pytest

from desktop.model.clerk import Clerk
from desktop.model.refused import Refused
from desktop.model.verbs.seating import Expected
from desktop.ui.prepare import teams
from tests.ui.finding import Keep


def test_edits_in_a_row_all_hold(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep(people=28)).result(20)
    told = [desk.do(teams.add, name=name) for name in ("Council", "Service leads", "Works")]
    for one in told:
        one.result(20)
    council, leads, works = (team.id for team in teams.teams_of(desk.workshop))
    told = [
        desk.do(teams.resize, group=leads, number=3),
        desk.do(teams.resize, group=council, number=8),
        desk.do(teams.rename, group=council, name="City council"),
        desk.do(teams.remove, group=works),
    ]
    for one in told:
        one.result(20)
    found = teams.teams_of(desk.workshop)
    assert [(team.name, len(team.seats)) for team in found] == [("City council", 8), ("Service leads", 3)]


def test_a_group_resized_leaves_names_and_codes_where_they_are(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep(people=[Expected("Ada", code="A7"), Expected(code="B3"), Expected("Cy")])).result(
        20
    )
    desk.do(teams.add, name="Council").result(20)
    (council,) = desk.workshop.groups
    desk.do(teams.resize, group=council, number=2).result(20)
    seats = desk.workshop.seats
    assert [(one.group, one.code) for one in seats] == [(council, "A7"), (council, "B3"), (None, None)]
    assert {desk.workshop.participants[key].seat: one.name for key, one in desk.workshop.names.items()} == {
        1: "Ada",
        3: "Cy",
    }


def test_the_same_name_twice_is_refused(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep()).result(20)
    desk.do(teams.add, name="Council").result(20)
    with pytest.raises(Refused, match=r"group\.repeated"):
        desk.do(teams.add, name="Council").result(20)
    assert len(teams.teams_of(desk.workshop)) == 1

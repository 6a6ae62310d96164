"""Edits of the groups that follow one another faster than they are shown: none takes back another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.model.refused import Refused
from desktop.model.verbs import prepare
from desktop.model.verbs.seating import Expected
from desktop.ui.ask import ask
from desktop.ui.prepare import group_edits
from desktop.ui.prepare.groups import Groups
from desktop.words.catalogue import ENGLISH
from tests.ui.disks import Disk
from tests.ui.finding import Keep


def test_edits_in_a_row_all_hold(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep(people=28)).result(20)
    told = [desk.do(group_edits.add, name=name) for name in ("Council", "Service leads", "Works")]
    for one in told:
        one.result(20)
    council, leads, works = (group.id for group in group_edits.seated_groups(desk.workshop))
    told = [
        desk.do(group_edits.resize, group=leads, number=3),
        desk.do(group_edits.resize, group=council, number=8),
        desk.do(group_edits.rename, group=council, name="City council"),
        desk.do(group_edits.remove, group=works),
    ]
    for one in told:
        one.result(20)
    found = group_edits.seated_groups(desk.workshop)
    assert [(group.name, len(group.seats)) for group in found] == [("City council", 8), ("Service leads", 3)]


def test_a_group_resized_leaves_names_and_codes_where_they_are(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep(people=[Expected("Ada", code="A7"), Expected(code="B3"), Expected("Cy")])).result(
        20
    )
    desk.do(group_edits.add, name="Council").result(20)
    (council,) = desk.workshop.groups
    desk.do(group_edits.resize, group=council, number=2).result(20)
    seats = desk.workshop.seats
    assert [(one.group, one.code) for one in seats] == [(council, "A7"), (council, "B3"), (None, None)]
    assert {desk.workshop.participants[key].seat: one.name for key, one in desk.workshop.names.items()} == {
        1: "Ada",
        3: "Cy",
    }


def test_the_same_name_twice_is_refused(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep()).result(20)
    desk.do(group_edits.add, name="Council").result(20)
    with pytest.raises(Refused, match=r"group\.repeated"):
        desk.do(group_edits.add, name="Council").result(20)
    assert len(group_edits.seated_groups(desk.workshop)) == 1


def test_a_group_named_before_the_last_one_is_kept_is_not_wiped(
    dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = clerk.open(keep(people=28)).result(20)
    disk = Disk(desk, monkeypatch)
    made: list[Groups] = []

    def do(
        control: QWidget, verb: object, *, then: object = None, refused: object = None, **args: object
    ) -> None:
        ask(control, desk.do, verb, then=then, refused=lambda _, said: refused(said), **args)  # type: ignore[arg-type, operator]

    made.append(Groups(ENGLISH, do))  # type: ignore[arg-type]
    (screen,) = made
    qtbot.addWidget(screen)
    screen.show()
    screen.show_workshop(desk.workshop)
    disk.slow = True
    screen.add.setFocus()
    qtbot.keyClicks(screen.add, "Council")
    qtbot.keyClick(screen.add, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.add, "Works")
    disk.answer()
    qtbot.waitUntil(lambda: screen.add.text() == "Works")
    disk.slow = False
    qtbot.keyClick(screen.add, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in desk.workshop.groups.values()] == ["Council", "Works"])


def test_a_seat_keeps_its_code_when_groups_are_filled(clerk: Clerk, keep: Keep) -> None:
    desk = clerk.open(keep(people=12)).result(20)
    people = tuple(Expected("", None, f"K{seat}") for seat in range(1, 13))
    desk.do(prepare.people, rows=people).result(20)
    codes = {one.seat: one.code for one in desk.workshop.seats}
    assert codes[7] == "K7"
    desk.do(group_edits.add, name="Council").result(20)
    (council,) = desk.workshop.groups
    desk.do(group_edits.resize, group=council, number=5).result(20)
    assert {one.seat: one.code for one in desk.workshop.seats} == codes

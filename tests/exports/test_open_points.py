"""What the papers say about a plan that is not finished: owners, due days, guesses, unknown costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.model.desk import Desk
from desktop.model.verbs import actions
from tests.exports.rehearsed import fresh, report_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clerk, opened = fresh(tmp_path)
    yield opened
    clerk.close()


def write(desk: Desk, **values: object) -> None:
    desk.do(actions.write, pivot="D", title="Ask", **values).result()
    desk.do(actions.place, action=desk.workshop.plan[-1].id, wave="now").result()


def test_an_action_without_an_owner_is_counted_and_named(desk: Desk) -> None:
    write(desk, owner="Head of IT")
    write(desk)
    paper = report_of(desk.workshop).council
    assert paper.plan.startswith("Two actions; one has a post that answers for it.")
    assert any(line.endswith("A-002 has no owner yet.") for line in paper.asked)


def test_due_days_outside_their_wave_or_before_the_day_are_to_finish(desk: Desk) -> None:
    for due in ("2028-12-01", "2027-02-01", "2027-05-01"):
        write(desk, owner="Head of IT")
        desk.do(actions.edit, action=desk.workshop.plan[-1].id, due=due).result()
    lines = [line for line in report_of(desk.workshop).to_finish if " is due " in line]
    assert lines == [
        "A-001 Ask is due after its wave ends.",
        "A-002 Ask is due before the day of the workshop.",
    ]


def test_guesses_and_unknown_costs_stand_in_one_line_each(desk: Desk) -> None:
    for _ in range(3):
        write(desk, effort="m", money="unknown")
    report = report_of(desk.workshop)
    assert all(entry.days_guessed for entry in report.actions)
    assert report.to_finish[-2:] == (
        "The days of work are first guesses in all three actions.",
        "What the actions cost is not known.",
    )
    assert report.council.money == report.to_finish[-1]
    assert not any("guessed days" in line or "answer about money" in line for line in report.to_finish)

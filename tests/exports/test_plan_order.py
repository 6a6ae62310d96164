"""One order of the actions in every document: wave, what another needs before it, the larger gap, the number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.model.desk import Desk
from desktop.model.verbs import actions, decisions, prepare, targets
from exports.excel.plan import make_plan
from exports.pdf.council import make_council
from exports.pdf.roadmap import make_roadmap
from exports.plan_order import plan_order
from tests.exports.pdf.reading import Reading
from tests.exports.rehearsed import fresh, report_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clerk, opened = fresh(tmp_path)
    yield opened
    clerk.close()


def plan(desk: Desk) -> None:
    """A-001 later; A-002 and A-003 now, of a small gap; A-004 now, of the largest, and needs A-003."""
    for pivot, level in (("D", 2.5), ("I", 1.0)):
        desk.do(decisions.agree, about="pivot", subject=pivot, level=level).result()
        desk.do(targets.set, pivot=pivot, level=3.0).result()
    for pivot, wave in (("I", "later"), ("D", "now"), ("D", "now"), ("I", "now"), ("D", None)):
        desk.do(actions.write, pivot=pivot, title=f"Act on {pivot}").result()
        desk.do(actions.place, action=desk.workshop.plan[-1].id, wave=wave).result()
    by_number = {one.number: one.id for one in desk.workshop.plan}
    desk.do(actions.need, action=by_number[4], on=(by_number[3],)).result()
    desk.do(
        actions.need, action=by_number[2], on=(by_number[1],)
    ).result()  # in a later wave: says nothing here


ORDER = ["A-002", "A-003", "A-004", "A-001", "A-005"]


def test_the_report_has_one_order(desk: Desk) -> None:
    plan(desk)
    report = report_of(desk.workshop)
    assert [one.number for one in report.actions] == ORDER
    assert [number for wave in report.waves for number in wave.actions] == ORDER
    assert report.council.first_actions == ("A-002", "A-003", "A-004")
    by_pivot = {section.standing.id: section.actions for section in report.pivots}
    assert by_pivot["D"] == ("A-002", "A-003", "A-005")
    assert by_pivot["I"] == ("A-004", "A-001")


def test_the_papers_print_it_page_one_too(desk: Desk) -> None:
    plan(desk)
    report = report_of(desk.workshop)
    council = Reading(make_council(report).data).document.text
    front, back = council.split("The plan by wave", 1)
    places = [front.index(number) for number in ORDER[:3]]
    assert places == sorted(places)
    places = [back.index(number) for number in ORDER]
    assert places == sorted(places)
    headings = [text for role, text in Reading(make_roadmap(report).data).document.outline() if role == "H3"]
    assert [text for text in headings if text.startswith("A-")] == ORDER


def test_the_workbook_goes_by_the_same_order_whatever_the_weights(desk: Desk) -> None:
    """A small gap that matters much comes before a large one that does not, in the papers and in the workbook."""
    plan(desk)
    desk.do(prepare.weigh, subject="D", value=90.0).result()
    report = report_of(desk.workshop)
    assert report.gaps[0].pivot == "D"
    assert plan_order(report) == report.actions
    assert make_plan(report)

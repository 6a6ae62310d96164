"""“Reaches its target” goes by the levels as printed, so that no paper says "0.0 short of the target"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.model.desk import Desk
from desktop.model.verbs import actions, decisions, targets
from exports.pdf.roadmap import make_roadmap
from exports.report import Standing
from tests.exports.pdf.reading import Reading
from tests.exports.rehearsed import fresh, report_of
from tests.exports.sample import sample


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clerk, opened = fresh(tmp_path)
    yield opened
    clerk.close()


def test_what_reads_alike_is_reached() -> None:
    one = sample().standings[0]

    def at(now: Fraction, target: Fraction, still_open: Fraction) -> Standing:
        return replace(one, now=now, target=target, still_open=still_open)

    assert at(Fraction(2), Fraction(3), Fraction(0)).reached
    assert not at(Fraction(2), Fraction(3), Fraction(1, 10)).reached
    close = at(Fraction(297, 100), Fraction(3), Fraction(0))
    assert (close.below, close.lowered, close.reached) == (False, False, False)
    above = at(Fraction(3), Fraction(2), Fraction(0))
    assert (above.below, above.lowered, above.reached) == (False, True, False)


def test_a_target_below_the_level_is_named_and_not_reached(desk: Desk) -> None:
    desk.do(decisions.agree, about="pivot", subject="T", level=3.0).result()
    desk.do(targets.set, pivot="T", level=2.0).result()
    desk.do(actions.write, pivot="T", title="Swap roles").result()
    report = report_of(desk.workshop)
    assert report.council.figure.startswith("Six pivots have no level")
    (section,) = [one for one in report.pivots if one.standing.id == "T"]
    assert "The target lies below today’s level." in section.target
    text = Reading(make_roadmap(report).data).document.text
    assert "the target is below today’s level" in text
    assert "reaches the target" not in text


def test_no_page_says_nothing_is_short(desk: Desk) -> None:
    """The panel, the table and the sentence take the same tenth."""
    desk.do(decisions.agree, about="pivot", subject="T", level=2.0).result()
    desk.do(targets.set, pivot="T", level=3.0).result()
    report = report_of(desk.workshop)
    standings = tuple(
        replace(one, if_done=Fraction(296, 100), still_open=Fraction(0)) if one.id == "T" else one
        for one in report.standings
    )
    sections = tuple(
        replace(section, standing=standing)
        for section, standing in zip(report.pivots, standings, strict=True)
    )
    text = Reading(make_roadmap(replace(report, standings=standings, pivots=sections)).data).document.text
    assert "reaches the target" in text
    assert "0.0 short" not in text

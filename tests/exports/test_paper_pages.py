"""The pages of the papers as they read: page one, its figure, sums of money, folded rows, statuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PageObject

from desktop.model.desk import Desk
from desktop.model.verbs import actions, decisions, targets
from desktop.words.catalogue import ENGLISH
from desktop.words.formats import untied
from exports.pdf.council import make_council
from exports.pdf.pages.council_back import plan_table
from exports.pdf.pages.parts import Desk as Sheets
from exports.pdf.roadmap import make_roadmap
from exports.report import Report
from tests.exports.pdf.reading import Element, Reading
from tests.exports.rehearsed import fresh, rehearsed, report_of


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    w, _ = rehearsed(tmp_path_factory.mktemp("played"))
    return report_of(w)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clerk, opened = fresh(tmp_path)
    yield opened
    clerk.close()


def council(report: Report) -> Reading:
    return Reading(make_council(report).data)


def first_page(reading: Reading) -> str:
    return untied(reading.reader.pages[0].extract_text().replace("\n", " "))


def cells(element: Element) -> list[list[str]]:
    return [
        [untied(cell.text) for cell in row.children if isinstance(cell, Element)] for row in element.all("TR")
    ]


def test_who_took_part_stays_on_page_one_and_only_the_disagreement_moves(report: Report) -> None:
    split = replace(report.council, disagreement="They disagreed most on ‘Change fast’. " + "10 at 1. " * 60)
    crowded = replace(report, council=split)
    made = make_council(crowded)
    reading = Reading(made.data)
    assert made.pages == 2
    assert "22 of 24 invited officials; 22 voted on paper, one question a pivot (indicative)." in " ".join(
        first_page(reading).split()
    )
    assert "disagreed" not in first_page(reading)
    assert "Where they disagreed" in reading.document.text


def test_page_one_tells_where_the_votes_were_overruled(report: Report) -> None:
    reading = council(report)
    page = " ".join(first_page(reading).split())
    assert "In infrastructure the room agreed 2; its votes gave 2.8 (reason: " in page
    (figure,) = reading.document.all("Figure")[:1]
    assert "Flexible & secure infrastructure: now 2 (the votes gave 2.8), target 3½" in figure.alt
    assert figure.alt.count("(the votes gave") == report.council.overruled.count("its votes gave")


def test_the_roadmap_s_figure_is_told_as_fully_as_the_council_s(report: Report) -> None:
    roadmap = Reading(make_roadmap(report).data)
    (same,) = council(report).document.all("Figure")[:1]
    assert same.alt in [figure.alt for figure in roadmap.document.all("Figure")]


def with_money(report: Report, *sums: str) -> Report:
    entries = [
        replace(entry, money=f"new, {total}") for entry, total in zip(report.actions, sums, strict=False)
    ]
    return replace(report, actions=(*entries, *report.actions[len(entries) :]))


def test_no_sum_of_money_is_broken(report: Report) -> None:
    total = "EUR\u00a01,234,567.25"
    for made in (make_council(with_money(report, total)), make_roadmap(with_money(report, total))):
        lines = [line for page in Reading(made.data).reader.pages for line in page.extract_text().split("\n")]
        assert any("EUR 1,234,567.25" in untied(line) for line in lines)
        assert not any(line.rstrip().endswith(("1,234,567.2", "1,23", "1,234,56")) for line in lines)


def test_folded_rows_say_where_their_measures_are(report: Report) -> None:
    sheets = Sheets(report, ENGLISH)
    later = [entry for entry in report.actions if entry.wave == "next"]
    table = plan_table(sheets, folded=2)
    rows = [row for row in table.given if isinstance(row, tuple | list)]
    spans = {sum(getattr(cell, "span", 1) for cell in row) for row in rows}
    assert spans == {6}
    assert sum(getattr(row[-1], "span", 1) == 2 for row in rows) == len(later)
    assert len(plan_table(sheets, folded=3, risks=False).columns) == 4


def test_a_folded_table_is_a_table_to_a_screen_reader(report: Report) -> None:
    many = tuple(
        replace(report.actions[0], id=f"00000000-0000-4000-8000-{n:012}", number=f"A-{n:03d}", wave="next")
        for n in range(1, 11)
    )
    waves = tuple(
        replace(wave, actions=tuple(entry.number for entry in many) if wave.wave == "next" else ())
        for wave in report.waves
    )
    sections = tuple(replace(section, actions=()) for section in report.pivots)
    paper = replace(report.council, first_actions=())
    made = make_council(replace(report, actions=many, waves=waves, pivots=sections, council=paper))
    reading = Reading(made.data)
    assert made.pages == 2
    assert "Measures of the later waves: roadmap, Actions." in reading.document.text
    (table,) = reading.document.all("Table")
    spanned = [cell for cell in table.all("TD") if cell.attributes.get("/ColSpan") == 2]
    assert len(spanned) == 10


def test_a_status_is_read_aloud_and_a_rehearsal_is_in_the_title(report: Report) -> None:
    reading = council(report)
    assert "Rehearsal, simulated people · Draft\u00a0v1" in reading.document.text
    assert "Rehearsal" in str(reading.reader.metadata.title)  # type: ignore[union-attr]
    assert "Rehearsal" in str(Reading(make_roadmap(report).data).reader.metadata.title)  # type: ignore[union-attr]
    first = next(pair for pair in reading.document.outline())
    assert first == ("P", "Paper to the City Council")
    assert "Paper to the City Council" not in reading.artifacts[0]
    assert "Paper to the City Council" in reading.artifacts[1]


def test_targets_of_different_days_have_a_column_of_their_own(desk: Desk) -> None:
    for pivot, horizon in (("D", "2028-12-31"), ("I", "2029-06-30")):
        desk.do(decisions.agree, about="pivot", subject=pivot, level=2.0).result()
        desk.do(targets.set, pivot=pivot, level=3.0, horizon=horizon).result()
    page = first_page(council(report_of(desk.workshop)))
    assert "31 Dec 2028" in page
    assert "30 Jun 2029" in page
    desk.do(targets.set, pivot="I", level=3.0, horizon="2028-12-31").result()
    assert "31 Dec 2028" not in first_page(council(report_of(desk.workshop)))


def test_the_gaps_table_says_who_is_not_in_it(desk: Desk) -> None:
    for pivot, target in (("D", 3.0), ("T", 2.0)):
        desk.do(decisions.agree, about="pivot", subject=pivot, level=2.0).result()
        desk.do(targets.set, pivot=pivot, level=target).result()
    text = Reading(make_roadmap(report_of(desk.workshop)).data).document.text
    assert "Not listed: digitally savvy, open talent networks (at or above target); " in text


def test_levels_of_one_pivot_say_what_they_are_counted_from(report: Report) -> None:
    text = Reading(make_roadmap(report).data).document.text
    assert "“If all is done” is counted from the agreed 2, not from the votes." in text
    assert "Rounded, so sums may differ by 0.1." in text
    assert report.standings[0].computed == Fraction(report.pivots[0].questions[0].level or 0)


def lines_from_left(page: PageObject) -> list[str]:
    """The text of a page, line by line as the eye meets it from the left: by the place of each piece."""
    found: dict[float, list[tuple[float, str]]] = {}

    def seen(text: str, _cm: object, tm: list[float], *_: object) -> None:
        if text.strip():
            found.setdefault(round(tm[5], 1), []).append((tm[4], text))

    page.extract_text(visitor_text=seen)
    return [" ".join(text for _, text in sorted(pieces)) for pieces in found.values()]


def test_a_city_written_from_the_right_does_not_tear_the_date(report: Report) -> None:
    """In the foot the day stays left of the month: an Arabic name takes no number to its own side."""
    there = replace(report, city="مدينة النور")
    for made in (make_council(there), make_roadmap(there)):
        page = Reading(made.data).reader.pages[1]
        (foot,) = [
            line for line in lines_from_left(page) if "March" in line and "2027" in line and "م" in line
        ]
        assert "1\u00a0March\u00a02027" in foot


def test_what_an_action_needs_is_named_in_full(desk: Desk) -> None:
    desk.do(actions.write, pivot="D", title="Ask").result()
    (action,) = desk.workshop.plan
    asked = desk.workshop.questions_of("D")[0].id
    other = next(
        one.id for one in desk.workshop.framework.questions.values() if one.id[0] == "D" and one.id != asked
    )
    desk.do(actions.need, action=action.id, on=((asked, 3), (other, 2))).result()
    (entry,) = report_of(desk.workshop).actions
    assert "‘Tell us once’ (D1) at level 3" in [untied(need) for need in entry.needs]
    assert any(need.endswith(") at level 2, not asked in this workshop") for need in entry.needs)
    text = untied(Reading(make_roadmap(report_of(desk.workshop)).data).document.text)
    assert "‘Tell us once’ (D1) at level 3" in text


def test_an_owner_without_a_day_has_no_date_yet(desk: Desk) -> None:
    desk.do(actions.write, pivot="D", title="Ask", owner="Head of social services").result()
    text = Reading(make_roadmap(report_of(desk.workshop)).data).document.text
    assert "Head of social services, no date yet" in text
    assert "by no date" not in text


def test_a_final_paper_has_known_open_points(report: Report) -> None:
    final = replace(report, status=replace(report.status, word="Final", final=True))
    text = Reading(make_roadmap(final).data).document.text
    assert "Known open points" in text
    assert "To finish" not in text


def test_an_empty_day_claims_nothing(desk: Desk) -> None:
    report = report_of(desk.workshop)
    reading = Reading(make_roadmap(report).data)
    text = reading.document.text + " ".join(reading.artifacts)
    assert report.council.who == "Nobody has taken part yet."
    assert "Nothing yet: nobody took part." in text
    assert " 0 officials" not in text
    assert "Figure 2" not in text
    assert "A dim district is not scored." in text


def test_a_dim_district_is_told_of_only_where_there_is_one(report: Report) -> None:
    assert "A dim district" not in Reading(make_roadmap(report).data).document.text


def test_no_card_is_cut_by_the_end_of_a_page(report: Report) -> None:
    """Each action's first and last words stand on one page."""
    long = tuple(
        replace(entry, detail="Ask each service. " * 12, risk="It stays.") for entry in report.actions
    )
    reading = Reading(make_roadmap(replace(report, actions=long)).data)
    for entry in long:
        pages = [
            page.extract_text()
            for page in reading.reader.pages
            if f"\n{entry.title}\n" in page.extract_text()
        ]
        assert any("Reports to" in page and "If it is not done: It stays." in page for page in pages)


def test_a_card_longer_than_a_page_repeats_its_number(report: Report) -> None:
    entry = replace(
        report.actions[0],
        **dict.fromkeys(("detail", "first_step", "benefit", "risk", "money_note"), "word " * 220),
    )
    reading = Reading(make_roadmap(replace(report, actions=(entry, *report.actions[1:]))).data)
    assert f"{entry.number}, continued" in untied(reading.document.text)

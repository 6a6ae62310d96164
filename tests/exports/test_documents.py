"""The documents opened with other readers: order, numbers, hostile texts, empty days, long ones, other scripts."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pandas
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from desktop.model.text import clean
from desktop.model.verbs import actions, decisions, notes, papers, prepare
from exports import safely
from exports.excel.cells import safe_text
from exports.excel.plan import make_plan, write_plan
from exports.handover import file_name, hand_over
from exports.pdf.council import make_council, write_council
from exports.pdf.roadmap import make_roadmap, write_roadmap
from exports.plan_order import plan_order
from exports.report import Report
from tests.exports.rehearsed import HOSTILE, fresh, rehearsed, report_of
from tools.papers.workbook_lint import lint

Make = Callable[..., Report]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    w, _ = rehearsed(tmp_path_factory.mktemp("played"))
    return report_of(w)


def said(path: Path) -> str:
    """Everything a PDF says, on one line."""
    pages = [page.extract_text() for page in PdfReader(path).pages]
    return " ".join("\n".join(pages).replace("\u00a0", " ").split())


def test_the_council_paper_is_two_pages_in_this_order(report: Report, tmp_path: Path) -> None:
    written = write_council(report, tmp_path / "council.pdf")
    assert written.pages == 2
    assert written.missing == ()
    text = said(written.saved.path)
    order = [
        "Workshop held", "We ask the council to", "In short", "Figure 1",
        "Largest gaps", "First actions", "Limits", "The plan by wave", "What the plan reaches", "If nothing is decided",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "not an audit" in text.lower()
    for words in ("Digital roadmap", "Rivermouth", "1 March 2027", "Draft v1", "Decision"):
        assert words in text
    for standing in report.standings:
        assert standing.name in text


def test_the_roadmap_has_a_chapter_for_everything(report: Report, tmp_path: Path) -> None:
    written = write_roadmap(report, tmp_path / "roadmap.pdf")
    reader = PdfReader(written.saved.path)
    outline = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    for words in (
        "Contents",
        "In short",
        *(one.name for one in report.standings),
        "Gaps, in order",
        "Actions",
        "To finish",
        "Method and limits",
    ):
        assert words in outline, words
    text = said(written.saved.path)
    for section in report.pivots:
        for question in section.questions:
            assert " ".join(question.rounds[-1].sentence.replace("\u00a0", " ").split()) in text
    for entry in report.actions:
        assert entry.number in text
        assert entry.title in text
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]


def test_a_rehearsal_says_so_on_every_page(report: Report, tmp_path: Path) -> None:
    for write in (write_council, write_roadmap):
        path = write(report, tmp_path / f"{write.__name__}.pdf").saved.path
        for page in PdfReader(path).pages:
            assert "Rehearsal" in page.extract_text()
    book = openpyxl.load_workbook(write_plan(report, tmp_path / "plan.xlsx").path)
    for sheet in book.worksheets[:5]:
        assert "Rehearsal" in str(sheet["A3"].value)


def test_the_same_report_makes_the_same_bytes(report: Report) -> None:
    assert make_council(report).data == make_council(report).data
    assert make_roadmap(report).data == make_roadmap(report).data
    assert make_plan(report) == make_plan(report)


def test_numbers_are_the_same_in_every_reader(report: Report, tmp_path: Path) -> None:
    path = write_plan(report, tmp_path / "plan.xlsx").path
    with_openpyxl = openpyxl.load_workbook(path, data_only=True)["Pivots"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with_pandas = pandas.read_excel(path, sheet_name="Pivots", header=3, engine="openpyxl")
    with_calamine = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Pivots").to_python()
    for place, one in enumerate(report.standings):
        row = [cell.value for cell in with_openpyxl[5 + place]]
        assert row[1] == one.name
        assert with_pandas.iloc[place]["Pivot"] == one.name
        for column, value in ((2, one.now), (4, one.target), (7, one.if_done), (8, one.still_open)):
            assert value is not None
            assert row[column] == pytest.approx(float(value))
            assert with_calamine[4 + place][column] == pytest.approx(float(value))
        assert with_pandas.iloc[place]["If all is done"] == pytest.approx(float(one.if_done or 0))


def test_the_workbook_opens_in_silence(report: Report, tmp_path: Path) -> None:
    assert lint(write_plan(report, tmp_path / "plan.xlsx").path) == []


def test_actions_are_a_table_with_lists_dates_and_keys(report: Report, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_plan(report, tmp_path / "plan.xlsx").path)["Actions"]
    (table,) = sheet.tables.values()
    assert table.displayName == "ActionPlan"
    assert sheet.freeze_panes == "C5"
    checks = {check.formula1 for check in sheet.data_validations.dataValidation}
    assert {"list_pivot", "list_wave", "list_status", "list_owner", "list_money"} <= checks
    heads = {cell.value: cell.column for cell in sheet[4]}
    due = [sheet.cell(row, heads["Due"]).value for row in range(5, 5 + len(report.actions))]
    assert [value and value.date().isoformat() for value in due] == [one.due for one in plan_order(report)]
    keys = [sheet.cell(row, heads["Key"]).value for row in range(5, 5 + len(report.actions))]
    assert keys == [entry.id for entry in plan_order(report)]
    assert sheet.column_dimensions[sheet.cell(4, heads["Key"]).column_letter].hidden


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_itself(text: str, tmp_path: Path) -> None:
    clerk, desk = fresh(tmp_path)
    line = clean(text).replace("\n", " ")[:280].strip()
    desk.do(prepare.describe, city=line, title=line, organisation=line).result()
    desk.do(decisions.agree, about="pivot", subject="D", level=2.0, rationale=text, dissent=text).result()
    desk.do(notes.write, kind="evidence", subject="D", text=text).result()
    desk.do(notes.write, kind="parking", subject=None, text=text).result()
    desk.do(papers.ask, lines=(line,)).result()
    desk.do(
        actions.write, pivot="D", title=line, owner=line, reports_to=line, measure=line, measure_from="0", measure_to=line,
        source=line, first_step=line, benefit=line, risk=line, detail=text,
    ).result()  # fmt: skip
    report = report_of(desk.workshop)
    clerk.close()
    council = write_council(report, tmp_path / "council.pdf")
    roadmap = write_roadmap(report, tmp_path / "roadmap.pdf")
    plan = write_plan(report, tmp_path / "plan.xlsx").path
    assert council.pages >= 2
    assert roadmap.pages > 10
    book = openpyxl.load_workbook(plan)
    row = book["Actions"][5]
    assert row[1].value == safe_text(line)
    assert row[1].data_type == "s"
    heads = [cell.value for cell in book["Actions"][4]]
    assert [head for head, cell in zip(heads, row, strict=True) if cell.data_type == "f"] == ["Attention"]
    read = CalamineWorkbook.from_path(str(plan)).get_sheet_by_name("Actions").to_python()
    assert read[4][1] == line
    assert lint(plan) == []
    if line.isascii():
        assert " ".join(line.split())[:40] in said(council.saved.path)


def test_an_empty_day_still_makes_whole_documents(tmp_path: Path) -> None:
    clerk, desk = fresh(tmp_path)
    report = report_of(desk.workshop)
    clerk.close()
    assert write_council(report, tmp_path / "council.pdf").pages == 2
    assert write_roadmap(report, tmp_path / "roadmap.pdf").pages > 8
    plan = write_plan(report, tmp_path / "plan.xlsx").path
    assert lint(plan) == []
    text = said(tmp_path / "council.pdf")
    assert "for information" in text.lower()
    assert text.count("not discussed") >= 7


def test_many_actions_keep_the_council_paper_at_two_pages(report: Report, tmp_path: Path) -> None:
    first = report.actions[0]
    many = tuple(
        replace(first, id=f"00000000-0000-4000-8000-{n:012}", number=f"A-{n:03d}") for n in range(1, 41)
    )
    waves = tuple(
        replace(wave, actions=tuple(entry.number for entry in many) if wave.wave == "now" else ())
        for wave in report.waves
    )
    council = replace(report.council, first_actions=("A-001", "A-002", "A-003"))
    sections = tuple(replace(section, actions=()) for section in report.pivots)
    crowded = replace(report, actions=many, waves=waves, council=council, pivots=sections)
    written = write_council(crowded, tmp_path / "council.pdf")
    assert written.pages == 2
    assert "more in the roadmap" in said(written.saved.path)
    assert len(PdfReader(write_roadmap(crowded, tmp_path / "roadmap.pdf").saved.path).pages) > 20


def test_letter_and_arabic_names(report: Report, tmp_path: Path) -> None:
    there = replace(report, city="الرباط", options=replace(report.options, paper="letter"))
    written = write_council(there, tmp_path / "council.pdf")
    assert written.missing == ()
    box = PdfReader(written.saved.path).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612.0, 792.0)
    assert file_name(there, "council") == "الرباط-2027-03-01-council-paper-draft-v1-rehearsal.pdf"


@pytest.mark.parametrize(
    ("city", "begins"),
    [
        ("CON", "con-city"),
        ("a/b:c*?", "a-b-c"),
        ("...", "city"),
        ("São Tomé", "são-tomé"),
        ("x" * 400, "x" * 100),
    ],
)
def test_file_names_every_system_takes(report: Report, city: str, begins: str) -> None:
    name = file_name(replace(report, city=city), "plan")
    assert name.startswith(f"{begins}-2027-03-01-")
    assert len(name.encode()) < 200


def test_a_file_held_open_stays_and_the_new_one_gets_a_second_name(report: Report, tmp_path: Path) -> None:
    (first,) = hand_over(report, tmp_path, ["plan"])
    before = first.path.read_bytes()
    (tmp_path / f"~${first.path.name}").touch()
    (second,) = hand_over(report, tmp_path, ["plan"])
    assert second.path.name.endswith("(2).xlsx")
    assert second.reason == "open"
    assert first.path.read_bytes() == before


@pytest.mark.parametrize("blank", ["\t", "\r"])
def test_a_formula_behind_a_blank_stays_text_for_other_programs(
    report: Report, tmp_path: Path, blank: str
) -> None:
    hidden = tuple(replace(one, first_step=f"{blank}=1+1") for one in report.actions)
    (written,) = hand_over(replace(report, actions=hidden), tmp_path, ["csv"])
    steps = pandas.read_csv(written.path, encoding="utf-8-sig", keep_default_na=False)["first_step"]
    assert all(step.startswith(f"'{blank}") for step in steps)


def test_stopping_between_two_documents_leaves_what_is_whole(report: Report, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def progress(_kind: str, done: int, _of: int) -> None:
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        hand_over(report, tmp_path, progress=progress)
    (left,) = tmp_path.iterdir()
    assert len(PdfReader(left).pages) == 2


def test_the_table_for_other_programs_does_nothing_when_opened(report: Report, tmp_path: Path) -> None:
    first, *rest = plan_order(report)
    first = replace(first, title="=1+1", owner="@post", money_amount=Fraction("1200.5"))
    rest = [replace(one, money_amount=None) for one in rest]
    loud = replace(report, actions=(first, *rest), currency="=EUR")
    (written,) = hand_over(loud, tmp_path, ["csv"])
    table = pandas.read_csv(written.path, encoding="utf-8-sig", keep_default_na=False)
    assert list(table["number"]) == [entry.number for entry in plan_order(report)]
    assert list(zip(table["amount"], table["currency"], strict=True))[:2] == [("1200.5", "'=EUR"), ("", "")]
    assert (table["action"][0], table["owner"][0]) == ("'=1+1", "'@post")
    assert sum(table["adds_levels"]) == pytest.approx(float(report.closes))
    assert written.path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")
def test_a_document_being_written_is_for_this_user_alone(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    monkeypatch.setattr(safely, "_flush", lambda part: modes.append(oct(stat.S_IMODE(part.stat().st_mode))))
    hand_over(report, tmp_path, ("council", "roadmap", "plan", "csv", "report"))
    assert modes == ["0o600"] * 5

"""The action plan as its readers find it: numbers, words, lists, marks, and every kind of day."""

from __future__ import annotations

import gettext
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.model.text import clean
from desktop.words.catalogue import Words
from exports.excel.cells import MOST_UNITS, as_typed
from exports.excel.names import FIRST_ROW, HEAD_ROW, LAST_ROW
from exports.excel.plan import make_plan, write_plan
from exports.excel.sheets.actions import SPARE
from exports.plan_order import plan_order
from exports.report import Options, Report, Status
from tests.exports.excel.reading import Read
from tests.exports.rehearsed import HOSTILE
from tests.exports.sample import rehearsed_sample, sample, with_actions, with_texts
from tools.papers.workbook_lint import lint

SHOWN = ("Start here", "Actions", "To finish", "Pivots", "Decisions", "Lists")


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(sample())


def number(value: Fraction | None) -> object:
    return value if value is None else pytest.approx(float(value))


def test_sheets_in_the_order_people_need_them(read: Read) -> None:
    assert tuple(read.formulas.sheetnames) == (*SHOWN, "_workshop")
    assert [sheet.sheet_state for sheet in read.formulas.worksheets] == ["visible"] * 6 + ["hidden"]
    assert read.formulas.active.title == "Start here"


def test_pivots_say_the_report_s_numbers_to_three_readers(read: Read) -> None:
    for rows in read.three("Pivots"):
        assert len(rows) == 7
        for row, one in zip(rows, sample().standings, strict=True):
            assert row["Pivot"] == one.name
            assert (row["Now"], row["Target"]) == (number(one.now), number(one.target))
            assert (row["If all is done"], row["Gap not covered"]) == (
                number(one.if_done),
                number(one.still_open),
            )
            assert row["Why there is no level"] == (one.missing or None)
            assert row["By"] == one.horizon


def test_reached_so_far_counts_what_is_done(read: Read) -> None:
    rows = {row["Pivot"]: row for row in read.rows("Pivots")}
    ecosystem, data = rows["Ecosystem engagement"], rows["Data mastery"]
    assert (ecosystem["Now"], ecosystem["Reached so far"], ecosystem["Done"]) == (1.5, 2.0, 1)
    assert (data["Now"], data["Reached so far"], data["Actions"], data["Done"]) == (2.5, 2.5, 1, 0)
    infrastructure = rows["Flexible & secure infrastructure"]
    assert (infrastructure["Actions"], infrastructure["Overdue"]) == (2, 1)


def test_a_level_gained_stops_at_the_target() -> None:
    report = sample()
    first = replace(report.actions[4], adds=Fraction(3))
    many = replace(report, actions=(*report.actions[:4], first, *report.actions[5:]))
    (row,) = [row for row in Read(many).rows("Pivots") if row["Pivot"] == "Ecosystem engagement"]
    assert row["Reached so far"] == row["Target"] == 2.5


def test_dropped_actions_count_nowhere() -> None:
    report = sample()
    dropped = tuple(replace(one, status="dropped") for one in report.actions)
    for row in Read(replace(report, actions=dropped)).rows("Pivots"):
        assert (row["Actions"], row["Done"], row["Overdue"]) == (0, 0, 0)


def test_actions_say_what_the_report_says_to_three_readers(read: Read) -> None:
    for rows in read.three("Actions"):
        assert len(rows) == 8
        for row, one in zip(rows, plan_order(sample()), strict=True):
            assert (row["No."], row["Action"], row["Owner"]) == (one.number, one.title, one.owner or None)
            assert (row["Start"], row["Due"]) == (one.start, one.due)
            assert row["Progress"] == pytest.approx(one.progress / 100)
            assert row["Adds levels"] == number(one.adds)
            assert row["Amount (EUR)"] == number(one.money_amount)
            assert (row["What"], row["Source of the measure"]) == (one.detail or None, one.measure_source)
            assert (row["If it is not done"], row["Person-days"]) == (one.risk, number(one.days))
            lifts = f"{one.question_title}: from 2 to 3" if one.question_title else None
            assert row["Lifts"] == lifts
            assert row["Owner’s update"] == (one.owner_update or None)
            assert (row["First step"], row["Measure"]) == (one.first_step, one.measure)
            assert (row["Residents notice"], row["Reports to"]) == (one.benefit, one.reports_to)
            assert row["Depends on"] == (", ".join(one.needs) or None)
            assert row["Key"] == one.id


def test_attention_names_what_is_wrong_on_the_day_of_the_export(read: Read) -> None:
    assert [row["Attention"] for row in read.rows("Actions")] == [
        "Overdue", None, "No due date", None, "Due in 30 days", "Blocked", "No owner", "No due date",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2027-02-28", "Overdue"),
        ("2027-03-01", "Due in 30 days"),
        ("2027-03-31", "Due in 30 days"),
        ("2027-04-01", None),
    ],
)
def test_attention_changes_on_the_right_day(due: str, said: str | None) -> None:
    (one, *_) = sample().actions
    (row,) = Read(sample(actions=(replace(one, due=due),))).rows("Actions")
    assert row["Attention"] == said


def test_persons_stand_in_the_plan_only_when_asked_for(read: Read) -> None:
    assert "Person" not in read.rows("Actions")[0]
    assert "Marta Vela" not in str(read.rows("Actions"))
    asked = Read(sample(options=Options(people=True)))
    assert [row["Person"] for row in asked.rows("Actions")][2] == "Marta Vela"


def test_rows_typed_under_the_table_are_counted_and_guarded(read: Read) -> None:
    sheet = read.formulas["Actions"]
    heads = {str(cell.value): cell.column_letter for cell in sheet[HEAD_ROW]}
    names = read.formulas.defined_names
    for name, head in (("act_status", "Status"), ("act_adds", "Adds levels"), ("act_pivot", "Pivot")):
        letter = heads[head]
        assert names[name].attr_text == f"'Actions'!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"
    guarded = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    for head in ("Pivot", "Wave", "Owner", "Status", "Money", "Start", "Due", "Progress"):
        rule = guarded[f"{heads[head]}{FIRST_ROW}:{heads[head]}{LAST_ROW}"]
        assert rule.showErrorMessage
        assert (rule.errorStyle == "warning") is (head == "Owner")
    assert sheet.column_dimensions[heads["Due"]].number_format == "yyyy-mm-dd"
    (table,) = sheet.tables.values()
    formulas = [column.calculatedColumnFormula for column in table.tableColumns]
    assert [one is not None for one in formulas] == [head == "Attention" for head in heads]


def test_every_list_holds_the_words_the_actions_use(read: Read) -> None:
    lists = read.rows("Lists")
    for name in ("Pivot", "Wave", "Status", "Owner", "Money"):
        allowed = {row[name] for row in lists} - {None}
        assert {row[name] for row in read.rows("Actions")} - {None} <= allowed


def test_only_computed_sheets_are_locked_and_none_has_a_password(read: Read) -> None:
    locked = {sheet.title: sheet.protection.sheet for sheet in read.formulas.worksheets}
    assert [locked[name] for name in SHOWN] == [True, False, True, True, True, True]
    assert all(sheet.protection.password is None for sheet in read.formulas.worksheets)
    owners = read.formulas["Lists"]["D12"]
    assert not owners.protection.locked


def test_agreed_levels_are_told_from_computed_ones(read: Read) -> None:
    cells = read.formulas["Pivots"]
    assert [cells.cell(row, 3).number_format for row in range(5, 9)] == ["0", "# ?/2", "0.0", "# ?/2"]
    assert [row["How"] for row in read.rows("Pivots")] == ["agreed"] * 2 + ["computed"] + ["agreed"] * 3 + [
        None
    ]


def test_decisions_with_reasons_and_dissent(read: Read) -> None:
    rows = read.rows("Decisions")
    assert (rows[0]["Agreed"], rows[0]["From the votes"]) == (2, pytest.approx(2.3))
    assert rows[0]["Why"] == "We judged by what most residents meet."
    assert rows[0]["Dissent"] == "Two held that one level higher is fair."
    assert rows[2]["Agreed"] is None
    assert rows[2]["Why"].startswith("The room left this open.")
    assert rows[6]["Stage"] == "not discussed"


@pytest.mark.parametrize("report", [sample(), rehearsed_sample()])
def test_every_sheet_says_how_settled_the_plan_is(report: Report) -> None:
    for name in SHOWN:
        said = str(Read(report).sheet(name)["A3"].value)
        assert said.endswith(report.status.word)
        assert ("Rehearsal" in said) is report.status.rehearsal


def test_print_set_up_of_every_sheet(read: Read) -> None:
    for name in SHOWN:
        sheet = read.formulas[name]
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        wide = 3 if name == "Actions" else 1
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (wide, 0)
        assert sheet.print_area
        assert sheet.oddHeader.left.text == "Rivermouth"
        assert name == "Start here" or sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    letter = Read(sample(options=Options(paper="letter"))).formulas
    assert {int(letter[name].page_setup.paperSize) for name in SHOWN} == {1}


@pytest.mark.parametrize(
    ("language", "turned"), [("en", False), ("ar", True), ("fa-IR", True), ("de", False)]
)
def test_sheets_begin_at_the_right_where_the_script_does(language: str, turned: bool) -> None:
    book = Read(sample(language=language)).formulas
    assert {bool(book.worksheets[n].sheet_view.rightToLeft) for n in range(6)} == {turned}


def test_the_hidden_sheet_knows_the_export(read: Read) -> None:
    sheet = read.formulas["_workshop"]
    facts = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(1, 7)}
    assert facts["format"] == "1"
    assert facts["workshop"] == sample().workshop
    again = Read(sample(status=Status("Draft v2", 2, False, True, False))).formulas["_workshop"]
    assert again["B3"].value != facts["export"]
    assert [sheet.cell(9 + n, 2).value for n in range(8)] == [one.title for one in plan_order(sample())]


@pytest.mark.parametrize("text", [*HOSTILE, "a\nb", " spaces ", "A*?~", "=A1"])
def test_hostile_text_in_every_field_is_only_text(text: str, tmp_path: Path) -> None:
    report = with_texts(text)
    path = write_plan(report, tmp_path / "plan.xlsx").path
    assert lint(path) == []
    read, plain = Read(report), Read(sample())
    alive = {
        (sheet.title, cell.coordinate)
        for sheet in read.formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in ("f", "e")
    }
    expected = {
        (sheet.title, cell.coordinate)
        for sheet in plain.formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert alive == expected
    for rows in read.three("Actions")[1:2]:  # calamine undoes the escapes as Excel does
        for row in rows:
            for head in (
                "Action",
                "What",
                "First step",
                "Measure",
                "Source of the measure",
                "Residents notice",
                "If it is not done",
                "Owner’s update",
            ):
                assert row[head] == clean(text)
    for row, one in zip(read.rows("Pivots"), report.standings, strict=True):
        assert as_typed(row["Pivot"]) == clean(one.name)
        assert row["If all is done"] == number(one.if_done)


def test_twenty_thousand_signs_stay_and_more_are_cut() -> None:
    whole = Read(with_texts("ä" * 20_000, skip=frozenset({"name", "city"})))
    assert len(whole.rows("Actions")[0]["Action"]) == 20_000
    cut = Read(with_texts("🦆" * 20_000, skip=frozenset({"name", "city"})))
    assert cut.rows("Actions")[0]["Action"] == "🦆" * (MOST_UNITS // 2 - 1) + "…"


def test_a_plan_without_actions_has_one_empty_row(tmp_path: Path) -> None:
    path = write_plan(with_actions(0), tmp_path / "plan.xlsx").path
    assert lint(path) == []
    sheet = openpyxl.load_workbook(path)["Actions"]
    (table,) = sheet.tables.values()
    assert table.ref.endswith(str(FIRST_ROW))
    assert {row["Actions"] for row in Read(with_actions(0)).rows("Pivots")} == {0}


def test_five_hundred_actions_and_their_owners(tmp_path: Path) -> None:
    report = with_actions(500)
    posts = replace(
        report,
        actions=tuple(replace(one, owner=f"Post {n:03}") for n, one in enumerate(report.actions)),
    )
    path = write_plan(posts, tmp_path / "plan.xlsx").path
    assert lint(path) == []
    read = Read(posts)
    assert [row["No."] for row in read.rows("Actions")] == [one.number for one in plan_order(posts)]
    assert {row["Owner"] for row in read.rows("Lists")} >= {one.owner for one in posts.actions}
    assert sum(row["Actions"] for row in read.rows("Pivots")) == 500


class Longer(gettext.NullTranslations):
    """A language with long words, apostrophes, and signs that no sheet's name may hold."""

    def gettext(self, message: str) -> str:
        return f"l'{message} [àà/éé]" + "é" * (len(message) // 2)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def test_another_language_needs_no_other_formulas(tmp_path: Path) -> None:
    words = Words("xx", Longer())
    path = write_plan(sample(), tmp_path / "plan.xlsx", words).path
    assert lint(path) == []
    assert make_plan(sample(), words) == path.read_bytes()
    here, there = openpyxl.load_workbook(path), Read(sample()).formulas
    assert sums(here.worksheets[3]) == sums(there["Pivots"])
    links = [cell.hyperlink for row in here.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    names = {sheet.title.replace("'", "''") for sheet in here.worksheets}
    assert len(links) == 5
    for link in links:
        assert link.location.removeprefix("'").removesuffix("'!A1") in names


def sums(sheet: Any) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_dates_are_dates(read: Read) -> None:
    sheet = read.formulas["Actions"]
    (due,) = [cell.column_letter for cell in sheet[HEAD_ROW] if cell.value == "Due"]
    assert sheet[f"{due}{FIRST_ROW}"].is_date
    assert sheet[f"{due}{FIRST_ROW}"].value.date() == date(2027, 2, 20)


def test_rows_stand_in_the_order_of_the_work() -> None:
    first, second, third, *rest = sample().actions
    now = (
        replace(first, wave="now", pivot="B", needs=("A-003",)),  # the larger gap, but it waits
        replace(
            second, wave="now", pivot="C", needs=("Data sharing at 2", "A-008")
        ),  # waits for nothing of its wave
        replace(third, wave="now", pivot="G", needs=()),  # no gap is known
    )
    report = sample(actions=(*now, *(replace(one, wave="later", needs=()) for one in rest)))
    assert [one.number for one in plan_order(report)][:3] == ["A-002", "A-003", "A-001"]
    ring = (replace(first, wave="now", needs=("A-002",)), replace(second, wave="now", needs=("A-001",)))
    assert {one.number for one in plan_order(sample(actions=ring))} == {"A-001", "A-002"}
    many = tuple(replace(first, number=f"A-{n:03}", needs=()) for n in (1000, 999))
    assert [one.number for one in plan_order(sample(actions=many))] == ["A-999", "A-1000"]


def test_what_is_all_done_but_not_called_done_is_asked_about() -> None:
    (one, *_) = sample().actions
    rows = Read(sample(actions=(replace(one, progress=100),))).rows("Actions")
    assert rows[0]["Attention"] == "Done?"
    rows = Read(sample(actions=(replace(one, progress=100, status="done"),))).rows("Actions")
    assert rows[0]["Attention"] is None


def test_free_rows_under_the_table_are_judged_as_well(read: Read) -> None:
    sheet = read.formulas["Actions"]
    letters = {str(cell.value): cell.column_letter for cell in sheet[HEAD_ROW]}
    (table,) = sheet.tables.values()
    last = int(table.ref.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert last == HEAD_ROW + len(sample().actions)
    for row in range(last + 1, last + SPARE + 1):
        formula = str(sheet[f"{letters['Attention']}{row}"].value)
        assert formula.startswith(f'=IF(OR(${letters["Action"]}{row}=""')
        assert f"ISTEXT(${letters['Due']}{row})" in formula
        assert sheet[f"{letters['Due']}{row}"].number_format == "yyyy-mm-dd"
        assert read.values["Actions"][f"{letters['Attention']}{row}"].value in (None, "")
    assert sheet.print_area == f"'Actions'!$A$1:${letters['Adds levels']}${last + SPARE}"
    assert sheet.print_title_cols == "$A:$B"


@pytest.mark.parametrize(("amount", "form"), [(Fraction(1200), "#,##0"), (Fraction("1200.5"), "#,##0.00")])
def test_money_names_its_currency_and_shows_cents_where_there_are_some(amount: Fraction, form: str) -> None:
    first, *rest = sample().actions
    sheet = Read(sample(actions=(replace(first, money_amount=amount), *rest))).formulas["Actions"]
    (cell,) = [cell for cell in sheet[HEAD_ROW] if cell.value == "Amount (EUR)"]
    assert {sheet[f"{cell.column_letter}{row}"].number_format for row in range(FIRST_ROW, FIRST_ROW + 8)} == {
        form
    }
    assert "Amount" in Read(sample(currency="")).rows("Actions")[0]


def test_to_finish_says_what_is_open_and_for_whom(read: Read) -> None:
    rows = [tuple(row.values()) for row in read.rows("To finish")]
    assert rows == [
        (None, "Talent", "Agree a level; the room left it open.", "Chief of staff"),
        ("A-002", "Move the three oldest servers", "Name an owner: a post.", "The plan keeper; no post is named yet"),
    ]  # fmt: skip
    (row,) = Read(sample(open_tasks=())).rows("To finish")
    assert row["Action or pivot"] == "Nothing is left to finish."


def test_start_here_says_who_gets_the_file_and_when_to_begin(read: Read) -> None:
    said = [str(cell.value) for row in read.sheet("Start here").iter_rows() for cell in row if cell.value]
    assert "Before each review, send this file to the plan keeper: Chief of staff." in said
    assert "Columns the workbook fills in" in said
    assert any("Next and Later: begin when their time comes" in one for one in said)
    nobody = Read(sample(plan_keeper="")).sheet("Start here")
    assert any(str(row[2].value).endswith("No post is named yet.") for row in nobody.iter_rows())

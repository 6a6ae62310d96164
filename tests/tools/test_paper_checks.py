"""The parts of `make check-papers` that need no other program: our workbook lint and the planted faults."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tools.papers.workbook import without_values
from tools.papers.workbook_faults import FAULTS, plant_workbook_faults
from tools.papers.workbook_lint import lint


def _good() -> tuple[Workbook, Worksheet]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Actions"
    for row in (
        ["Number", "Owner", "Late"],
        [1, "Head of IT", '=IF(A2>1,"late; very","")'],
        [2, "Clerk", "=SUM(A2,3)"],
    ):
        sheet.append(row)
    sheet.add_table(Table(displayName="Plan", ref="A1:C3"))
    sheet.conditional_formatting.add("A2:A3", FormulaRule(formula=["AND(A2>1,B2<>0)"]))
    book.defined_names["owners"] = DefinedName("owners", attr_text="Actions!$B$2:$B$3")
    book.properties.created = datetime(2027, 3, 1, 9)
    return book, sheet


def _saved(book: Workbook, folder: Path) -> Path:
    path = folder / "book.xlsx"
    book.save(path)
    return path


def test_a_good_workbook_has_no_cause_for_repair(tmp_path: Path) -> None:
    book, _ = _good()
    assert lint(_saved(book, tmp_path)) == []


def _long_list(book: Workbook, sheet: Worksheet) -> None:
    sheet.add_data_validation(DataValidation(type="list", formula1='"' + "a," * 150 + '"', sqref="B2"))


def _long_title(book: Workbook, sheet: Worksheet) -> None:
    sheet.add_data_validation(DataValidation(type="whole", promptTitle="t" * 33, sqref="B2"))


def _second_table(name: str, place: str) -> Callable[[Workbook, Worksheet], None]:
    def plant(book: Workbook, sheet: Worksheet) -> None:
        other = book.create_sheet("Other")
        other.append(["One", "Two"])
        other.append([1, 2])
        (sheet if place == "A1:C2" else other).add_table(Table(displayName=name, ref=place))

    return plant


def _two_tables_of_one_name(book: Workbook, sheet: Worksheet) -> None:
    _second_table("Other", "A1:B2")(book, sheet)
    book["Other"].tables["Other"].displayName = "PLAN"
    book["Other"].tables["Other"].name = "PLAN"


def _table_named_like_a_defined_name(book: Workbook, sheet: Worksheet) -> None:
    sheet.tables["Plan"].displayName = "Owners"


CAUSES: dict[str, tuple[str, Callable[[Workbook, Worksheet], None]]] = {
    "list": ("written-out list", _long_list),
    "title": ("message title", _long_title),
    "merge": ("merged cells", lambda book, sheet: sheet.merge_cells("A3:B3")),
    "filter": ("sheet's own filter", lambda book, sheet: setattr(sheet.auto_filter, "ref", "A1:C3")),
    "cell name": ("or a cell's", _second_table("AB12", "A1:B2")),
    "no row": ("no row", _second_table("Empty", "A1:B1")),
    "overlap": ("lies on another", _second_table("Upper", "A1:C2")),
    "twice": ("cannot be read again", _two_tables_of_one_name),
    "as a name": ("used twice", _table_named_like_a_defined_name),
    "heading": ("not plain text", lambda book, sheet: sheet.cell(1, 2, "Own\ner")),
    "new function": ("needs _xlfn.", lambda book, sheet: sheet.cell(9, 9, "=XLOOKUP(1,A1:A2,B1:B2)")),
    "semicolon": ("not a sentence", lambda book, sheet: sheet.cell(9, 9, "=SUM(1;2)")),
    "open bracket": ("not a sentence", lambda book, sheet: sheet.cell(9, 9, "=SUM((1,2)")),
    "rule": (
        "needs _xlfn.",
        lambda book, sheet: sheet.conditional_formatting.add("A1", FormulaRule(formula=["CONCAT(A1)"])),
    ),
    "header": ("header or footer", lambda book, sheet: setattr(sheet.oddHeader.left, "text", "x" * 250)),
    "width": ("column wider", lambda book, sheet: setattr(sheet.column_dimensions["A"], "width", 300)),
    "link": (
        "link too long",
        lambda book, sheet: setattr(sheet["A2"], "hyperlink", "https://x.example/" + "y" * 2100),
    ),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_each_cause_of_a_repair_is_found(cause: str, tmp_path: Path) -> None:
    words, plant = CAUSES[cause]
    book, sheet = _good()
    plant(book, sheet)
    assert any(words in each for each in lint(_saved(book, tmp_path)))


def test_the_bare_copy_keeps_formulas_and_loses_values_and_today(tmp_path: Path) -> None:
    book, sheet = _good()
    sheet["C3"] = "=A3+TODAY()"
    source, kept, bare = _saved(book, tmp_path), tmp_path / "kept.xlsx", tmp_path / "bare.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v></v>", b"<v>7</v>").replace(b"<v/>", b"<v>7</v>"))
    assert openpyxl.load_workbook(kept, data_only=True)["Actions"]["C3"].value == 7
    without_values(kept, bare)
    assert openpyxl.load_workbook(bare)["Actions"]["C3"].value == "=A3+DATE(2027,3,1)"
    values = openpyxl.load_workbook(bare, data_only=True)["Actions"]
    assert [values[place].value for place in ("A2", "B2", "C2", "C3")] == [1, "Head of IT", None, None]


def test_a_fault_that_does_not_fit_leaves_no_copy(tmp_path: Path) -> None:
    source = _saved(openpyxl.Workbook(), tmp_path)
    planted = plant_workbook_faults(source, tmp_path / "faults")
    assert 0 < len(planted) < len(FAULTS)
    assert {path for _, path in planted.values()} == set((tmp_path / "faults").iterdir())


def test_planted_lint_faults_are_found(tmp_path: Path) -> None:
    book, _ = _good()
    planted = plant_workbook_faults(_saved(book, tmp_path), tmp_path / "faults")
    by_lint = [path for finder, path in planted.values() if finder == "lint"]
    assert len(by_lint) == 3
    assert all(lint(path) for path in by_lint)

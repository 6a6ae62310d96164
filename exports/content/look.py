"""How the workbook for own content looks: what is yours is cream, what stays is grey; and the rules of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exports.excel.cells import Value, put
from exports.excel.look import BAD, FONT, GREY, INK, LINE, NAVY, fill

HEAD_ROW, FIRST_ROW = 4, 5
OPEN, FIXED, SECTION = "FFF9E3", "F4F6F9", "E4E9F0"
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its width in characters, and whether its cells are the editor's."""

    head: str
    width: float
    own: bool = False


def add_content_styles(workbook: Workbook) -> None:
    """The named styles of this workbook, beside those of every workbook."""
    begin = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    centre = Alignment(horizontal="center", vertical="center")
    box = Border(bottom=Side(style="thin", color=LINE))
    free = Protection(locked=False)
    ink, quiet = Font(name=FONT, size=10, color=INK), Font(name=FONT, size=10, color=GREY)
    strong = Font(name=FONT, size=10, color=NAVY, bold=True)
    for name, font, place, colour, protection in (
        ("open", ink, begin, OPEN, free), ("open_centre", ink, centre, OPEN, free),
        ("fixed", quiet, begin, FIXED, None), ("fixed_centre", quiet, centre, FIXED, None),
        ("part", strong, begin, SECTION, None), ("part_centre", strong, centre, SECTION, None),
        ("part_open", ink, centre, OPEN, free),
    ):  # fmt: skip
        style = NamedStyle(
            f"pw_{name}", font=font, alignment=place, border=box, fill=fill(colour), number_format="@"
        )
        if protection is not None:
            style.protection = protection
        workbook.add_named_style(style)
    workbook.add_named_style(
        NamedStyle(
            "pw_length", font=quiet, alignment=centre, border=box, fill=fill(FIXED), number_format="0;;"
        )
    )


def heads(sheet: Worksheet, columns: Sequence[Column]) -> None:
    """The head row, the columns' widths, what stays in sight, and a filter over all of it."""
    for place, column in enumerate(columns, start=1):
        put(sheet.cell(HEAD_ROW, place), column.head, "pw_head_own" if column.own else "pw_head")
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[HEAD_ROW].height = 32


def finish_sheet(sheet: Worksheet, columns: int, last: int, *, frozen: int = 1) -> None:
    """Locked without a password, with a filter; heads and the first columns stay in sight."""
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "formatCells", "autoFilter"):
        setattr(sheet.protection, allowed, False)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, frozen).coordinate
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(columns)}{last}"


def fill_row(sheet: Worksheet, row: int, values: Sequence[tuple[Value, str]]) -> None:
    """Write one row: (value, style) from the first column on."""
    for place, (value, style) in enumerate(values, start=1):
        put(sheet.cell(row, place), value, f"pw_{style}")


def drop_down(
    sheet: Worksheet, where: str, name: str, *, told: tuple[str, str], prompt: tuple[str, str] | None = None,
    warns: bool = False,
) -> None:  # fmt: skip
    """A list to choose from; ``name`` is a name of the workbook, ``told`` title and words when something else is typed."""
    _rule(sheet, where, DataValidation("list", formula1=name, allow_blank=True), told, prompt, warns=warns)


def whole(sheet: Worksheet, where: str, least: int, most: int, told: tuple[str, str]) -> None:
    """A whole number between two."""
    rule = DataValidation(
        "whole", formula1=str(least), formula2=str(most), operator="between", allow_blank=True
    )
    _rule(sheet, where, rule, told, None)


def hint(sheet: Worksheet, where: str, prompt: tuple[str, str]) -> None:
    """Words that appear beside the cell while one types in it."""
    _rule(sheet, where, DataValidation(), None, prompt)


def _rule(
    sheet: Worksheet, where: str, rule: DataValidation, told: tuple[str, str] | None,
    prompt: tuple[str, str] | None, *, warns: bool = False,
) -> None:  # fmt: skip
    style: Literal["warning"] | None = "warning" if warns else None
    if told:
        rule.showErrorMessage, rule.errorStyle = True, style
        rule.errorTitle, rule.error = told[0][:LONGEST_TITLE], told[1][:LONGEST_MESSAGE]
    if prompt:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = prompt[0][:LONGEST_TITLE], prompt[1][:LONGEST_MESSAGE]
    rule.add(where)
    sheet.add_data_validation(rule)


def mark_too_long(sheet: Worksheet, where: str, first: str, room: str) -> None:
    """Red where the length in ``first`` is more than the room in ``room`` (both in the first row of ``where``)."""
    red = Font(color=BAD, bold=True)
    rule = FormulaRule([f"{first}>{room}"], font=red, fill=fill("FBE3E1"))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(where, rule)

"""How the workbook looks: its colours, named styles, and the print set-up of every sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.excel.cells import put, safe_text

INK, NAVY, GREY, LINE, TILE, INPUT, BAD = "1F2A37", "17365D", "5B6673", "D5DBE3", "F4F6F9", "FFFDF2", "A61B14"
STATUS_COLOURS = {
    "planned": "9DB7D5", "in_progress": "2F6DB5", "blocked": "E0A030", "overdue": "C2514A", "done": "4E9A75",
    "dropped": "D5DBE3",
}  # fmt: skip
A4, LETTER = 9, 1
FONT = "Calibri"
DATE = "yyyy-mm-dd"

_TOP = Alignment(vertical="top")
_WRAP = Alignment(vertical="top", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="top")
_BOX = Border(bottom=Side(style="thin", color=LINE))


def _font(size: float = 10, colour: str = INK, *, bold: bool = False) -> Font:
    return Font(name=FONT, size=size, color=colour, bold=bold)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=Color(rgb=f"FF{colour}"), end_color=Color(rgb=f"FF{colour}"))


def add_styles(workbook: Workbook) -> None:
    """Every style by name, once: setting them cell by cell costs ten times as much."""
    cells = {
        "text": ("@", _WRAP), "plain": ("General", _TOP), "centre": ("General", _CENTRE), "date": (DATE, _CENTRE),
        "level": ("0.0", _CENTRE), "percent": ("0%", _CENTRE), "whole": ("0", _CENTRE), "adds": ("0.0;;", _CENTRE),
    }  # fmt: skip
    for name, (form, alignment) in cells.items():
        style = NamedStyle(f"pw_{name}", font=_font(), alignment=alignment, border=_BOX, number_format=form)
        workbook.add_named_style(style)
        unlocked = NamedStyle(
            f"pw_{name}_own", font=_font(), alignment=alignment, border=_BOX, number_format=form,
            protection=Protection(locked=False),
        )  # fmt: skip
        workbook.add_named_style(unlocked)
    key = NamedStyle("pw_key", font=_font(colour=GREY), number_format=";;;")
    words = {
        "title": (_font(18, NAVY, bold=True), None), "under": (_font(colour=GREY), None), "body": (_font(11), None),
        "strong": (_font(11, bold=True), None), "mark": (_font(11, BAD, bold=True), None),
        "link": (Font(name=FONT, size=11, color=NAVY, underline="single"), None),
        "head": (_font(10, "FFFFFF", bold=True), NAVY), "head_own": (_font(10, "FFFFFF", bold=True), GREY),
    }  # fmt: skip
    workbook.add_named_style(key)
    for name, (font, fill) in words.items():
        style = NamedStyle(
            f"pw_{name}", font=font, alignment=Alignment(vertical="center", wrap_text=name != "title")
        )
        if fill:
            style.fill = _fill(fill)
        workbook.add_named_style(style)


def _placed(name: str) -> Alignment:
    indent = 1 if name in ("body", "strong", "link") else 0
    return Alignment(vertical="center", wrap_text=name != "title", indent=indent)


def title(sheet: Worksheet, words: str, under: str, mark: str = "") -> None:
    """What the sheet is, in A1, and one line about it, in A2; a rehearsal or draft mark in A3."""
    put(sheet["A1"], words, "pw_title")
    put(sheet["A2"], under, "pw_under")
    sheet["A2"].alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 30
    sheet.row_dimensions[2].height = 18
    if mark:
        put(sheet["A3"], mark, "pw_mark")
        sheet["A3"].alignment = Alignment(vertical="center")


def print_set_up(
    sheet: Worksheet, city: str, made: str, *, paper: str, rtl: bool, head_row: int | None = None
) -> None:
    """Landscape, one page wide, head row repeated, city and sheet above, export date and page below."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.rightToLeft = rtl or None
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = LETTER if paper == "letter" else A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    if head_row:
        sheet.print_title_rows = f"{head_row}:{head_row}"
    above, below = sheet.oddHeader, sheet.oddFooter
    assert above is not None, "openpyxl gives every sheet a header"
    assert below is not None, "openpyxl gives every sheet a footer"
    for part, words in (
        (above.left, safe_text(city)[:80].replace("&", "&&")), (above.right, "&A"),
        (below.left, made), (below.right, "&P / &N"),
    ):  # fmt: skip
        part.text, part.size, part.color = words, 8, GREY


def head(sheet: Worksheet, row: int, names: Sequence[tuple[str, float, bool]]) -> None:
    """The head row: name, width, and whether the owners fill the column in."""
    for column, (words, width, own) in enumerate(names, start=1):
        put(sheet.cell(row, column), words, "pw_head" if own else "pw_head_own")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[row].height = 30


def row_height(sheet: Worksheet, row: int, columns: Sequence[int]) -> None:
    """A first guess of the height that wrapped text needs; Excel lets the row grow from there."""
    lines = 1
    for column in columns:
        value = sheet.cell(row, column).value
        width = sheet.column_dimensions[get_column_letter(column)].width
        if isinstance(value, str):
            lines = max(lines, sum(max(1, math.ceil(len(line) * 1.05 / width)) for line in value.split("\n")))
    sheet.row_dimensions[row].height = min(400.0, max(18.0, lines * 12.9 + 5))

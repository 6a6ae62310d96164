"""How the workbook looks: its colours, named styles, and the print set-up of every sheet."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.look.palette import ON_PAPER
from desktop.model.text import clean
from exports.excel.cells import put

INK, NAVY, GREY, LINE, BAD = "1F2A37", "17365D", "5B6673", "D5DBE3", "A61B14"
STATUS_COLOURS = {
    "planned": "9DB7D5", "in_progress": "2F6DB5", "blocked": "E0A030", "overdue": "C2514A", "done": "4E9A75",
    "dropped": "D5DBE3",
}  # fmt: skip
A4, LETTER = 9, 1
FONT = "Calibri"
DATE = "yyyy-mm-dd"
LINE_HEIGHT, TALLEST, MOST_LINES = 13.2, 400.0, 29
"""Points a line of text takes; the highest row, a little below what Excel allows (409); the lines it holds."""

_PLAIN = Alignment(vertical="center")
_WRAP = Alignment(vertical="center", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="center")
_CENTRE_WRAP = Alignment(horizontal="center", vertical="center", wrap_text=True)
_BOX = Border(bottom=Side(style="thin", color=LINE))

CELLS = {
    "text": ("@", _WRAP), "plain": ("@", _CENTRE), "centre": ("@", _CENTRE), "date": (DATE, _CENTRE),
    "level": ("0.0", _CENTRE), "halves": ("# ?/2", _CENTRE), "percent": ("0%", _CENTRE), "whole": ("0", _CENTRE),
    "money": ("#,##0", _CENTRE), "cents": ("#,##0.00", _CENTRE), "number": ("General", _CENTRE), "adds": ("0.0;;", _CENTRE), "says": ("General", _CENTRE),
}  # fmt: skip
"""Number format and alignment of each kind of cell."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What every sheet says alike. ``status`` is how settled the plan is, in words; ``made`` goes in the footer."""

    status: str
    rehearsal: bool
    city: str
    made: str
    paper: str
    rtl: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one column. ``own``: its owner fills it in; ``kind`` is what its cells hold (:data:`CELLS`)."""

    words: str
    width: float
    kind: str = "text"
    own: bool = False


def _font(
    size: float = 10, colour: str = INK, *, bold: bool = False, line: Literal["single"] | None = None
) -> Font:
    return Font(name=FONT, size=size, color=colour, bold=bold, underline=line)


def fill(colour: str) -> PatternFill:
    """One even colour, six hexadecimal digits."""
    return PatternFill("solid", start_color=Color(rgb=f"FF{colour}"), end_color=Color(rgb=f"FF{colour}"))


def add_styles(workbook: Workbook, *, rtl: bool) -> None:
    """Every style by name, once: setting them cell by cell costs ten times as much."""
    side: Literal["left", "right"] = "right" if rtl else "left"
    edge = Alignment(horizontal=side, vertical="center")
    begin = Alignment(horizontal=side, vertical="center", wrap_text=True, indent=1)
    top = Alignment(horizontal=side, vertical="top", wrap_text=True, indent=1)
    for name, (form, alignment) in CELLS.items():
        placed = begin if alignment is _WRAP else alignment
        _add(workbook, name, _font(), placed, border=_BOX, number_format=form)
    free = Protection(locked=False)
    _add(workbook, "free", _font(), begin, border=_BOX, number_format="@", protection=free)
    _add(workbook, "long", _font(), top, border=_BOX, number_format="@")
    _add(workbook, "key", _font(colour=GREY), _PLAIN, number_format=";;;")
    for number, colour in enumerate(ON_PAPER, start=1):
        border = Border(bottom=_BOX.bottom, left=Side(style="thick", color=colour.lstrip("#")))
        _add(workbook, f"pivot_{number}", _font(), begin, border=border, number_format="@")
    for name, colour in (("head", GREY), ("head_own", NAVY)):
        white = _font(colour="FFFFFF", bold=True)
        _add(workbook, name, white, begin, fill=fill(colour))
        _add(workbook, f"{name}_centred", white, _CENTRE_WRAP, fill=fill(colour))
    for name, font, alignment in (
        ("title", _font(18, NAVY, bold=True), edge), ("under", _font(colour=GREY), edge),
        ("status", _font(11, NAVY, bold=True), edge), ("rehearsal", _font(11, BAD, bold=True), edge),
        ("body", _font(11), begin), ("strong", _font(11, bold=True), begin),
        ("step", _font(11, bold=True), _CENTRE), ("link", _font(11, NAVY, line="single"), begin),
    ):  # fmt: skip
        _add(workbook, name, font, alignment)


def _add(workbook: Workbook, name: str, font: Font, alignment: Alignment, **more: Any) -> None:
    workbook.add_named_style(NamedStyle(f"pw_{name}", font=font, alignment=alignment, **more))


def level_style(value: Fraction | None, *, agreed: bool) -> str:
    """Agreed levels read "2" or "2 1/2", computed ones "2.3": the same difference as on the wall and on paper."""
    if not agreed or value is None or value.denominator > 2:
        return "pw_level"
    return "pw_whole" if value.denominator == 1 else "pw_halves"


def pivot_style(colour: int) -> str:
    """The style whose left edge has the pivot's colour; ``colour`` is counted from 1."""
    return f"pw_pivot_{(colour - 1) % len(ON_PAPER) + 1}"


def title(sheet: Worksheet, words: str, under: str, edition: Edition) -> None:
    """What the sheet is, in A1; one line about it, in A2; how settled it is, in A3."""
    put(sheet["A1"], words, "pw_title")
    put(sheet["A2"], under, "pw_under")
    put(sheet["A3"], edition.status, "pw_rehearsal" if edition.rehearsal else "pw_status")
    for row, height in ((1, 30), (2, 18), (3, 24)):
        sheet.row_dimensions[row].height = height


def print_set_up(sheet: Worksheet, edition: Edition, area: str, head_row: int | None = None) -> None:
    """Landscape, one page wide, head row repeated, city and sheet above, export date and page below."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.rightToLeft = edition.rtl or None
    sheet.print_area = area
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = LETTER if edition.paper == "letter" else A4
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
        (above.left, clean(edition.city).replace("\n", " ")[:80].replace("&", "&&")), (above.right, "&A"),
        (below.left, edition.made), (below.right, "&P / &N"),
    ):  # fmt: skip
        part.text, part.size, part.color = words, 8, GREY


def print_pages(
    sheet: Worksheet, edition: Edition, area: str, head_row: int, ends: Sequence[int], kept: int
) -> None:
    """As :func:`print_set_up`, but as many pages beside each other as ``ends`` has columns (counted from 1), with the
    first ``kept`` columns on every page.

    A program that fits pages chooses the breaks itself; the columns are as wide as it takes to break after ``ends``.
    """
    print_set_up(sheet, edition, area, head_row)
    sheet.page_setup.fitToWidth = len(ends)
    sheet.print_title_cols = f"A:{get_column_letter(kept)}"
    for end in ends[:-1]:
        sheet.col_breaks.append(Break(id=end))


def lock(sheet: Worksheet) -> None:
    """Keep what is computed from being typed over; no password, and columns and rows may still be widened."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def head(sheet: Worksheet, row: int, heads: Sequence[Head]) -> None:
    """The head row. New rows under the last one get their column's number format and alignment from here."""
    for place, one in enumerate(heads, start=1):
        form, alignment = CELLS.get(one.kind, CELLS["text"])
        name = "pw_head_own" if one.own else "pw_head"
        centred = alignment.horizontal == "center"
        put(sheet.cell(row, place), one.words, f"{name}_centred" if centred else name)
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width, column.number_format, column.alignment = one.width, form, alignment
    sheet.row_dimensions[row].height = 32


def row_height(sheet: Worksheet, row: int, columns: Sequence[int], least: float = 20) -> None:
    """A first guess of the height that wrapped text needs; Excel lets the row grow from there.

    A text that no row can hold is shown from its beginning.
    """
    lines = 1
    for column in columns:
        value = sheet.cell(row, column).value
        room = max(1, math.floor(sheet.column_dimensions[get_column_letter(column)].width - 2.5))
        if isinstance(value, str):
            mine = sum(_lines(line, room) for line in value.split("\n"))
            if mine > MOST_LINES and sheet.cell(row, column).style in ("pw_text", "pw_body"):
                sheet.cell(row, column).style = "pw_long"
            lines = max(lines, mine)
    sheet.row_dimensions[row].height = min(TALLEST, max(least, lines * LINE_HEIGHT + 8))


def _lines(words: str, room: int) -> int:
    """Lines that words take in a column of ``room`` characters; letters are taken as wide as digits."""
    if len(words) <= room:
        return 1
    return len(textwrap.wrap(words[: room * 40], room)) if len(words) < room * 40 else 40

"""The sheet Actions: a real table with drop-downs, dates, and a column that says what needs attention today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableFormula, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words, mark
from exports.excel.cells import Book, put, safe_text
from exports.excel.columns import PAGE_ENDS, ActionColumn, action_columns, as_day
from exports.excel.entering import add_lists_to
from exports.excel.look import GREY, INK, STATUS_COLOURS, Edition, Head, head, print_pages, row_height, title
from exports.excel.names import FIRST_ROW, HEAD_ROW, LAST_ROW, STATUSES, cells, define, sheet_name
from exports.plan_order import plan_order
from exports.report import ActionEntry, Report

NAME = mark("Actions")
TABLE = "ActionPlan"
SPARE = 12
"""Free rows under the table, printed too: *Attention* judges what is written into them in any program."""

KEPT = 2
"""Columns that stand on every printed page: number and action."""

SOON = 30
"""Days before a due date that call for attention."""


def add_actions(book: Book, report: Report, words: Words, edition: Edition) -> None:
    """Add the sheet, its table, lists, rules, and the names that other sheets count by.

    The print takes three pages side by side, for all columns on one would be too small to read, each with number
    and action, and shows some free rows, for actions that were added later.
    A plan without actions has one empty row, for a table needs one.
    """
    say = words.say
    sheet = book.sheet(sheet_name(words, NAME))
    columns = action_columns(report, words)
    under = say("Blue columns are yours; new rows go below.")
    title(sheet, say(NAME), under, edition)
    head(sheet, HEAD_ROW, [Head(one.head, one.width, one.style, one.own) for one in columns])
    letters = {column.key: get_column_letter(place) for place, column in enumerate(columns, start=1)}
    _names(book, sheet, letters)
    wraps = [place for place, column in enumerate(columns, start=1) if column.style == "text"]
    today = date.fromisoformat(report.made_at[:10])
    last = HEAD_ROW + max(1, len(report.actions))
    entries: list[ActionEntry | None] = [*plan_order(report)]
    entries += [None] * (last + SPARE - HEAD_ROW - len(entries))
    for row, entry in enumerate(entries, start=FIRST_ROW):
        said = attention(book.attention_words, entry, today) if entry else ""
        for place, column in enumerate(columns, start=1):
            cell = sheet.cell(row, place)
            if column.key == "attention":
                book.formula(cell, _attention(letters, row), said, f"pw_{column.style}")
            else:
                put(cell, column.read(entry) if entry else None, f"pw_{column.style}")
        row_height(sheet, row, wraps)
    _table(sheet, columns, letters, last)
    add_lists_to(sheet, letters, words)
    _rules(sheet, letters, columns)
    sheet.column_dimensions[letters["key"]].hidden = True
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 3).coordinate
    places = {column.key: place for place, column in enumerate(columns, start=1)}
    ends = [*(places[key] for key in PAGE_ENDS), len(columns) - 1]
    area = f"A1:{get_column_letter(ends[-1])}{last + SPARE}"
    print_pages(sheet, edition, area, HEAD_ROW, ends, KEPT)


def _attention(letters: Mapping[str, str], row: int) -> str:
    """The formula of the column *Attention*; its words stand on the sheet Lists."""
    title_, status, start, due, owner, progress = (
        f"${letters[key]}{row}" for key in ("title", "status", "start", "due", "owner", "progress")
    )
    return (
        f'=IF(OR({title_}="",{status}=st_done,{status}=st_dropped),"",'
        f"IF(OR(ISTEXT({start}),ISTEXT({due})),at_not_date,"
        f"IF(AND(ISNUMBER({progress}),{progress}>=1),at_done,IF({status}=st_blocked,at_blocked,"
        f'IF(AND({due}<>"",{due}<TODAY()),at_overdue,IF({owner}="",at_no_owner,IF({due}="",at_no_due,'
        f'IF({due}<=TODAY()+{SOON},at_soon,""))))))))'
    )


def attention(said: Mapping[str, str], entry: ActionEntry, today: date) -> str:
    """What the formula says on the day of the export; ``said`` are the words by code."""
    due = as_day(entry.due)
    if entry.status in ("done", "dropped"):
        return ""
    if entry.progress >= 100:
        return said["done"]
    if entry.status == "blocked":
        return said["blocked"]
    if due is not None and due < today:
        return said["overdue"]
    if not entry.owner:
        return said["no_owner"]
    if due is None:
        return said["no_due"]
    return said["soon"] if due <= today + timedelta(days=SOON) else ""


def _names(book: Book, sheet: Worksheet, letters: Mapping[str, str]) -> None:
    for key in ("title", "pivot", "wave", "owner", "due", "status", "progress", "adds"):
        where = f"${letters[key]}${FIRST_ROW}:${letters[key]}${LAST_ROW}"
        define(book.workbook, f"act_{key}", cells(sheet.title, where))


def _table(sheet: Worksheet, columns: Sequence[ActionColumn], letters: Mapping[str, str], last: int) -> None:
    """The table; in Excel a row added to it gets the formula of *Attention*. No other formula looks into it."""
    table = Table(displayName=TABLE, ref=f"A{HEAD_ROW}:{letters[columns[-1].key]}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    table._initialise_columns()  # type: ignore[attr-defined]  # not in the stubs
    for told, column in zip(table.tableColumns, columns, strict=True):
        told.name = safe_text(column.head)
        if column.key == "attention":
            told.calculatedColumnFormula = TableFormula(attr_text=_attention(letters, FIRST_ROW)[1:])


def _rule(**how: object) -> Rule:
    rule: Rule = FormulaRule(**how)  # type: ignore[no-untyped-call]
    return rule


def _rules(sheet: Worksheet, letters: Mapping[str, str], columns: Sequence[ActionColumn]) -> None:
    """Colours by status; what is late stands out, what is done fades. The first rule that holds gives the colour."""
    status, attention_ = f"${letters['status']}{FIRST_ROW}", f"${letters['attention']}{FIRST_ROW}"
    area = f"{letters['status']}{FIRST_ROW}:{letters['status']}{LAST_ROW}"
    for code in STATUSES:
        ink = "FFFFFF" if code == "in_progress" else INK
        fill = PatternFill("solid", bgColor=STATUS_COLOURS[code])
        sheet.conditional_formatting.add(
            area, _rule(formula=[f"{status}=st_{code}"], fill=fill, font=Font(color=ink))
        )
    area = f"{letters['attention']}{FIRST_ROW}:{letters['attention']}{LAST_ROW}"
    for code, ink in (("overdue", "FFFFFF"), ("not_date", "FFFFFF"), ("blocked", INK), ("done", INK)):
        colour = {"not_date": "overdue", "done": "blocked"}.get(code, code)
        fill = PatternFill("solid", bgColor=STATUS_COLOURS[colour])
        sheet.conditional_formatting.add(
            area, _rule(formula=[f"{attention_}=at_{code}"], fill=fill, font=Font(color=ink, bold=True))
        )
    whole = f"A{FIRST_ROW}:{letters[columns[-2].key]}{LAST_ROW}"
    for name in ("st_done", "st_dropped"):
        sheet.conditional_formatting.add(whole, _rule(formula=[f"{status}={name}"], font=Font(color=GREY)))

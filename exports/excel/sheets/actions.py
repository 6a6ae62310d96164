"""The sheet Actions: a real table with drop-downs, dates, and a column that says what needs attention today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words
from exports.excel.cells import Book, put
from exports.excel.columns import ActionColumn, action_columns, as_day
from exports.excel.look import BAD, GREY, STATUS_COLOURS, head, print_set_up, row_height, title
from exports.excel.names import FIRST_ROW, HEAD_ROW, LAST_ROW, define
from exports.report import ActionEntry, Report

TABLE = "ActionPlan"
SOON = 30
"""Days before a due date that call for attention."""


def add_actions(book: Book, report: Report, words: Words, *, mark: str, rtl: bool) -> None:
    """Add the sheet, its table, lists, rules, and the names that other sheets count by.

    The print shows the columns up to the first step: all of them on one page would be too small to read.
    """
    say = words.say
    sheet = book.sheet(say("Actions"))
    columns = action_columns(report, words)
    title(
        sheet, say("Actions"),
        say("One row an action. Fill in the blue columns; add new actions in the first free row under the table."), mark,
    )  # fmt: skip
    head(sheet, HEAD_ROW, [(column.head, column.width, column.own) for column in columns])
    letters = {column.key: get_column_letter(place) for place, column in enumerate(columns, start=1)}
    _names(book, sheet, letters)
    wraps = [place for place, column in enumerate(columns, start=1) if column.style == "text"]
    for row, entry in enumerate(report.actions, start=FIRST_ROW):
        _row(book, sheet, row, columns, letters, entry, report.made_at)
        row_height(sheet, row, wraps)
    _table(sheet, columns, max(1, len(report.actions)))
    _lists(sheet, letters, words)
    _rules(sheet, letters, columns)
    sheet.column_dimensions[letters["key"]].hidden = True
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 3).coordinate
    made = say("Exported {date}", date=report.made_at[:10])
    print_set_up(sheet, report.city, made, paper=report.options.paper, rtl=rtl, head_row=HEAD_ROW)
    sheet.print_area = f"A1:{letters['first_step']}{max(FIRST_ROW, FIRST_ROW - 1 + len(report.actions))}"


def _row(
    book: Book,
    sheet: Worksheet,
    row: int,
    columns: Sequence[ActionColumn],
    letters: Mapping[str, str],
    entry: ActionEntry,
    made_at: str,
) -> None:
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(row, place)
        style = "pw_key" if column.key == "key" else f"pw_{column.style}"
        if column.key == "attention":
            book.formula(
                cell,
                _attention(letters, row),
                attention(book, entry, date.fromisoformat(made_at[:10])),
                style,
            )
            continue
        value = column.read(entry)
        put(cell, float(value) if isinstance(value, Fraction) else value, style)  # type: ignore[arg-type]


def _attention(letters: Mapping[str, str], row: int) -> str:
    """The formula of the column *Attention*; its words stand on the sheet Lists."""
    title_, status, due, owner = (f"${letters[key]}{row}" for key in ("title", "status", "due", "owner"))
    return (
        f'=IF(OR({title_}="",{status}=st_done,{status}=st_dropped),"",IF({status}=st_blocked,at_blocked,'
        f'IF(AND({due}<>"",{due}<TODAY()),at_overdue,IF({owner}="",at_no_owner,IF({due}="",at_no_due,'
        f'IF({due}<=TODAY()+{SOON},at_soon,""))))))'
    )


def attention(book: Book, entry: ActionEntry, today: date) -> str:
    """What the formula says on the day of the export."""
    said = book.attention_words
    due = as_day(entry.due)
    if entry.status in ("done", "dropped"):
        return ""
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
    quoted = sheet.title.replace("'", "''")
    for key in ("title", "pivot", "wave", "owner", "due", "status", "progress", "adds"):
        where = f"'{quoted}'!${letters[key]}${FIRST_ROW}:${letters[key]}${LAST_ROW}"
        define(book.workbook, f"act_{key}", where)


def _table(sheet: Worksheet, columns: Sequence[ActionColumn], rows: int) -> None:
    table = Table(displayName=TABLE, ref=f"A{HEAD_ROW}:{get_column_letter(len(columns))}{HEAD_ROW + rows}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def _lists(sheet: Worksheet, letters: Mapping[str, str], words: Words) -> None:
    """Drop-downs and limits, down to the last row that counts. A new owner's name is welcome: that one warns."""
    say = words.say
    for key, source in (
        ("pivot", "list_pivot"),
        ("wave", "list_wave"),
        ("status", "list_status"),
        ("money", "list_money"),
    ):
        _check(sheet, letters[key], DataValidation(
            "list", formula1=source, allow_blank=True, showErrorMessage=True, errorTitle=say("Not on the list"),
            error=say("Please choose one of the list. The lists stand on the sheet Lists."),
        ))  # fmt: skip
    _check(sheet, letters["owner"], DataValidation(
        "list", formula1="list_owner", allow_blank=True, showErrorMessage=True, errorStyle="warning",
        errorTitle=say("A new owner"), error=say("This post is not on the list yet. Keep it?"), showInputMessage=True,
        promptTitle=say("Owner"), prompt=say("A post, not a person. One post answers for one action."),
    ))  # fmt: skip
    for key in ("start", "due"):
        _check(sheet, letters[key], DataValidation(
            "date", operator="between", formula1="36526", formula2="73415", allow_blank=True, showErrorMessage=True,
            errorTitle=say("Not a date"), error=say("Please write a date between 2000 and 2100."), showInputMessage=True,
            promptTitle=say("Date"), prompt=say("Year, month, day, for example 2027-08-31."),
        ))  # fmt: skip
    _check(sheet, letters["progress"], DataValidation(
        "decimal", operator="between", formula1="0", formula2="1", allow_blank=True, showErrorMessage=True,
        errorTitle=say("Progress"), error=say("Please write a share from 0% to 100%."),
    ))  # fmt: skip


def _check(sheet: Worksheet, letter: str, validation: DataValidation) -> None:
    validation.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(validation)


def _rule(**how: object) -> Rule:
    rule: Rule = FormulaRule(**how)  # type: ignore[no-untyped-call]
    return rule


def _rules(sheet: Worksheet, letters: Mapping[str, str], columns: Sequence[ActionColumn]) -> None:
    """Colours by status; what is late stands out, what is done fades."""
    status, attention_ = f"${letters['status']}{FIRST_ROW}", f"${letters['attention']}{FIRST_ROW}"
    whole = f"A{FIRST_ROW}:{get_column_letter(len(columns) - 1)}{LAST_ROW}"
    faded = Font(color=GREY)
    for name in ("st_done", "st_dropped"):
        sheet.conditional_formatting.add(whole, _rule(formula=[f"{status}={name}"], font=faded))
    area = f"{letters['status']}{FIRST_ROW}:{letters['status']}{LAST_ROW}"
    for code, ink in (
        ("planned", "1F2A37"),
        ("in_progress", "FFFFFF"),
        ("blocked", "1F2A37"),
        ("done", "1F2A37"),
    ):
        fill = PatternFill("solid", bgColor=STATUS_COLOURS[code])
        sheet.conditional_formatting.add(
            area, _rule(formula=[f"{status}=st_{code}"], fill=fill, font=Font(color=ink))
        )
    where = f"{letters['attention']}{FIRST_ROW}:{letters['attention']}{LAST_ROW}"
    late = Font(color=BAD, bold=True)
    for name in ("at_overdue", "at_blocked"):
        sheet.conditional_formatting.add(where, _rule(formula=[f"{attention_}={name}"], font=late))

"""The sheet Lists: the words of every drop-down, and those that formulas compare with."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from desktop.words.catalogue import Words
from exports.excel.cells import Book, put
from exports.excel.look import head, print_set_up, title
from exports.excel.names import HEAD_ROW, define, money_words, status_words, wave_words
from exports.report import Report

FREE_OWNERS = 60
"""Rows of the owners' list, so that new posts find room."""


def attention_words(words: Words) -> dict[str, str]:
    """What the column Attention says."""
    return {
        "blocked": words.say("Blocked"),
        "overdue": words.say("Overdue"),
        "no_owner": words.say("No owner"),
        "no_due": words.say("No due date"),
        "soon": words.say("Due in 30 days"),
    }


def add_lists(book: Book, report: Report, words: Words, *, mark: str, rtl: bool) -> None:
    """Add the sheet and the names of its lists and words."""
    say = words.say
    sheet = book.sheet(say("Lists"))
    under = say("The words of the drop-downs. Only the owners are yours to change: one post a row.")
    title(sheet, say("Lists"), under, mark)
    owners = sorted({entry.owner for entry in report.actions if entry.owner}, key=str.casefold)
    columns: tuple[tuple[str, str, Sequence[str], float], ...] = (
        ("list_pivot", say("Pivot"), [standing.name for standing in report.standings], 38),
        ("list_wave", say("Wave"), list(wave_words(words).values()), 10),
        ("list_status", say("Status"), list(status_words(words).values()), 14),
        ("list_owner", say("Owner"), owners, 32),
        ("list_money", say("Money"), list(money_words(words).values()), 16),
        ("at", say("Attention"), list(attention_words(words).values()), 18),
    )
    head(sheet, HEAD_ROW, [(name, width, key == "list_owner") for key, name, _, width in columns])
    quoted = sheet.title.replace("'", "''")
    for place, (key, _, values, _) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        rows = FREE_OWNERS if key == "list_owner" else len(values)
        for number in range(rows):
            cell = sheet.cell(HEAD_ROW + 1 + number, place)
            style = "pw_text_own" if key == "list_owner" else "pw_text"
            put(cell, values[number] if number < len(values) else None, style)
        if key != "at":
            define(
                book.workbook, key, f"'{quoted}'!${letter}${HEAD_ROW + 1}:${letter}${HEAD_ROW + max(1, rows)}"
            )
        named = {"list_status": ("st", status_words(words)), "at": ("at", attention_words(words))}.get(key)
        if named:
            for number, code in enumerate(named[1], start=HEAD_ROW + 1):
                define(book.workbook, f"{named[0]}_{code}", f"'{quoted}'!${letter}${number}")
    sheet.protection.sheet = True
    made = say("Exported {date}", date=report.made_at[:10])
    print_set_up(sheet, report.city, made, paper=report.options.paper, rtl=rtl, head_row=HEAD_ROW)
    sheet.print_area = f"A1:F{HEAD_ROW + max(len(owners), len(report.standings)) + 1}"
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1).coordinate

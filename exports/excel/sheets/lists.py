"""The sheet Lists: the words of every drop-down, and those that formulas compare with."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from desktop.words.catalogue import Words, mark
from exports.excel.cells import Book, put
from exports.excel.look import Edition, Head, head, lock, print_set_up, title
from exports.excel.names import (
    FIRST_ROW,
    HEAD_ROW,
    cells,
    define,
    money_words,
    sheet_name,
    status_words,
    wave_words,
)
from exports.report import Report

NAME = mark("Lists")
FREE_OWNERS = 40
"""Free rows under the owners' list, so that new posts find room."""


def attention_words(words: Words) -> dict[str, str]:
    """What the column Attention says."""
    return {
        "not_date": words.say("Not a date"),
        "done": words.say("Done?"),
        "blocked": words.say("Blocked"),
        "overdue": words.say("Overdue"),
        "no_owner": words.say("No owner"),
        "no_due": words.say("No due date"),
        "soon": words.say("Due in 30 days"),
    }


def add_lists(book: Book, report: Report, words: Words, edition: Edition) -> None:
    """Add the sheet and the names of its lists and words."""
    say = words.say
    sheet = book.sheet(sheet_name(words, NAME))
    under = say("The words of the drop-downs. Only the owners are yours to change: one post a row.")
    title(sheet, say(NAME), under, edition)
    owners = sorted({entry.owner for entry in report.actions if entry.owner}, key=str.casefold)
    columns: tuple[tuple[str, str, Sequence[str], float], ...] = (
        ("list_pivot", say("Pivot"), [standing.name for standing in report.standings], 38),
        ("list_wave", say("Wave"), list(wave_words(words).values()), 10),
        ("list_status", say("Status"), list(status_words(words).values()), 14),
        ("list_owner", say("Owner"), owners, 32),
        ("list_money", say("Money"), list(money_words(words).values()), 16),
        ("at", say("Attention"), list(attention_words(words).values()), 18),
    )
    head(sheet, HEAD_ROW, [Head(name, width, own=key == "list_owner") for key, name, _, width in columns])
    for place, (key, _, values, _) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        rows = len(owners) + FREE_OWNERS if key == "list_owner" else len(values)
        for number in range(rows):
            cell = sheet.cell(FIRST_ROW + number, place)
            style = "pw_free" if key == "list_owner" else "pw_text"
            put(cell, values[number] if number < len(values) else None, style)
            sheet.row_dimensions[FIRST_ROW + number].height = 20
        if key != "at":
            where = f"${letter}${FIRST_ROW}:${letter}${HEAD_ROW + max(1, rows)}"
            define(book.workbook, key, cells(sheet.title, where))
        named = {"list_status": ("st", status_words(words)), "at": ("at", attention_words(words))}.get(key)
        if named:
            for number, code in enumerate(named[1], start=FIRST_ROW):
                define(book.workbook, f"{named[0]}_{code}", cells(sheet.title, f"${letter}${number}"))
    lock(sheet)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 1).coordinate
    rows = max(len(owners), len(report.standings), len(status_words(words)), len(attention_words(words)))
    print_set_up(sheet, edition, f"A1:F{FIRST_ROW + rows}", HEAD_ROW)

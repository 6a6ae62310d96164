"""The sheet To finish: what was still open on the day of the export, and whose task it is."""

from __future__ import annotations

from desktop.words.catalogue import Words, mark
from desktop.words.dates import long_date
from desktop.words.finishing import how_many_to_finish
from desktop.words.formats import untied
from exports.excel.cells import Book, put
from exports.excel.look import Edition, Head, head, lock, print_set_up, row_height, title
from exports.excel.names import FIRST_ROW, HEAD_ROW, sheet_name
from exports.report import Report

NAME = mark("To finish")


def add_finish(book: Book, report: Report, words: Words, edition: Edition) -> None:
    """Add the sheet, pivots first, then actions by number; with nothing open one row says so."""
    say = words.say
    sheet = book.sheet(sheet_name(words, NAME))
    under = say(
        "Still open on {date}. Fill it in on the sheet Actions; what is about a pivot goes to the plan keeper.",
        date=untied(long_date(words, report.made_at[:10])),
    )
    title(sheet, say(NAME), under, edition)
    heads = (
        Head(say("No."), 8, "plain"), Head(say("Action or pivot"), 52), Head(say("What is to be done"), 52),
        Head(say("For"), 34),
    )  # fmt: skip
    head(sheet, HEAD_ROW, heads)
    nobody = say("The plan keeper; no post is named yet")
    rows = [(one.number, one.about, one.task, one.who or nobody) for one in report.open_tasks]
    for row, values in enumerate(rows or [("", how_many_to_finish(words, 0), "", "")], start=FIRST_ROW):
        for place, (value, style) in enumerate(
            zip(values, ("pw_plain", "pw_text", "pw_text", "pw_text"), strict=True), start=1
        ):
            put(sheet.cell(row, place), value, style)
        row_height(sheet, row, (2, 3, 4))
    lock(sheet)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 1).coordinate
    print_set_up(sheet, edition, f"A1:D{HEAD_ROW + max(1, len(rows))}", HEAD_ROW)

"""The sheet Start here: six steps, links, what the colours mean."""

from __future__ import annotations

from openpyxl.styles import Border, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words, mark
from desktop.words.dates import dates, long_date
from exports.excel.cells import Book, put
from exports.excel.look import (
    GREY,
    NAVY,
    STATUS_COLOURS,
    Edition,
    fill,
    lock,
    print_set_up,
    row_height,
    title,
)
from exports.excel.names import cells, sheet_name, status_words
from exports.report import Report

NAME = mark("Start here")
FIRST_STEP, REVIEWS, COLOURS = 5, 12, 14
"""The rows where the steps, the review dates and the key of colours begin."""

_GAP = Side(style="thick", color="FFFFFF")
_APART = Border(_GAP, _GAP, _GAP, _GAP)


def add_start(book: Book, report: Report, words: Words, edition: Edition) -> None:
    """Add the sheet; it is the one people see first."""
    say = words.say
    sheet = book.sheet(sheet_name(words, NAME))
    under = say("The action plan of the workshop on {date}.", date=long_date(words, report.date))
    title(sheet, say("{city}: action plan", city=report.city), under, edition)
    for letter, width in (("A", 5), ("B", 30), ("C", 78)):
        sheet.column_dimensions[letter].width = width
    _steps(sheet, report, words)
    put(sheet.cell(REVIEWS, 2), say("Reviews"), "pw_strong")
    reviews = dates(words, report.reviews) if report.reviews else say("No date is set.")
    put(sheet.cell(REVIEWS, 3), reviews, "pw_body")
    last = _colours(sheet, words) + 1
    put(sheet.cell(last, 2), say("Limits"), "pw_strong")
    put(sheet.cell(last, 3), report.council.limits, "pw_body")
    row_height(sheet, last, (3,), least=32)
    lock(sheet)
    print_set_up(sheet, edition, f"A1:C{last}")


def _steps(sheet: Worksheet, report: Report, words: Words) -> None:
    """Six steps; those that happen on another sheet lead there."""
    say = words.say
    keeper = (
        say("Before each review, send this file to the plan keeper: {keeper}.", keeper=report.plan_keeper)
        if report.plan_keeper
        else say("Before each review, send this file to the plan keeper. No post is named yet.")
    )
    begin = say(
        "The column First step says how to begin. Now: begin at once. Next and Later: begin when their time comes; "
        "“this month” is then the month you begin."
    )
    to_finish = say("The sheet To finish says what is still open, and for whom.")
    steps = (
        (say("Find your post"), say("Open Actions and filter the column Owner."), "Actions"),
        (say("Finish what is open"), to_finish, "To finish"),
        (say("Do the first step"), begin, "Actions"),
        (say("Keep it true"), say("Change status, progress and update whenever something moves."), "Actions"),
        (say("See how far we are"), say("Pivots adds up what is done, pivot by pivot."), "Pivots"),
        (say("Send it back"), keeper, ""),
    )  # fmt: skip
    for row, (heading, told, target) in enumerate(steps, start=FIRST_STEP):
        put(sheet.cell(row, 1), row - FIRST_STEP + 1, "pw_step")
        step = put(sheet.cell(row, 2), heading, "pw_link" if target else "pw_strong")
        put(sheet.cell(row, 3), told, "pw_body")
        row_height(sheet, row, (3,), least=24)
        if target:
            place = cells(sheet_name(words, target), "A1")
            step.hyperlink = Hyperlink(ref=step.coordinate, location=place, display=heading)
            step.style = "pw_link"  # setting a link sets openpyxl's own look


def _colours(sheet: Worksheet, words: Words) -> int:
    """The key of colours; returns the first free row."""
    put(sheet.cell(COLOURS, 2), words.say("What the colours mean"), "pw_strong")
    meanings = [(NAVY, words.say("Columns you fill in")), (GREY, words.say("Columns the workbook fills in"))]
    meanings += [(STATUS_COLOURS[code], word) for code, word in status_words(words).items()]
    meanings.append((STATUS_COLOURS["overdue"], words.say("Overdue, whatever its status")))
    for row, (colour, meaning) in enumerate(meanings, start=COLOURS + 1):
        sheet.cell(row, 1).fill, sheet.cell(row, 1).border = fill(colour), _APART
        put(sheet.cell(row, 2), meaning, "pw_body")
        sheet.row_dimensions[row].height = 20
    return COLOURS + 1 + len(meanings)

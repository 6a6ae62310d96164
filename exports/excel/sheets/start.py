"""The sheet Start here: five steps, links, what the colours mean."""

from __future__ import annotations

from openpyxl.styles import Alignment, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from desktop.words.catalogue import Words
from desktop.words.dates import dates, long_date
from exports.excel.cells import Book, put
from exports.excel.look import GREY, NAVY, STATUS_COLOURS, print_set_up, title
from exports.excel.names import status_words
from exports.report import Report


def add_start(book: Book, report: Report, words: Words, *, mark: str, rtl: bool) -> None:
    """Add the sheet; it is the one people see first."""
    say = words.say
    sheet = book.sheet(say("Start here"))
    under = say("The action plan of the workshop on {date}.", date=long_date(words, report.date))
    title(sheet, say("{city}: action plan", city=report.city), under, mark)
    sheet.column_dimensions["A"].width = 5
    sheet.column_dimensions["B"].width = 30
    sheet.column_dimensions["C"].width = 74
    keeper = report.plan_keeper or say("the plan keeper")
    steps = (
        (say("Find your post"), say("Open Actions and filter the column Owner."), say("Actions")),
        (say("Do the first step"), say("The column First step says what comes this month."), say("Actions")),
        (say("Keep it true"), say("Change status, progress and update whenever something moves."), say("Actions")),
        (say("See how far we are"), say("Pivots adds up what is done, pivot by pivot."), say("Pivots")),
        (say("Send it back"), say("Before each review, send this file to {keeper}.", keeper=keeper), ""),
    )  # fmt: skip
    for row, (heading, words_, target) in enumerate(steps, start=5):
        put(sheet.cell(row, 1), row - 4, "pw_strong").alignment = Alignment(
            horizontal="center", vertical="center"
        )
        put(sheet.cell(row, 2), heading, "pw_strong")
        put(sheet.cell(row, 3), words_, "pw_body")
        sheet.row_dimensions[row].height = 24
        if target:
            sheet.cell(row, 2).style = "pw_link"
            sheet.cell(row, 2).hyperlink = Hyperlink(
                ref=sheet.cell(row, 2).coordinate, location=f"'{target}'!A1", display=heading
            )
    put(sheet.cell(11, 2), say("Reviews"), "pw_strong")
    put(
        sheet.cell(11, 3),
        dates(words, report.reviews) if report.reviews else say("No date is set."),
        "pw_body",
    )
    put(sheet.cell(13, 2), say("What the colours mean"), "pw_strong")
    rows = [(NAVY, say("Columns you fill in")), (GREY, say("Columns the program fills in"))]
    rows += [(STATUS_COLOURS[code], word) for code, word in status_words(words).items()]
    for row, (colour, meaning) in enumerate(rows, start=14):
        sheet.cell(row, 1).fill = PatternFill("solid", start_color=f"FF{colour}", end_color=f"FF{colour}")
        put(sheet.cell(row, 2), meaning, "pw_body")
        sheet.row_dimensions[row].height = 18
    last = 14 + len(rows) + 1
    put(sheet.cell(last, 2), say("Limits"), "pw_strong")
    put(sheet.cell(last, 3), report.council.limits, "pw_body")
    sheet.cell(last, 2).alignment = sheet.cell(last, 3).alignment = Alignment(vertical="top", wrap_text=True)
    sheet.row_dimensions[last].height = 34
    made = say("Exported {date}", date=report.made_at[:10])
    print_set_up(sheet, report.city, made, paper=report.options.paper, rtl=rtl)
    sheet.print_area = f"A1:C{last}"
    sheet.protection.sheet = True

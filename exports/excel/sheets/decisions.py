"""The sheet Decisions: what the room agreed, why, and who saw it otherwise."""

from __future__ import annotations

from desktop.words.catalogue import Words
from desktop.words.dates import long_date
from desktop.words.formats import untied
from exports.excel.cells import Book, put
from exports.excel.columns import as_day
from exports.excel.look import head, print_set_up, row_height, title
from exports.excel.names import HEAD_ROW
from exports.report import Report


def add_decisions(book: Book, report: Report, words: Words, *, mark: str, rtl: bool) -> None:
    """Add the sheet, a row a pivot; nothing on it is changed by the plan."""
    say = words.say
    sheet = book.sheet(say("Decisions"))
    people = words.many("{n} person took part.", "{n} people took part.", report.present)
    title(
        sheet,
        say("Decisions"),
        say(
            "What the room decided on {date}. {people}",
            date=untied(long_date(words, report.date)),
            people=people,
        ),
        mark,
    )
    names = (
        (say("Pivot"), 34.0), (say("Agreed"), 8.5), (say("From the votes"), 9.0), (say("Stage"), 24.0),
        (say("Target"), 8.0), (say("By"), 12.0), (say("Why"), 46.0), (say("Dissent"), 46.0),
    )  # fmt: skip
    head(sheet, HEAD_ROW, [(name, width, False) for name, width in names])
    for row, section in enumerate(report.pivots, start=HEAD_ROW + 1):
        standing, decision = section.standing, section.decision
        why = decision.rationale if decision else ""
        if decision is not None and decision.left_open:
            why = f"{say('The room left this open.')} {why}".strip()
        values = (
            (standing.name, "pw_text"), (standing.agreed, "pw_level"), (standing.computed, "pw_level"),
            (standing.stage or standing.missing, "pw_text"), (standing.target, "pw_level"),
            (as_day(standing.horizon), "pw_date"), (why, "pw_text"), (decision.dissent if decision else "", "pw_text"),
        )  # fmt: skip
        for place, (value, style) in enumerate(values, start=1):
            put(sheet.cell(row, place), value, style)
        row_height(sheet, row, (1, 4, 7, 8))
    sheet.protection.sheet = True
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2).coordinate
    made = say("Exported {date}", date=report.made_at[:10])
    print_set_up(sheet, report.city, made, paper=report.options.paper, rtl=rtl, head_row=HEAD_ROW)
    sheet.print_area = f"A1:H{HEAD_ROW + len(report.pivots)}"

"""The sheet Decisions: what the room agreed, why, and who saw it otherwise."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words, mark
from desktop.words.dates import long_date
from desktop.words.formats import untied
from exports.excel.cells import Book, put
from exports.excel.columns import as_day
from exports.excel.look import (
    Edition,
    Head,
    head,
    level_style,
    lock,
    pivot_style,
    print_set_up,
    row_height,
    title,
)
from exports.excel.names import FIRST_ROW, HEAD_ROW, sheet_name
from exports.report import PivotSection, Report

NAME = mark("Decisions")


def add_decisions(book: Book, report: Report, words: Words, edition: Edition) -> None:
    """Add the sheet, a row a pivot; nothing on it is changed by the plan."""
    say = words.say
    sheet = book.sheet(sheet_name(words, NAME))
    people = words.many("{n} person took part.", "{n} people took part.", report.present)
    day = untied(long_date(words, report.date))
    under = say("What the room decided on {date}. {people}", date=day, people=people)
    title(sheet, say(NAME), under, edition)
    heads = (
        Head(say("Pivot"), 36), Head(say("Agreed"), 9, "level"), Head(say("From the votes"), 10, "level"),
        Head(say("Stage"), 27), Head(say("Target"), 9, "level"), Head(say("By"), 12, "date"), Head(say("Why"), 40),
        Head(say("Why this target"), 26), Head(say("Dissent"), 40),
    )  # fmt: skip
    head(sheet, HEAD_ROW, heads)
    for row, section in enumerate(report.pivots, start=FIRST_ROW):
        _row(sheet, row, section, words)
        row_height(sheet, row, (1, 4, 7, 8, 9))
    lock(sheet)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 2).coordinate
    print_set_up(sheet, edition, f"A1:I{HEAD_ROW + max(1, len(report.pivots))}", HEAD_ROW)


def _row(sheet: Worksheet, row: int, section: PivotSection, words: Words) -> None:
    standing, decision = section.standing, section.decision
    why = decision.rationale if decision else ""
    if decision is not None and decision.left_open:
        why = f"{words.say('The room left this open.')} {why}".strip()
    values = (
        (standing.name, pivot_style(standing.colour)),
        (standing.agreed, level_style(standing.agreed, agreed=True)),
        (standing.computed, level_style(standing.computed, agreed=False)),
        (standing.stage or standing.missing, "pw_text"),
        (standing.target, level_style(standing.target, agreed=True)),
        (as_day(standing.horizon), "pw_date"),
        (why, "pw_text"),
        (standing.target_rationale, "pw_text"),
        (decision.dissent if decision else "", "pw_text"),
    )
    for place, (value, style) in enumerate(values, start=1):
        put(sheet.cell(row, place), value, style)

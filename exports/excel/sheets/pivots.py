"""The sheet Pivots: now, target, and how far the plan has come, counted from the sheet Actions as it stands."""

from __future__ import annotations

from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words, mark
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
from exports.report import Report, Standing

NAME = mark("Pivots")


def add_pivots(book: Book, report: Report, words: Words, edition: Edition) -> None:
    """Add the sheet. Its sums follow what the owners write; levels come from the workshop and are locked."""
    say = words.say
    sheet = book.sheet(sheet_name(words, NAME))
    under = say(
        "Levels {low} to {high}. “Reached so far” adds up the actions done; it is this sheet’s sum, not a new vote.",
        low=min((stage.level for stage in report.stages), default=1),
        high=max((stage.level for stage in report.stages), default=4),
    )
    title(sheet, say(NAME), under, edition)
    heads = (
        Head(say("No."), 6, "whole"), Head(say("Pivot"), 40), Head(say("Now"), 8, "level"),
        Head(say("How"), 12, "centre"), Head(say("Target"), 8, "level"), Head(say("By"), 12, "date"),
        Head(say("Reached so far"), 11, "level"), Head(say("If all is done"), 11, "level"),
        Head(say("Gap not covered"), 11, "level"), Head(say("Actions"), 9, "whole"), Head(say("Done"), 8, "whole"),
        Head(say("Overdue"), 9, "whole"), Head(say("Why there is no level"), 28),
    )  # fmt: skip
    head(sheet, HEAD_ROW, heads)
    for row, standing in enumerate(report.standings, start=FIRST_ROW):
        _row(sheet, row, standing, words)
        _sums(book, sheet, row, standing, report)
        row_height(sheet, row, (2, 13))
    lock(sheet)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 3).coordinate
    print_set_up(sheet, edition, f"A1:M{HEAD_ROW + max(1, len(report.standings))}", HEAD_ROW)


def _row(sheet: Worksheet, row: int, standing: Standing, words: Words) -> None:
    """What the workshop settled: where the pivot stands, and where it is to go."""
    how = ""
    if standing.now is not None:
        how = words.say("agreed") if standing.agreed is not None else words.say("computed")
    for place, value, style in (
        (1, standing.place, "pw_whole"), (2, standing.name, pivot_style(standing.colour)),
        (3, standing.now, level_style(standing.now, agreed=standing.agreed is not None)), (4, how, "pw_centre"),
        (5, standing.target, level_style(standing.target, agreed=True)), (6, as_day(standing.horizon), "pw_date"),
        (13, standing.missing, "pw_text"),
    ):  # fmt: skip
        put(sheet.cell(row, place), value, style)


def _sums(book: Book, sheet: Worksheet, row: int, standing: Standing, report: Report) -> None:
    """What follows from the sheet Actions, each with its value today."""
    mine = [entry for entry in report.actions if entry.pivot == standing.id and entry.status != "dropped"]
    done = [entry for entry in mine if entry.status == "done"]
    today = report.made_at[:10]
    overdue = [entry for entry in mine if entry.due and entry.due < today and entry.status != "done"]
    reached = capped(standing, sum((entry.adds for entry in done), Fraction(0)))
    # Comparing cell by cell, not SUMIFS: a pivot's name may hold what SUMIFS reads as a pattern.
    here, is_done = f"(act_pivot=$B{row})", "(act_status=st_done)"
    kept = f'{here}*(act_title<>"")*(act_status<>st_dropped)'
    late = f'{kept}*(act_status<>st_done)*(act_due<>"")*(act_due<TODAY())'
    formulas = (
        (7, _moved(row, f"SUMPRODUCT({here}*{is_done},act_adds)"), reached, "pw_level"),
        (
            8,
            _moved(row, f"SUMPRODUCT({here}*(act_status<>st_dropped),act_adds)"),
            standing.if_done,
            "pw_level",
        ),
        (
            9,
            f'=IF(OR($C{row}="",$E{row}=""),"",MAX(0,$E{row}-ROUND($H{row},1)))',
            standing.still_open,
            "pw_level",
        ),
        (10, f"=SUMPRODUCT({kept})", len(mine), "pw_whole"),
        (11, f"=SUMPRODUCT({here}*{is_done})", len(done), "pw_whole"),
        (12, f"=SUMPRODUCT({late})", len(overdue), "pw_whole"),
    )
    for place, formula, value, style in formulas:
        book.formula(sheet.cell(row, place), formula, "" if value is None else value, style)


def _moved(row: int, gained: str) -> str:
    """Today's level (C) and what is gained, never above the target (E): :func:`capped` as a formula."""
    now, target = f"$C{row}", f"$E{row}"
    return f'=IF({now}="","",IF({target}="",{now}+{gained},MIN(MAX({now},{target}),{now}+{gained})))'


def capped(standing: Standing, gained: Fraction) -> Fraction | None:
    """A level moved by what was gained, never above the target (or above today, where that is higher)."""
    if standing.now is None:
        return None
    moved = standing.now + gained
    return moved if standing.target is None else min(max(standing.now, standing.target), moved)

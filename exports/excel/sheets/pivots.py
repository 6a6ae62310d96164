"""The sheet Pivots: now, target, and how far the plan has come, counted from the sheet Actions as it stands."""

from __future__ import annotations

from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words
from exports.excel.cells import Book, put
from exports.excel.columns import as_day
from exports.excel.look import head, print_set_up, row_height, title
from exports.excel.names import HEAD_ROW
from exports.report import Report, Standing


def add_pivots(book: Book, report: Report, words: Words, *, mark: str, rtl: bool) -> None:
    """Add the sheet. Its sums follow what the owners write; levels come from the workshop and are locked."""
    say = words.say
    sheet = book.sheet(say("Pivots"))
    under = say(
        "Levels 1 to 4. “Reached so far” adds up the actions done; it is this sheet’s sum, not a new vote."
    )
    title(sheet, say("Pivots"), under, mark)
    names = (
        (say("No."), 6.0), (say("Pivot"), 38.0), (say("Now"), 8.0), (say("How"), 12.0), (say("Target"), 8.0),
        (say("By"), 12.0), (say("Reached so far"), 11.0), (say("If all is done"), 11.0), (say("Gap not covered"), 11.0),
        (say("Actions"), 9.0), (say("Done"), 8.0), (say("Overdue"), 9.0), (say("Why there is no level"), 26.0),
    )  # fmt: skip
    head(sheet, HEAD_ROW, [(name, width, False) for name, width in names])
    for row, standing in enumerate(report.standings, start=HEAD_ROW + 1):
        _row(book, sheet, row, standing, report, words)
        row_height(sheet, row, (2, 13))
    sheet.protection.sheet = True
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 3).coordinate
    made = say("Exported {date}", date=report.made_at[:10])
    print_set_up(sheet, report.city, made, paper=report.options.paper, rtl=rtl, head_row=HEAD_ROW)
    sheet.print_area = f"A1:M{HEAD_ROW + len(report.standings)}"


def _row(book: Book, sheet: Worksheet, row: int, standing: Standing, report: Report, words: Words) -> None:
    how = ""
    if standing.now is not None:
        how = words.say("agreed") if standing.agreed is not None else words.say("computed")
    fixed = (
        (1, standing.place, "pw_whole"), (2, standing.name, "pw_text"), (3, standing.now, "pw_level"),
        (4, how, "pw_centre"), (5, standing.target, "pw_level"), (6, as_day(standing.horizon), "pw_date"),
        (13, standing.missing, "pw_text"),
    )  # fmt: skip
    for place, value, style in fixed:
        put(sheet.cell(row, place), value, style)
    mine = [entry for entry in report.actions if entry.pivot == standing.id]
    done = [entry for entry in mine if entry.status == "done"]
    today = report.made_at[:10]
    overdue = [e for e in mine if e.due and e.due < today and e.status not in ("done", "dropped")]
    name, now, target = f"$B{row}", f"$C{row}", f"$E{row}"
    cap = f'IF({target}="",9,MAX({now},{target}))'
    gained = f"SUMIFS(act_adds,act_pivot,{name},act_status,st_done)"
    all_adds = f'SUMIFS(act_adds,act_pivot,{name},act_status,"<>"&st_dropped)'
    reached = capped(standing, sum((entry.adds for entry in done), Fraction(0)))
    formulas = (
        (7, f'=IF({now}="","",MIN({cap},{now}+{gained}))', reached, "pw_level"),
        (8, f'=IF({now}="","",MIN({cap},{now}+{all_adds}))', standing.if_done, "pw_level"),
        (9, f'=IF(OR({now}="",{target}=""),"",MAX(0,{target}-H{row}))', standing.still_open, "pw_level"),
        (10, f'=COUNTIFS(act_pivot,{name},act_title,"?*",act_status,"<>"&st_dropped)', len(mine), "pw_whole"),
        (11, f"=COUNTIFS(act_pivot,{name},act_status,st_done)", len(done), "pw_whole"),
        (
            12,
            f'=COUNTIFS(act_pivot,{name},act_title,"?*",act_due,"<"&TODAY(),act_status,"<>"&st_done,act_status,"<>"&st_dropped)',
            len(overdue),
            "pw_whole",
        ),
    )
    for place, formula, value, style in formulas:
        book.formula(sheet.cell(row, place), formula, "" if value is None else value, style)


def capped(standing: Standing, gained: Fraction) -> Fraction | None:
    """A level moved by what was gained, never above the target (or above today, where that is higher)."""
    if standing.now is None:
        return None
    moved = standing.now + gained
    return moved if standing.target is None else min(max(standing.now, standing.target), moved)

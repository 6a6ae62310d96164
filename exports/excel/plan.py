"""The action plan: a workbook that action owners work in for a year."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import openpyxl

from desktop.words.catalogue import Words, speak
from exports.excel.cells import Book, safe_text
from exports.excel.columns import action_columns
from exports.excel.finish import finish
from exports.excel.look import add_styles
from exports.excel.names import FIRST_ROW
from exports.excel.sheets.actions import add_actions
from exports.excel.sheets.decisions import add_decisions
from exports.excel.sheets.hidden import add_hidden
from exports.excel.sheets.lists import add_lists, attention_words
from exports.excel.sheets.pivots import add_pivots
from exports.excel.sheets.start import add_start
from exports.report import Report
from exports.safely import NotWhole, Saved, write_safely

RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})


def make_plan(report: Report, words: Words | None = None) -> bytes:
    """The workbook's bytes, the same for the same report."""
    spoken = words or speak(report.language)
    rtl = spoken.language.split("-")[0] in RIGHT_TO_LEFT
    book = Book(attention_words(spoken))
    add_styles(book.workbook)
    mark = spoken.say("Rehearsal: simulated people") if report.status.rehearsal else report.status.word
    for add in (add_start, add_actions, add_pivots, add_decisions, add_lists):
        add(book, report, spoken, mark=mark, rtl=rtl)
    add_hidden(book, report, action_columns(report, spoken))
    _properties(book, report, spoken)
    out = io.BytesIO()
    book.workbook.save(out)
    soft = {
        sheet.title: FIRST_ROW
        for sheet in book.workbook.worksheets
        if sheet.title != spoken.say("Start here")
    }
    return finish(out.getvalue(), book.values, report.made_at, soft)


def write_plan(report: Report, path: Path, words: Words | None = None) -> Saved:
    """Write the workbook; it is opened again and counted before it takes its place.

    Raises:
        exports.safely.NotWhole: it does not read back.
        OSError: the folder refuses.
    """
    data = make_plan(report, words)
    return write_safely(path, lambda part: _write(part, data), lambda part: check_plan(part, report))


def check_plan(path: Path, report: Report) -> None:
    """Read the workbook again: every action is there, every formula has its value.

    Raises:
        exports.safely.NotWhole: something is missing.
    """
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    actions = formulas.worksheets[1]
    keys = [row[-1].value for row in actions.iter_rows(min_row=FIRST_ROW) if row[-1].value]
    if keys != [entry.id for entry in report.actions]:
        raise NotWhole(f"{path.name} holds {len(keys)} of {len(report.actions)} actions")
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if (
                    cell.data_type == "f"
                    and values[sheet.title][cell.coordinate].value is None
                    and not _may_be_empty(cell.value)
                ):
                    raise NotWhole(f"{path.name}: {sheet.title}!{cell.coordinate} has no value")


def _may_be_empty(formula: object) -> bool:
    """A formula whose value may be the empty text, which readers give back as nothing."""
    return '""' in str(formula)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _properties(book: Book, report: Report, words: Words) -> None:
    about = book.workbook.properties
    about.title = safe_text(words.say("{city}: action plan", city=report.city))[:250]
    about.creator = safe_text(report.organisation or report.city)[:250]
    about.language = words.language
    about.created = datetime.fromisoformat(report.made_at).replace(tzinfo=None)
    book.workbook.active = 0

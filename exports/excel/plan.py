"""The action plan: a workbook that action owners work in for a year."""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import Path

import openpyxl

from desktop.model.text import clean
from desktop.words.catalogue import Words, speak
from desktop.words.glossary import rehearsal_mark
from exports.excel.cells import Book
from exports.excel.columns import action_columns
from exports.excel.finish import finish, without_value
from exports.excel.look import Edition, add_styles
from exports.excel.names import FIRST_ROW
from exports.excel.sheets.actions import add_actions
from exports.excel.sheets.decisions import add_decisions
from exports.excel.sheets.finish import add_finish
from exports.excel.sheets.hidden import SHEET, add_hidden, digest, read_rows
from exports.excel.sheets.lists import add_lists, attention_words
from exports.excel.sheets.pivots import add_pivots
from exports.excel.sheets.start import add_start
from exports.plan_order import plan_order
from exports.report import Report
from exports.safely import NotWhole, Saved, write_safely

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose sheets begin at the right."""

LONGEST_PROPERTY = 250
ACTIONS_SHEET = 1
"""The place of the sheet Actions, whatever its name in the language."""


def make_plan(report: Report, words: Words | None = None) -> bytes:
    """The workbook's bytes, the same for the same report."""
    spoken = words or speak(report.language)
    edition = _edition(report, spoken)
    book = Book(attention_words(spoken))
    add_styles(book.workbook, rtl=edition.rtl)
    for add in (add_start, add_actions, add_finish, add_pivots, add_decisions, add_lists):
        add(book, report, spoken, edition)
    soft = {sheet.title: FIRST_ROW for sheet in book.workbook.worksheets[ACTIONS_SHEET:]}
    add_hidden(book, report, action_columns(report, spoken))
    _properties(book, report, spoken)
    out = io.BytesIO()
    book.workbook.save(out)
    return finish(out.getvalue(), book.values, report.made_at, soft)


def _edition(report: Report, words: Words) -> Edition:
    parts = [rehearsal_mark(words)] if report.status.rehearsal else []
    return Edition(
        status=" · ".join([*parts, report.status.word]),
        rehearsal=report.status.rehearsal,
        city=report.city,
        made=words.say("Exported {date}", date=report.made_at[:10]),
        paper=report.options.paper,
        rtl=re.split("[-_]", words.language)[0] in RIGHT_TO_LEFT,
    )


def write_plan(report: Report, path: Path, words: Words | None = None) -> Saved:
    """Write the workbook; it is opened again and counted before it takes its place.

    Raises:
        exports.safely.NotWhole: it does not read back.
        OSError: the folder refuses.
    """
    data = make_plan(report, words)
    return write_safely(path, lambda part: _write(part, data), lambda part: check_plan(part, report))


def check_plan(path: Path, report: Report) -> None:
    """Read the workbook again: every action is there, every formula has its value, the exported rows are whole.

    Raises:
        exports.safely.NotWhole: something is missing.
    """
    book = openpyxl.load_workbook(path)
    actions = book.worksheets[ACTIONS_SHEET]
    rows = actions.iter_rows(min_row=FIRST_ROW, values_only=True)
    keys = [row[-1] for row in rows if row[-1]]
    if keys != [entry.id for entry in plan_order(report)]:
        raise NotWhole(f"{path.name} holds {len(keys)} of {len(report.actions)} actions")
    stated, exported = read_rows(book[SHEET])
    if len(exported) != len(report.actions) or digest(exported) != stated:
        raise NotWhole(f"{path.name} has lost the plan as it was exported")
    if without_value(path.read_bytes()):
        raise NotWhole(f"{path.name} has formulas without a value")


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _properties(book: Book, report: Report, words: Words) -> None:
    about = book.workbook.properties
    about.title = clean(words.say("{city}: action plan", city=report.city))[:LONGEST_PROPERTY]
    about.creator = clean(report.organisation or report.city)[:LONGEST_PROPERTY]
    about.language = words.language
    about.created = datetime.fromisoformat(report.made_at).replace(tzinfo=None)
    book.workbook.active = 0

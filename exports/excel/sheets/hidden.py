"""The hidden sheet ``_workshop``: which export this is and the plan as it left, so that edits find their way back."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports.excel.cells import Book, as_typed, put, safe_text
from exports.excel.columns import ActionColumn
from exports.plan_order import plan_order
from exports.report import Report

FORMAT = 1
SHEET = "_workshop"
FACTS = ("format", "workshop", "export", "revision", "made_at", "sha256")
"""What the first rows say, name and value; one empty row and the columns' keys later stand the rows as exported."""


def export_id(report: Report) -> str:
    """One id for all copies of the same export."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{report.workshop} {report.status.revision} {report.made_at}"))


def add_hidden(book: Book, report: Report, columns: Sequence[ActionColumn]) -> None:
    """Add the sheet; people who look for it may read it, nothing in it is secret."""
    sheet = book.sheet(SHEET)
    kept = [column for column in columns if column.key != "attention"]
    rows = [[_text(column.read(entry)) for column in kept] for entry in plan_order(report)]
    facts = (FORMAT, report.workshop, export_id(report), report.status.revision, report.made_at, digest(rows))
    for row, (name, value) in enumerate(zip(FACTS, facts, strict=True), start=1):
        put(sheet.cell(row, 1), name, "pw_plain")
        put(sheet.cell(row, 2), str(value), "pw_plain")
    for row, texts in enumerate([[column.key for column in kept], *rows], start=len(FACTS) + 2):
        for place, text in enumerate(texts, start=1):
            put(sheet.cell(row, place), text, "pw_plain")
    sheet.sheet_state = "hidden"


def digest(rows: Iterable[Sequence[str]]) -> str:
    """SHA-256 of the rows as exported, as texts in the order of the columns."""
    return hashlib.sha256(json.dumps(list(rows), ensure_ascii=False).encode()).hexdigest()


def read_rows(sheet: Worksheet) -> tuple[str, list[list[str]]]:
    """The SHA-256 the sheet states, and its rows as they were exported."""
    stated = str(sheet.cell(len(FACTS), 2).value)
    rows = sheet.iter_rows(min_row=len(FACTS) + 3, values_only=True)
    return stated, [[as_typed(str(value)) if value is not None else "" for value in row] for row in rows]


def _text(value: object) -> str:
    """A field as text, as a reader of the sheet will find it."""
    return "" if value is None else as_typed(safe_text(str(value)))

"""The hidden sheet ``_workshop``: which export this is and the plan as it left, so that edits find their way back."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Sequence

from exports.excel.cells import Book, put
from exports.excel.columns import ActionColumn
from exports.report import Report

FORMAT = 1
SHEET = "_workshop"


def export_id(report: Report) -> str:
    """One id for all copies of the same export."""
    return str(uuid.uuid5(uuid.UUID(report.workshop), f"plan {report.status.revision} {report.made_at}"))


def exported_rows(report: Report, columns: Sequence[ActionColumn]) -> list[dict[str, str]]:
    """The plan as exported: every field of every action as text, by column key."""
    fields = [column for column in columns if column.key != "attention"]
    rows = []
    for entry in report.actions:
        found = {column.key: column.read(entry) for column in fields}
        rows.append({key: "" if value is None else str(value) for key, value in found.items()})
    return rows


def add_hidden(book: Book, report: Report, columns: Sequence[ActionColumn]) -> None:
    """Add the sheet; people who look for it may read it, nothing in it is secret."""
    sheet = book.sheet(SHEET)
    rows = exported_rows(report, columns)
    digest = hashlib.sha256(json.dumps(rows, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    facts = (
        ("format", str(FORMAT)), ("workshop", report.workshop), ("export", export_id(report)),
        ("revision", str(report.status.revision)), ("made_at", report.made_at), ("sha256", digest),
    )  # fmt: skip
    for row, (name, value) in enumerate(facts, start=1):
        put(sheet.cell(row, 1), name, "pw_plain")
        put(sheet.cell(row, 2), value, "pw_plain")
    keys = [column.key for column in columns if column.key != "attention"]
    first = len(facts) + 2
    for place, key in enumerate(keys, start=1):
        put(sheet.cell(first, place), key, "pw_plain")
        for row, found in enumerate(rows, start=first + 1):
            put(sheet.cell(row, place), found[key], "pw_plain")
    sheet.sheet_state = "hidden"

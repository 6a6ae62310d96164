"""The plan as a plain table for other programs: a CSV file that opens in a spreadsheet without doing anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exports.plan_order import plan_order
from exports.report import Report
from exports.safely import NotWhole, Saved, write_safely

if TYPE_CHECKING:
    import pandas

_ALIVE = ("=", "+", "-", "@", "\t", "\r")


def plan_table(report: Report) -> pandas.DataFrame:
    """A row an action, columns by their field's name, days as ISO text, levels and days as numbers."""
    import pandas as pd

    rows = [
        {
            "number": entry.number,
            "action": _quiet(entry.title),
            "pivot": report.standing_of[entry.pivot].name,
            "wave": entry.wave or "",
            "owner": _quiet(entry.owner),
            "due": entry.due or "",
            "status": entry.status,
            "progress": entry.progress,
            "first_step": _quiet(entry.first_step),
            "measure": _quiet(entry.measure),
            "money": entry.money_kind,
            "amount": float(entry.money_amount) if entry.money_amount is not None else None,
            "currency": _quiet(report.currency) if entry.money_amount is not None else "",
            "days": float(entry.days) if entry.days is not None else None,
            "adds_levels": float(entry.adds),
        }
        for entry in plan_order(report)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


_COLUMNS = [
    "number", "action", "pivot", "wave", "owner", "due", "status", "progress", "first_step", "measure", "money", "amount", "currency", "days",
    "adds_levels",
]  # fmt: skip


def write_csv(report: Report, path: Path) -> Saved:
    """Write the table, UTF-8 with a mark that spreadsheets know it by.

    Raises:
        exports.safely.NotWhole: it does not read back row by row.
        OSError: the folder refuses.
    """
    table = plan_table(report)
    return write_safely(
        path,
        lambda part: table.to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\r\n"),
        lambda part: _check(part, report),
    )


def _check(path: Path, report: Report) -> None:
    import pandas as pd

    numbers = list(pd.read_csv(path, encoding="utf-8-sig")["number"])
    if numbers != [entry.number for entry in plan_order(report)]:
        raise NotWhole(f"{path.name} holds {len(numbers)} of {len(report.actions)} actions")


def _quiet(words: str) -> str:
    """Text that a spreadsheet would take for a formula, made text by an apostrophe."""
    return f"'{words}" if words.startswith(_ALIVE) else words

"""One workbook seen through three readers that share no code: openpyxl, python-calamine, pandas."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from typing import Any

import openpyxl
import pandas
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from exports.excel.names import HEAD_ROW
from exports.excel.plan import make_plan
from exports.report import Report


class Read:
    """The workbook of a report, opened."""

    def __init__(self, report: Report) -> None:
        self.data = make_plan(report)
        self.formulas: Workbook = openpyxl.load_workbook(io.BytesIO(self.data))
        self.values: Workbook = openpyxl.load_workbook(io.BytesIO(self.data), data_only=True)

    def sheet(self, name: str) -> Worksheet:
        """A sheet with its values."""
        found = self.values[name]
        assert isinstance(found, Worksheet)
        return found

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a sheet by heading, as openpyxl reads their values, without free ones."""
        heads, *rows = self.sheet(name).iter_rows(min_row=HEAD_ROW, values_only=True)
        return [dict(zip(map(str, heads), row, strict=True)) for row in rows if any(row)]

    def three(self, name: str) -> tuple[list[Mapping[str, Any]], ...]:
        """The rows as each reader sees them; what is empty reads ``None``, and free rows are left out."""
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(self.data)).get_sheet_by_name(name)
        heads, *rows = sheet.to_python()[HEAD_ROW - 1 :]
        frame = pandas.read_excel(
            io.BytesIO(self.data), sheet_name=name, header=HEAD_ROW - 1, engine="calamine"
        )
        found: tuple[list[Mapping[str, Any]], ...] = (
            self.rows(name),
            [dict(zip(map(str, heads), row, strict=True)) for row in rows],
            [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")],
        )
        plain = ([{key: _plain(value) for key, value in row.items()} for row in each] for each in found)
        return tuple(
            [row for row in each if any(value is not None for value in row.values())] for each in plain
        )


def _plain(value: Any) -> Any:
    """Readers differ in what nothing is, and in the kind of date."""
    if value == "" or (isinstance(value, float) and math.isnan(value)) or value is pandas.NaT:
        return None
    return str(value)[:10] if hasattr(value, "year") else value

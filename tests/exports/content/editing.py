"""An own copy as its editor has it: a workbook one types into, finding cells as people do."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from desktop.model import builtin
from desktop.model.action_library import ActionLibrary
from desktop.model.faults import Faults
from desktop.model.framework import Framework
from desktop.words.catalogue import ENGLISH
from desktop.words.faults import fault_sentence
from exports.content.book import make_book
from exports.content.look import HEAD_ROW
from exports.content.reading_book import read_book

AT = "2027-03-01T09:00:00.000Z"


@cache
def shipped_book() -> bytes:
    """The program's own content as a workbook."""
    return make_book(builtin.framework(), builtin.actions(), AT)


class Edited:
    """A workbook open for editing."""

    def __init__(self, data: bytes | None = None) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data or shipped_book()))

    def sheet(self, name: str) -> Worksheet:
        """A sheet by its name."""
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def cell(self, sheet: str, key: str, head: str) -> Cell:
        """The cell of a row, known by any cell that holds exactly ``key``, under a head."""
        page = self.sheet(sheet)
        column = next(cell.column for cell in page[HEAD_ROW] if cell.value == head)
        row = next(
            row[0].row
            for row in page.iter_rows(min_row=HEAD_ROW + 1)
            if any(cell.value == key for cell in row)
        )
        found = page.cell(row, column)
        assert isinstance(found, Cell)
        return found

    def type(self, sheet: str, key: str, head: str, value: object) -> str:
        """Type into a cell; where it stands, as faults say it."""
        cell = self.cell(sheet, key, head)
        cell.value = value  # type: ignore[assignment]
        return f"{sheet}, {cell.coordinate}"

    def data(self) -> bytes:
        """The file as saved."""
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def read(self) -> tuple[Framework, ActionLibrary]:
        """As loaded."""
        framework, actions = read_book(self.data(), "own.xlsx")
        assert actions is not None
        return framework, actions

    def told(self) -> list[str]:
        """The sentences its faults are told in."""
        try:
            self.read()
        except Faults as refused:
            return [fault_sentence(ENGLISH, fault) for fault in refused.faults]
        return []

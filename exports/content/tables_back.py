"""A sheet read as a table: its columns by the words of their heads, its rows by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exports.content.look import HEAD_ROW
from exports.content.opening import CellRead, SheetRead
from exports.content.placing import Places

MOST_HEAD_ROW = 12
"""The head may have moved down, if somebody put rows above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the head."""

    sheet: SheetRead
    columns: Mapping[str, int]
    head: int

    def cell(self, row: int, head: str) -> CellRead:
        """A cell by its row's number and its column's head; an empty one where the column is missing."""
        return (
            self.sheet.at(row, self.columns.get(head, 1))
            if head in self.columns
            else CellRead(self.sheet.name, f"A{row}", None)
        )

    def rows(self) -> Iterator[int]:
        """The numbers of the rows that hold anything."""
        return (row for row in self.sheet.rows if row > self.head)


def table(sheets: Mapping[str, SheetRead], name: str, heads: tuple[str, ...], places: Places) -> Table:
    """A sheet as a table; what is missing of it is noted, and reads as empty."""
    sheet = sheets.get(name)
    if sheet is None:
        places.note("sheet.missing", places.at(name), sheet=name)
        return Table(SheetRead(name), {}, HEAD_ROW)
    found, head = _columns(sheet, heads)
    for one in heads:
        if one not in found:
            places.note("column.missing", places.at(name, f"{head}:{head}"), column=one)
    return Table(sheet, found, head)


def _columns(sheet: SheetRead, heads: tuple[str, ...]) -> tuple[dict[str, int], int]:
    """The head row is the one with most of the heads."""
    best: tuple[dict[str, int], int] = ({}, HEAD_ROW)
    for row in range(1, MOST_HEAD_ROW + 1):
        cells = sheet.rows.get(row, {})
        found = {cell.text: column for column, cell in reversed(list(cells.items())) if cell.text in heads}
        if len(found) > len(best[0]):
            best = (found, row)
    return best

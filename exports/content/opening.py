"""Opening a workbook that comes from outside: looked at before it is read, and read as plain cells.

A workbook is a zip of XML, so it is measured first: a small file can unfold into gigabytes. Formulas are never
calculated nor taken; a cell that holds one says so.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop.model.refused import Refused
from exports.excel.cells import as_typed

LARGEST, MOST_PARTS, LARGEST_PART, LARGEST_UNFOLDED = 20_000_000, 2_000, 50_000_000, 200_000_000
MOST_ROWS, MOST_COLUMNS = 5_000, 64
EMPTY_ROWS = 200
"""After so many empty rows nothing is looked for any more."""
_XML = (".xml", ".rels", ".vml")
_DEFINING = re.compile(rb"<!DOCTYPE|<!ENTITY|\A(?:\xff\xfe|\xfe\xff)")
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class CellRead:
    """One cell: where it stands, what it holds; ``wrong`` is the code of a fault that keeps it from being taken."""

    sheet: str
    where: str
    value: str | int | None
    wrong: str = ""

    @property
    def text(self) -> str:
        """As text, without spaces around it."""
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class SheetRead:
    """One sheet: its cells by row, then column, both counted from 1. Empty cells are left out."""

    name: str
    rows: Mapping[int, Mapping[int, CellRead]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> CellRead:
        """A cell, also an empty one."""
        from openpyxl.utils import get_column_letter

        found = self.rows.get(row, {}).get(column)
        return found or CellRead(self.name, f"{get_column_letter(column)}{row}", None)


def open_book(data: bytes, name: str) -> Mapping[str, SheetRead]:
    """The sheets of a workbook by name.

    Raises:
        Refused: ``file.too_large``, ``book.locked_away``, ``book.damaged``.
    """
    if len(data) > LARGEST:
        raise Refused("file.too_large", file=name)
    if data.startswith(_OLE):
        raise Refused("book.locked_away", file=name)
    _measure(data, name)
    try:
        return _sheets(data)
    except Refused:
        raise
    except Exception as error:  # whatever a broken file makes the library raise
        raise Refused("book.damaged", file=name) from error


def _measure(data: bytes, name: str) -> None:
    """What it would unfold to is small enough, and no part brings definitions of its own, which can grow without end."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("book.damaged", file=name) from error
    parts = packed.infolist()
    sizes = [part.file_size for part in parts]
    if len(parts) > MOST_PARTS or sum(sizes) > LARGEST_UNFOLDED or max(sizes, default=0) > LARGEST_PART:
        raise Refused("file.too_large", file=name)
    try:
        defining = any(_DEFINING.search(packed.read(part)) for part in parts if part.filename.endswith(_XML))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise Refused("book.damaged", file=name) from error
    if defining:
        raise Refused("book.damaged", file=name)


def _sheets(data: bytes) -> dict[str, SheetRead]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        return {sheet.title: SheetRead(sheet.title, _rows(sheet)) for sheet in book.worksheets}
    finally:
        book.close()


def _rows(sheet: Any) -> dict[int, dict[int, CellRead]]:
    sheet.reset_dimensions()  # what the file says of its own size is not believed
    rows: dict[int, dict[int, CellRead]] = {}
    empty = 0
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        found = {cell.column: _cell(sheet.title, cell) for cell in _filled(row)}
        empty = 0 if found else empty + 1
        if empty > EMPTY_ROWS:
            break
        if found:
            rows[next(iter(_filled(row))).row] = found
    return rows


def _filled(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.value is not None and cell.value != "")


def _cell(sheet: str, cell: Any) -> CellRead:
    value: Any = cell.value
    if cell.data_type == "f":
        return CellRead(sheet, cell.coordinate, None, "cell.formula")
    if cell.data_type == "e":
        return CellRead(sheet, cell.coordinate, None, "cell.error")
    if isinstance(value, str):
        return CellRead(sheet, cell.coordinate, as_typed(value).strip() or None)
    if isinstance(value, bool):
        return CellRead(sheet, cell.coordinate, "TRUE" if value else "FALSE")
    dated = isinstance(value, (datetime, date, time, timedelta))
    if dated or not isinstance(value, int | float) or cell.number_format not in ("General", "@", "0"):
        return CellRead(sheet, cell.coordinate, None, "cell.not_text")
    whole = isinstance(value, int) or value.is_integer()
    return CellRead(sheet, cell.coordinate, int(value) if whole else f"{value:g}")

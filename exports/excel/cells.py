"""Cells that hold what people wrote as it was written, never as a formula; and those that hold one, with its value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from openpyxl.cell.cell import Cell as PlainCell
from openpyxl.cell.cell import MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.model import text as cleaning

Cell = PlainCell | MergedCell
Value = str | int | float | date | bool | None

MOST_UNITS = 32_000
"""UTF-16 units a cell may hold; Excel's limit is 32,767 and openpyxl would cut there without a word."""

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CUT_ESCAPE = re.compile(r"(?<!_x005F)_(?:x(?:0(?:0(?:5F?)?)?)?)?\Z")
_REVIVES = ("=", "+", "-", "@")


def safe_text(words: str) -> str:
    """Words as a workbook may hold them: cleaned, ``_x0041_`` kept literal, cut at :data:`MOST_UNITS` with "…"."""
    escaped = _ESCAPED.sub("_x005F_", cleaning.clean(words))
    units = escaped.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return escaped
    kept = units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore")
    return _CUT_ESCAPE.sub("", kept) + "…"


def as_typed(kept: str) -> str:
    """What :func:`safe_text` was given, cleaned: the words as a reader of the workbook sees them."""
    return kept.replace("_x005F_", "_")


def put(cell: Cell, value: Value | Fraction, style: str) -> Cell:
    """Write a value in a named style. Text stays text whatever it begins with; empty text leaves the cell empty."""
    if isinstance(value, Fraction):
        cell.value = int(value) if value.denominator == 1 else float(value)
    elif isinstance(value, str):
        words = safe_text(value)
        cell.value = words or None
        if words:
            cell.data_type = "s"
        cell.style = style
        if words.startswith(_REVIVES):
            cell.quotePrefix = True  # or F2 and Enter would bring it to life
        return cell
    else:
        cell.value = value
    cell.style = style
    return cell


class Book:
    """A workbook being made, and the value of every formula in it."""

    def __init__(self, attention_words: Mapping[str, str]) -> None:
        """Begin without a sheet. ``attention_words`` are what the column *Attention* may say."""
        self.attention_words = attention_words
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.values: dict[str, dict[str, Value]] = {}

    def sheet(self, name: str) -> Worksheet:
        """A new sheet at the end."""
        sheet: Any = self.workbook.create_sheet(name)
        found: Worksheet = sheet
        return found

    def formula(self, cell: Cell, formula: str, value: Value | Fraction, style: str) -> None:
        """Write a formula with the value it has today: previews and phones read the value, not the formula."""
        plain = (
            (int(value) if value.denominator == 1 else float(value)) if isinstance(value, Fraction) else value
        )
        cell.value = formula
        cell.style = style
        self.values.setdefault(cell.parent.title, {})[cell.coordinate] = plain

"""The names that formulas and drop-downs use, and the words behind them: no status word stands in a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping

from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from desktop.words.catalogue import Words
from desktop.words.glossary import ACTION_STATES, MONEY, WAVES

HEAD_ROW, FIRST_ROW, LAST_ROW = 4, 5, 2005
"""Rows of the sheet Actions that lists, rules and formulas cover: also what is typed under the table."""

STATUSES = ("planned", "in_progress", "blocked", "done", "dropped")


def status_words(words: Words) -> Mapping[str, str]:
    """Each status as people read it."""
    return {code: _first_capital(words.say(ACTION_STATES[code])) for code in STATUSES}


def wave_words(words: Words) -> Mapping[str, str]:
    """Each wave as people read it."""
    return {code: words.say(text) for code, text in WAVES.items()}


def money_words(words: Words) -> Mapping[str, str]:
    """Each answer about money as people read it."""
    return {code: _first_capital(words.say(text)) for code, text in MONEY.items()}


def sheet_name(words: Words, name: str) -> str:
    """A sheet's name in this language, within what Excel takes: 31 characters, none of ``[]:*?/\\``."""
    return re.sub(r"[\[\]:*?/\\]", " ", words.say(name)).strip("' ")[:31]


def cells(sheet: str, where: str) -> str:
    """A place on a sheet as formulas and links write it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{where}"


def define(workbook: Workbook, name: str, where: str) -> None:
    """A name for the whole workbook."""
    workbook.defined_names[name] = DefinedName(name, attr_text=where)


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]

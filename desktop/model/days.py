"""Plain days of the calendar, ``YYYY-MM-DD``: checked, and moved by months."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from desktop.model.refused import Refused

WAVE_MONTHS = {"now": 6, "next": 18}
"""When a wave ends by itself: months after the day of the workshop. *Later* stays open."""


def day(text: str) -> str:
    """``text`` if it is a day.

    Raises:
        Refused: ``date.invalid``.
    """
    return _date(text).isoformat()


def month_end(text: str) -> str:
    """The last day of the month in which ``text`` lies; takes ``YYYY-MM`` too.

    Raises:
        Refused: ``date.invalid``.
    """
    return _last_of(*_month(f"{text}-01" if re.fullmatch(r"\d{4}-\d{2}", text) else text))


def months_after(text: str, months: int) -> str:
    """The last day of the month that comes ``months`` after ``text``.

    Raises:
        Refused: ``date.invalid``.
    """
    year, month = _month(text)
    ahead = year * 12 + month - 1 + months
    return _last_of(ahead // 12, ahead % 12 + 1)


def end_of_next_year(text: str) -> str:
    """31 December of the year after ``text``: the horizon of a target unless another is chosen."""
    return f"{_date(text).year + 1:04d}-12-31"


def _date(text: str) -> date:
    # The pattern keeps out the week dates and short forms that Python 3.11 learnt to read.
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise Refused("date.invalid", date=str(text)[:40])
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Refused("date.invalid", date=text) from None
    if not 2000 <= found.year <= 2200:
        raise Refused("date.invalid", date=text)
    return found


def _month(text: str) -> tuple[int, int]:
    found = _date(text)
    return found.year, found.month


def _last_of(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def after(day_: str, number: int) -> str:
    """The day ``number`` days later (earlier where it is negative)."""
    return (date.fromisoformat(day_) + timedelta(days=number)).isoformat()


def between(first: str, second: str) -> int:
    """How many days ``second`` is after ``first``."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days

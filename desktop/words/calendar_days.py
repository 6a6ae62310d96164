"""A day with its weekday, how far off it is, and a day as people type it."""

from __future__ import annotations

import re
from datetime import date

from desktop.words.catalogue import Words, mark
from desktop.words.dates import MONTHS, long_date, short_date

_WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip
_SHORT_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


def full_day(words: Words, day: str) -> str:
    """``2027-03-01`` → "Monday 1 March 2027"; a text that is no day is given back as it is."""
    found = _day(day)
    return day if found is None else f"{words.say(_WEEKDAYS[found.weekday()])} {long_date(words, day)}"


def table_day(words: Words, day: str) -> str:
    """``2027-03-01`` → "Mon 1 Mar 2027"; for tables."""
    found = _day(day)
    return day if found is None else f"{words.say(_SHORT_WEEKDAYS[found.weekday()])} {short_date(words, day)}"


def how_far(words: Words, day: str, today: str) -> str:
    """ "Today", "Tomorrow", "In 3 days", "Yesterday", "12 days ago"; "" for what is no day."""
    found, now = _day(day), _day(today)
    if found is None or now is None:
        return ""
    ahead = (found - now).days
    if ahead in (-1, 0, 1):
        return words.say(("Yesterday", "Today", "Tomorrow")[ahead + 1])
    if ahead > 0:
        return words.many("In {n} day", "In {n} days", ahead)
    return words.many("{n} day ago", "{n} days ago", -ahead)


def read_day(text: str, today: str) -> str | None:
    """What somebody typed as a day: "1 March 2027", "Mon 1 Mar", "1.3.2027", "2027-03-01"; None if it is none.

    Numbers alone are read day first. Without a year it is the next such day from ``today`` on.
    """
    plain = re.sub(r"^[^\W\d]+[.,]?\s+(?=\d)", "", text.strip())
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain, re.ASCII):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})\s*[./ ]\s*(\d{1,2})(?:\s*[./ ]\s*(\d{4}))?\.?", plain, re.ASCII):
        return _dated(int(found[1]), int(found[2]), found[3], today)
    if found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s*([^\W\d]{3,})\.?,?(?:\s*(\d{4}))?", plain):
        month = _month(found[2])
        return _dated(int(found[1]), month, found[3], today) if month else None
    return None


def read_month(text: str) -> str | None:
    """What somebody typed as a month: "Dec 2028", "12/2028", "2028-12", a day in it, or "2028" for its end.

    Given back as ``YYYY-MM``; None if it is none.
    """
    plain = text.strip()
    if re.fullmatch(r"\d{4}", plain, re.ASCII):
        return _iso_month(int(plain), 12)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", plain, re.ASCII):
        return _iso_month(int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(\d{1,2})\s*[./ ]\s*(\d{4})", plain, re.ASCII):
        return _iso_month(int(found[2]), int(found[1]))
    if found := re.fullmatch(r"([^\W\d]{3,})\.?,?\s*(\d{4})", plain):
        month = _month(found[1])
        return _iso_month(int(found[2]), month) if month else None
    day = read_day(plain, "1900-01-01") if re.search(r"\d{4}", plain, re.ASCII) else None
    return day[:7] if day else None


def _iso_month(year: int, month: int) -> str | None:
    day = _iso(year, month, 1)
    return day[:7] if day else None


def _dated(day: int, month: int, year: str | None, today: str) -> str | None:
    if year is not None:
        return _iso(int(year), month, day)
    now = date.fromisoformat(today)
    ahead = (_iso(now.year + years, month, day) for years in range(5))
    return next((found for found in ahead if found is not None and found >= today), None)


def _month(name: str) -> int:
    """The number of a month by its English name or the beginning of it; 0 for none."""
    begun = [at for at, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower())]
    return begun[0] if len(begun) == 1 else 0


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

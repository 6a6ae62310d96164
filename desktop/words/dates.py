"""Days, clock times and durations as people read them.

English has its own tables, so that the start of the program needs no Babel; other languages take theirs from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby

from desktop.words.catalogue import Words
from desktop.words.formats import NONE, tied
from desktop.words.lists import both

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""English month names, January first."""


def long_date(words: Words, day: str | None) -> str:
    """``2027-03-01`` → "1 March 2027"; "–" for none. A text that is no day is given back as it is."""
    return _date(words, day, "d MMMM y")


def short_date(words: Words, day: str | None) -> str:
    """``2027-03-01`` → "1 Mar 2027"; for tables."""
    return _date(words, day, "d MMM y")


def month(words: Words, day: str | None) -> str:
    """``2027-03-01`` → "March 2027"; for the ends of waves on the wall."""
    return _date(words, day, "MMMM y")


def short_month(words: Words, day: str | None) -> str:
    """``2028-12-31`` → "Dec 2028"; for narrow fields."""
    return _date(words, day, "MMM y")


def until(words: Words, day: str | None) -> str:
    """A horizon: "the end of 2028" for a 31 December, else the date."""
    parsed = _parsed(day)
    if parsed is not None and (parsed.month, parsed.day) == (12, 31):
        return words.say("the end of {year}", year=parsed.year)
    return long_date(words, day)


def dates(words: Words, days: Sequence[str]) -> str:
    """Several days, the year once where it is the same: "15 Sep 2027, 15 Mar and 15 Sep 2028"."""
    parsed = [found for found in map(_parsed, days) if found is not None]
    if not words.english or len(parsed) != len(days):
        return both(words, [short_date(words, day) for day in days])
    texts: list[str] = []
    for year, same in groupby(parsed, key=lambda found: found.year):
        of_year = [f"{found.day} {MONTHS[found.month - 1][:3]}" for found in same]
        texts += [*of_year[:-1], f"{of_year[-1]} {year}"]
    return both(words, [tied(text) for text in texts])


def clock_time(minute: int) -> str:
    """Minutes after midnight as a time of day: 545 → "09:05"; after midnight it starts anew."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def time_of(moment: str, zone: tzinfo | None = None) -> str:
    """A stored moment as a time of day in ``zone`` (None: this computer's), for the console: "10:42"."""
    return datetime.fromisoformat(moment).astimezone(zone).strftime("%H:%M")


def duration(words: Words, minutes: int) -> str:
    """Says "45 min", "1 h 30 min", "4 h"."""
    hours, rest = divmod(max(0, minutes), 60)
    if not hours:
        return tied(words.say("{minutes} min", minutes=rest))
    if not rest:
        return tied(words.say("{hours} h", hours=hours))
    return tied(words.say("{hours} h {minutes} min", hours=hours, minutes=rest))


def _date(words: Words, day: str | None, pattern: str) -> str:
    if day is None:
        return NONE
    parsed = _parsed(day)
    if parsed is None:
        return day
    if not words.english:
        from babel.dates import format_skeleton

        return tied(format_skeleton(pattern.replace(" ", ""), parsed, locale=words.locale))
    name = MONTHS[parsed.month - 1]
    parts = {"d": str(parsed.day), "MMMM": name, "MMM": name[:3], "y": str(parsed.year)}
    return tied(" ".join(parts[part] for part in pattern.split()))


def _parsed(day: str | None) -> date | None:
    try:
        return None if day is None else date.fromisoformat(day[:10])
    except ValueError:
        return None

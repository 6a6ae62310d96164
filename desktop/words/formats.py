"""Numbers, dates and times as people read them: the only place that rounds for display.

A level the room agreed reads "2" or "2½", a computed one "2.3", none "–". What must not be torn apart at the
end of a line ("28 of 31", a date) is joined by unbreakable spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.model.measures.rounding import PERCENT_FROM, half_up, percentages, rounded
from desktop.words.catalogue import Words, mark

if TYPE_CHECKING:
    from desktop.model.measures.score import PivotScore, QuestionScore, Source

NBSP = "\u00a0"
NONE = "–"
"""No number. Never 0."""

_WORDS = (
    mark("no"), mark("one"), mark("two"), mark("three"), mark("four"), mark("five"), mark("six"),
    mark("seven"), mark("eight"), mark("nine"), mark("ten"), mark("eleven"), mark("twelve"),
)  # fmt: skip


def computed(words: Words, level: Fraction | None) -> str:
    """A computed level, one decimal: "2.3"; "–" for none."""
    return NONE if level is None else decimal(words, rounded(level))


def agreed(words: Words, level: Fraction | float | None) -> str:
    """A level agreed or aimed at: "2", "2½"; "–" for none. Other fractions, from outside, read as computed."""
    if level is None:
        return NONE
    exact = Fraction(level)
    if exact.denominator == 1:
        return str(exact.numerator)
    if exact.denominator == 2 and exact > 0:
        return f"{exact.numerator // 2 or ''}½"
    return computed(words, exact)


def level(words: Words, value: Fraction | None, source: Source) -> str:
    """A level as its source demands: agreed in halves, else with one decimal."""
    from desktop.model.measures.score import Source  # the list of workshops starts without it

    return agreed(words, value) if source is Source.AGREED else computed(words, value)


def in_force(words: Words, score: PivotScore | QuestionScore) -> str:
    """The level in force of a pivot or question."""
    return level(words, score.level, score.source)


def steps(words: Words, value: Fraction | None, *, agreed_levels: bool) -> str:
    """A gap in levels: in halves between two agreed figures, else with one decimal."""
    return agreed(words, value) if agreed_levels else computed(words, value)


def decimal(words: Words, value: Decimal) -> str:
    """A number already rounded, with this language's decimal sign."""
    if words.english:
        return str(value)
    from babel.numbers import get_decimal_symbol

    return str(value).replace(".", get_decimal_symbol(words.locale))


def whole(words: Words, number: int) -> str:
    """A whole number with its thousands apart: "16,800"."""
    if words.english:
        return f"{number:,}"
    from babel.numbers import format_decimal

    return format_decimal(number, locale=words.locale)


def in_words(words: Words, number: int) -> str:
    """A small number as a word, "no" to "twelve"; a larger one in digits."""
    return words.say(_WORDS[number]) if 0 <= number < len(_WORDS) else whole(words, number)


def ordinal_place(words: Words, place: int) -> str:
    """A place in words: "first" to "tenth"; later ones in digits."""
    if 1 <= place <= len(_PLACES):
        return words.say(_PLACES[place - 1])
    return words.say("number {n}", n=place).replace(" ", NBSP)


_PLACES = (
    mark("first"), mark("second"), mark("third"), mark("fourth"), mark("fifth"),
    mark("sixth"), mark("seventh"), mark("eighth"), mark("ninth"), mark("tenth"),
)  # fmt: skip


def of(words: Words, part: int, total: int) -> str:
    """A count: "7 of 12", unbreakable."""
    return tied(words.say("{part} of {total}", part=whole(words, part), total=whole(words, total)))


def share(words: Words, part: int, total: int) -> str:
    """A share of people: a percentage from 20 on, under that the count."""
    if total < PERCENT_FROM:
        return of(words, part, total)
    return percent(words, half_up(Fraction(100 * part, total)))


def shares(words: Words, counts: Sequence[int]) -> tuple[str, ...]:
    """The shares of a whole distribution: percentages that sum to 100 from 20 people on, else counts."""
    whole_hundred = percentages(counts)
    if sum(counts) < PERCENT_FROM or whole_hundred is None:
        return tuple(of(words, count, sum(counts)) for count in counts)
    return tuple(percent(words, value) for value in whole_hundred)


def percent(words: Words, value: int) -> str:
    """A whole percentage. Of people, only through :func:`share` and :func:`shares`."""
    if words.english:
        return f"{value}%"
    from babel.numbers import format_percent

    return format_percent(Decimal(value) / 100, locale=words.locale)


def money(words: Words, amount: Fraction | float, currency: str | None = None) -> str:
    """An amount, cents only where there are some: "40,000", "EUR 40,000"."""
    exact = Fraction(amount)
    cents = 0 if half_up(exact * 100) % 100 == 0 else 2
    value = rounded(exact, cents)
    if words.english:
        text = f"{value:,}"
    else:
        from babel.numbers import format_decimal

        text = format_decimal(value, format=f"#,##0.{'0' * cents}".rstrip("."), locale=words.locale)
    return f"{currency}{NBSP}{text}" if currency else text


def person_days(words: Words, days: Fraction | float) -> str:
    """Work: "1 person-day", "15 person-days", "2.5 person-days"."""
    amount = rounded(Fraction(days), 1)
    number = whole(words, int(amount)) if amount == int(amount) else decimal(words, amount)
    text = words.many("{number} person-day", "{number} person-days", 1 if amount == 1 else 2, number=number)
    return tied(text)


def tied(text: str) -> str:
    """``text`` as one piece that no line end tears."""
    return text.replace(" ", NBSP)


def untied(text: str) -> str:
    """``text`` with ordinary spaces, for cells and files that people search."""
    return text.replace(NBSP, " ")

"""Numbers as people read them: one rounding, halves for what is agreed, never a percentage of a small room."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.measures.score import Source
from desktop.words import formats
from desktop.words.catalogue import ENGLISH, speak


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (Fraction(9, 4), "2.3"),
        (Fraction(47, 20), "2.4"),
        (Fraction(2), "2.0"),
        (Fraction(27, 11), "2.5"),
        (Fraction(0), "0.0"),
        (None, "–"),
    ],
)
def test_a_computed_level_has_one_decimal_half_away_from_zero(level: Fraction | None, shown: str) -> None:
    assert formats.computed(ENGLISH, level) == shown


@pytest.mark.parametrize(
    ("level", "shown"), [(2.0, "2"), (2.5, "2½"), (Fraction(1, 2), "½"), (0, "0"), (None, "–"), (2.25, "2.3")]
)
def test_an_agreed_level_is_whole_or_half(level: float | None, shown: str) -> None:
    assert formats.agreed(ENGLISH, level) == shown


def test_a_level_reads_as_its_source_demands() -> None:
    assert formats.level(ENGLISH, Fraction(2), Source.AGREED) == "2"
    assert formats.level(ENGLISH, Fraction(2), Source.COMPUTED) == "2.0"
    assert formats.level(ENGLISH, Fraction(5, 2), Source.MIXED) == "2.5"
    assert formats.level(ENGLISH, None, Source.NONE) == "–"


def test_under_twenty_people_a_share_is_a_count() -> None:
    assert formats.share(ENGLISH, 7, 19) == "7\u00a0of\u00a019"
    assert formats.share(ENGLISH, 7, 20) == "35%"
    assert formats.shares(ENGLISH, (1, 5, 4, 1)) == tuple(f"{n}\u00a0of\u00a011" for n in (1, 5, 4, 1))
    assert formats.shares(ENGLISH, (0, 0)) == ("0\u00a0of\u00a00", "0\u00a0of\u00a00")


def test_the_shares_of_a_room_sum_to_a_hundred() -> None:
    shown = formats.shares(ENGLISH, (7, 7, 7))
    assert shown == ("34%", "33%", "33%")


def test_counts_are_never_torn_at_the_end_of_a_line() -> None:
    assert " " not in formats.of(ENGLISH, 28, 31)
    assert " " not in formats.person_days(ENGLISH, 15)
    assert formats.untied(formats.of(ENGLISH, 28, 31)) == "28 of 31"


@pytest.mark.parametrize(
    ("days", "shown"),
    [(1, "1 person-day"), (15, "15 person-days"), (2.5, "2.5 person-days"), (0, "0 person-days")],
)
def test_work_is_said_in_person_days(days: float, shown: str) -> None:
    assert formats.untied(formats.person_days(ENGLISH, days)) == shown


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (40000, None, "40,000"),
        (40000.5, "EUR", "EUR 40,000.50"),
        (Fraction(1, 3), "GBP", "GBP 0.33"),
        (0, None, "0"),
        (1_999_999.999, None, "2,000,000"),
    ],
)
def test_money_has_cents_only_where_there_are_some(amount: float, currency: str | None, shown: str) -> None:
    assert formats.untied(formats.money(ENGLISH, amount, currency)) == shown


def test_small_numbers_are_words() -> None:
    assert [formats.in_words(ENGLISH, n) for n in (0, 1, 8, 12, 13)] == ["no", "one", "eight", "twelve", "13"]
    assert formats.ordinal_place(ENGLISH, 3) == "third"
    assert formats.untied(formats.ordinal_place(ENGLISH, 11)) == "number 11"


def test_other_languages_use_their_own_signs() -> None:
    german = speak("de")
    assert formats.computed(german, Fraction(9, 4)) == "2,3"
    assert formats.agreed(german, 2.5) == "2½"
    assert formats.whole(german, 16800) == "16.800"
    assert formats.untied(formats.percent(german, 54)) == "54 %"
    assert formats.untied(formats.money(german, 40000.5, "EUR")) == "EUR 40.000,50"


def test_a_language_nobody_knows_reads_like_english() -> None:
    assert formats.computed(speak("xx-nowhere"), Fraction(9, 4)) == "2.3"

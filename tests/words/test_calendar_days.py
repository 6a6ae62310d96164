"""Days as people type and read them."""

from __future__ import annotations

import pytest

from desktop.words.calendar_days import full_day, how_far, read_day, read_month, table_day
from desktop.words.catalogue import ENGLISH

TODAY = "2027-02-26"


@pytest.mark.parametrize(
    "text",
    [
        "1 March 2027", "Monday 1 March 2027", "Monday 1\u00a0March\u00a02027", "mon, 1 mar 2027", "1st March 2027", "01.03.2027",
        "1/3/2027", "1 3 2027", "2027-03-01", " 2027-3-1 ", "1 march", "1.3.", "1 Mar.",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    assert read_day(text, TODAY) == "2027-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31 February 2027",
        "1 Ma 2027",
        "32.1.2027",
        "2027-13-01",
        "1 J 2027",
        "1 March 27",
        "١ March 2027x",
        "=1+1",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert read_day("26 February", TODAY) == "2027-02-26"
    assert read_day("25 February", TODAY) == "2028-02-25"
    assert read_day("29 February", TODAY) == "2028-02-29"


def test_days_are_said_with_their_weekday() -> None:
    assert full_day(ENGLISH, "2027-03-01").replace("\u00a0", " ") == "Monday 1 March 2027"
    assert table_day(ENGLISH, "2027-03-18").replace("\u00a0", " ") == "Thu 18 Mar 2027"
    assert full_day(ENGLISH, "someday") == "someday"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2027-02-26", "Today"),
        ("2027-02-27", "Tomorrow"),
        ("2027-02-25", "Yesterday"),
        ("2027-03-01", "In 3 days"),
        ("2027-02-14", "12 days ago"),
        ("someday", ""),
    ],
)
def test_how_far_off_a_day_is(day: str, said: str) -> None:
    assert how_far(ENGLISH, day, TODAY) == said


@pytest.mark.parametrize(
    "text", ["Dec 2028", "december 2028", "12/2028", "2028-12", "2028", " 31 Dec 2028 ", "Dec\u00a02028"]
)
def test_a_month_is_read_as_people_type_it(text: str) -> None:
    assert read_month(text) == "2028-12"


@pytest.mark.parametrize(
    "text", ["", "soon", "13/2028", "Ma 2028", "12", "Dec", "=2028", "0000", "December 28"]
)
def test_what_is_no_month_is_none(text: str) -> None:
    assert read_month(text) is None

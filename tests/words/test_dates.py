"""Days and times as people read them."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

import pytest

from desktop.words import clock, dates
from desktop.words.catalogue import ENGLISH, speak
from desktop.words.formats import untied


def test_a_date_is_one_piece() -> None:
    assert dates.long_date(ENGLISH, "2027-03-01") == "1\u00a0March\u00a02027"
    assert untied(dates.short_date(ENGLISH, "2027-03-01")) == "1 Mar 2027"
    assert untied(dates.month(ENGLISH, "2027-08-31")) == "August 2027"


def test_no_date_is_a_dash_and_an_odd_one_stays_as_it_is() -> None:
    assert dates.long_date(ENGLISH, None) == "–"
    assert dates.long_date(ENGLISH, "next spring") == "next spring"
    assert dates.long_date(ENGLISH, "2027-02-30") == "2027-02-30"


def test_a_year_s_last_day_is_its_end() -> None:
    assert dates.until(ENGLISH, "2028-12-31") == "the end of 2028"
    assert untied(dates.until(ENGLISH, "2028-06-30")) == "30 June 2028"


def test_several_dates_say_their_year_once() -> None:
    said = dates.dates(ENGLISH, ["2027-09-15", "2028-03-15", "2028-09-15"])
    assert untied(said) == "15 Sep 2027, 15 Mar and 15 Sep 2028"
    assert untied(dates.dates(ENGLISH, ["2027-09-15"])) == "15 Sep 2027"
    assert dates.dates(ENGLISH, []) == ""


def test_other_languages_have_their_own_months() -> None:
    assert untied(dates.long_date(speak("de"), "2027-03-01")) == "1. März 2027"
    assert untied(dates.long_date(speak("fr"), "2027-08-31")) == "31 août 2027"


@pytest.mark.parametrize(("minute", "shown"), [(545, "09:05"), (0, "00:00"), (24 * 60 + 15, "00:15")])
def test_a_minute_of_the_day_is_a_time(minute: int, shown: str) -> None:
    assert dates.clock_time(minute) == shown


def test_a_moment_is_told_in_the_room_s_own_zone() -> None:
    assert dates.time_of("2027-03-01T09:42:10.000Z", UTC) == "09:42"
    assert dates.time_of("2027-03-01T23:42:10.000Z", timezone(timedelta(hours=1))) == "00:42"


@pytest.mark.parametrize(
    ("minutes", "shown"), [(45, "45 min"), (90, "1 h 30 min"), (240, "4 h"), (0, "0 min")]
)
def test_a_duration_in_hours_and_minutes(minutes: int, shown: str) -> None:
    assert untied(dates.duration(ENGLISH, minutes)) == shown


@pytest.mark.parametrize(("minutes", "shown"), [(4, "4 min late"), (0, "on time"), (-3, "3 min early")])
def test_how_late_the_day_is(minutes: int, shown: str) -> None:
    assert untied(clock.drift(ENGLISH, minutes)) == shown


@pytest.mark.parametrize(("minutes", "shown"), [(7, "7 min left"), (0, "time is up"), (-2, "2 min over")])
def test_how_much_time_is_left(minutes: int, shown: str) -> None:
    assert untied(clock.left(ENGLISH, minutes)) == shown


def test_what_a_way_of_voting_costs() -> None:
    said = clock.voting_sum(ENGLISH, 9, 52, pivots=7, whole=90)
    assert untied(said) == "Voting this way takes about 9 min; your seven pivots have 52 of the 90 minutes."
    said = clock.voting_sum(ENGLISH, 9, 52, pivots=1, whole=90)
    assert untied(said) == "Voting this way takes about 9 min; your one pivot has 52 of the 90 minutes."
    said = clock.voting_sum(ENGLISH, 9, 52, pivots=0, whole=90)
    assert untied(said) == "Voting this way takes about 9 min; the votes have 52 of the 90 minutes."

"""The counting sentence is the same on wall and paper, word for word as the method has it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.measures.agreement import read_room
from desktop.model.measures.tally import RoomState, Tally
from desktop.words import counting, verdicts
from desktop.words.catalogue import ENGLISH
from desktop.words.formats import untied
from desktop.words.stages import Stages

Counts = tuple[int, ...]


@pytest.mark.parametrize(
    ("counts", "cant_say", "said"),
    [
        ((5, 14, 8, 1), 0, "22 of 28 at Doing or Becoming digital. 5 lower, 1 higher."),
        ((0, 12, 11, 3), 2, "23 of 26 at Doing or Becoming digital. 3 higher. 2 can’t say."),
        ((3, 21, 2, 0), 2, "21 of 26 at Doing digital. 3 lower, 2 higher. 2 can’t say."),
        ((19, 7, 1, 0), 1, "19 of 27 at Exploring. 8 higher. 1 can’t say."),
        ((2, 11, 3, 12), 0, "13 at Exploring or Doing digital, 12 at Being digital, 3 between."),
        ((0, 13, 3, 12), 0, "13 at Doing digital, 12 at Being digital, 3 between."),
        ((4, 4, 0, 4), 2, "8 at Exploring or Doing digital, 4 at Being digital. 2 can’t say."),
        ((0, 8, 0, 0), 0, "8 of 8 at Doing digital."),
        ((0, 0, 4, 4), 0, "8 of 8 at Becoming or Being digital."),
    ],
)
def test_counts_and_levels_in_one_sentence(stages: Stages, counts: Counts, cant_say: int, said: str) -> None:
    tally = Tally(counts, cant_say, sum(counts) + cant_say)
    assert untied(counting.counting_of(stages, tally)) == said
    assert untied(counting.round_says(stages, tally)) == said


@pytest.mark.parametrize(
    ("counts", "cant_say", "present", "said"),
    [
        ((0, 0, 0, 0), 0, 28, "No answers yet."),
        ((1, 2, 0, 0), 1, 28, "Too few to show: 4 people answered."),
        ((0, 1, 0, 0), 0, 28, "Too few to show: 1 person answered."),
        ((0, 0, 0, 0), 8, 8, "Nobody can say: that is the finding."),
        ((3, 5, 2, 0), 15, 28, "15 of 25 can’t say: that is the finding. Of those who chose a level, 8 of 10 at "
         "Exploring or Doing digital. 2 higher."),
        ((1, 8, 3, 0), 0, 28, "12 of 28 answered, fewer than half. 8 of 12 at Doing digital. 1 lower, 3 higher."),
    ],
)  # fmt: skip
def test_each_state_of_a_round_says_what_may_be_said(
    stages: Stages, counts: Counts, cant_say: int, present: int, said: str
) -> None:
    assert untied(counting.round_says(stages, Tally(counts, cant_say, present))) == said


def test_too_few_to_show_names_no_level(stages: Stages) -> None:
    said = counting.round_says(stages, Tally((1, 2, 1, 0), 0, 28))
    assert not [name for name in stages.names if name in untied(said)]


def test_every_state_has_its_few_words() -> None:
    names = {state: counting.state_name(ENGLISH, state) for state in RoomState}
    assert names[RoomState.OK] == ""
    assert names[RoomState.FEWER_THAN_HALF] == "fewer than half answered"
    assert all(name for state, name in names.items() if state is not RoomState.OK)


def test_lines_break_only_where_a_reader_pauses(stages: Stages) -> None:
    said = counting.counting_of(stages, Tally((2, 9, 8, 1), 1, 21))
    pieces = said.split(" ")
    for whole in (
        "17\u00a0of\u00a020",
        "Becoming\u00a0digital.",
        "2\u00a0lower,",
        "1\u00a0higher.",
        "1\u00a0can’t\u00a0say.",
    ):
        assert whole in pieces


def test_closing_with_answers_missing_asks_once_more() -> None:
    assert untied(counting.close_anyway(ENGLISH, 12, 28)) == "12 of 28 in, press again to close"


def test_another_scale_starts_elsewhere() -> None:
    stages = Stages(ENGLISH, ("Absent", "Begun", "Done"), lowest=0)
    assert (
        untied(counting.counting_of(stages, Tally((1, 7, 1), 0, 9, lowest=0)))
        == "7 of 9 at Begun. 1 lower, 1 higher."
    )


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((0, 7, 1, 0), "Consensus at 2"),
        ((2, 11, 3, 12), "Two camps"),
        ((5, 14, 8, 1), "Leaning to 2–3, a few are far off"),
        ((1, 6, 1, 2), "Leaning to 2, a few are far off"),
        ((2, 2, 2, 2), "Spread from 1 to 4"),
        ((1, 1, 0, 0), "Too few for a verdict"),
        ((0, 0, 0, 0), ""),
    ],
)
def test_the_verdict_for_the_facilitator(counts: Counts, line: str) -> None:
    reading = read_room(counts)
    assert verdicts.verdict_line(ENGLISH, reading) == line


def test_a_stored_word_of_the_facilitator_reads_as_the_verdict() -> None:
    assert verdicts.verdict_word(ENGLISH, "two_camps") == "Two camps"


def test_two_camps_have_no_typical_answer(stages: Stages) -> None:
    def said(counts: Counts) -> str:
        tally = Tally(counts, 0, sum(counts))
        return verdicts.typical(stages, tally.median_low, tally.median_high, read_room(counts).verdict)

    assert said((1, 5, 4, 1)) == "level 2"
    assert said((0, 4, 4, 0)) == "between 2 and 3"
    assert said((4, 0, 0, 4)) == ""
    assert said((0, 0, 0, 0)) == ""


def test_how_far_apart_two_of_us_are() -> None:
    assert verdicts.apart(ENGLISH, Fraction(5, 6)) == "Two of us picked at random are 0.8 levels apart."
    assert verdicts.apart(ENGLISH, None) == ""


@given(st.lists(st.integers(0, 40), min_size=3, max_size=7), st.integers(0, 40), st.integers(0, 60))
def test_the_people_a_sentence_counts_are_the_people_who_answered(
    counts: list[int], cant_say: int, absent: int
) -> None:
    stages = Stages(ENGLISH, tuple(f"Stage {letter}" for letter in "abcdefg"[: len(counts)]))
    tally = Tally(tuple(counts), cant_say, sum(counts) + cant_say + absent)
    said = untied(counting.counting_of(stages, tally))
    silent = re.search(r"(\d+) can’t say", said)
    assert int(silent[1] if silent else 0) == (cant_say if tally.n else 0)
    named = re.sub(r" of \d+|\d+ can’t say", "", said)
    assert sum(int(number) for number in re.findall(r"\d+", named)) == tally.n
    assert "%" not in counting.round_says(stages, tally)

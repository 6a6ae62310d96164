"""Who is heard first: a level at least three chose, or nobody in particular."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.measures.invitation import invitation
from desktop.model.measures.tally import Tally
from desktop.words import hearing
from desktop.words.catalogue import ENGLISH
from desktop.words.stages import Stages

FOUR = Stages(ENGLISH, ("Exploring", "Doing digital", "Becoming digital", "Being digital"))


def _tally(*counts: int) -> Tally:
    return Tally(counts, 0, sum(counts))


def test_two_camps_hear_one_of_each() -> None:
    invited = invitation(_tally(2, 11, 3, 12))
    assert hearing.hear_first(FOUR, invited) == "someone who chose 4, then someone who chose 2"
    assert hearing.to_ask(FOUR, invited) == (
        "Someone who chose 4, if you like: what could you show a visitor today?",
        "Someone who chose 2: what would that visitor see with you?",
    )


def test_where_no_level_has_three_the_question_is_in_the_third_person() -> None:
    invited = invitation(_tally(1, 2, 2, 1))
    assert hearing.to_ask(FOUR, invited) == ("What would someone have seen who says Exploring?",)
    assert "someone who chose" not in hearing.hear_first(FOUR, invited)


def test_a_room_of_one_mind_is_asked_for_proof() -> None:
    assert hearing.to_ask(FOUR, invitation(_tally(0, 8, 0, 0))) == ("What can we point to?",)


def test_nobody_is_asked_where_nobody_answered() -> None:
    invited = invitation(_tally(0, 0, 0, 0))
    assert hearing.hear_first(FOUR, invited) == ""
    assert hearing.to_ask(FOUR, invited) == ()


@given(st.tuples(*[st.integers(0, 12)] * 4))
def test_no_sentence_invites_a_level_that_fewer_than_three_chose(counts: tuple[int, int, int, int]) -> None:
    said = " ".join(
        [
            hearing.hear_first(FOUR, invitation(_tally(*counts))),
            *hearing.to_ask(FOUR, invitation(_tally(*counts))),
        ]
    )
    for level, count in enumerate(counts, 1):
        if count < 3:
            assert f"who chose {level}" not in said


@pytest.mark.parametrize("counts", [(4, 0, 0, 4), (3, 1, 4, 0), (5, 14, 8, 1)])
def test_no_invitation_tells_how_many_chose_a_level(counts: tuple[int, ...]) -> None:
    for sentence in hearing.to_ask(FOUR, invitation(_tally(*counts))):
        assert not any(str(count) in sentence for count in counts if count > 4)

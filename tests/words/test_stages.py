"""Stage names in sentences: the common word once, and "between" at exactly a half."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.words.catalogue import ENGLISH
from desktop.words.formats import untied
from desktop.words.stages import Stages


@pytest.mark.parametrize(
    ("level", "name"),
    [
        (Fraction(227, 100), "Doing digital"),
        (Fraction(296, 100), "Becoming digital"),
        (Fraction(249, 100), "between Doing and Becoming"),
        (Fraction(244, 100), "Doing digital"),
        (2.5, "between Doing and Becoming"),
        (1.5, "between Exploring and Doing"),
        (3.5, "between Becoming and Being"),
        (Fraction(1), "Exploring"),
        (Fraction(4), "Being digital"),
    ],
)
def test_the_stage_is_the_nearest_to_what_is_shown(stages: Stages, level: Fraction, name: str) -> None:
    assert untied(stages.at(level)) == name


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((2, 3), "Doing or Becoming digital"),
        ((1, 2), "Exploring or Doing digital"),
        ((1, 2, 3), "Exploring, Doing or Becoming digital"),
        ((4,), "Being digital"),
        ((), ""),
    ],
)
def test_several_levels_share_their_last_word(stages: Stages, levels: tuple[int, ...], said: str) -> None:
    assert untied(stages.any_of(levels)) == said


def test_names_without_a_common_word_stay_whole() -> None:
    stages = Stages(ENGLISH, ("Not begun", "In part", "All there"))
    assert untied(stages.any_of((1, 2))) == "Not begun or In part"
    assert untied(stages.at(Fraction(3, 2))) == "between Not begun and In part"


def test_a_level_off_the_scale_has_no_name(stages: Stages) -> None:
    with pytest.raises(IndexError):
        stages.name(5)
    with pytest.raises(IndexError):
        stages.name(0)

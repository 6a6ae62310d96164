from __future__ import annotations

import random

import bidi as oracle
import pytest

from desktop.look.bidi import base_direction, levels, visual_order

LETTERS = "abcXYZ אבגדה عمانشc 0123 ٠١٢ .,:+-/%$€ ()[]{}<> \u0301\u05b0 !?&*"


def shown(text: str, base: int) -> str:
    return "".join(text[i] for i in visual_order(levels(text, base)))


def test_the_order_is_that_of_another_implementation() -> None:
    dice = random.Random(7)
    for _ in range(3000):
        text = "".join(dice.choice(LETTERS) for _ in range(dice.randint(1, 24))).strip()
        for base, name in ((0, "L"), (1, "R")):
            # The oracle mirrors nothing and puts marks after their letters as they stand, as we do.
            assert shown(text, base) == oracle.get_display(text, base_dir=name), (text, base)


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("אבג 2½", 1, "2½ גבא"),
        ("2½", 1, "2½"),
        ("אב 3.5 ג", 1, "ג 3.5 בא"),
        ("אב 10% ג", 1, "ג 10% בא"),
        ("Level 3 of אבג.", 0, "Level 3 of גבא."),
    ],
)
def test_numbers_are_never_turned(text: str, base: int, seen: str) -> None:
    assert shown(text, base) == seen


def test_the_first_strong_letter_gives_the_direction() -> None:
    assert base_direction("12 עיר City")
    assert not base_direction("12 City עיר")
    assert not base_direction("12")

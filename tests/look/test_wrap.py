"""Lines are few, balanced, whole where they can be, and never wider than their room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.look.measure import FontMeasure
from desktop.look.wrap import ELLIPSIS, block_height, cut, fit, one_line, wrap

MEASURE = FontMeasure()
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäß,.", min_size=1, max_size=14), min_size=1, max_size=40)


def _letters(words: str) -> float:
    """A ruler on which every letter is one wide."""
    return float(len(words))


def _fewest(words: list[str], width: float) -> int:
    """Lines that filling one after another needs."""
    lines, room = 1, width
    for at, word in enumerate(words):
        needed = len(word) + (room < width or (at > 0 and room != width))
        if needed <= room:
            room -= needed
        else:
            lines, room = lines + 1, width - len(word)
    return lines


@given(WORDS, st.integers(15, 60))
def test_lines_keep_the_words_fit_and_are_as_few_as_can_be(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width, _letters)
    assert " ".join(lines) == " ".join(words)
    assert all(len(line) <= width for line in lines)
    assert len(lines) == _fewest(words, width)


def test_lines_are_about_equally_long() -> None:
    assert wrap("aaa aaa aaa aaa", 12, _letters) == ["aaa aaa", "aaa aaa"]


def test_a_break_comes_after_a_comma_where_it_costs_no_line() -> None:
    assert wrap("Where do we stand, and what comes next?", 24, _letters) == [
        "Where do we stand,",
        "and what comes next?",
    ]


def test_a_clause_much_shorter_than_the_rest_does_not_stand_alone() -> None:
    story = "In September 2020, Helsinki and Amsterdam each opened a public list."
    assert wrap(story, 55, _letters)[0] != "In September 2020,"


def test_brackets_stay_together() -> None:
    words = "It is strongest in experience (3, Becoming digital)."
    assert not wrap(words, 34, _letters)[0].endswith("(3,")


def test_what_is_tied_is_never_parted() -> None:
    said = "22\u00a0of\u00a028 at Doing or Becoming\u00a0digital. 5\u00a0lower, 1\u00a0higher."
    for width in range(17, 60):
        for line in wrap(said, width, _letters):
            assert not line.endswith(("22", "of", "Becoming", "5", "1"))


def test_what_is_tied_comes_apart_at_its_tie_before_a_word_does() -> None:
    assert wrap("Becoming\u00a0digital", 10, _letters) == ["Becoming", "digital"]
    assert wrap("at Becoming\u00a0digital", 17, _letters) == ["at", "Becoming\u00a0digital"]


def test_han_breaks_between_any_two_characters() -> None:
    assert wrap("一二三四五六七八", 4, _letters) == ["一二三四", "五六七八"]


def test_a_word_too_long_is_parted_evenly_and_not_inside_an_accent() -> None:
    assert [len(part) for part in wrap("x" * 30, 29, _letters)] == [15, 15]
    parts = wrap("e\u0301" * 15, 7, _letters)
    assert all(not part.startswith("\u0301") for part in parts)
    assert "".join(parts) == "e\u0301" * 15


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("a\x00b\x0bc\u202ed", "ab cd"),
        ("two\nlines\ttabs", "two lines tabs"),
        ("\ud83d lone", "\ufffd lone"),
        ("<b>&amp;</b> =cmd()", "<b>&amp;</b> =cmd()"),
        ("  ", ""),
    ],
)
def test_one_line_drops_what_cannot_be_seen_and_keeps_the_rest(raw: str, seen: str) -> None:
    assert one_line(raw) == seen


def test_text_that_fits_is_not_shrunk() -> None:
    assert fit("Data mastery", 600, 60, 44, 34, MEASURE).size == 44


def test_text_is_shrunk_before_it_is_cut_and_before_a_word_is_parted() -> None:
    shrunk = fit("Digitally savvy, open talent networks", 700, 50, 48, 34, MEASURE)
    assert 34 <= shrunk.size < 48
    assert shrunk.lines == ("Digitally savvy, open talent networks",)
    assert fit("Infrastructure", 250, 120, 58, 34, MEASURE).lines == ("Infrastructure",)


@given(st.text(max_size=400), st.floats(60, 900), st.floats(36, 300))
def test_a_fitted_text_never_leaves_its_room(words: str, width: float, height: float) -> None:
    fitted = fit(words, width, height, 60, 34, MEASURE, "semibold")
    assert fitted.size >= 34
    assert fitted.tall(1.24) <= max(height, block_height(1, 34)) + 0.01
    # A single cluster may be wider than any room; lines of more than one letter may not.
    assert all(
        MEASURE.width(line, fitted.size, "semibold") <= width + 0.01 for line in fitted.lines if len(line) > 9
    )


def test_a_city_of_twenty_thousand_letters_is_cut_with_a_sign() -> None:
    fitted = fit("Llanfair" * 2500, 800, 100, 44, 34, MEASURE)
    assert fitted.size == 34
    assert fitted.lines[-1].endswith(ELLIPSIS)
    assert cut("short", 500, lambda words: MEASURE.width(words, 34)) == "short"

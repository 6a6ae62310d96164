from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.words.clean import clean, clean_line, shorten


@pytest.mark.parametrize(
    ("dirty", "kept"),
    [
        ("<b>AT&T</b> &copy; =cmd()", "<b>AT&T</b> &copy; =cmd()"),
        ("a\x00b\x1bc\x7fd\x9fe", "abcde"),
        ("one\x0btwo\tthree", "one two three"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ud83d alone \udc00", "\ufffd alone \ufffd"),
        ("\u202eevil\u2066x\u200f", "evilx"),
        ("x\ufffey\uffffz\U0001ffff\ufdd0", "xyz"),
        ("e\u0301", "é"),
        ("عمّان 🚀👍🏽", "عمّان 🚀👍🏽"),
        (None, "None"),
    ],
)
def test_text_from_outside_comes_in_as_itself_without_what_cannot_be_printed(
    dirty: object, kept: str
) -> None:
    assert clean(dirty) == kept


def test_a_line_has_no_line_ends() -> None:
    assert clean_line("  two\n lines  here ") == "two lines here"


def test_too_long_a_text_ends_in_an_ellipsis_within_the_limit() -> None:
    assert clean("abcdefgh", 5) == "abcd…"
    assert clean("abcde", 5) == "abcde"


def test_a_cut_never_tears_a_mark_from_its_letter() -> None:
    assert shorten("ab" + "x\u0323\u0325" + "z" * 9, 4) == "ab…"


@given(st.text(st.characters(codec=None)), st.integers(1, 40))
def test_cleaning_twice_changes_nothing_and_the_limit_holds(text: str, limit: int) -> None:
    once = clean(text, limit)
    assert len(once) <= limit
    assert clean(once, limit) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")

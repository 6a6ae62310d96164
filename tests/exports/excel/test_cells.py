"""Text of people in a workbook: always itself, never alive."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from python_calamine import CalamineWorkbook

from desktop.model.text import clean
from exports.excel.cells import MOST_UNITS, as_typed, put, safe_text
from exports.excel.look import add_styles

WILD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("=+-@\t\r\n_x0041F_�\x00\x0b\x1f\x7f"),
        st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, categories=["Cs"]),
    ),
    max_size=60,
)


@given(WILD)
@example("_x0041_")
@example("_x005F_x0041_")
@example("__x000D__x0009_")
def test_what_was_typed_is_read_again(words: str) -> None:
    assert as_typed(safe_text(words)) == clean(words)


@given(WILD, st.integers(MOST_UNITS - 40, MOST_UNITS + 40))
@settings(max_examples=40)
def test_no_cell_holds_more_than_excel_takes(words: str, filled: int) -> None:
    kept = safe_text("a" * filled + words)
    assert len(kept.encode("utf-16-le")) <= 2 * MOST_UNITS
    assert clean("a" * filled + words).startswith(as_typed(kept).removesuffix("…"))


@pytest.mark.parametrize("filled", range(MOST_UNITS - 12, MOST_UNITS + 1))
@pytest.mark.parametrize("end", ["_x0041_" * 4, "🦆" * 12])
def test_a_cut_leaves_no_half_sign(filled: int, end: str) -> None:
    kept = as_typed(safe_text("a" * filled + end))
    assert ("a" * filled + end).startswith(kept.removesuffix("…"))
    assert kept.endswith("…") or kept == "a" * filled + end


@given(WILD)
@settings(max_examples=60)
def test_two_readers_find_it_as_text(words: str) -> None:
    book = Workbook()
    add_styles(book, rtl=False)
    put(book.worksheets[0]["A1"], f"x{words}", "pw_text")
    put(book.worksheets[0]["A2"], words, "pw_text")
    out = io.BytesIO()
    book.save(out)
    cells = openpyxl.load_workbook(out).worksheets[0]
    assert cells["A1"].data_type == "s"
    assert cells["A2"].data_type in ("s", "n")
    assert as_typed(cells["A2"].value or "") == clean(words)
    out.seek(0)
    rows = CalamineWorkbook.from_filelike(out).get_sheet_by_index(0).to_python()
    assert rows[0][0] == clean(f"x{words}")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@sum", "\x00=1+1", "#REF!", "=cmd|' /C calc'!A0"])
def test_what_could_come_alive_is_text_and_stays_so_after_editing(words: str) -> None:
    book = Workbook()
    add_styles(book, rtl=False)
    cell = put(book.worksheets[0]["A1"], words, "pw_text")
    assert cell.data_type == "s"
    assert bool(cell.quotePrefix) is (clean(words)[0] in "=+-@")

"""One test for each private part of ReportLab that the tagging canvas leans on: a new version shows here first."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame

from exports.pdf.flowables import TextBlock
from exports.pdf.tags import NotMarked
from exports.pdf.text.spans import Link, Span
from exports.pdf.watched import WatchedCanvas
from tests.exports.pdf.making import ABOUT, read


def canvas() -> WatchedCanvas:
    return WatchedCanvas(io.BytesIO(), about=ABOUT)


def test_canvas_code_takes_operators_and_is_renewed_by_restart_accumulators() -> None:
    one = canvas()
    with pytest.raises(NotMarked):
        one.write("0 0 10 10 re f")
    with one.artifact():
        one.write("0 0 10 10 re f")
    one.showPage()
    assert one._code == []
    with pytest.raises(NotMarked):
        one.line(0, 0, 10, 10)


def test_canvas_make_preamble_selects_no_font() -> None:
    assert "Tf" in Canvas(io.BytesIO())._preamble  # type: ignore[attr-defined]
    assert "Tf" not in canvas()._preamble  # type: ignore[attr-defined]


def test_canvas_set_annotations_is_the_last_look_at_a_page() -> None:
    page = read([TextBlock("Words")]).reader.pages[0]
    assert page["/StructParents"] == 0
    assert page["/Tabs"] == "/S"


def test_page_contents_may_be_given_and_end_on_a_line_of_their_own() -> None:
    data = read([TextBlock("Words")]).reader.stream.getvalue()
    assert data.count(b"endstream") == data.count(b"\nendstream")


def test_page_number_counts_from_one() -> None:
    assert canvas()._pageNumber == 1


def test_annotation_refs_reach_the_page() -> None:
    link = Link("https://example.org/", "The city's site")
    page = read([TextBlock(["See ", Span("here", link=link)])]).reader.pages[0]
    note = page["/Annots"][0].get_object()
    assert (note["/Contents"], note["/F"], note["/A"]["/URI"]) == (
        "The city's site",
        4,
        "https://example.org/",
    )


def test_bookmark_reference_makes_destinations_inside_the_document() -> None:
    link = Link("#there", "Go there")
    blocks = [TextBlock(Span("go", link=link)), TextBlock("There", role="H1", anchor="there", outline=True)]
    reader = read(blocks).reader
    page, fit, *_ = reader.pages[0]["/Annots"][0].get_object()["/Dest"]
    assert (page, fit) == (reader.pages[0].indirect_reference, "/XYZ")
    assert [entry["/Title"] for entry in reader.outline] == ["There"]


def test_document_catalog_takes_entries_that_reportlab_does_not_know() -> None:
    catalogue = read([TextBlock("Words")]).catalogue
    assert catalogue["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert (
        catalogue["/MarkInfo"]["/Marked"] is True or str(catalogue["/MarkInfo"]["/Marked"]).lower() == "true"
    )
    assert catalogue["/Lang"] == "en"


def test_basic_fonts_is_the_font_dictionary_of_every_page() -> None:
    reading = read([TextBlock("Words עם")])
    fonts = reading.reader.pages[0]["/Resources"]["/Font"]
    assert set(fonts) == {
        "/IBMPlexSans-Regular",
        "/IBMPlexSans-SemiBold",
        "/NotoSansHebrew-Regular",
    }


def test_pages_are_named_page_and_number() -> None:
    reading = read([TextBlock("Words\n" * 60)])
    parents = reading.catalogue["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert parents[0::2] == [0, 1]


def test_time_stamp_is_replaced_by_one_in_utc() -> None:
    info = read([TextBlock("Words")]).reader.metadata
    assert info is not None
    assert info["/CreationDate"] == "D:20270301090000+00'00'"


def test_frame_gives_its_height_and_place_to_a_gap() -> None:
    frame = Frame(0, 10, 80, 100, 0, 0, 0, 0)
    assert (frame._aH, frame._width, frame._y, frame._y2) == (100, 80, 110, 110)
    assert frame._atTop
    frame._y -= 7
    assert frame.add(TextBlock("x"), canvas())
    assert (frame._y, frame._atTop) == (110 - 7 - 14, 0)


def test_postponed_is_dropped_by_a_split() -> None:
    block = TextBlock("Words " * 200)
    block._postponed = 1  # type: ignore[attr-defined]
    block.wrap(100, 1000)
    assert not any(hasattr(part, "_postponed") for part in block.split(100, 60))

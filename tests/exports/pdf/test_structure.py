from __future__ import annotations

import pytest

from desktop.look.marks import Box, Picture, Text
from exports.pdf.flowables import (
    Band,
    Beside,
    Cell,
    Column,
    Columns,
    Drawing,
    FigureBlock,
    Gap,
    ListBlock,
    Panel,
    Rule,
    Stack,
    TableBlock,
    TextBlock,
    Tinted,
)
from exports.pdf.sheet import BODY, LABEL, SIDE_HEADING
from exports.pdf.text.spans import Link, Span
from tests.exports.pdf.making import ABOUT, made, read
from tests.exports.pdf.reading import Reading

PICTURE = Picture(
    200, 60, (Box(0, 0, 40, 20, fill="#0B726A"), Text((50, 15), "Data fi", 10, "#131A29")), alt="A bar."
)


def test_a_page_is_read_in_the_order_it_is_written() -> None:
    reading = read(
        [
            TextBlock("Roadmap", role="H1", outline=True),
            Columns(
                [Stack([TextBlock("City", LABEL), TextBlock("Rivermouth")]), TextBlock("For decision")],
                (0, 130),
            ),
            Gap(),
            Panel([Beside(TextBlock("We ask", SIDE_HEADING, role="H2"), [TextBlock("Agree.", number="1")])]),
            Rule(),
            ListBlock(["One", "Two"]),
            FigureBlock(PICTURE),
        ]
    )
    assert reading.document.outline() == [
        ("H1", "Roadmap"),
        ("P", "City"),
        ("P", "Rivermouth"),
        ("P", "For decision"),
        ("H2", "We ask"),
        ("P", "1 Agree."),
        ("Lbl", "•"),
        ("LBody", "One"),
        ("Lbl", "•"),
        ("LBody", "Two"),
        ("Figure", "Data fi"),
    ]
    assert reading.document.all("L")[0].attributes["/ListNumbering"] == "/Disc"


def test_a_figure_says_its_finding_and_where_it_stands() -> None:
    figure = read([FigureBlock(PICTURE, alt="Data mastery is ahead.")]).document.all("Figure")[0]
    assert figure.alt == "Data mastery is ahead."
    assert [float(v) for v in figure.attributes["/BBox"]] == pytest.approx(
        [56, 715.89, 256, 775.89], abs=0.02
    )


def test_a_figure_without_a_finding_is_refused() -> None:
    with pytest.raises(ValueError, match="alternative text"):
        FigureBlock(Picture(10, 10, ()))


def test_decoration_is_no_element() -> None:
    assert read([Drawing(PICTURE), TextBlock("Words")]).document.outline() == [("P", "Words")]


def test_a_link_is_its_own_element_with_one_annotation_a_line() -> None:
    link = Link("https://example.org/", "The site")
    reading = read([TextBlock(["See ", Span("a long name of a site " * 12, link=link), "."])])
    paragraph = reading.document.all("P")[0]
    found = paragraph.all("Link")[0]
    assert paragraph.text.startswith("See a long name")
    assert paragraph.text.endswith(".")
    assert found.links == len(reading.reader.pages[0]["/Annots"]) > 1


def test_a_paragraph_cut_by_a_page_is_one_element() -> None:
    words = " ".join(f"word{n}" for n in range(1400))
    reading = read([TextBlock(words)])
    assert len(reading.reader.pages) > 1
    assert [element.text.split() for element in reading.document.all("P")] == [words.split()]


def test_running_heads_and_feet_are_artifacts_with_page_n_of_n() -> None:
    reading = read([TextBlock("x\n" * 120)])
    assert len(reading.reader.pages) == 3
    for number, said in enumerate(reading.artifacts, 1):
        assert f"Page {number} of 3" in said
        assert "Draft v1" in said
    assert "Page" not in reading.document.text


def table(rows: int = 3) -> TableBlock:
    columns = [Column("Action", 200), Column("Now", 60, "units"), Column("", 80)]
    body = [(f"Action {n}", ("2½", "3")[n % 2], "") for n in range(rows)]
    return TableBlock(
        columns,
        [Band("Now", "50 days"), *body, Tinted(("Sum", "5", Cell("!", picture=PICTURE)))],
        caption="T",
    )


def test_a_table_has_heads_with_scope_and_a_place_for_every_empty_cell() -> None:
    element = read([table()]).document.all("Table")[0]
    assert [child.role for child in element.children if not isinstance(child, str)] == [
        "Caption",
        "THead",
        "TBody",
    ]
    rows = element.all("TR")
    assert [len(row.children) for row in rows] == [3, 1, 3, 3, 3, 3]
    assert [head.attributes["/Scope"] for head in rows[0].all("TH")] == ["/Column"] * 3
    assert rows[1].all("TH")[0].attributes["/ColSpan"] == 3
    assert rows[2].all("TH")[0].attributes["/Scope"] == "/Row"
    assert [cell.text for cell in rows[2].all("TD")] == ["2½", ""]
    assert rows[5].all("Figure")[0].alt == "A bar."


def test_a_long_table_repeats_its_head_as_an_artifact_and_reads_once() -> None:
    reading = read([table(120)])
    assert len(reading.reader.pages) > 3
    heads = reading.document.all("THead")
    assert [cell.text for cell in heads[0].all("TH")] == ["Action", "Now", ""]
    assert len(heads) == 1
    assert all("Action" in said for said in reading.artifacts[1:])
    assert [row.children[0].text for row in reading.document.all("TBody")[0].all("TR")][1:-1] == [
        f"Action {n}" for n in range(120)
    ]


def test_a_cell_longer_than_a_page_is_cut_by_its_lines_and_stays_one_cell() -> None:
    note = " ".join(f"n{n}" for n in range(3000))
    reading = read([TableBlock([Column("A", 100), Column("B", 200)], [("x", note)])])
    assert len(reading.reader.pages) > 2
    assert [cell.text.split() for cell in reading.document.all("TD")] == [note.split()]


def test_a_table_without_rows_says_so() -> None:
    element = read([TableBlock([Column("A", 100), Column("B", 200)], [], empty="none")]).document.all(
        "TBody"
    )[0]
    assert element.text == "none"


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        TableBlock([Column("A", 100)], [("x", "y")]).wrap(400, 400)


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for lines in range(40, 56):
        blocks = [
            TextBlock("x\n" * (lines - 1) + "x"),
            TextBlock("Head", role="H1"),
            TextBlock("Words " * 60),
        ]
        reading = read(blocks)
        pages = reading.pages
        head = next(n for n, page in enumerate(pages) if "Head" in page.values())
        assert any(value.startswith("Words") for value in pages[head].values())


def test_a_long_table_starts_under_its_heading_on_the_same_page() -> None:
    reading = read([TextBlock("x\n" * 20), TextBlock("Head", role="H1"), table(120)])
    first = reading.pages[0].values()
    assert "Head" in first
    assert "Action 0" in first


def test_arabic_and_hebrew_are_read_in_logical_order() -> None:
    words = "بلدية مدينة عمّان: خطة 2027 (Smart City) — لا إله، الأولوية 2½ من 7"
    hebrew = "תל אביב 12% (Plan) סוף"
    reading = read(
        [TextBlock(words, BODY, rtl=True), TextBlock(hebrew, rtl=True), TextBlock(f"In {hebrew} x")]
    )
    assert [text for _, text in reading.document.outline()] == [words, hebrew, f"In {hebrew} x"]


def test_equal_input_gives_equal_bytes() -> None:
    def story(_places: object) -> list[object]:
        return [TextBlock("Київ 北京 عمّان 🚀", role="H1", outline=True), table(60), FigureBlock(PICTURE)]

    assert made(story).data == made(story).data


def test_page_numbers_of_anchors_are_known_to_the_story() -> None:
    def story(places: object) -> list[object]:
        return [
            TextBlock(f"See page {places.page('end')}."),
            TextBlock("x\n" * 90),
            TextBlock("End", anchor="end"),
        ]  # type: ignore[attr-defined]

    assert Reading(made(story).data).document.all("P")[0].text == "See page 2."


def test_what_no_face_has_is_reported_with_its_pages() -> None:
    result = made(lambda _places: [TextBlock("a ᚋ b"), TextBlock("x\n" * 60 + "ᚋ")])
    assert [(missing.character, missing.pages) for missing in result.missing] == [("ᚋ", (1, 2))]


def test_the_file_says_what_it_is() -> None:
    reading = read([TextBlock("Words")])
    xmp = reading.catalogue["/Metadata"].get_data().decode()
    for part in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", ABOUT.title, ABOUT.author):
        assert part in xmp
    assert reading.catalogue["/ViewerPreferences"]["/DisplayDocTitle"] is True or (
        str(reading.catalogue["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    )
    assert reading.reader.metadata.title == ABOUT.title
    assert "/Names" not in reading.catalogue or "/EmbeddedFiles" not in reading.catalogue["/Names"]

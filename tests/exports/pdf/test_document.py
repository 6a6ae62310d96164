from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.look.marks import Picture, Text
from exports.pdf.annex import Annex
from exports.pdf.document import Running, check_whole, make_document, turn_page, write_document
from exports.pdf.flowables import (
    Band,
    Beside,
    Column,
    Columns,
    FigureBlock,
    Gap,
    ListBlock,
    Panel,
    Span,
    Stack,
    TableBlock,
    TextBlock,
)
from exports.pdf.sheet import BODY, H1, SMALL, Style
from exports.pdf.tags import NotMarked
from exports.pdf.text.spans import plain
from exports.pdf.watched import WatchedCanvas
from exports.safely import NotWhole
from tests.exports.pdf.making import ABOUT, RUNNING, made, read
from tests.exports.pdf.reading import Reading
from tools.papers.specimens import HOSTILE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_comes_out_of_every_block_without_harm(text: str) -> None:
    picture = Picture(300, 40, (Text((10, 20), text[:200], 10, "#131A29"),), alt=f"A {text[:50]}")
    blocks = [
        TextBlock([text[:200], "."], role="H1", outline=True),
        TextBlock(text),
        TextBlock(text, rtl=True),
        ListBlock([text[:2000]]),
        FigureBlock(picture),
        TableBlock(
            [Column("A", 40), Column(text[:100], 100), Column("", 200)], [(text[:600], "", text)], caption="T"
        ),
        Panel([Beside(TextBlock(text[:100], role="H2"), [TextBlock(text)])]),
    ]
    reading = read(blocks)
    assert len(reading.reader.pages) >= 1


@pytest.mark.parametrize(
    "name", [name for name in HOSTILE if name not in ("no face", "nothing", "only spaces")]
)
def test_hostile_text_is_read_back_as_itself(name: str) -> None:
    text = HOSTILE[name]
    wanted = "".join(plain(text).replace("\u00ad", "").replace("\u200b", "").split())
    said = read([TextBlock(text)]).document.all("P")[0].text
    assert "".join(said.replace("\u00ad", "").split()) == wanted


def test_hostile_titles_reach_the_metadata_clean() -> None:
    about = ABOUT.__class__("A <b> & \ud800\x00 عم", "en", "Co <&> \x1b", ABOUT.made_at)
    reading = Reading(make_document(about, lambda _places: [TextBlock("x")], RUNNING).data)
    assert reading.reader.metadata is not None
    assert reading.reader.metadata.title == "A <b> & \ufffd عم"
    assert "A &lt;b&gt; &amp; \ufffd" in reading.catalogue["/Metadata"].get_data().decode()


def test_a_document_is_written_checked_and_named(tmp_path: Path) -> None:
    target = tmp_path / "roadmap.pdf"
    written = write_document(target, ABOUT, lambda _places: [TextBlock("x\n" * 70)], RUNNING)
    assert (written.saved.path, written.pages, written.missing) == (target, 2, ())
    check_whole(target, 2)


@pytest.mark.parametrize("keep", [0, 100, 5000, -10])
def test_a_file_cut_short_is_not_whole(tmp_path: Path, keep: int) -> None:
    target = tmp_path / "roadmap.pdf"
    data = made([TextBlock("x")]).data
    target.write_bytes(data[:keep])
    with pytest.raises(NotWhole):
        check_whole(target, 1)


def test_a_page_too_few_is_not_whole(tmp_path: Path) -> None:
    target = tmp_path / "roadmap.pdf"
    target.write_bytes(made([TextBlock("x")]).data)
    with pytest.raises(NotWhole, match="2 pages"):
        check_whole(target, 2)


def test_a_cover_has_no_running_head() -> None:
    def story(_places: object) -> list[object]:
        return [TextBlock("Cover", role="H1"), *turn_page("page"), TextBlock("Inside")]

    reading = Reading(make_document(ABOUT, story, RUNNING, first="cover", canvas=WatchedCanvas).data)
    assert "Page" not in reading.artifacts[0]
    assert "Page 2 of 2" in reading.artifacts[1]


def test_a_long_note_goes_on_in_the_annex() -> None:
    def story(places: object) -> list[object]:
        annex = Annex(lambda anchor: f"The note goes on in annex B, page {places.page(anchor)}.")  # type: ignore[attr-defined]
        note = TextBlock(annex.cap("Data", "word " * 400))
        short = TextBlock(annex.cap("Talent", "short"))
        rest = [TextBlock([Span(one.text)], anchor=one.anchor) for one in annex.notes]
        return [note, short, *turn_page(), *rest]

    reading = Reading(made(story).data)
    first, short, whole = reading.document.all("P")
    assert first.text.rstrip().endswith("… The note goes on in annex B, page 2.")
    assert len(first.text) < 1260
    assert first.all("Link")[0].links == 1
    assert short.text == "short"
    assert whole.text.split() == ["word"] * 400


def test_painting_outside_a_mark_is_caught() -> None:
    class Careless(Gap):
        def draw(self) -> None:
            self.canv.write("0 0 m 9 9 l S")

    with pytest.raises(NotMarked):
        made([TextBlock("x"), Careless()])


def test_blocks_start_on_the_grid_of_half_lines() -> None:
    tops = []

    class Here(Gap):
        def draw(self) -> None:
            tops.append(self.canv.absolutePosition(0, 0)[1])

    made(lambda _places: [TextBlock("x", after=0), *(Here(7) for _ in range(4)), TextBlock("y")])
    frame_top = 841.89 - 66
    assert len(tops) >= 4
    assert all(abs((frame_top - y) / 7 - round((frame_top - y) / 7)) < 0.01 for y in tops)


@pytest.mark.parametrize("style", [BODY, H1, SMALL])
def test_whatever_stands_first_has_its_baseline_on_the_same_line(style: Style) -> None:
    data = make_document(ABOUT, lambda _places: [TextBlock("First", style)], RUNNING).data
    content = PdfReader(io.BytesIO(data)).pages[0].get_contents()
    assert content is not None
    moves = re.findall(rb"1 0 0 1 (\S+) (\S+) (cm|Tm)", content.get_data())
    x, y = 0.0, 0.0
    for dx, dy, _ in moves[-2:]:
        x, y = x + float(dx), y + float(dy)
    assert (x, 841.89 - y) == (pytest.approx(56), pytest.approx(77, abs=0.02))


def test_nothing_is_too_high_for_a_page() -> None:
    long = "word " * 4000
    tall = Picture(300, 2000, (Text((10, 20), "x", 10, "#131A29"),), alt="A tall picture.")
    blocks = [
        Beside(TextBlock(long, role="H2"), [TextBlock("short")]),
        Beside(TextBlock("short", role="H2"), [TextBlock(long)]),
        Columns([TextBlock(long), TextBlock("short"), Stack([TextBlock(long)])], (0, 130, 300)),
        TableBlock([Column(long, 100), Column("B", 100)], [("x", long), ("y", "z")], caption=long),
        TableBlock([Column("A", 100)], [Band(long, long), ("y",)]),
        FigureBlock(tall),
        Panel([FigureBlock(tall), TextBlock(long)]),
        ListBlock([long]),
    ]
    reading = read(blocks)
    assert reading.document.text.count("word") > 7 * 4000
    assert len(reading.document.all("Figure")) == 2


def test_a_running_head_of_any_length_stays_on_its_line() -> None:
    long = Running("city " * 400, "foot " * 400, lambda n, total: f"Page {n} of {total}", "Draft " * 90)
    data = make_document(ABOUT, lambda _places: [TextBlock("x")], long, canvas=WatchedCanvas).data
    said = Reading(data).artifacts[0]
    assert said.count("…") == 3
    assert "Page 1 of 1" in said


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import hashlib; from tools.papers.specimens import specimens; from pathlib import Path; import tempfile\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    print([hashlib.sha256(path.read_bytes()).hexdigest() for path in specimens(Path(folder))[:2]])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1

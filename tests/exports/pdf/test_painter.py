from __future__ import annotations

import io
import re

import pytest

from desktop.look.marks import Arc, Box, Disc, Icon, Line, Mark, Picture, Polygon, Text
from desktop.look.mirror import mirrored
from desktop.look.runs import line_width
from exports.pdf.icons import ICON_FOLDER, icon_paths
from exports.pdf.painter import paint
from exports.pdf.watched import WatchedCanvas
from tests.exports.pdf.making import ABOUT


def painted(*marks: Mark, mirror: bool = False) -> str:
    canvas = WatchedCanvas(io.BytesIO(), about=ABOUT)
    before = len(canvas._code)
    picture = Picture(200, 100, marks)
    with canvas.artifact():
        paint(canvas, mirrored(picture) if mirror else picture, 10, 300)
    return "\n".join(canvas._code[before:])


def starts(operators: str) -> list[float]:
    return [float(x) for x in re.findall(r"1 0 0 1 (\S+) \S+ Tm", operators)]


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        (Polygon(((0, 0), (10, 0), (10, 5)), fill="#ff0000"), "q 1 0 0 rg 0 0 m 10 0 l 10 -5 l h f Q"),
        (Line(((0, 1), (9, 1)), "#000000", 2, (4, 2)), "q 0 0 0 RG 2 w 0 J 0 j [4 2] 0 d 0 -1 m 9 -1 l S Q"),
        (Box(1, 2, 30, 10, fill="#ffffff"), "q 1 1 1 rg 1 -12 30 10 re f Q"),
    ],
)
def test_shapes_become_paths_with_y_turned_up(mark: Mark, wanted: str) -> None:
    assert wanted in painted(mark)


def test_discs_boxes_and_arcs_are_curves() -> None:
    assert painted(Disc((50, 50), 10, stroke="#000000")).count(" c ") == 4
    assert painted(Box(0, 0, 20, 20, fill="#000000", radius=4)).count(" c ") == 4
    assert painted(Arc((50, 50), 10, 0, 180, "#000000")).count(" c ") == 2
    assert painted(Arc((50, 50), 10, 0, 0, "#000000")).count(" c ") == 0


def test_anchors_count_from_the_text_as_it_was_measured() -> None:
    wide = line_width("Data fi", 12, "semibold")
    for anchor, x in (("start", 100), ("middle", 100 - wide / 2), ("end", 100 - wide)):
        mark = Text((100, 20), "Data fi", 12, "#000000", "semibold", anchor)  # type: ignore[arg-type]
        assert starts(painted(mark)) == [pytest.approx(x, abs=0.01)]


def test_a_mirrored_text_keeps_its_anchor_from_the_right() -> None:
    wide = line_width("Data", 12)
    assert starts(painted(Text((30, 20), "Data", 12, "#000000"), mirror=True)) == [
        pytest.approx(170 - wide, abs=0.01)
    ]


def test_every_shipped_icon_can_be_drawn() -> None:
    names = sorted(path.stem for path in ICON_FOLDER.glob("*.svg"))
    assert names
    for name in names:
        numbers = [float(n) for path in icon_paths(name) for n in re.findall(r"-?\d+\.?\d*", path)]
        assert numbers, name
        assert all(-1 <= number <= 25 for number in numbers), name
        assert "S" in painted(Icon(name, 0, 0, 24, "#000000"))


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icon_paths("no-such-icon")

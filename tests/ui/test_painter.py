"""The Qt painter draws what the marks say, with the measure that laid them out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from desktop.look.faces import FONT_FOLDER, PLEX
from desktop.look.marks import Arc, Box, Disc, Icon, Line, Mark, Picture, Polygon, Text, Weight
from desktop.look.measure import FontMeasure
from desktop.look.palette import WALL
from desktop.look.scenes.frame import frame_for
from desktop.ui.painter import image
from tests.look.scene_cases import LANGUAGES, Language, cases

GROUND = "#000000"


def _draw(*marks: Mark, scale: float = 1.0) -> QImage:
    return image(Picture(200, 100, marks), round(200 * scale), round(100 * scale), GROUND)


def _at(drawn: QImage, x: int, y: int) -> str:
    return drawn.pixelColor(x, y).name()


def _ink_columns(drawn: QImage) -> tuple[int, int]:
    """First and last column in which anything is drawn."""
    inked = [
        x
        for x in range(drawn.width())
        if any(drawn.pixelColor(x, y).lightness() > 60 for y in range(drawn.height()))
    ]
    return inked[0], inked[-1]


def test_shapes_are_filled_and_outlined_where_they_say(qapp: QApplication) -> None:
    drawn = _draw(
        Box(10, 10, 40, 30, "#ff0000"),
        Polygon(((60, 10), (100, 10), (80, 40)), "#00ff00"),
        Disc((130, 25), 15, "#0000ff"),
        Disc((170, 25), 12, None, "#ffff00", 4),
        Line(((10, 60), (190, 60)), "#ffffff", 4),
    )
    assert _at(drawn, 30, 25) == "#ff0000"
    assert _at(drawn, 80, 20) == "#00ff00"
    assert _at(drawn, 130, 25) == "#0000ff"
    assert _at(drawn, 170, 25) == GROUND
    assert _at(drawn, 170, 13) == "#ffff00"
    assert _at(drawn, 100, 60) == "#ffffff"
    assert _at(drawn, 5, 60) == GROUND, "line ends are flat"


def test_dashes_are_as_long_as_they_say_whatever_the_pen(qapp: QApplication) -> None:
    drawn = _draw(Line(((0, 50), (200, 50)), "#ffffff", 10, (40, 20)))
    assert [_at(drawn, x, 50) for x in (20, 50, 80, 110)] == ["#ffffff", GROUND, "#ffffff", GROUND]


def test_an_arc_runs_clockwise_from_twelve(qapp: QApplication) -> None:
    drawn = _draw(Arc((100, 50), 40, 0, 90, "#ffffff", 8))
    assert _at(drawn, 128, 22) == "#ffffff"
    assert _at(drawn, 72, 22) == GROUND
    assert _at(drawn, 128, 78) == GROUND


def test_rounded_corners_are_round(qapp: QApplication) -> None:
    drawn = _draw(Box(10, 10, 80, 80, "#ffffff", radius=30))
    assert _at(drawn, 12, 12) == GROUND
    assert _at(drawn, 50, 12) == "#ffffff"


def test_an_icon_is_drawn_in_its_colour(qapp: QApplication) -> None:
    drawn = _draw(Icon("database", 50, 0, 96, "#50c0b5"))
    colours = {drawn.pixelColor(x, y).name() for x in range(50, 146) for y in range(96)}
    assert "#50c0b5" in colours


def test_an_unknown_icon_is_named(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        _draw(Icon("no-such-icon", 0, 0, 20, "#ffffff"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_anchors_place_the_line_as_it_was_measured(qapp: QApplication, scale: float) -> None:
    width = FontMeasure().width("HIH", 40, "bold")
    for anchor, left in (("start", 100), ("middle", 100 - width / 2), ("end", 100 - width)):
        drawn = _draw(Text((100, 70), "HIH", 40, "#ffffff", "bold", anchor), scale=scale)
        first, last = _ink_columns(drawn)
        assert first / scale == pytest.approx(left, abs=5)
        assert last / scale == pytest.approx(left + width, abs=5)


def test_a_right_to_left_line_starts_at_its_right_end(qapp: QApplication) -> None:
    words = "مرحبا"
    width = FontMeasure().width(words, 40)
    first, last = _ink_columns(_draw(Text((150, 60), words, 40, "#ffffff", rtl=True)))
    assert last == pytest.approx(150, abs=6)
    assert first == pytest.approx(150 - width, abs=6)


def test_digits_keep_their_order_in_a_right_to_left_line(qapp: QApplication) -> None:
    turned = _draw(Text((150, 60), "128", 40, "#ffffff", rtl=True))
    straight = _draw(Text((150, 60), "128", 40, "#ffffff", anchor="end"))
    assert turned == straight


@pytest.mark.parametrize("weight", ["regular", "medium", "semibold", "bold"])
@pytest.mark.parametrize(
    "words", ["Data mastery", "AVATAR To We fly off", "1½ → 2½ · 28 of 31", "Київ Αθήνα Łódź"]
)
def test_the_measure_is_qts_own_unhinted_advance(qapp: QApplication, words: str, weight: Weight) -> None:
    number = QFontDatabase.addApplicationFont(str(FONT_FOLDER / f"{PLEX[weight]}.ttf"))
    assert number >= 0
    font = QFont(["IBM Plex Sans"])
    font.setPixelSize(1000)
    font.setWeight(
        {
            "regular": QFont.Weight.Normal,
            "medium": QFont.Weight.Medium,
            "semibold": QFont.Weight.DemiBold,
        }.get(weight, QFont.Weight.Bold)
    )
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    assert FontMeasure().width(words, 1000, weight) == pytest.approx(
        QFontMetricsF(font).horizontalAdvance(words), rel=0.002
    )


def test_a_picture_of_another_shape_stands_in_the_middle(qapp: QApplication) -> None:
    drawn = image(Picture(100, 100, (Box(0, 0, 100, 100, "#ffffff"),)), 300, 100, "#ff0000")
    assert _at(drawn, 50, 50) == "#ff0000"
    assert _at(drawn, 150, 50) == "#ffffff"
    assert _at(drawn, 250, 50) == "#ff0000"


@pytest.mark.parametrize("said", LANGUAGES, ids=lambda said: said.name)
def test_every_scene_is_painted_on_its_ground(qapp: QApplication, said: Language) -> None:
    frame = frame_for(FontMeasure(), 400, 225, rtl=said.rtl)
    for name, scene in cases(said):
        drawn = image(scene(frame), 400, 225, WALL.surface)
        assert drawn.pixelColor(1, 1) == QColor(WALL.surface), name
        colours = {drawn.pixel(x, y) for x in range(0, 400, 2) for y in range(0, 225, 2)}
        assert (len(colours) > 8) == (name != "blank"), name

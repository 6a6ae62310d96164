"""The wall's promise: nothing clips, nothing overlaps, nothing is too small to read from ten metres."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.look.marks import Box, Disc, Icon, Line, Mark, Polygon
from desktop.look.palette import WALL
from desktop.look.scenes.frame import Frame, frame_for
from tests.look.poll_cases import poll_cases
from tests.look.readable import MEASURE, assert_readable, extent, texts_of
from tests.look.scene_cases import ARABIC, LANGUAGES, PLAIN, Language, Scene, cases

SCREENS = {"4:3": (1024, 768), "16:9": (1920, 1080), "21:9": (2560, 1080)}
EVERY = [
    pytest.param(language, scene, id=f"{language.name}-{name}")
    for language in LANGUAGES
    for name, scene in (*cases(language), *poll_cases(language))
]


def _frame(screen: str, said: Language, *, strip: float = 0.0) -> Frame:
    wide, high = SCREENS[screen]
    return frame_for(MEASURE, wide, high, strip=strip, rtl=said.rtl)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("said", "scene"), EVERY)
def test_every_scene_is_readable_on_every_screen(said: Language, scene: Scene, screen: str) -> None:
    assert_readable(scene(_frame(screen, said)))


@pytest.mark.parametrize(("said", "scene"), EVERY)
def test_every_scene_is_readable_above_the_strip_of_a_mirrored_screen(said: Language, scene: Scene) -> None:
    frame = _frame("4:3", said, strip=76)
    picture = scene(frame)
    assert picture.height == pytest.approx(1080 * (768 - 76) / 768)
    assert_readable(picture)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("name", "scene"), [*cases(PLAIN), *poll_cases(PLAIN)])
def test_plain_words_are_never_cut(name: str, scene: Scene, screen: str) -> None:
    cut = [mark.words for mark in texts_of(scene(_frame(screen, PLAIN))) if mark.words.endswith("…")]
    assert cut == [], name


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("name", "scene"), [*cases(PLAIN), *poll_cases(PLAIN)])
def test_every_mark_stays_on_the_canvas(name: str, scene: Scene, screen: str) -> None:
    picture = scene(_frame(screen, PLAIN))
    for mark in picture.marks:
        for x, y in _corners(mark):
            assert -0.5 <= x <= picture.width + 0.5, (name, mark)
            assert -0.5 <= y <= picture.height + 0.5, (name, mark)


def _corners(mark: Mark) -> list[tuple[float, float]]:
    match mark:
        case Polygon() | Line():
            return list(mark.points)
        case Box():
            return [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
        case Disc():
            (x, y), r = mark.centre, mark.radius
            return [(x - r, y - r), (x + r, y + r)]
        case Icon():
            return [(mark.x, mark.y), (mark.x + mark.size, mark.y + mark.size)]
        case _:
            return []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("name", "scene"), [*cases(PLAIN), *poll_cases(PLAIN)])
def test_words_keep_off_the_city(name: str, scene: Scene, screen: str) -> None:
    picture = scene(_frame(screen, PLAIN))
    walls = [mark.points for mark in picture.marks if isinstance(mark, Polygon) and mark.fill == WALL.wall]
    for text in texts_of(picture):
        left, top, right, bottom = extent(text)
        for points in walls:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            beside = right <= min(xs) or left >= max(xs)
            # The strip in the pivot's colour lies under the walls.
            assert beside or bottom <= min(ys) or top >= max(ys) + 18, (name, text)


@pytest.mark.parametrize(("name", "scene"), [*cases(PLAIN), *poll_cases(PLAIN)])
def test_every_scene_says_in_words_what_it_shows(name: str, scene: Scene) -> None:
    picture = scene(_frame("16:9", PLAIN))
    assert picture.alt
    if name != "blank":
        assert picture.table.head or picture.table.rows
    for row in picture.table.rows:
        assert len(row) == len(picture.table.head) or len(picture.table.head) == 1


@pytest.mark.parametrize(("name", "scene"), list(cases(ARABIC)))
def test_right_to_left_turns_every_line_and_no_digit(name: str, scene: Scene) -> None:
    turned, straight = scene(_frame("16:9", ARABIC)), scene(_frame("16:9", PLAIN))
    assert all(mark.rtl for mark in texts_of(turned)), name
    assert len(turned.marks) == len(straight.marks) or texts_of(turned)
    for one, other in zip(texts_of(turned), texts_of(straight), strict=False):
        if one.words == other.words:
            assert one.at[0] == pytest.approx(turned.width - other.at[0], abs=0.01)


def test_drawing_is_pure() -> None:
    for _, scene in cases(PLAIN):
        assert scene(_frame("16:9", PLAIN)) == scene(_frame("16:9", PLAIN))


@pytest.mark.parametrize("strip", [0.0, 76.0])
def test_a_narrow_wall_names_every_pivot_of_the_city_and_keeps_numbers_apart(strip: float) -> None:
    picture = dict(cases(PLAIN))["city"](_frame("4:3", PLAIN, strip=strip))
    said = [mark.words for mark in texts_of(picture)]
    for name in (
        "Infrastructure",
        "Data",
        "Talent",
        "Ecosystem",
        "Workflows",
        "Experience",
        "Business model",
    ):
        assert name in said
    levels = [mark for mark in texts_of(picture) if mark.words in ("2", "2½", "1½", "1.8", "3", "1")]
    ends = sorted(extent(mark)[::2] for mark in levels)
    assert all(right + 20 <= left for (_, right), (left, _) in pairwise(ends))


def test_an_empty_wave_goes_before_an_owner_does() -> None:
    made = dict(cases(PLAIN))
    for name, screen, later in (
        ("roadmap", "4:3", True), ("roadmap-two", "4:3", False), ("roadmap-two", "16:9", True),
    ):  # fmt: skip
        said = [mark.words for mark in texts_of(made[name](_frame(screen, PLAIN)))]
        assert "Head of IT" in said, (name, screen)
        assert ("Later" in said) == later, (name, screen)

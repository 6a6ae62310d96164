"""Pictures say only what was decided: windows, shapes, bars and cards against their numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.look.marks import Box, Disc, Line, Mark, Polygon, Table, Text
from desktop.look.measure import FontMeasure
from desktop.look.mirror import mirrored
from desktop.look.palette import DARK, LIGHT, PAPER, WALL, Ground
from desktop.look.pictures.bars import BarTable, bar, bar_table
from desktop.look.pictures.city import WINDOWS, district, height, skyline, width_for, windows
from desktop.look.pictures.distribution import Columns, Distribution, Rows, columns, rows, said
from desktop.look.pictures.radar import radar, runs
from desktop.look.pictures.roadmap import Card, Wave, columns_of, place
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.sheet import Sheet
from tests.look.scene_cases import PLAIN, standings

F = Fraction
SCALE = Scale(1, ("Exploring", "Doing digital", "Becoming digital", "Being digital"))
GROUNDS = [
    pytest.param(WALL, id="wall"),
    pytest.param(LIGHT, id="light"),
    pytest.param(DARK, id="dark"),
    pytest.param(PAPER, id="paper"),
]
LEVELS = st.fractions(1, 4, max_denominator=200)


def _sheet(ground: Ground = WALL, least: float = 8.5) -> Sheet:
    return Sheet(FontMeasure(), ground, least)


def _standing(today: Fraction | None, target: Fraction | None = None, number: int = 1) -> Standing:
    return Standing(number, number, "Data mastery", "Data", today, "2", "Doing digital", True, target, "3")


def _panes(marks: list[Mark]) -> list[Box]:
    return [mark for mark in marks if isinstance(mark, Box)]


def _lit(marks: list[Mark], ground: Ground = WALL) -> set[tuple[float, float]]:
    return {(round(box.x, 3), round(box.y, 3)) for box in _panes(marks) if box.fill == ground.lit}


def _wanted(marks: list[Mark], ground: Ground = WALL) -> int:
    return sum(box.stroke == ground.lit for box in _panes(marks))


@pytest.mark.parametrize(
    ("level", "lit"), [(F(1), 12), (F(19, 10), 23), (F(23, 10), 28), (F(27, 10), 32), (F(4), 48), (None, 0)]
)
def test_lit_windows_are_those_of_the_method(level: Fraction | None, lit: int) -> None:
    assert windows(level, SCALE) == lit
    assert len(_lit(district(_standing(level), SCALE, 0, 500, 200, WALL, strip=0))) == lit


def test_a_scale_from_zero_counts_positions_not_values() -> None:
    assert windows(F(0), Scale(0, ("a", "b", "c"))) == 16
    assert windows(F(2), Scale(0, ("a", "b", "c"))) == 48


@given(LEVELS, LEVELS)
def test_more_light_never_moves_a_window(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    fewer = _lit(district(_standing(low), SCALE, 0, 500, 200, WALL, strip=0))
    assert fewer <= _lit(district(_standing(high), SCALE, 0, 500, 200, WALL, strip=0))


@given(LEVELS, st.floats(0, 1))
def test_windows_light_one_after_another_up_to_the_level(level: Fraction, progress: float) -> None:
    some = _lit(district(_standing(level), SCALE, 0, 500, 200, WALL, progress, strip=0))
    assert some <= _lit(district(_standing(level), SCALE, 0, 500, 200, WALL, strip=0))


@pytest.mark.parametrize("ground", GROUNDS)
def test_target_windows_are_outlined_only_above_today(ground: Ground) -> None:
    assert _wanted(district(_standing(F(2), F(3)), SCALE, 0, 500, 200, ground), ground) == 12
    assert _wanted(district(_standing(F(3), F(2)), SCALE, 0, 500, 200, ground), ground) == 0


def test_districts_have_the_same_windows_and_the_same_outline() -> None:
    areas = []
    for number in range(1, 8):
        marks = district(_standing(F(4), number=number), SCALE, 0, 500, 200, WALL, strip=0)
        assert len(_panes(marks)) == WINDOWS
        areas.append(sum(_area(mark.points) for mark in marks if isinstance(mark, Polygon)))
    assert areas == pytest.approx([areas[0]] * 7)


def _area(points: tuple[tuple[float, float], ...]) -> float:
    turned = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2


def test_a_skyline_stays_in_its_room_and_under_its_roof() -> None:
    marks, plots = skyline(standings(PLAIN), SCALE, 100, 600, 900, WALL, tallest=120)
    tops = [y for mark in marks if isinstance(mark, Polygon) for _, y in mark.points]
    assert min(tops) >= 600 - 120 - 0.01
    assert width_for(height(37.0)) == pytest.approx(37.0)
    assert [round(middle) for middle, _ in plots] == [round(100 + 900 / 7 * (i + 0.5)) for i in range(7)]


def test_a_shape_is_open_where_nothing_was_scored() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)
    assert runs([a, b, c, d]) == [[a, b, c, d]]
    assert runs([a, None, c, d]) == [[c, d, a]]
    assert runs([None, b, None, d]) == [[b], [d]]
    assert runs([None, None]) == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_no_shape_runs_through_the_centre_where_a_pivot_is_not_scored(ground: Ground) -> None:
    sheet, centre = _sheet(ground), (200.0, 200.0)
    shown = standings(PLAIN, plan=True, missing=True)
    assert [one.number for one in shown if one.today is None] == [5]
    radar(sheet, shown, SCALE, centre, 120, 20, words=10)
    inks = {ground.today, ground.target, ground.plan}
    shapes = [m for m in sheet.marks if isinstance(m, Polygon) and ({m.fill, m.stroke} & inks)]
    assert shapes == [], "nothing closes over the axis nobody scored"
    lines = [m for m in sheet.marks if isinstance(m, Line) and m.stroke in inks]
    assert lines
    assert all(centre not in line.points for line in lines)
    said = [m.words for m in sheet.marks if isinstance(m, Text)]
    assert said.count("not scored") == 1


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_radar_marks_agreed_with_discs_and_computed_with_rings(ground: Ground) -> None:
    sheet = _sheet(ground)
    radar(sheet, standings(PLAIN), SCALE, (200, 200), 120, 20)
    discs = [mark for mark in sheet.marks if isinstance(mark, Disc)]
    assert [disc.fill == ground.surface for disc in discs] == [False, False, False, False, True, False, False]


def test_a_target_is_outlined_on_screens_and_dashed_on_paper() -> None:
    for ground, dashed in ((WALL, False), (PAPER, True)):
        sheet = _sheet(ground)
        radar(sheet, standings(PLAIN), SCALE, (200, 200), 120, 20)
        drawn = [m for m in sheet.marks if isinstance(m, Polygon) and m.stroke == ground.target]
        assert [bool(mark.dash) for mark in drawn] == [dashed]


def test_the_plan_moves_from_today_to_where_the_actions_lead() -> None:
    def plan(progress: float) -> tuple[tuple[float, float], ...]:
        sheet = _sheet()
        radar(sheet, standings(PLAIN, plan=True), SCALE, (200, 200), 120, 20, progress)
        return next(m.points for m in sheet.marks if isinstance(m, Polygon) and m.stroke == WALL.plan)

    start, half, end = plan(0), plan(0.5), plan(1)
    assert start[0][1] - half[0][1] == pytest.approx((start[0][1] - end[0][1]) / 2)
    assert start[2] == end[2], "a pivot without an action does not move"


SHOWN = Distribution(("1", "2", "3", "4"), (2, 11, 3, 12), 4, "Can’t say", frozenset({0, 1, 3}))


def test_columns_are_as_high_as_their_counts_and_can_t_say_stands_apart() -> None:
    sheet = _sheet()
    columns(sheet, SHOWN, 2, 0, 0, 500, 400, Columns(20, 12, 30, corner=0.0))
    bars = [box for box in sheet.marks if isinstance(box, Box) and box.fill in (WALL.pivot(2), WALL.faint(2))]
    heights = [box.height for box in bars]
    assert [h / heights[3] * 12 for h in heights] == pytest.approx([2, 11, 3, 12])
    assert [box.fill == WALL.pivot(2) for box in bars] == [True, True, False, True]
    apart = next(box for box in sheet.marks if isinstance(box, Box) and box.fill is None)
    assert (apart.height + apart.line) / heights[3] * 12 == pytest.approx(4)
    assert apart.x - (bars[3].x + bars[3].width) > 1.5 * (bars[1].x - bars[0].x - bars[0].width)


@given(st.lists(st.integers(0, 200), min_size=4, max_size=4), st.integers(0, 200), st.floats(0, 1))
def test_bars_and_their_counts_rise_together_and_end_at_the_truth(
    counts: list[int], cant: int, progress: float
) -> None:
    shown = replace(SHOWN, counts=tuple(counts), cant_say=cant)
    sheet = _sheet()
    columns(sheet, shown, 2, 0, 0, 500, 400, Columns(20, 12, 30), progress=progress)
    numbers = [int(mark.words) for mark in sheet.marks if isinstance(mark, Text) and mark.weight == "bold"]
    assert numbers == [round(count * progress) for count in (*counts, cant)]
    assert all(mark.y >= -0.01 for mark in sheet.marks if isinstance(mark, Box))


@pytest.mark.parametrize("ground", GROUNDS)
def test_rows_name_every_level_and_print_every_count(ground: Ground) -> None:
    sheet = _sheet(ground)
    end = rows(sheet, SHOWN, ("a", "b", "c", "d"), 2, 0, 0, 400, Rows(15, 9, 10))
    words = [mark.words for mark in sheet.marks if isinstance(mark, Text)]
    assert words == ["1", "a", "2", "2", "b", "11", "3", "c", "3", "4", "d", "12", "Can’t say", "4"]
    assert end >= 5 * 15
    assert said(SHOWN)[-1] == ("Can’t say", "4")


def test_a_slim_bar_fills_today_and_outlines_the_target() -> None:
    sheet = _sheet()
    bar(sheet, _standing(F(2), F(3)), SCALE, 10, 0, 400)
    track, target, today = sheet.marks
    assert isinstance(track, Box) and isinstance(target, Box) and isinstance(today, Box)  # noqa: PT018
    assert (today.width, today.fill) == (200, WALL.today)
    assert target.stroke == WALL.target
    assert target.x + target.width + target.line / 2 == pytest.approx(310)


def test_the_table_of_bars_has_a_tick_a_target_and_says_what_is_missing() -> None:
    sheet = _sheet(PAPER)
    picture = bar_table(
        standings(PLAIN, missing=True), SCALE, BarTable("Pivot", "Now", "Target", "All below."), sheet
    )
    ticks = [
        box for box in picture.marks if isinstance(box, Box) and box.width == 2.5 and box.fill == PAPER.ink
    ]
    assert len(ticks) == 6
    assert "not scored" in [mark.words for mark in picture.marks if isinstance(mark, Text)]
    assert picture.alt == "All below."
    assert picture.table.rows[4] == ("Intelligent workflows", "not scored", "3")
    assert picture.table.rows[5] == ("Unified customer experience", "3", "–")


def _card(key: str, *needs: str) -> Card:
    return Card(key, 1, 1, key, "", needs)


def test_a_card_stands_beside_the_one_it_needs() -> None:
    plan = (Wave("Now", "", (_card("a"), _card("b"))), Wave("Next", "", (_card("c"), _card("d", "b"))))
    assert [(one.card.key, one.row, one.needs_left) for one in place(plan)[1]] == [
        ("c", 0, False),
        ("d", 1, True),
    ]


@given(st.lists(st.lists(st.integers(0, 8), max_size=9), min_size=1, max_size=3))
def test_every_card_has_a_row_of_its_own(shape: list[list[int]]) -> None:
    plan = tuple(
        Wave(str(w), "", tuple(_card(f"{w}-{i}", f"{w - 1}-{need}") for i, need in enumerate(wave)))
        for w, wave in enumerate(shape)
    )
    for wave, column in zip(plan, place(plan), strict=True):
        assert sorted(one.card.key for one in column) == sorted(card.key for card in wave.cards)
        assert len({one.row for one in column}) == len(column)
        assert all(one.row < len(wave.cards) + 9 for one in column)


def test_an_empty_wave_leaves_room_to_the_others() -> None:
    plan = (Wave("Now", "", (_card("a"),)), Wave("Next", "", ()), Wave("Later", "", ()))
    edges = columns_of(plan, 0, 1000, 50)
    assert edges[0][1] > edges[1][1] == edges[2][1]
    assert edges[2][0] + edges[2][1] == pytest.approx(1000)


def test_mirroring_twice_is_nothing() -> None:
    sheet = _sheet()
    radar(sheet, standings(PLAIN), SCALE, (200, 200), 120, 20)
    sheet.stroke(((0, 0), (10, 5)), WALL.ink, 2)
    picture = sheet.picture(400, 400, "", Table())
    again = mirrored(mirrored(picture))
    for one, other in zip(picture.marks, again.marks, strict=True):
        if isinstance(one, Line) and isinstance(other, Line):
            for at, again_at in zip(one.points, other.points, strict=True):
                assert at == pytest.approx(again_at)
        if isinstance(one, Text) and isinstance(other, Text):
            assert (one.words, one.rtl, one.at[1]) == (other.words, other.rtl, other.at[1])

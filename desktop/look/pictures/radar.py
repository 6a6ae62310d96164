"""The radar: today filled, the target outlined (dashed on paper), the plan a line that moves.

A pivot without a level has no point: both shapes stay open there, its spoke is dashed and says so. A filled shape
would have to run through the centre there, which reads as zero, so then today is a line as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import cos, pi, sin

from desktop.look.marks import Point
from desktop.look.palette import mix
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.sheet import Sheet

Value = Callable[[Standing], Fraction | None]


def spoke(centre: Point, radius: float, place: int, count: int, share: float) -> Point:
    """The point at ``share`` of spoke ``place`` of ``count``, the first one upright, then clockwise."""
    turn = 2 * pi * place / count
    return centre[0] + radius * share * sin(turn), centre[1] - radius * share * cos(turn)


def radar(
    sheet: Sheet,
    standings: Sequence[Standing],
    scale: Scale,
    centre: Point,
    radius: float,
    badge: float,
    progress: float = 1.0,
    line: float = 4.0,
    words: float = 0.0,
) -> None:
    """Draw rings, spokes, shapes and a numbered badge at each spoke's end, ``badge`` wide.

    ``progress`` moves the plan's line from today to where the actions take it; ``words`` is the size in which a
    spoke says that it is not scored.
    """
    paper = sheet.ground.targets == "tick"
    _web(sheet, standings, scale.levels, centre, radius, line / 2)
    today, target = (
        _points(standings, scale, centre, radius, lambda one: one.today),
        _points(standings, scale, centre, radius, lambda one: one.target if one.today is not None else None),
    )
    if all(today):
        corners = tuple(point for point in today if point)
        if len(corners) > 2:
            pale = mix(sheet.ground.today, sheet.ground.surface, 0.16)
            sheet.shape(corners, pale if paper else sheet.ground.today)
    if paper or not all(today):
        _outline(sheet, today, sheet.ground.today, line * 1.6)
    _outline(sheet, target, sheet.ground.target, line, (line * 3.2, line * 2) if paper else ())
    if any(one.plan is not None for one in standings):
        _plan(sheet, standings, scale, centre, radius, progress, line)
    for one, at in zip(standings, today, strict=True):
        if at:
            _today(sheet, one, at, line * 2.3)
    for place, one in enumerate(standings):
        if words and one.today is None:
            _unscored(sheet, one, spoke(centre, radius, place, len(standings), 0.74), words)
        x, y = spoke(centre, radius + badge * 0.85, place, len(standings), 1.0)
        sheet.badge(one.number, one.colour, x - badge / 2, y - badge / 2, badge)


def _today(sheet: Sheet, one: Standing, at: Point, radius: float) -> None:
    """Agreed is a disc, computed a ring."""
    paper = sheet.ground.targets == "tick"
    colour = sheet.ground.today if paper else sheet.ground.target
    sheet.disc(*at, radius, colour if one.agreed else sheet.ground.surface, colour, radius * 0.36)


def _unscored(sheet: Sheet, one: Standing, at: Point, size: float) -> None:
    """What is said in place of a level, across the spoke's outer end, on a patch that keeps the web off the words."""
    wide = sheet.width(one.stage, size, "medium") + size * 0.5
    sheet.box(
        at[0] - wide / 2, at[1] - size * 0.66, wide, size * 1.32, sheet.ground.surface, radius=size * 0.2
    )
    sheet.centred(*at, one.stage, size, sheet.ground.muted, "medium")


def _web(
    sheet: Sheet, standings: Sequence[Standing], levels: int, centre: Point, radius: float, line: float
) -> None:
    count = len(standings)
    for ring in range(1, levels + 1):
        corners = tuple(spoke(centre, radius, place, count, ring / levels) for place in range(count))
        sheet.shape(corners, None, sheet.ground.axis, line)
    for place, one in enumerate(standings):
        dash = (line * 4, line * 3) if one.today is None else ()
        sheet.stroke((centre, spoke(centre, radius, place, count, 1.0)), sheet.ground.axis, line, dash)


def _points(
    standings: Sequence[Standing], scale: Scale, centre: Point, radius: float, value: Value
) -> list[Point | None]:
    found: list[Point | None] = []
    for place, one in enumerate(standings):
        level = value(one)
        found.append(
            None if level is None else spoke(centre, radius, place, len(standings), scale.share(level))
        )
    return found


def runs(points: Sequence[Point | None]) -> list[list[Point]]:
    """Neighbouring points round the circle, cut where one is missing; one whole run if none is."""
    if all(points):
        return [[point for point in points if point]]
    gaps = [place for place, point in enumerate(points) if point is None]
    turned = [*points[gaps[0] :], *points[: gaps[0]]]
    found: list[list[Point]] = []
    held: list[Point] = []
    for point in [*turned, None]:
        if point is not None:
            held.append(point)
        elif held:
            found.append(held)
            held = []
    return found


def _outline(
    sheet: Sheet, points: Sequence[Point | None], colour: str, width: float, dash: tuple[float, ...] = ()
) -> None:
    for run in runs(points):
        if len(run) == len(points) > 2:
            sheet.shape(tuple(run), None, colour, width, dash)
        elif len(run) > 1:
            sheet.stroke(tuple(run), colour, width, dash)
        else:
            sheet.disc(*run[0], width * 2, None, colour, width)


def _plan(
    sheet: Sheet,
    standings: Sequence[Standing],
    scale: Scale,
    centre: Point,
    radius: float,
    progress: float,
    line: float,
) -> None:
    def moved(one: Standing) -> Fraction | None:
        if one.plan is None or one.today is None:
            return one.today
        return one.today + (one.plan - one.today) * Fraction(progress)

    points = _points(standings, scale, centre, radius, moved)
    paper = sheet.ground.targets == "tick"
    _outline(sheet, points, sheet.ground.plan, line * 0.7 if paper else line * 2)
    if not paper:
        return
    side = line * 4
    for one, at in zip(standings, points, strict=True):
        if at and one.plan is not None and one.plan != one.today:
            sheet.box(
                at[0] - side / 2,
                at[1] - side / 2,
                side,
                side,
                sheet.ground.surface,
                sheet.ground.plan,
                line * 0.8,
            )

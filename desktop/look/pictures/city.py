"""The city: a district a pivot, each of the same 48 windows. Lit: the level today; outlined: the target.

The districts are the same four blocks in another order, so that no pivot looks larger. Windows light in one fixed
order, mostly from the ground up: more light never moves a window. The pivot's colour is only on the ground strip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import cos, pi, sin

from desktop.look.marks import Box, Mark, Point, Polygon
from desktop.look.palette import Ground, mix
from desktop.look.pictures.standing import Scale, Standing

WINDOWS = 48
_FLAT, _GABLE, _ROUND = range(3)
_BLOCKS = ((2, 7, _FLAT), (2, 8, _GABLE), (1, 6, _FLAT), (2, 6, _ROUND))
"""Columns, rows and roof of each block."""
_WALL, _BETWEEN, _RISE, _ROOF = 0.55, 0.22, 1.42, 0.8
"""In cells: wall beside the windows, space between blocks, height of a storey, height of a gable."""
_CELLS = sum(columns + _WALL for columns, _, _ in _BLOCKS) + _BETWEEN * (len(_BLOCKS) - 1)
_GOLDEN = 0.6180339887498949
EMBER = 0.3
"""The share of light left in a window that goes out in a shock."""
_SCATTER = 4.2
"""How many storeys the order of lighting is mixed over."""


def windows(level: Fraction | None, scale: Scale) -> int:
    """Lit windows of a level: half-up of 48 × position ÷ levels (method §4); none for an unscored pivot."""
    if level is None:
        return 0
    lit = Fraction(WINDOWS) * scale.position(level) / scale.levels + Fraction(1, 2)
    return min(WINDOWS, max(0, lit.numerator // lit.denominator))


def height(width: float) -> float:
    """How tall the tallest roof of a district of this width is."""
    rows = max(rows for _, rows, _ in _BLOCKS)
    return width / _CELLS * (_RISE * (rows + _WALL) + _ROOF)


def width_for(tall: float) -> float:
    """The width of a district whose tallest roof is ``tall``."""
    return tall / height(1.0)


@dataclass(frozen=True, slots=True)
class _Window:
    x: float
    y: float
    storey: int


def district(
    standing: Standing,
    scale: Scale,
    x: float,
    base: float,
    width: float,
    ground: Ground,
    progress: float = 1.0,
    strip: float = 9.0,
    dark: int | None = None,
) -> list[Mark]:
    """One pivot's blocks with their feet at ``base``; below them the strip in the pivot's colour.

    ``progress`` (0 to 1) lights the windows one after another; where ``dark`` of the lit ones go out (a shock),
    it puts them out instead, the last lit first, and leaves an ember.
    """
    cell, turn = width / _CELLS, (standing.number - 1) % len(_BLOCKS)
    lit, wanted = windows(standing.today, scale), windows(standing.target, scale)
    come = min(1.0, max(0.0, progress))
    shown = round(lit * come) if dark is None else lit - round(min(dark, lit) * come)
    ember = shown if dark is None else lit
    marks: list[Mark] = [Polygon(block, ground.wall) for block in _bodies(turn, x, base, cell)]
    rank = _order(turn, standing.number)
    unlit = ground.unlit if standing.today is not None else mix(ground.unlit, ground.wall, 0.4)
    for place, window in enumerate(_windows(turn)):
        left, top = x + window.x * cell, base + window.y * cell
        marks.append(_pane(left, top, cell, rank[place], shown, ember, wanted, unlit, ground))
    if strip:
        marks.append(
            Box(x, base + strip * 0.7, width, strip, ground.pivot(standing.colour), radius=strip / 2)
        )
    return marks


def _pane(
    x: float, y: float, cell: float, rank: int, lit: int, ember: int, wanted: int, unlit: str, ground: Ground
) -> Box:
    wide, tall, radius, line = cell * 0.72, cell * 0.98, cell * 0.12, max(cell * 0.09, 0.8)
    if rank < lit:
        return Box(x, y, wide, tall, ground.lit, radius=radius)
    if rank < ember:
        return Box(x, y, wide, tall, mix(ground.lit, ground.wall, EMBER), radius=radius)
    if rank < wanted:
        half = line / 2
        return Box(
            x + half,
            y + half,
            wide - line,
            tall - line,
            ground.surface,
            ground.lit,
            line,
            max(0.0, radius - half),
        )
    return Box(x, y, wide, tall, unlit, radius=radius)


def _bodies(turn: int, x: float, base: float, cell: float) -> list[tuple[Point, ...]]:
    """The outlines of the four blocks, left to right."""
    bodies = []
    for columns, rows, roof in _turned(turn):
        wide, top = cell * (columns + _WALL), base - cell * _RISE * (rows + _WALL)
        bodies.append(
            ((x, base), (x, top), *_roof(roof, x, top, wide, cell), (x + wide, top), (x + wide, base))
        )
        x += wide + cell * _BETWEEN
    return bodies


def _roof(kind: int, x: float, top: float, wide: float, cell: float) -> tuple[Point, ...]:
    if kind == _GABLE:
        return ((x + wide / 2, top - cell * _ROOF),)
    if kind == _ROUND:
        turns = [pi * step / 16 for step in range(1, 16)]
        return tuple((x + wide / 2 * (1 - cos(turn)), top - cell * 0.5 * sin(turn)) for turn in turns)
    return ()


def _turned(turn: int) -> list[tuple[int, int, int]]:
    return [_BLOCKS[(place + turn) % len(_BLOCKS)] for place in range(len(_BLOCKS))]


@cache
def _windows(turn: int) -> tuple[_Window, ...]:
    """Upper left corners of the 48 windows in cells, from the foot of the district's left edge."""
    found, left = [], 0.0
    for columns, rows, _ in _turned(turn):
        found += [
            _Window(left + _WALL / 2 + column + 0.14, 0.05 - _RISE * (storey + 1), storey)
            for storey in range(rows)
            for column in range(columns)
        ]
        left += columns + _WALL + _BETWEEN
    return tuple(found)


@cache
def _order(turn: int, number: int) -> tuple[int, ...]:
    """The rank in which each window lights: low storeys first, mixed by steps of the golden section."""
    spread = [((place * 17 + number * 29 + 1) * _GOLDEN % 1.0) * _SCATTER for place in range(WINDOWS)]
    keys = [window.storey + spread[place] for place, window in enumerate(_windows(turn))]
    ranked = sorted(range(WINDOWS), key=lambda place: (keys[place], place))
    rank = [0] * WINDOWS
    for at, place in enumerate(ranked):
        rank[place] = at
    return tuple(rank)


def skyline(
    standings: Sequence[Standing],
    scale: Scale,
    x: float,
    base: float,
    room: float,
    ground: Ground,
    progress: float = 1.0,
    strip: float = 9.0,
    gap: float = 0.06,
    tallest: float | None = None,
    dark: Sequence[int] | None = None,
) -> tuple[list[Mark], list[tuple[float, float]]]:
    """All districts side by side in ``room``, and for each the middle and width of its plot, for its labels.

    ``gap`` is the share of a plot left free; ``tallest`` bounds the height, when the districts get narrower.
    ``dark``: in a shock, how many lit windows of each district go out.
    """
    step = room / max(1, len(standings))
    width = step * (1 - gap)
    if tallest is not None:
        width = min(width, width_for(tallest))
    marks: list[Mark] = []
    plots = []
    for place, standing in enumerate(standings):
        middle = x + step * (place + 0.5)
        out = None if dark is None else dark[place]
        marks += district(standing, scale, middle - width / 2, base, width, ground, progress, strip, out)
        plots.append((middle, step))
    return marks, plots

"""What a picture is made of: a few marks in points, y downward, that every painter can draw alike.

A picture is pure data. The Qt painter and the paper painter draw the same marks from the same font
files, so that the wall and the roadmap cannot show different things. Measure text with
:class:`Measure` before placing it; a mark never wraps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
Weight = Literal["regular", "medium", "semibold", "bold"]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape. Colours are ``#rrggbb``; there is no transparency: tints are mixed solid."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, with rounded corners if ``radius`` is above 0."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line through two or more points, flat ends, mitred joins."""

    points: tuple[Point, ...]
    stroke: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle: filled (agreed), or a ring (computed) when only ``stroke`` is given."""

    centre: Point
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of a ring, for clocks: degrees clockwise from twelve o'clock."""

    centre: Point
    radius: float
    start: float
    sweep: float
    stroke: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words at a baseline. ``rtl`` sets the base direction of the line.

    ``anchor`` says which part of the line stands at ``at``: *start* is where reading begins, the left end of
    a left-to-right line and the right end of a right-to-left one.
    """

    at: Point
    words: str
    size: float
    colour: str
    weight: Weight = "regular"
    anchor: Anchor = "start"
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Icon:
    """One of the shipped line icons (``resources/icons/<name>.svg``, a 24-unit grid), upright at a corner."""

    name: str
    x: float
    y: float
    size: float
    colour: str


Mark = Polygon | Box | Line | Disc | Arc | Text | Icon


@dataclass(frozen=True, slots=True)
class Table:
    """The accessible twin of a picture: a head and its rows, words only, in reading order."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ``width`` × ``height`` points with its finding (``alt``) and its numbers (``table``)."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    alt: str = ""
    table: Table = Table()


class Measure(Protocol):
    """Widths of text in the shipped fonts, the same for every painter."""

    def width(self, words: str, size: float, weight: Weight = "regular") -> float:
        """The advance of ``words`` in points at ``size``."""
        ...

    def wrap(self, words: str, size: float, width: float, weight: Weight = "regular") -> Sequence[str]:
        """As few lines as fit ``width``, about equally long."""
        ...

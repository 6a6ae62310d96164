"""Marks as PDF operators: the paper painter of :class:`desktop.look.marks.Picture`.

The caller has opened a mark (a Figure's, or an artifact): everything in a picture belongs to it. Text goes
through the same shaping as on screen, ligatures off, so that widths are those the picture was laid out with.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.look.marks import Arc, Box, Disc, Icon, Line, Mark, Picture, Point, Polygon, Text
from desktop.look.runs import line_runs
from desktop.words.clean import clean_line
from exports.pdf.icons import icon_paths
from exports.pdf.objects import colour, number
from exports.pdf.sheet import Style
from exports.pdf.tags import TagCanvas
from exports.pdf.text.lines import Line as TextLine
from exports.pdf.text.pen import Pen, place
from exports.pdf.text.tokens import Piece, Token

_ROUND = 0.5522847498  # the handle of a quarter circle as a cubic curve


def paint(canvas: TagCanvas, picture: Picture, x: float, top: float, scale: float = 1.0) -> None:
    """Paint a picture with its top left corner at ``x``, ``top`` (y upward, as on a page)."""
    canvas.write(f"q {number(scale)} 0 0 {number(scale)} {number(x)} {number(top)} cm")
    for mark in picture.marks:
        _paint_mark(canvas, mark)
    canvas.write("Q")


def _paint_mark(canvas: TagCanvas, mark: Mark) -> None:
    match mark:
        case Text():
            _text(canvas, mark)
        case Polygon():
            _shape(canvas, _path(mark.points, close=True), mark.fill, mark.stroke, mark.width, mark.dash)
        case Line():
            _shape(canvas, _path(mark.points, close=False), None, mark.stroke, mark.width, mark.dash)
        case Box():
            _shape(canvas, _box(mark), mark.fill, mark.stroke, mark.line, mark.dash)
        case Disc():
            _shape(canvas, _disc(mark.centre, mark.radius), mark.fill, mark.stroke, mark.width, ())
        case Arc():
            _shape(canvas, _arc(mark), None, mark.stroke, mark.width, ())
        case Icon():
            _icon(canvas, mark)


def _text(canvas: TagCanvas, mark: Text) -> None:
    words = clean_line(mark.words)
    style = Style(mark.size, mark.size, mark.weight, mark.colour)
    pieces = [
        Piece(run, style, None, run.shaped.advance * mark.size / 1000)
        for run in line_runs(words, mark.weight, rtl=mark.rtl)
    ]
    if not pieces:
        return
    wide = sum(piece.width for piece in pieces)
    x, y = mark.at
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[mark.anchor]
    x -= wide - before if mark.rtl else before
    pen = Pen(canvas)
    pen.show(place(TextLine((Token("word", tuple(pieces), wide),), None, wide), x), -y)
    pen.close()


def _shape(
    canvas: TagCanvas,
    path: str,
    fill: str | None,
    stroke: str | None,
    width: float,
    dash: Sequence[float],
) -> None:
    """One path, filled, stroked or both: flat ends, mitred joins."""
    if not path or not (fill or stroke):
        return
    dress = ["q"]
    if fill:
        dress.append(f"{colour(fill)} rg")
    if stroke:
        dress.append(f"{colour(stroke)} RG {number(width)} w 0 J 0 j")
        if dash:
            dress.append(f"[{' '.join(number(part) for part in dash)}] 0 d")
    verb = "B" if fill and stroke else "f" if fill else "S"
    canvas.write(f"{' '.join(dress)} {path} {verb} Q")


def _path(points: Sequence[Point], *, close: bool) -> str:
    if len(points) < 2:
        return ""
    steps = [f"{_at(point)} {'l' if index else 'm'}" for index, point in enumerate(points)]
    return " ".join([*steps, "h"] if close else steps)


def _box(mark: Box) -> str:
    radius = min(mark.radius, mark.width / 2, mark.height / 2)
    if radius <= 0:
        return f"{_at((mark.x, mark.y + mark.height))} {number(mark.width)} {number(mark.height)} re"
    left, top, right, bottom = mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    arm = radius * (1 - _ROUND)
    return " ".join(
        (
            f"{_at((left + radius, top))} m {_at((right - radius, top))} l",
            _curve((right - arm, top), (right, top + arm), (right, top + radius)),
            f"{_at((right, bottom - radius))} l",
            _curve((right, bottom - arm), (right - arm, bottom), (right - radius, bottom)),
            f"{_at((left + radius, bottom))} l",
            _curve((left + arm, bottom), (left, bottom - arm), (left, bottom - radius)),
            f"{_at((left, top + radius))} l",
            _curve((left, top + arm), (left + arm, top), (left + radius, top)),
            "h",
        )
    )


def _disc(centre: Point, radius: float) -> str:
    return f"{_turns(centre, radius, 0.0, 360.0)} h" if radius > 0 else ""


def _arc(mark: Arc) -> str:
    return _turns(mark.centre, mark.radius, mark.start, mark.sweep) if mark.sweep and mark.radius > 0 else ""


def _turns(centre: Point, radius: float, start: float, sweep: float) -> str:
    """A circular arc as curves of at most a quarter; degrees clockwise from twelve o'clock."""
    parts = max(1, math.ceil(abs(sweep) / 90))
    step = math.radians(sweep) / parts
    handle = 4 / 3 * math.tan(step / 4) * radius
    angle = math.radians(start)
    x, y = centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)
    out = [f"{_at((x, y))} m"]
    for _ in range(parts):
        first = (x + handle * math.cos(angle), y + handle * math.sin(angle))
        angle += step
        x, y = centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)
        out.append(_curve(first, (x - handle * math.cos(angle), y - handle * math.sin(angle)), (x, y)))
    return " ".join(out)


def _icon(canvas: TagCanvas, mark: Icon) -> None:
    """A line icon: its 24-unit grid scaled to ``size``, strokes 2 units wide with round ends."""
    unit = mark.size / 24
    canvas.write(f"q {number(unit)} 0 0 {number(-unit)} {number(mark.x)} {number(-mark.y)} cm")
    canvas.write(f"{colour(mark.colour)} RG 2 w 1 J 1 j")
    for path in icon_paths(mark.name):
        canvas.write(f"{path} S")
    canvas.write("Q")


def _curve(first: Point, second: Point, end: Point) -> str:
    return f"{_at(first)} {_at(second)} {_at(end)} c"


def _at(point: Point) -> str:
    """A point of a picture (y downward from its top edge) as page numbers."""
    return f"{number(point[0])} {number(-point[1])}"

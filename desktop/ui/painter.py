"""Marks → QPainter: the wall, the previews and the console's pictures, with the shipped fonts and icons.

Text is drawn as the glyphs that were measured: shaped once by HarfBuzz, unhinted, so that a line is as wide on
every screen as the layout was told and as the papers print it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
)

from desktop.look.bidi import visual_order
from desktop.look.faces import FONT_FOLDER
from desktop.look.marks import Arc, Box, Disc, Icon, Line, Mark, Picture, Polygon, Text, Weight
from desktop.look.runs import Run, line_runs
from desktop.ui.icons import drawing

LARGEST_CACHED = 56
"""Real pixels of type above which Qt keeps no glyphs and draws nothing of a font it loaded itself (seen with 6.11):
larger text is filled as a shape."""
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def paint(picture: Picture, painter: QPainter, area: QRectF | None = None, ground: str | None = None) -> None:
    """Draw a picture into ``area`` (its own size at the origin if None), as large as fits, in the middle.

    ``ground`` fills the whole area first, the margins of a picture of another shape too.
    """
    painter.save()
    painter.setRenderHints(_HINTS)
    area = area or QRectF(0, 0, picture.width, picture.height)
    if ground:
        painter.fillRect(area, QColor(ground))
    scale = min(area.width() / picture.width, area.height() / picture.height)
    painter.translate(
        area.x() + (area.width() - picture.width * scale) / 2,
        area.y() + (area.height() - picture.height * scale) / 2,
    )
    painter.scale(scale, scale)
    try:
        for mark in picture.marks:
            _paint_mark(painter, mark)
    finally:
        painter.restore()


def image(picture: Picture, width: int, height: int, ground: str) -> QImage:
    """The picture in real pixels, for previews, screenshots and tests."""
    made = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    try:
        paint(picture, painter, QRectF(0, 0, width, height), ground)
    finally:
        # An image that goes while it is painted on takes the program with it.
        painter.end()
    return made


def _paint_mark(painter: QPainter, mark: Mark) -> None:
    match mark:
        case Text():
            _text(painter, mark)
        case Box():
            _ink(painter, mark.fill, mark.stroke, mark.line, mark.dash)
            area = QRectF(mark.x, mark.y, mark.width, mark.height)
            if mark.radius:
                painter.drawRoundedRect(area, mark.radius, mark.radius)
            else:
                painter.drawRect(area)
        case Polygon():
            _ink(painter, mark.fill, mark.stroke, mark.width, mark.dash)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in mark.points]))
        case Line():
            _ink(painter, None, mark.stroke, mark.width, mark.dash)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in mark.points]))
        case Disc():
            _ink(painter, mark.fill, mark.stroke, mark.width)
            painter.drawEllipse(QPointF(*mark.centre), mark.radius, mark.radius)
        case Arc():
            _ink(painter, None, mark.stroke, mark.width)
            x, y, r = *mark.centre, mark.radius
            # Qt counts sixteenths of a degree, anticlockwise from three o'clock.
            start, sweep = round((90 - mark.start) * 16), round(-mark.sweep * 16)
            painter.drawArc(QRectF(x - r, y - r, 2 * r, 2 * r), start, sweep)
        case Icon():
            drawing(mark.name, mark.colour).render(painter, QRectF(mark.x, mark.y, mark.size, mark.size))


def _ink(
    painter: QPainter, fill: str | None, stroke: str | None, width: float, dash: tuple[float, ...] = ()
) -> None:
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if not stroke:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    pen = QPen(QColor(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        # Qt counts dashes in pen widths.
        pen.setDashPattern([length / width for length in dash])
    painter.setPen(pen)


def _text(painter: QPainter, mark: Text) -> None:
    glyphs, width = _glyphs(mark.words, mark.size, mark.weight, mark.rtl)
    before = {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
    x = mark.at[0] - (width - before if mark.rtl else before)
    if mark.size * painter.worldTransform().m11() > LARGEST_CACHED:
        painter.fillPath(
            _outline(mark.words, mark.size, mark.weight, mark.rtl).translated(x, mark.at[1]),
            QColor(mark.colour),
        )
        return
    painter.setPen(QColor(mark.colour))
    for run in glyphs:
        painter.drawGlyphRun(QPointF(x, mark.at[1]), run)


@lru_cache(maxsize=400)
def _outline(words: str, size: float, weight: Weight, rtl: bool) -> QPainterPath:
    """A line of large text as one shape from its left end."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for run in _glyphs(words, size, weight, rtl)[0]:
        font = run.rawFont()
        for number, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            shape.addPath(font.pathForGlyph(number).translated(at))
    return shape


@lru_cache(maxsize=4000)
def _glyphs(words: str, size: float, weight: Weight, rtl: bool) -> tuple[tuple[QGlyphRun, ...], float]:
    """A line's glyph runs, placed from its left end, and its width."""
    read = line_runs(words, weight, rtl=rtl)
    placed, pen = [], 0.0
    for at in visual_order([run.level for run in read]):
        placed.append(_glyph_run(read[at], size, pen))
        pen += read[at].shaped.advance * size / 1000
    return tuple(placed), pen


def _glyph_run(run: Run, size: float, pen: float) -> QGlyphRun:
    em = size / 1000
    numbers, places = [], []
    for glyph in run.shaped.glyphs:
        numbers.append(glyph.number)
        places.append(QPointF(pen + glyph.dx * em, -glyph.dy * em))
        pen += glyph.advance * em
    drawn = QGlyphRun()
    drawn.setRawFont(_raw_font(run.face.name, size))
    drawn.setGlyphIndexes(numbers)
    drawn.setPositions(places)
    return drawn


@lru_cache(maxsize=256)
def _raw_font(name: str, size: float) -> QRawFont:
    return QRawFont(str(FONT_FOLDER / f"{name}.ttf"), size, QFont.HintingPreference.PreferNoHinting)

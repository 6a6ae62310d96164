"""Marks gathered while a picture is laid out: text that always fits its room, boxes, rules, badges."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.look.marks import (
    Anchor,
    Box,
    Disc,
    Icon,
    Line,
    Mark,
    Measure,
    Picture,
    Point,
    Polygon,
    Table,
    Text,
    Weight,
)
from desktop.look.palette import Ground
from desktop.look.scale import ASCENT, CAP, DESCENT, LEADING
from desktop.look.wrap import Fitted, fit, one_line


@dataclass(slots=True)
class Sheet:
    """An open drawing. No text gets smaller than ``least``; what does not fit is wrapped, then cut with "…"."""

    measure: Measure
    ground: Ground
    least: float
    marks: list[Mark] = field(default_factory=list)

    def width(self, words: str, size: float, weight: Weight = "regular") -> float:
        """The width of ``words`` as :meth:`text` would draw them."""
        return self.measure.width(one_line(words), size, weight)

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        size: float,
        colour: str | None = None,
        weight: Weight = "regular",
        anchor: Anchor = "start",
    ) -> float:
        """One line that is known to fit, at a baseline; returns its width."""
        seen = one_line(words)
        if not seen:
            return 0.0
        self.marks.append(Text((x, baseline), seen, size, colour or self.ground.ink, weight, anchor))
        return self.measure.width(seen, size, weight)

    def line(
        self,
        x: float,
        baseline: float,
        room: float,
        words: str,
        size: float,
        colour: str | None = None,
        weight: Weight = "regular",
        anchor: Anchor = "start",
    ) -> float:
        """One line in ``room``: shrunk down to the least size, then cut; returns its width."""
        fitted = fit(
            words, room, size * (ASCENT + DESCENT), size, self.least, self.measure, weight, leading=9.0
        )
        if not fitted.lines:
            return 0.0
        return self.text(x, baseline, fitted.lines[0], fitted.size, colour, weight, anchor)

    def block(
        self,
        x: float,
        top: float,
        room: float,
        height: float,
        words: str,
        size: float,
        colour: str | None = None,
        weight: Weight = "regular",
        anchor: Anchor = "start",
        leading: float = LEADING,
    ) -> float:
        """Balanced lines in ``room`` × ``height`` from ``top`` down; returns the y below the last tails."""
        fitted = self.fit(words, room, height, size, weight, leading)
        return self.lines(x, top, fitted, colour, weight, anchor, leading)

    def fit(
        self,
        words: str,
        room: float,
        height: float,
        size: float,
        weight: Weight = "regular",
        leading: float = LEADING,
    ) -> Fitted:
        """The lines :meth:`block` would draw."""
        return fit(words, room, height, size, self.least, self.measure, weight, leading)

    def lines(
        self,
        x: float,
        top: float,
        fitted: Fitted,
        colour: str | None = None,
        weight: Weight = "regular",
        anchor: Anchor = "start",
        leading: float = LEADING,
    ) -> float:
        """Fitted lines from ``top`` down; returns the y below the last tails."""
        for place, words in enumerate(fitted.lines):
            baseline = top + fitted.size * (ASCENT + place * leading)
            self.text(x, baseline, words, fitted.size, colour, weight, anchor)
        return top + fitted.tall(leading)

    def centred(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str | None = None,
        weight: Weight = "regular",
    ) -> None:
        """Capitals or digits centred on a point."""
        self.text(x, y + size * CAP / 2, words, size, colour, weight, "middle")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 3.0,
        radius: float = 0.0,
    ) -> None:
        """An upright rectangle; an outline stays inside it."""
        inset = line / 2 if stroke else 0.0
        if width <= 2 * inset or height <= 2 * inset:
            return
        radius = max(0.0, min(radius, width / 2, height / 2) - inset)
        self.marks.append(
            Box(x + inset, y + inset, width - 2 * inset, height - 2 * inset, fill, stroke, line, radius)
        )

    def rule(self, x: float, y: float, width: float, colour: str | None = None, thick: float = 2.0) -> None:
        """A horizontal rule, its upper edge at ``y``."""
        self.marks.append(Box(x, y, width, thick, colour or self.ground.axis))

    def stroke(
        self, points: tuple[Point, ...], colour: str, width: float, dash: tuple[float, ...] = ()
    ) -> None:
        """An open line."""
        self.marks.append(Line(points, colour, width, dash))

    def shape(
        self,
        points: tuple[Point, ...],
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A closed shape."""
        self.marks.append(Polygon(points, fill, stroke, width, dash))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        stroke: str | None = None,
        line: float = 4.0,
    ) -> None:
        """A disc; with ``stroke`` a ring whose line stays inside ``radius``."""
        inset = line / 2 if stroke else 0.0
        self.marks.append(Disc((x, y), radius - inset, fill, stroke, line))

    def icon(self, name: str, x: float, y: float, size: float, colour: str) -> None:
        """A shipped line icon with its upper left corner at a point."""
        self.marks.append(Icon(name, x, y, size, colour))

    def badge(self, number: int, colour: int, x: float, y: float, size: float) -> None:
        """A pivot's number on its colour, in a rounded square."""
        self.box(x, y, size, size, self.ground.pivot(colour), radius=size * 0.24)
        digit = max(self.least, size * 0.5)
        self.centred(x + size / 2, y + size / 2, str(number), digit, self.ground.digit_on(colour), "bold")

    def picture(self, width: float, height: float, alt: str, table: Table) -> Picture:
        """What was drawn, closed."""
        return Picture(width, height, tuple(self.marks), one_line(alt), table)

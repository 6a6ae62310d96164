"""The wall's canvas: 1080 high, as wide as the screen, lower when a strip takes part of a mirrored screen."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Measure, Picture, Table
from desktop.look.mirror import mirrored
from desktop.look.palette import WALL
from desktop.look.pictures.standing import Scale
from desktop.look.scale import (
    ASCENT,
    CAP,
    CHIP,
    DESCENT,
    LABEL,
    LEAST,
    LINE,
    QUESTION,
    WALL_HEIGHT,
    WALL_RADIUS,
)
from desktop.look.sheet import Sheet

NARROW = 1.5
"""Screens less wide than this (4:3, 5:4) get their labels laid out anew, never squeezed."""
GAP = 32.0
"""Between cards, and between a block and the next."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a scene is drawn for: how words measure, the canvas, the direction, how far a motion has come (0 to 1)."""

    measure: Measure
    width: float = 1920.0
    height: float = WALL_HEIGHT
    rtl: bool = False
    progress: float = 1.0


def frame_for(
    measure: Measure,
    pixels_wide: float,
    pixels_high: float,
    *,
    strip: float = 0.0,
    rtl: bool = False,
    progress: float = 1.0,
) -> Frame:
    """The frame of a screen in pixels; ``strip`` is what the facilitator's strip takes at the bottom.

    The canvas is at least 4:3 and at most 21:9 wide; beyond that the painter leaves margins.
    """
    unit = WALL_HEIGHT / max(1.0, pixels_high)
    width = min(WALL_HEIGHT * 21 / 9, max(WALL_HEIGHT * 4 / 3, pixels_wide * unit))
    return Frame(measure, width, max(WALL_HEIGHT / 2, WALL_HEIGHT - strip * unit), rtl, progress)


@dataclass(frozen=True, slots=True)
class Head:
    """Whose scene it is: a pivot's badge and name, and a word at the far end ("Pivot 2 of 7")."""

    number: int
    colour: int
    name: str
    aside: str = ""


class Wall(Sheet):
    """A sheet with the wall's margins and its heads. Built left to right; :meth:`close` mirrors it where asked."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.measure, WALL, LEAST)
        self.frame = frame
        self.w, self.h = frame.width, frame.height
        self.margin = frame.width * 0.05
        self.inner = frame.width - 2 * self.margin
        self.right = frame.width - self.margin
        self.narrow = frame.width / WALL_HEIGHT < NARROW
        self.progress = min(1.0, max(0.0, frame.progress))

    def head(self, head: Head) -> None:
        """The pivot's line at the top."""
        aside = self.line(
            self.right, 72 + 56, self.inner * 0.3, head.aside, LABEL, self.ground.muted, anchor="end"
        )
        self.badge(head.number, head.colour, self.margin, 72, CHIP)
        room = self.inner - CHIP - 26 - (aside + 48 if aside else 0)
        fitted = self.fit(head.name, room, CHIP, LINE, "semibold", 1.14)
        top = 72 + CHIP / 2 - (fitted.tall(1.14) - (DESCENT - ASCENT + CAP) * fitted.size) / 2
        self.lines(
            self.margin + CHIP + 26, top - 3, fitted, self.ground.pivot(head.colour), "semibold", leading=1.14
        )

    def title(self, words: str, aside: str = "", top: float = 72, height: float = 150) -> float:
        """A scene's heading at the upper left, a quiet word at the right; returns the y below it."""
        wide = self.line(
            self.right, top + 46, self.inner * 0.4, aside, LABEL, self.ground.muted, anchor="end"
        )
        return self.block(
            self.margin,
            top,
            self.inner - (wide + 64 if wide else 0),
            height,
            words,
            QUESTION,
            None,
            "semibold",
            leading=1.18,
        )

    def card(self, x: float, y: float, width: float, height: float) -> None:
        """A quiet panel."""
        self.box(x, y, width, height, self.ground.card, radius=WALL_RADIUS)

    def legend(self, scale: Scale, cant_say: str = "") -> float:
        """What the levels' numbers mean, once, at the foot; ``cant_say`` is explained by its dash.

        Returns where its line ends: the margin at the far side where it needed two.
        """
        signs = [(str(scale.lowest + place), stage) for place, stage in enumerate(scale.stages)]
        signs += [("–", cant_say)] if cant_say else []
        gap = 28.0 if self.narrow else 44.0
        wide = [self.width(sign, LEAST, "semibold") + 12 + self.width(stage, LEAST) for sign, stage in signs]
        if sum(wide) + gap * (len(signs) - 1) <= self.inner:
            return self._signs(signs, gap, self.h - 56)
        half = -(-len(signs) // 2)
        self._signs(signs[:half], gap, self.h - 86)
        self._signs(signs[half:], gap, self.h - 42)
        return self.right

    def _signs(self, signs: list[tuple[str, str]], gap: float, base: float) -> float:
        """One line of the legend; words that are longer than the line give way alike. Returns its end."""
        fixed = sum(self.width(sign, LEAST, "semibold") + 12 for sign, _ in signs) + gap * (len(signs) - 1)
        wished = [self.width(stage, LEAST) for _, stage in signs]
        share = min(1.0, (self.inner - fixed) / max(1.0, sum(wished)))
        x = self.margin
        for (sign, stage), wide in zip(signs, wished, strict=True):
            x += self.text(x, base, sign, LEAST, None, "semibold") + 12
            x += self.line(x, base, wide * share + 0.01, stage, LEAST, self.ground.muted) + gap
        return x - gap

    def close(self, alt: str, table: Table) -> Picture:
        """The finished picture, mirrored for a right-to-left language."""
        made = self.picture(self.w, self.h, alt, table)
        return mirrored(made) if self.frame.rtl else made

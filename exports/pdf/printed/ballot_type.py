"""The two sizes a ballot is set in: for most people, and in large print."""

from __future__ import annotations

from dataclasses import dataclass

from exports.pdf.sheet import LABEL, MUTED, NOTE, RUNNING, SMALL, SMALL_STRONG, STRONG, Style

MOST_ACROSS = 5
"""Levels that still stand side by side; a longer scale goes down the page."""


@dataclass(frozen=True, slots=True)
class BallotType:
    """Styles and distances of one size. ``box`` is the side of a box to tick, ``across`` puts levels in columns."""

    title: Style
    again: Style
    where: Style
    how: Style
    yardstick: Style
    stage: Style
    pivot: Style
    question: Style
    level: Style
    digit: Style
    promise: Style
    foot: Style
    seat: Style
    number: Style
    box: float
    across: bool
    gap: float
    cant_say: float
    seat_box: tuple[float, float]


PLAIN = BallotType(
    title=Style(22, 26, "bold"),
    again=Style(13, 16, "semibold"),
    where=RUNNING.but(weight="semibold"),
    how=Style(10, 13.5),
    yardstick=NOTE,
    stage=SMALL_STRONG,
    pivot=STRONG,
    question=Style(11, 14, "semibold"),
    level=SMALL.but(size=9.5, leading=11.75),
    digit=Style(9.5, 12, "medium", MUTED),
    promise=Style(10, 13.5, "semibold"),
    foot=RUNNING,
    seat=LABEL.but(size=9),
    number=Style(38, 40, "bold"),
    box=15.0,
    across=True,
    gap=5.0,
    cant_say=62.0,
    seat_box=(84.0, 72.0),
)
LARGE = BallotType(
    title=Style(26, 32, "bold"),
    again=Style(20, 25, "semibold"),
    where=Style(16, 21, "semibold", MUTED),
    how=Style(16, 22),
    yardstick=Style(16, 22),
    stage=Style(16, 21, "semibold"),
    pivot=Style(20, 26, "semibold"),
    question=Style(18, 24, "semibold"),
    level=Style(16, 21),
    digit=Style(16, 20, "medium", MUTED),
    promise=Style(16, 22, "semibold"),
    foot=Style(16, 21, colour=MUTED),
    seat=Style(16, 21, "semibold", MUTED),
    number=Style(38, 40, "bold"),
    box=26.0,
    across=False,
    gap=10.0,
    cant_say=0.0,
    seat_box=(110.0, 84.0),
)

"""Right to left: every picture is laid out left to right once and mirrored here, its text turned, never a letter."""

from __future__ import annotations

from dataclasses import replace

from desktop.look.marks import Arc, Box, Disc, Icon, Line, Mark, Picture, Polygon, Text


def mirrored(picture: Picture) -> Picture:
    """The same picture for a script that runs from right to left.

    Positions are mirrored; a text keeps its anchor, which now counts from the right, and gets a right-to-left
    base, so that digits and words inside it are untouched.
    """
    return replace(picture, marks=tuple(_flip(mark, picture.width) for mark in picture.marks))


def _flip(mark: Mark, width: float) -> Mark:
    match mark:
        case Polygon() | Line():
            return replace(mark, points=tuple((width - x, y) for x, y in mark.points))
        case Box():
            return replace(mark, x=width - mark.x - mark.width)
        case Disc():
            return replace(mark, centre=(width - mark.centre[0], mark.centre[1]))
        case Arc():
            return replace(
                mark, centre=(width - mark.centre[0], mark.centre[1]), start=-mark.start, sweep=-mark.sweep
            )
        case Text():
            return replace(mark, at=(width - mark.at[0], mark.at[1]), rtl=not mark.rtl)
        case Icon():
            return replace(mark, x=width - mark.x - mark.size)

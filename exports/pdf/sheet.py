"""The sheet: its grid, its type and its colours, as ``papers.md`` of the design sets them. Points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.look.marks import Weight

INK, MUTED, WHITE, ACCENT = "#131A29", "#4F5B70", "#FFFFFF", "#2549A8"
SUNKEN = "#EAEEF4"
HAIRLINE = "#A3AEBE"  # lighter ones break up on office printers

LEFT, SIDE, GUTTER = 56.0, 112.0, 18.0
STEP = 7.0  # half a line of body text
FRAME_TOP = 52.0  # on the grid; what stands first is lowered until its first baseline is at 77
FIRST_BASELINE, FIRST_TOP = 77.0, 66.0  # of words, and the top of what has no baseline
HEAD, FOOT_RULE, FOOT = 42.0, 794.0, 808.0
PANEL_HANG = 12.0


@dataclass(frozen=True, slots=True)
class Page:
    """Paper size and the grid on it; distances from the top left corner, y downward."""

    width: float = 595.28
    height: float = 841.89
    right: float = 539.28
    bottom: float = 781.0  # content ends here; the last baseline is 778
    foot_rule: float = FOOT_RULE
    foot: float = FOOT
    left: float = LEFT
    top: float = FRAME_TOP
    first_baseline: float = FIRST_BASELINE

    @property
    def first_top(self) -> float:
        """Where what has no baseline begins: the capitals' height above the first baseline."""
        return self.first_baseline - FIRST_BASELINE + FIRST_TOP

    @property
    def full(self) -> float:
        """The width from margin to margin."""
        return self.right - self.left

    @property
    def main(self) -> float:
        """The width of the main column beside the side column."""
        return self.full - SIDE - GUTTER


A4 = Page()
LETTER = Page(612.0, 792.0, 556.0, 733.0, 746.0, 760.0)


def bare(width: float, height: float, margin: float) -> Page:
    """A page without running head, foot and baseline: what fills it sees to them itself."""
    right, bottom = width - margin, height - margin
    return Page(width, height, right, bottom, bottom, bottom, margin, margin, 0.0)


@dataclass(frozen=True, slots=True)
class Style:
    """How words look: size and leading in points, one of the four weights, a colour ``#rrggbb``."""

    size: float = 10.5
    leading: float = 14.0
    weight: Weight = "regular"
    colour: str = INK

    def but(
        self,
        *,
        size: float | None = None,
        leading: float | None = None,
        weight: Weight | None = None,
        colour: str | None = None,
    ) -> Style:
        """The same style with some of its parts changed."""
        return replace(
            self,
            size=self.size if size is None else size,
            leading=self.leading if leading is None else leading,
            weight=weight or self.weight,
            colour=colour or self.colour,
        )

    def scaled(self, share: float) -> Style:
        """Larger or smaller by a share; large print is 1.25."""
        return replace(self, size=self.size * share, leading=self.leading * share)


BODY = Style()
STRONG = Style(weight="semibold")
BODY_RTL = Style(leading=16.5)
ASK = Style(11.5, 15.75, "medium")
SIDE_HEADING = STRONG
QUESTION = Style(11.5, 14, "semibold")
SMALL = Style(9, 12)
SMALL_STRONG = Style(9, 12, "semibold")
NOTE = Style(9, 12, colour=MUTED)
LABEL = Style(8.5, 11, "semibold", MUTED)
RUNNING = Style(8.5, 11, colour=MUTED)
RUNNING_STRONG = Style(8.5, 11, "semibold")
WAVE = Style(10, 14, "semibold")
COVER = Style(46, 50, "bold")
H1 = Style(24, 28, "bold")
H2 = Style(15, 21, "semibold")
H3 = QUESTION
SHEET_TITLE = Style(13, 16, "semibold")
LEVEL = STRONG
LEVEL_LARGE = Style(26, 30, "bold")

"""Colours, once: the grounds that pictures are drawn on, and the console's light and dark tokens.

A picture takes a :class:`Ground`, so that radar, bars, distribution and city exist once and serve the wall,
the console and paper. Pivot colours were searched for distance under three kinds of colour-blindness and in
grey; they never stand alone: a number, a label or an icon is always with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

INK_ON_LIGHT, INK_ON_DARK, DARK_INK = "#131A29", "#EDF1F8", "#0B1530"
DIGIT_INK = "#080D16"
"""Dark enough to be read in small type on the darkest of the light pivot colours."""

ON_PAPER = ("#7480C1", "#0B726A", "#24A864", "#7F7611", "#5B3100", "#A51F54", "#4A3B93")
ON_DARK = ("#CCD0FE", "#50C0B5", "#9BF9BD", "#D0C267", "#A37144", "#ED799A", "#9580D3")
"""The seven pivot colours on white and on the dark grounds, in framework order."""

TINT = 0.34
"""Share of the pivot colour in bars that the counting sentence does not name."""


def mix(colour: str, ground: str, share: float) -> str:
    """``share`` (0 to 1) of ``colour`` on ``ground`` as a solid ``#rrggbb``: there is no transparency."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _parts(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything a picture's colours depend on.

    ``today`` fills what is, ``target`` draws what is wanted: outlined on screens, a tick (radar: dashes) on
    paper. ``wall``, ``lit`` and ``unlit`` belong to the city; ``tint`` is the share of colour in unnamed bars.
    """

    surface: str
    card: str
    ink: str
    muted: str
    track: str
    axis: str
    today: str
    target: str
    plan: str
    wall: str
    lit: str
    unlit: str
    pivots: tuple[str, ...]
    targets: Literal["outlined", "tick"]
    tint: float = TINT

    def pivot(self, number: int) -> str:
        """The colour of pivot ``number``, counted from 1; after seven they begin again."""
        return self.pivots[(number - 1) % len(self.pivots)]

    def digit_on(self, number: int) -> str:
        """The colour of a digit on that pivot's colour: dark ink, or white where white is readable."""
        colour = self.pivot(number)
        return "#FFFFFF" if contrast("#FFFFFF", colour) >= 4.5 else DIGIT_INK

    def faint(self, number: int, ground: str | None = None) -> str:
        """The solid tint of a pivot colour, for what the counting sentence does not name."""
        return mix(self.pivot(number), ground or self.surface, self.tint)


WALL = Ground(
    surface="#0C1220",
    card="#131C2E",
    ink="#F4F7FB",
    muted="#B4C0D3",
    track="#182238",
    axis="#2A3650",
    today="#C9A871",
    target="#FFD28A",
    plan="#F4F7FB",
    wall="#1B2740",
    lit="#FFD28A",
    unlit="#2A3A5A",
    pivots=ON_DARK,
    targets="outlined",
)
LIGHT = Ground(
    surface="#FFFFFF",
    card="#F4F6F9",
    ink=INK_ON_LIGHT,
    muted="#4F5B70",
    track="#EAEEF4",
    axis="#C3CCD8",
    today="#2549A8",
    target="#131A29",
    plan="#4F5B70",
    wall="#E3E8F0",
    lit="#D98A0B",
    unlit="#C6CFDC",
    pivots=ON_PAPER,
    targets="outlined",
)
DARK = Ground(
    surface="#171F2D",
    card="#0F1520",
    ink=INK_ON_DARK,
    muted="#A9B5C8",
    track="#0B1019",
    axis="#2A3548",
    today="#C9A871",
    target="#FFD28A",
    plan="#EDF1F8",
    wall="#243042",
    lit="#FFD28A",
    unlit="#35435C",
    pivots=ON_DARK,
    targets="outlined",
)
PAPER = Ground(
    surface="#FFFFFF",
    card="#EAEEF4",
    ink=INK_ON_LIGHT,
    muted="#4F5B70",
    track="#EAEEF4",
    axis="#C3CCD8",
    today="#2549A8",
    target="#131A29",
    plan="#131A29",
    wall="#E6EAF1",
    lit="#D98A0B",
    unlit="#C6CFDC",
    pivots=ON_PAPER,
    targets="tick",
    tint=0.38,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """The console's colours by role. ``border`` is decoration only; ``outline`` is what a control needs."""

    dark: bool
    bg: str
    surface: str
    sunken: str
    text: str
    muted: str
    outline: str
    border: str
    fill: str
    hover: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warn: str
    bad: str
    soft_warn: str
    soft_bad: str
    ground: Ground


LIGHT_THEME = Theme(
    dark=False,
    bg="#F4F6F9",
    surface="#FFFFFF",
    sunken="#EAEEF4",
    text=INK_ON_LIGHT,
    muted="#4F5B70",
    outline="#7C889B",
    border="#DCE2EA",
    fill="#EAEEF4",
    hover="#E2E8F0",
    accent="#2549A8",
    on_accent="#FFFFFF",
    selection="#E9EFFB",
    good="#1B6E47",
    warn="#8A5300",
    bad="#B3261E",
    soft_warn="#FBF0DE",
    soft_bad="#FBEAE8",
    ground=LIGHT,
)
DARK_THEME = Theme(
    dark=True,
    bg="#0F1520",
    surface="#171F2D",
    sunken="#0B1019",
    text=INK_ON_DARK,
    muted="#A9B5C8",
    outline="#76849B",
    border="#2A3548",
    fill="#243042",
    hover="#2C3A50",
    accent="#8FB3FF",
    on_accent=DARK_INK,
    selection="#20304D",
    good="#6FD3A2",
    warn="#F0B959",
    bad="#FF9C93",
    soft_warn="#33291A",
    soft_bad="#3A2226",
    ground=DARK,
)

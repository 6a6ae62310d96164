"""The name of a level: which stage a value stands at (method.md §4), and its lit windows in the city."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.model.measures.rounding import half_up, rounded

WINDOWS = 48
"""Windows in each district of the city picture."""


@dataclass(frozen=True, slots=True)
class StageAt:
    """A level as shown (one decimal) and the whole level whose stage names it.

    ``between``: it stands exactly between ``level`` and the next, and is printed so.
    """

    shown: Decimal
    level: int
    between: bool


def stage_at(level: Fraction, lowest: int, highest: int) -> StageAt:
    """The nearest whole level to the *displayed* value; an exact half goes to the lower and says "between"."""
    tenths = half_up(10 * level)
    between = tenths % 10 == 5 and 10 * lowest <= tenths <= 10 * highest
    return StageAt(rounded(level), stage_level(level, lowest, highest), between)


def stage_level(level: Fraction, lowest: int, highest: int) -> int:
    """The whole level whose stage names ``level``."""
    whole, tenths = divmod(half_up(10 * level), 10)
    return min(max(whole + (tenths > 5), lowest), highest)


def lit_windows(level: Fraction | None, lowest: int, levels: int) -> int | None:
    """Lit windows of 48: half-up(48·position/k), position 1 for the lowest level. ``None`` if unscored."""
    if level is None:
        return None
    return half_up(WINDOWS * (Fraction(level) - lowest + 1) / levels)


def dark_windows(lit: int, taps: int, ballots: int) -> int:
    """Of the lit windows, those that go dark in a shock: half-up(lit·taps/ballots)."""
    return half_up(Fraction(lit * taps, ballots)) if ballots else 0

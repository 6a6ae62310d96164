"""The one rounding of the program: half away from zero, and percentages that sum to 100.

Python's ``round`` goes half to even from a binary float (2.25 → 2.2); spreadsheets and people go half
away from zero (2.25 → 2.3). Everything shown is rounded here, once, from the exact fraction
(method.md, *Rounding*).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

PERCENT_FROM = 20
"""Under this many ratings counts are shown ("7 of 12"), never percentages."""


def half_up(value: Fraction | int) -> int:
    """The nearest whole number, an exact half away from zero: 2.5 → 3, −2.5 → −3."""
    value = Fraction(value)
    size = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return -size if value < 0 else size


def rounded(value: Fraction | int, places: int = 1) -> Decimal:
    """``value`` with exactly ``places`` decimals, half away from zero: 9/4 → 2.3. Never "-0.0"."""
    whole = half_up(Fraction(value) * 10**places)
    digits = tuple(int(digit) for digit in str(abs(whole)))
    return Decimal((int(whole < 0), digits, -places))


def printed(level: Fraction | int) -> Fraction:
    """A level as people read it, one decimal. Whether a target is reached goes by this, everywhere.

    So "3.0" beside "0.0 short of the target" cannot come about.
    """
    return Fraction(rounded(level))


def percentages(parts: Sequence[int | Fraction]) -> tuple[int, ...] | None:
    """Whole percentages of ``parts`` that sum to exactly 100 (largest remainder, ties: first).

    ``None`` if the parts sum to nothing: there is no number then.
    """
    total = Fraction(sum(parts))
    if total == 0:
        return None
    exact = [Fraction(100 * part) / total for part in parts]
    floors = [share.numerator // share.denominator for share in exact]
    spare = 100 - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda place: (floors[place] - exact[place], place))
    for place in by_remainder[:spare]:
        floors[place] += 1
    return tuple(floors)

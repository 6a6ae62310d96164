"""Measures of agreement from the literature, to compare ours with; the program never shows them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations


def leik(counts: Sequence[int]) -> Fraction:
    """Leik 1966, 1 − D."""
    n, k = sum(counts), len(counts)
    shares = [Fraction(sum(counts[: cut + 1]), n) for cut in range(k)]
    return 1 - 2 * sum(min(share, 1 - share) for share in shares) / (k - 1)


def van_der_eijk(counts: Sequence[int]) -> Fraction:
    """van der Eijk 2001: the distribution cut into layers, each judged by its pattern."""
    left, n, found = list(counts), sum(counts), Fraction(0)
    while any(left):
        least = min(count for count in left if count)
        pattern = [int(count > 0) for count in left]
        found += Fraction(least * sum(pattern), n) * layer(pattern)
        left = [count - least * used for count, used in zip(left, pattern, strict=True)]
    return found


def layer(pattern: Sequence[int]) -> Fraction:
    k, used = len(pattern), sum(pattern)
    triples = list(combinations(pattern, 3))
    together = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
    apart = sum(triple == (1, 0, 1) for triple in triples)
    unimodal = (
        Fraction((k - 2) * together - (k - 1) * apart, (k - 2) * (together + apart))
        if together + apart
        else Fraction(1)
    )
    return unimodal * (1 - Fraction(used - 1, k - 1))


def tastle_wierman(counts: Sequence[int]) -> float:
    """Tastle & Wierman 2007: consensus by Shannon's entropy around the mean."""
    n, width = sum(counts), len(counts) - 1
    mean = sum(place * count for place, count in enumerate(counts)) / n
    return 1 + sum(
        count / n * math.log2(1 - abs(place - mean) / width) for place, count in enumerate(counts) if count
    )

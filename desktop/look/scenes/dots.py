"""Dots in a heap: one a person, as large as the heap allows."""

from __future__ import annotations

from collections.abc import Iterator

LARGEST = 84.0
"""From one dot to the next."""


def step_for(most: int, wide: float, tall: float) -> float:
    """How far dots stand apart so that the fullest heap fits ``wide`` by ``tall``."""
    fits = (min(wide / across, tall / -(-most // across)) for across in range(1, max(1, most) + 1))
    return min(LARGEST, max(fits, default=LARGEST))


def heap(count: int, x: float, base: float, wide: float, step: float) -> Iterator[tuple[float, float]]:
    """The middles of ``count`` dots on a line at ``base``, from its middle ``x`` outwards row by row upwards."""
    across = max(1, int(wide / step + 1e-6))
    for place in range(count):
        row, at = divmod(place, across)
        here = min(across, count - row * across)
        yield x + (at - (here - 1) / 2) * step, base - (row + 0.5) * step

"""The worked examples of the method as values of the program, and who drives which group."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.model.measures.leave_out import Band
from desktop.model.measures.tally import Tally

CASES = json.loads((Path(__file__).parents[2] / "method_cases.json").read_text(encoding="utf-8"))
SECTIONS: dict[str, list[dict[str, Any]]] = CASES["sections"]

DRIVERS: dict[str, Callable[[Any, Any], None]] = {}

STATES = {
    "too_few_to_show": "too_few",
    "below_quorum": "fewer_than_half",
    "half_cannot_say": "half_cant_say",
}
"""Where the cases and the program use another word for a state of the room."""


def drives(*groups: str) -> Callable[[Callable[[Any, Any], None]], Callable[[Any, Any], None]]:
    def note(driver: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
        DRIVERS.update(dict.fromkeys(groups, driver))
        return driver

    return note


def exact(value: Any) -> Fraction | None:
    """A number of the cases file as a fraction."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        return Fraction(value["frac"])
    return Fraction(str(value))


def band(value: Sequence[Any] | None) -> Band | None:
    if value is None:
        return None
    low, high = (exact(end) for end in value)
    assert low is not None
    assert high is not None
    return Band(low, high)


def of(counts: Sequence[int], *, cant_say: int = 0, present: int | None = None, lowest: int = 1) -> Tally:
    room = sum(counts) + cant_say if present is None else present
    return Tally(tuple(counts), cant_say, room, lowest)

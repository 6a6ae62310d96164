"""Section 10: the line of phases, what fails first, stress gaps."""

from __future__ import annotations

from typing import Any

from desktop.model.measures.polls import Taps, fails_first, phase_line, stress_gaps, taps
from tests.model.measures.cases import drives, exact


@drives("10_phase_line")
def line(given: Any, expected: Any) -> None:
    found = phase_line(given)
    assert (found.median_low, found.median_high) == (expected["median_low"], expected["median_high"])
    assert (found.lowest, found.highest) == (expected["lowest"], expected["highest"])
    assert found.verdict == expected["verdict"]
    split = expected["verdict"] == "two_camps"
    assert (found.typical == ()) == (split or expected["median_low"] is None)


@drives("10_shock_taps")
def shock_taps(given: Any, expected: Any) -> None:
    found = taps(given["taps"], given["ballots"])
    _shares(found, expected["share"])
    assert list(found.ranks) == expected["rank"]
    assert list(found.most) == expected["most"]


@drives("10_fails_first")
def first(given: Any, expected: Any) -> None:
    found = fails_first(given)
    _shares(found, expected["share"])
    assert list(found.most) == expected["most"]


def _shares(found: Taps, expected: Any) -> None:
    if expected is None:
        assert found.shares is None
    else:
        assert found.shares is not None
        assert [*found.shares] == [exact(share) for share in expected]


@drives("10_stress_gap")
def stress(given: Any, expected: Any) -> None:
    levels = {name: exact(level) for name, level in given["levels"].items()}
    assert list(stress_gaps(levels, given["taps"], given["ballots"], 1, 4)) == expected

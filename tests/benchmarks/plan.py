"""The Excel action plan of a long year: 500 actions."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from exports.gather import gather
from exports.handover import hand_over
from tests.benchmarks.loaded import add_actions, new_clerk, play_large

ACTIONS = 500


def lines() -> Iterator[str]:
    """Seconds to write, reopen and check it."""
    with tempfile.TemporaryDirectory() as folder:
        clerk, clock = new_clerk(Path(folder) / "library.sqlite")
        desk = play_large(clerk, clock)
        add_actions(desk, ACTIONS)
        votes = sum(len(desk.workshop.ballots_in(one.id)) for one in desk.workshop.rounds.values())
        report = gather(desk.workshop, made_at="2027-03-01T12:00Z")
        hand_over(report, Path(folder), ("plan",))
        begun = time.perf_counter()
        hand_over(report, Path(folder), ("plan",))
        yield (
            f"plan     {time.perf_counter() - begun:.2f} s for {ACTIONS} actions, {votes} ballots (hold 2 s)"
        )
        clerk.close()

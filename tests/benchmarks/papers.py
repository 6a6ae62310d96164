"""PDF documents, reopened and checked as at a hand-over, at several lengths: is the cost linear in pages?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from exports.gather import gather
from exports.handover import hand_over
from tests.benchmarks.loaded import PEOPLE, add_actions, new_clerk, play_large

LENGTHS = (0, 40, 80, 160)


def lines() -> Iterator[str]:
    """Seconds for the roadmap at each length, and for the council paper."""
    with tempfile.TemporaryDirectory() as folder:
        clerk, clock = new_clerk(Path(folder) / "library.sqlite")
        begun = time.perf_counter()
        desk = play_large(clerk, clock)
        yield f"papers   rehearsal, {PEOPLE} people and every question twice: {time.perf_counter() - begun:.2f} s"
        begun = time.perf_counter()
        report = gather(desk.workshop, made_at="2027-03-01T12:00Z")
        gathered = time.perf_counter() - begun
        hand_over(report, Path(folder), ("council",))  # the fonts are loaded once a process
        begun = time.perf_counter()
        council = hand_over(report, Path(folder), ("council",))[0]
        yield (
            f"         council paper of {council.pages} pages: {time.perf_counter() - begun:.2f} s; report gathered in {gathered * 1000:.0f} ms"
        )
        for length in LENGTHS:
            add_actions(desk, length)
            report = gather(desk.workshop, made_at="2027-03-01T12:00Z")
            begun = time.perf_counter()
            made = hand_over(report, Path(folder), ("roadmap",))[0]
            took = time.perf_counter() - begun
            yield (
                f"         roadmap of {made.pages} pages, {len(desk.workshop.plan)} actions: {took:.2f} s, "
                f"{took / made.pages * 1000:.0f} ms a page (hold 2 s for 40 pages)"
            )
        clerk.close()

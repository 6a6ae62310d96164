"""The figures to hold, measured here and now, each beside its anchor. Nothing is judged: read and compare.

    python -m tests.benchmarks [ROW ...]

Rows: start, clicks, papers, plan, votes, reopen. Without a display everything is drawn off screen, and the first line says so.
"""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version

ROWS = ("start", "clicks", "papers", "plan", "votes", "reopen")
"""Each is a module ``tests.benchmarks.<row>`` with ``lines() -> Iterator[str]``."""


SYNCS = 50


def main() -> int:
    """Measure the rows asked for, or all."""
    asked = sys.argv[1:] or ROWS
    if unknown := [row for row in asked if row not in ROWS]:
        print(f"No such row: {', '.join(unknown)}. Known: {', '.join(ROWS)}.", file=sys.stderr)
        return 2
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(machine(), flush=True)
    for row in asked:
        measured: Callable[[], Iterator[str]] = import_module(f"tests.benchmarks.{row}").lines
        for line in measured():
            print(line, flush=True)
    return 0


def machine() -> str:
    """What the figures depend on, load by others included."""
    drawn = os.environ.get("QT_QPA_PLATFORM") or "the display"
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, PySide6 {version('PySide6-Essentials')}; "
        f"fsync {fsync():.2f} ms; drawn on {drawn}"
    )


def fsync() -> float:
    """Milliseconds, in the middle, for one page to reach the disk where temporary files stand."""
    took: list[float] = []
    with tempfile.TemporaryFile() as file:
        for _ in range(SYNCS):
            file.write(b"0" * 4096)
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    sys.exit(main())

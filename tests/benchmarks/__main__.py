"""The figures to hold, measured here and now, each beside its anchor. Nothing is judged: read and compare.

    python -m tests.benchmarks [ROW ...]

Rows: start, clicks, papers, plan. Without a display everything is drawn off screen, and the first line says so.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

ROWS = ("start", "clicks", "papers", "plan")
"""Each is a module ``tests.benchmarks.<row>`` with ``lines() -> Iterator[str]``."""


def main() -> int:
    """Measure the rows asked for, or all."""
    asked = sys.argv[1:] or ROWS
    if unknown := [row for row in asked if row not in ROWS]:
        print(f"No such row: {', '.join(unknown)}. Known: {', '.join(ROWS)}.", file=sys.stderr)
        return 2
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    drawn = os.environ.get("QT_QPA_PLATFORM") or "the display"
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, drawn on {drawn}.")
    for row in asked:
        measured: Callable[[], Iterator[str]] = import_module(f"tests.benchmarks.{row}").lines
        for line in measured():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Start-up: from the call of the program to the list painted, in turn with a bare window of the same Qt."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

RUNS = 15
FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")

WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self, self.end)
        return False
    def end(self):
        os.write(1, str(time.monotonic_ns()).encode())
        os._exit(0)
"""

BARE = f"""{WATCH}
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1440, 900)
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""

OURS = f"""
import desktop.app, desktop.ui.window
from desktop.__main__ import main
{WATCH}
show = desktop.app.show_where_it_fits
def shown(window):
    global watch
    watch = Watch()
    window.installEventFilter(watch)
    show(window)
desktop.app.show_where_it_fits = shown
main(["--library", sys.argv[1]])
"""


def lines() -> Iterator[str]:
    """Medians and the ratio, pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        home = os.environ | dict.fromkeys(FOLDERS, folder)
        home.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled once
        started(OURS, str(library), home)
        started(BARE, str(library), home)
        pairs = [(started(OURS, str(library), home), started(BARE, str(library), home)) for _ in range(RUNS)]
    ours, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    yield (
        f"start    list painted {ours * 1000:.0f} ms; bare window {bare * 1000:.0f} ms; "
        f"{ratio:.2f} × (hold 1.8), {RUNS} pairs"
    )


def started(program: str, library: str, home: dict[str, str]) -> float:
    """Seconds from the call to the first paint done."""
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", program, library], check=True, capture_output=True, text=True, env=home
    )
    return (int(done.stdout) - begun) / 1e9

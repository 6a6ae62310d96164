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
from unittest.mock import patch

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.verbs import prepare
from desktop.settings import default_library

RUNS = 15
LISTED = 12
"""Workshops in the list, as after a year or two."""
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
import desktop.__main__ as door
load = door.load_app
def loaded():
    app = load()
    show = app.show_where_it_fits
    def shown(window):
        exec({WATCH!r}, globals())
        globals()["watch"] = Watch()
        window.installEventFilter(watch)
        show(window)
    app.show_where_it_fits = shown
    return app
door.load_app = loaded
door.main([])
"""


def lines() -> Iterator[str]:
    """Medians and the ratio, pair by pair: with some workshops in the list, and on the first run of all."""
    with tempfile.TemporaryDirectory() as folder:
        for name, listed in ((f"{LISTED} workshops listed", LISTED), ("nothing listed yet", 0)):
            home = at_home(Path(folder) / str(listed))
            with patch.dict(os.environ, home):
                library = default_library()
            library.parent.mkdir(parents=True)
            fill(library, listed)
            timed(OURS, home)  # compiled once, as an installed program is
            timed(BARE, home)
            pairs = []
            for _ in range(RUNS):
                close_cleanly(library)
                pairs.append((timed(OURS, home), timed(BARE, home)))
            ours, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
            ratio = statistics.median(one / other for one, other in pairs)
            yield (
                f"start    {name}: painted in {ours * 1000:.0f} ms; bare window {bare * 1000:.0f} ms; "
                f"{ratio:.2f} × (hold 1.8), {RUNS} pairs"
            )


def fill(library: Path, workshops: int) -> None:
    """Prepare so many workshops."""
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    clerk = Clerk.start(library)
    for number in range(workshops):
        city, date = f"Rivermouth {number + 1}", f"2027-{number % 12 + 1:02}-01"
        clerk.create(
            framework,
            lambda at, city=city, date=date: prepare.create(  # type: ignore[misc]
                at, framework, city=city, date=date, template=template, people=30
            ),
        ).result()
    clerk.close()


def close_cleanly(library: Path) -> None:
    """As a program leaves it that was not cut off, which every measured one here is."""
    Clerk.start(library).close()


def at_home(folder: Path) -> dict[str, str]:
    """An environment in which library, settings and crash record stand in ``folder``."""
    home = os.environ | dict.fromkeys(FOLDERS, str(folder))
    home.pop("PYTHONDONTWRITEBYTECODE", None)
    return home


def timed(program: str, home: dict[str, str], *arguments: str) -> float:
    """Seconds from the call to the first paint done, as the program tells by its clock."""
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True, env=home
    )
    return (int(done.stdout) - begun) / 1e9

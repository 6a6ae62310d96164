"""Kill the program in the middle of a large workshop; how long until the console stands there again?

    python -m tests.benchmarks.reopen LIBRARY

is the program that is killed: it opens the latest workshop, acts on, and tells the last action kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desktop.model.clerk import Clerk
from desktop.model.verbs import actions, agenda
from tests.benchmarks.loaded import PEOPLE, new_clerk, play_large
from tests.benchmarks.start import WATCH, at_home, close_cleanly, timed

KILLS = 5

AGAIN = f"""
import sys
import desktop.__main__ as door
load = door.load_app
def loaded():
    app = load()
    make = app._console
    def made(*given):
        from PySide6.QtCore import QTimer
        exec({WATCH!r}, globals())
        console = make(*given)
        globals()["watch"] = Watch()
        console.installEventFilter(watch)
        return console
    app._console = made
    show = app.show_where_it_fits
    def shown(window):
        from PySide6.QtCore import QTimer
        show(window)
        QTimer.singleShot(0, window, lambda: window.open_workshop(sys.argv[2]))
    app.show_where_it_fits = shown
    return app
door.load_app = loaded
door.main(["--library", sys.argv[1]])
"""


def lines() -> Iterator[str]:
    """Each time: killed, looked into, and opened again up to the painted console; beside it, after a clean end."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        clerk, clock = new_clerk(library)
        workshop = play_large(clerk, clock).workshop.about.id
        clerk.close()
        home = at_home(folder)
        timed(AGAIN, home, str(library), workshop)  # compiled once
        after, there = [], 0
        for _ in range(KILLS):
            told = killed(library)
            after.append(timed(AGAIN, home, str(library), workshop))
            there += found(library) == told
        clean = []
        for _ in range(KILLS):
            close_cleanly(library)
            clean.append(timed(AGAIN, home, str(library), workshop))
    yield (
        f"reopen   console painted {statistics.median(after):.2f} s after a kill, longest {max(after):.2f} s (hold 3); "
        f"after a clean end {statistics.median(clean):.2f} s; last action and place told there {there} of {KILLS}; "
        f"{PEOPLE} people"
    )


def killed(library: Path) -> tuple[str, str]:
    """Start the program that acts, kill it once it has told five actions, and give the last it told."""
    command = [sys.executable, "-m", "tests.benchmarks.reopen", str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(5)]
        child.kill()
        told += [line for line in child.stdout if line.endswith("\n")]
    action, step = json.loads(told[-1])
    return action, step


def found(library: Path) -> tuple[str, str]:
    """The newest action in the file, and the step the console stands at."""
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        action = connection.execute("SELECT title FROM actions ORDER BY rowid DESC LIMIT 1").fetchone()[0]
        step = connection.execute("SELECT step FROM positions").fetchone()[0]
    return action, step


def main() -> None:
    """Act on in the latest workshop until killed."""
    clerk = Clerk.start(Path(sys.argv[1]))
    desk = clerk.open(clerk.find("latest").result()).result()
    for number in range(10_000):
        step = desk.workshop.agenda[number % len(desk.workshop.agenda)].id
        title = f"Action {os.getpid()}-{number}"
        desk.do(agenda.go, step=step).result()
        desk.do(actions.write, pivot=desk.workshop.pivots[0].id, title=title).result()
        print(json.dumps([title, step]), flush=True)


if __name__ == "__main__":
    main()

"""The longest time the window does not answer, while a facilitator clicks through a large workshop."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import build_window
from desktop.model import builtin
from desktop.settings import Settings
from desktop.ui.console.rail import RailStep
from desktop.ui.console.screen import Console
from desktop.ui.gallery import breathe, wait_until
from desktop.ui.jobs import Jobs
from desktop.ui.window import Window
from tests.benchmarks.loaded import PEOPLE, new_clerk, play_large

SETTLE_MS = 750  # a press sooner counts as the same press


class Heart:
    """Beats each millisecond the window can answer; remembers the longest silence, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def since(self) -> float:
        """The longest silence since the last call."""
        self._beat()
        found, self.longest = self.longest, 0.0
        return found


def lines() -> Iterator[str]:
    """The longest and the median silence after a click, and idle for comparison."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        clerk, clock = new_clerk(library)
        desk = play_large(clerk, clock)
        votes = sum(len(desk.workshop.ballots_in(one.id)) for one in desk.workshop.rounds.values())
        workshop = desk.workshop.about.id
        jobs = Jobs(app)
        settings = Settings(Path(folder) / "settings.json")
        listed = clerk.listing().result()
        window = build_window(app, settings, jobs, lambda: (clerk, builtin.framework()), listed)
        window.resize(1440, 900)
        window.show()
        wait_until(lambda: window.ready)
        heart = Heart()
        window.open_workshop(workshop)
        wait_until(lambda: isinstance(window.screen_shown, Console))
        breathe(500)
        console = window.screen_shown
        assert isinstance(console, Console)
        opened = heart.since()
        breathe(500)
        idle = heart.since()
        silences = sorted(clicked(window, console, heart))
        worst = silences[-1]
        yield (
            f"clicks   longest stall {worst[0]:.0f} ms at {worst[1]} (hold 50), "
            f"median {silences[len(silences) // 2][0]:.0f} ms, {len(silences)} presses; idle {idle:.0f} ms; "
            f"{PEOPLE} people, {votes} ballots; opening it {opened:.0f} ms"
        )
        for silence, place in silences[-6:-1][::-1]:
            yield f"           then {silence:.0f} ms at {place}"
        window.close()
        jobs.close()
        clerk.close()


def clicked(window: Window, console: Console, heart: Heart) -> Iterator[tuple[float, str]]:
    """Each step of the rail, then every part of it by the primary button; twice, so that first visits show too."""
    for visit in ("first", "again"):
        for key in [one.step for one in console.rail.findChildren(RailStep)]:
            if console.place.step != key:
                entry = next(one for one in console.rail.findChildren(RailStep) if one.step == key)
                heart.since()
                QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
                wait_until(lambda key=key: console.place.step == key)
                breathe(SETTLE_MS)
                yield heart.since(), named(console, visit)
            for _ in range(6):
                before = console.place
                heart.since()
                QTest.mouseClick(console.next, Qt.MouseButton.LeftButton)
                breathe(SETTLE_MS)
                if console.place == before or console.place.step != key:
                    break
                yield heart.since(), named(console, visit)


def named(console: Console, visit: str) -> str:
    """Where it was."""
    step = console.feed.workshop.steps[console.place.step]
    return f"{step.kind} {step.subject or ''} {console.place.part}, {visit} visit".replace("  ", " ")

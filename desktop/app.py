"""Puts the window together: the only place that knows everyone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.settings import Settings, default_library, state_folder
from desktop.ui.ask import Feed
from desktop.ui.crash_record import keep_crash_record
from desktop.ui.jobs import Jobs, Report
from desktop.ui.stage import Stage
from desktop.ui.theme import Wardrobe
from desktop.ui.window import Rooms, Window, show_where_it_fits
from desktop.words.catalogue import speak

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the others waiting; exports beside the window need it short."""


def run(library: Path | None = None) -> int:
    """Open the window on a library; the exit code once it is closed.

    Raises:
        Refused: the library is newer, in use, read-only, foreign or damaged. No window was shown.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    clerk = Clerk.start(library or default_library())
    try:
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        app.setApplicationName("pivot-workshop")
        app.setApplicationDisplayName("Pivot Workshop")
        keep_crash_record(state_folder())
        jobs = Jobs(app)
        window = build_window(app, clerk, Settings(), jobs)
        show_where_it_fits(window)
        QTimer.singleShot(0, _warm)
        try:
            return app.exec()
        finally:
            jobs.close()
    finally:
        clerk.close()


def build_window(
    app: QApplication, clerk: Clerk, settings: Settings, jobs: Jobs, *, today: Callable[[], date] = date.today
) -> Window:
    """The window over an open library, dressed, not yet shown."""
    rooms = Rooms(
        clerk=clerk,
        settings=settings,
        wardrobe=Wardrobe(app, settings),
        jobs=jobs,
        speech=speak(settings.language),
        framework=builtin.framework(),
        make_console=_console,
        rehearse=lambda workshop, report: _rehearse(clerk, workshop, report),
        today=today,
    )
    return Window(rooms)


def _console(feed: Feed, stage: Stage, settings: Settings, jobs: Jobs, left: Callable[[], None]) -> QWidget:
    from desktop.ui.console.screen import Console

    return Console(feed, stage, settings, jobs, left)


def _rehearse(clerk: Clerk, workshop: str, report: Report) -> str:
    from desktop.model.rehearsal.play import rehearse

    return rehearse(clerk, workshop or None, report)


def _warm() -> None:
    """What the first step screens need, loaded while the facilitator reads the list."""
    import desktop.ui.prepare.screen  # noqa: F401

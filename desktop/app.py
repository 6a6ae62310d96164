"""Puts the window together: the only place that knows everyone.

The list is painted from the open library file alone; the clerk, the framework and the step screens are loaded
right after that, while the facilitator reads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.library.file import LibraryFile, open_library
from desktop.model.library.listing import Listing, listing
from desktop.settings import Settings, own_library, state_folder
from desktop.ui.collecting import Collecting
from desktop.ui.jobs import Jobs
from desktop.ui.theme import Wardrobe
from desktop.ui.window import Rooms, Window, show_where_it_fits
from desktop.words.catalogue import speak

if TYPE_CHECKING:
    from desktop.model.clerk import Clerk
    from desktop.model.framework import Framework
    from desktop.ui.ask import Feed
    from desktop.ui.jobs import Report
    from desktop.ui.stage import Stage

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the others waiting; exports beside the window need it short."""


def run(library: Path | None = None) -> int:
    """Open the window on a library; the exit code once it is closed.

    Raises:
        Refused: the library is newer, in use, read-only, foreign or damaged. No window was shown.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    file = open_library(library or own_library(), stamp=_stamp())
    backstage = Backstage(file)
    try:
        app = QApplication(sys.argv[:1])
        app.setApplicationName("pivot-workshop")
        app.setApplicationDisplayName("Pivot Workshop")
        jobs = Jobs(app)
        collecting = Collecting(app)

        def take_up() -> tuple[Clerk, Framework]:
            QTimer.singleShot(0, app, _warm)
            return backstage.take_up()

        window = build_window(app, Settings(), jobs, take_up, listing(file.connection))
        show_where_it_fits(window)
        try:
            return app.exec()
        finally:
            jobs.close()
            collecting.end()
    finally:
        backstage.close()


def picture_screens(library: Path, folder: Path) -> list[Path]:
    """Pictures of the real screens over a library, in light and dark, where nobody can see a window."""
    from tempfile import TemporaryDirectory

    from desktop.ui.gallery import take_pictures

    file = open_library(library, stamp=_stamp())
    backstage = Backstage(file)
    try:
        app = QApplication(sys.argv[:1])
        with TemporaryDirectory() as aside:
            jobs = Jobs(app)
            collecting = Collecting(app)
            settings = Settings(Path(aside) / "settings.json")
            window = build_window(app, settings, jobs, backstage.take_up, listing(file.connection))
            taken = take_pictures(window, settings, folder)
            window.close()
            jobs.close()
            collecting.end()
            return taken
    finally:
        backstage.close()


def try_window() -> None:
    """Open the window over an empty library and draw it once, for ``--smoke``."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        picture_screens(Path(folder) / "library.sqlite", Path(folder))


class Backstage:
    """The library file, and from the first paint on the clerk who owns it."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file
        self._clerk: Clerk | None = None

    def take_up(self) -> tuple[Clerk, Framework]:
        """Hand the file to a clerk, and read the framework."""
        from desktop.model import builtin
        from desktop.model.clerk import Clerk
        from desktop.model.moment import SystemClock, random_id

        self._clerk = Clerk(self._file, SystemClock(), random_id)
        return self._clerk, builtin.framework()

    def close(self) -> None:
        """Finish what was asked for and free the library."""
        if self._clerk is not None:
            self._clerk.close()
        else:
            self._file.close()


def build_window(
    app: QApplication,
    settings: Settings,
    jobs: Jobs,
    take_up: Callable[[], tuple[Clerk, Framework]],
    listings: tuple[Listing, ...],
    *,
    today: Callable[[], date] = date.today,
) -> Window:
    """The window over a list of workshops, dressed, not yet shown."""
    rooms = Rooms(
        settings=settings,
        wardrobe=Wardrobe(app, settings),
        jobs=jobs,
        speech=speak(settings.language),
        take_up=take_up,
        make_console=_console,
        rehearse=_rehearse,
        today=today,
    )
    return Window(rooms, listings)


def _stamp() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def _console(feed: Feed, stage: Stage, settings: Settings, jobs: Jobs, left: Callable[[], None]) -> QWidget:
    from desktop.ui.console.screen import Console

    return Console(feed, stage, settings, jobs, left)


def _rehearse(clerk: Clerk, workshop: str, report: Report) -> str:
    from desktop.ui.rehearsing import rehearse

    return rehearse(clerk, workshop, report)


def _warm() -> None:
    """The crash record, and what the first step screens need, while the facilitator reads the list."""
    from desktop.ui.crash_record import keep_crash_record

    keep_crash_record(state_folder())
    import desktop.ui.prepare.screen  # noqa: F401

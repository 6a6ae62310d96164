"""Pictures of the screens before the day: the list of workshops, empty and filled, and Prepare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import build_window
from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.library.content import Choice, Offered
from desktop.model.library.listing import Listing
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.rehearsal.script import play
from desktop.model.verbs import prepare
from desktop.settings import Settings
from desktop.ui.gallery import breathe, wait_until
from desktop.ui.jobs import Jobs
from desktop.ui.own.screen import OwnContent
from desktop.ui.window import Window
from exports.content.copies import copy_of
from tools.gallery.album import SETTLE_MS, Album
from tools.gallery.day import CITY, DATE, PEOPLE, SEED, START

OTHERS = (
    ("Harbourford", "2026-11-12", 18, True),
    ("Northgate", "2027-01-21", 12, True),
    ("Saltmarsh", "2027-04-15", 32, False),
)
"""Other cities in the list: city, day, people, whether their day was played."""


def screens_before(app: QApplication, folder: Path, theme: str, album: Album) -> None:
    """The list and Prepare in one theme."""
    settings = Settings(folder / "settings.json")
    settings.change(reduce_motion=True, theme=theme)
    with _window(app, folder / "empty.sqlite", settings) as (window, _):
        album.take(window, "list-empty", theme)
        window.begin()
        album.take(window, "prepare-new", theme)
    with _window(app, folder / "filled.sqlite", settings) as (window, clerk):
        key = _fill(clerk)
        window.show_portfolio()
        breathe(SETTLE_MS)
        album.take(window, "list-filled", theme)
        _own_questions(window, clerk, folder, theme, album)
        window.open_workshop(key)
        wait_until(lambda: window.prepare is not None)
        album.take(window, "prepare", theme)
        if window.prepare is not None:
            window.prepare.more.turn()
            album.take(window, "prepare-more", theme)
            window.prepare.more.turn()
            window.prepare.fields.length.button("two-half-days").click()
            album.take(window, "prepare-two-days", theme)


def _own_questions(window: Window, clerk: Clerk, folder: Path, theme: str, album: Album) -> None:
    """Own questions: one framework loaded beside the program's, then a file with faults."""
    own, actions = copy_of(Choice(builtin.framework()))
    clerk.load_content(Offered((own,), ((own, actions),) if actions else ())).result()
    broken = folder / "harbourford.json"
    broken.write_text(
        own.body.replace('"colour": 1,', '"colour": 9,').replace('"icon": "users"', '"icon": "crowd"'),
        "utf-8",
    )
    window.show_own()
    breathe(SETTLE_MS)
    album.take(window, "own-questions", theme)
    if isinstance(screen := window.screen_shown, OwnContent):
        screen.load_files([broken])
        wait_until(lambda: screen.faults.isVisible())
        album.take(window, "own-questions-faults", theme)
    window.show_portfolio()


@contextmanager
def _window(app: QApplication, library: Path, settings: Settings) -> Iterator[tuple[Window, Clerk]]:
    """The program's window over a library of its own, on a fixed day."""
    clerk = Clerk.start(library, clock=ScriptClock(START), ids=seeded_ids(SEED))
    jobs = Jobs(app)
    none: tuple[Listing, ...] = ()
    window = build_window(
        app, settings, jobs, lambda: (clerk, builtin.framework()), none, today=lambda: date(2027, 2, 22)
    )
    window.dress()
    window.show()
    wait_until(lambda: window.ready)
    try:
        yield window, clerk
    finally:
        window.close()
        jobs.close()
        clerk.close()


def _fill(clerk: Clerk) -> str:
    """Four cities, two of them past their day; the workshop of the city in all pictures."""
    for city, day, people, played in OTHERS:
        key = _create(clerk, city, day, people)
        if played:
            for _ in play(clerk.open(key).result(), SEED):
                pass
    return _create(clerk, CITY, DATE, PEOPLE)


def _create(clerk: Clerk, city: str, day: str, people: int) -> str:
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    return clerk.create(
        framework,
        lambda at: prepare.create(at, framework, city=city, date=day, template=template, people=people),
    ).result()

"""Pictures of one rehearsed day: the console at each part of each kind of step, and the wall's scenes.

The people are the rehearsal's, the clock is the script's. A picture is taken when the script lets time pass, which
is when the room looks at the screen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.look.measure import FontMeasure
from desktop.look.staging.scene import scene
from desktop.model import builtin, levels, walk
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.measures.agreement import Verdict, verdict
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.rehearsal.script import play
from desktop.model.verbs import prepare
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.screen import Console
from desktop.ui.console.steps.commit import CommitStep
from desktop.ui.console.told import told
from desktop.ui.gallery import breathe, wait_until
from desktop.ui.jobs import Jobs
from desktop.ui.stage import Stage
from desktop.ui.theme import Wardrobe
from desktop.ui.widgets.arrange import column
from desktop.ui.widgets.keycell import KeyCell
from exports.handover import KINDS
from tools.gallery.album import SETTLE_MS, Album

START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
CITY, DATE, PEOPLE, SEED = "Rivermouth", "2027-03-01", 24, 7
HANDS = "3642"
"""Hands typed into a count that is then left: one digit a level."""


class NoHaste:
    """The rehearsal's time of day, at the beginning of every step: no picture says that time is up."""

    def __init__(self, clock: ScriptClock) -> None:
        self._clock = clock

    def wall(self) -> datetime:
        """The time of day."""
        return self._clock.wall()

    def steady(self) -> float:
        """No second passes."""
        return 0.0


class Day:
    """One day in one theme. ``walls``: the scenes too, which have no theme."""

    agenda = "ninety-minutes"
    first_number = 0

    def __init__(
        self, app: QApplication, clerk: Clerk, clock: ScriptClock, settings: Settings, album: Album, *, walls: bool
    ) -> None:  # fmt: skip
        self._shown_clock = NoHaste(clock)
        self._clock, self._settings, self._album, self._walls = clock, settings, album, walls
        self._taken: set[str] = set()
        self._number = self.first_number
        Wardrobe(app, settings).dress()
        self.desk = _workshop(clerk, self.agenda)
        settings.choose_folder(self.desk.workshop.about.id, album.folder / "documents")
        self._measure = FontMeasure()
        self._jobs = Jobs(app)
        self._holder = QWidget()
        self._stage = Stage(self._holder, reduce_motion=True)
        self._feed = Feed(self.desk, self._holder)
        self._console: Console | None = None

    def run(self) -> Desk:
        """Play the day to the documents; the desk, with the workshop as it ended."""
        for _ in play(self.desk, SEED, self._forward):
            pass
        self._take("closed")
        step = self._open().step
        assert isinstance(step, CommitStep), "a closed day stands at its last step"
        step.finish()
        wait_until(lambda: len(self.desk.workshop.exports) == len(KINDS))
        self._take("handed-over")
        return self._closed()

    def _closed(self) -> Desk:
        self._stage.close()
        self._holder.close()
        self._jobs.close()
        return self.desk

    # ---- when ---------------------------------------------------------------------------------------------------

    def _forward(self, seconds: float) -> None:
        """Look, then let time pass."""
        w, place = self.desk.workshop, walk.here(self.desk.workshop)
        name = self._moment(w, place)
        if name is not None and name not in self._taken:
            self._taken.add(name)
            if name == "counting-hands":
                self._count(name)
            else:
                self._take(name)
        self._clock.forward(seconds)

    def _moment(self, w: Workshop, place: Place) -> str | None:
        """What a picture taken now is called; None where none is wanted."""
        step = w.steps[place.step]
        if place.part in ("pause", "vote"):
            return self._keying(w, place)
        if step.kind != "pivot" or step.subject == w.pivots[0].id:
            return place.part
        if place.part == "results" and _camps(w, step.subject or ""):
            return "results-two-camps"
        return None

    def _keying(self, w: Workshop, place: Place) -> str | None:
        """Ballots half keyed in, and all; while the room votes again first a count of hands."""
        latest = (w.latest("level", question.id) for question in w.questions)
        voting = [one for one in latest if one is not None and one.state == "open"]
        begun = len({seat for one in voting for seat in w.ballots_in(one.id)})
        if place.part == "pause":
            return {w.present // 2: "key-in-half", w.present: "key-in-done"}.get(begun)
        return {1: "counting-hands", w.present // 2: "vote"}.get(begun)

    # ---- what ---------------------------------------------------------------------------------------------------

    def _open(self) -> Console:
        """The console, once the workshop has a place to stand."""
        if self._console is None:
            breathe(SETTLE_MS)  # so that the feed knows where the day stands
            self._console = Console(
                self._feed, self._stage, self._settings, self._jobs, lambda: None, clock=self._shown_clock
            )
            self._holder.setLayout(column((self._console, 1), gap=0))
            self._holder.show()
        return self._console

    def _count(self, name: str) -> None:
        """Begin a count of hands, take the picture, and leave it as it was."""
        console = self._open()
        breathe(SETTLE_MS)
        console.step.keyed(HANDS[0])
        breathe(SETTLE_MS)
        cells = [one for one in console.findChildren(KeyCell) if one.isVisible()]
        for cell, digit in zip(cells[1:], HANDS[1:], strict=False):
            cell.setFocus()
            cell.take(digit)
        self._take(name)
        cells[0].left.emit()
        breathe(SETTLE_MS)

    def _take(self, name: str) -> None:
        console = self._open()
        breathe(SETTLE_MS)
        self._number += 1
        numbered = f"{self._number:02d}-{name}"
        self._album.take(self._holder, f"console-{numbered}", self._settings.theme)
        if self._walls:
            w, place = self.desk.workshop, console.place
            now = told(
                console.speech, self._shown_clock, w.steps.get(place.step), console.presser.seconds_here
            )
            self._album.take_wall(scene(w, place, console.step.telling(now)), self._measure, numbered)


def rehearsed_day(app: QApplication, folder: Path, theme: str, album: Album, *, walls: bool) -> Workshop:
    """Pictures of a day in one theme, with a library of its own in ``folder``; the workshop as it ended."""
    return _played(Day, app, folder / "library.sqlite", theme, album, walls=walls)


def exercises(app: QApplication, folder: Path, theme: str, album: Album, *, walls: bool) -> Workshop:
    """Pictures of a warm-up and a shock in one theme, with a library of their own in ``folder``."""
    return _played(Exercises, app, folder / "exercises.sqlite", theme, album, walls=walls)


def _played(
    day: type[Day], app: QApplication, library: Path, theme: str, album: Album, *, walls: bool
) -> Workshop:
    clock = ScriptClock(START)
    settings = Settings(library.with_name("settings.json"))
    settings.change(reduce_motion=True, theme=theme)
    clerk = Clerk.start(library, clock=clock, ids=seeded_ids(SEED))
    try:
        return day(app, clerk, clock, settings, album, walls=walls).run().workshop
    finally:
        clerk.close()


class Exercises(Day):
    """The warm-up and the shock of a half day, at each part of them; the rest of that day is only played."""

    agenda = "half-day"
    first_number = 80

    def run(self) -> Desk:
        """Play until the shock is over."""
        for _ in play(self.desk, SEED, self._forward):
            if "shock-debrief" in self._taken:
                break
        return self._closed()

    def _moment(self, w: Workshop, place: Place) -> str | None:
        step = w.steps[place.step]
        if step.kind not in walk.POLLED:
            return None
        early = place.part == "stages" and place.subject != str(w.framework.highest)
        if early or (place.part in ("beat", "debrief") and place.subject != "2"):
            return None
        return f"{step.kind}-{place.part}".replace("_", "-")


def _workshop(clerk: Clerk, agenda: str) -> Desk:
    framework, template = builtin.framework(), builtin.agendas()[agenda]
    key = clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city=CITY, date=DATE, template=template, people=PEOPLE, rehearsal=True, seed=SEED
        ),
    ).result()
    return clerk.open(key).result()


def _camps(w: Workshop, pivot: str) -> bool:
    """Whether the question that people differ on most shows two camps."""
    shown = w.latest_revealed("level", levels.widest_first(w, pivot)[0])
    return shown is not None and verdict(levels.tally(w, shown.id).counts) is Verdict.TWO_CAMPS

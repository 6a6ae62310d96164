"""The facilitator's window: the list of workshops, Prepare, or the console. It knows which one and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.settings import Settings
from desktop.ui.ask import Feed, ask
from desktop.ui.notice import NoticeLine
from desktop.ui.portfolio.screen import Portfolio
from desktop.ui.theme import Wardrobe
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from concurrent.futures import Future

    from desktop.model.agenda import AgendaTemplate
    from desktop.model.clerk import Clerk
    from desktop.model.desk import Desk
    from desktop.model.framework import Framework
    from desktop.model.library.content import Choice
    from desktop.model.library.listing import Listing
    from desktop.ui.jobs import Job, Jobs, Report
    from desktop.ui.own.screen import OwnContent
    from desktop.ui.prepare.screen import Prepare
    from desktop.ui.stage import Stage


@dataclass(frozen=True, slots=True)
class Rooms:
    """What stands behind the window; ``app`` puts it together.

    ``take_up()`` comes right after the first paint: the clerk and the framework, which the list can do without.
    ``make_console(feed, stage, settings, jobs, left)`` is called when a workshop starts or goes on;
    ``rehearse(clerk, workshop or "", report)`` runs on the worker thread and answers the rehearsal's id.
    """

    settings: Settings
    wardrobe: Wardrobe
    jobs: Jobs
    speech: Words
    take_up: Callable[[], tuple[Clerk, Framework]]
    make_console: Callable[[Feed, Stage, Settings, Jobs, Callable[[], None]], QWidget]
    rehearse: Callable[[Clerk, str, Report], str]
    today: Callable[[], date] = date.today


class Window(QWidget):
    """One window for the whole day."""

    def __init__(self, rooms: Rooms, listings: tuple[Listing, ...]) -> None:
        """``listings`` are shown at once, before anything can be done with them."""
        super().__init__()
        self._rooms = rooms
        self._work: tuple[Clerk, Framework] | None = None
        self._painted = False
        self._feed: Feed | None = None
        self._stage: Stage | None = None
        self._prepare: Prepare | None = None
        self._console: QWidget | None = None
        self._own: OwnContent | None = None
        self._rehearsal: Job | None = None
        self.setWindowTitle("Pivot Workshop")
        self.setMinimumSize(860, 480)
        self.portfolio = Portfolio(rooms.settings, rooms.speech, today=rooms.today)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.portfolio)
        self.portfolio.opened.connect(self.open_workshop)
        self.portfolio.began.connect(self.begin)
        self.portfolio.rehearsed.connect(self.rehearse)
        self.portfolio.own_asked.connect(self.show_own)
        self.portfolio.theme_turned.connect(rooms.wardrobe.turn)
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda steps=steps: rooms.wardrobe.resize_text(steps)
            )
        self.portfolio.show_listings(listings)

    # ---- after the first paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one lets the work begin."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.take_up)

    def take_up(self) -> None:
        """Fetch the clerk and the framework; once."""
        if self._work is None:
            from desktop.ui.typefaces import load_fonts

            load_fonts()
            self._work = self._rooms.take_up()
            self.portfolio.take_up(*self._work)

    @property
    def ready(self) -> bool:
        """Whether everything on the screen can be used."""
        return self._work is not None

    @property
    def _clerk(self) -> Clerk:
        self.take_up()
        assert self._work is not None
        return self._work[0]

    @property
    def _framework(self) -> Framework:
        self.take_up()
        assert self._work is not None
        return self._work[1]

    def dress(self) -> None:
        """Wear what the settings say now."""
        self._rooms.wardrobe.dress()

    # ---- the stage ------------------------------------------------------------------------------------------

    @property
    def stage(self) -> Stage:
        """The audience window's owner, made when first needed."""
        if self._stage is None:
            from desktop.ui.stage import Stage

            self._stage = Stage(self, reduce_motion=self._rooms.settings.reduce_motion)
        return self._stage

    # ---- going places ---------------------------------------------------------------------------------------

    @property
    def prepare(self) -> Prepare | None:
        """Prepare, while it is open."""
        return self._prepare

    @property
    def screen_shown(self) -> QWidget:
        """The list, Prepare or the console."""
        shown = self._stack.currentWidget()
        assert shown is not None
        return shown

    def show_portfolio(self) -> None:
        """Back to the list, at the workshop just left."""
        left = self._feed.workshop.about.id if self._feed is not None else ""
        said = getattr(self.screen_shown, "notice", None)
        if isinstance(said, NoticeLine) and said is not self.portfolio.notice:
            self.portfolio.keep_saying(said)
        self._leave()
        self.setWindowTitle("Pivot Workshop")
        self._stack.setCurrentWidget(self.portfolio)
        self.portfolio.come_back_to(left)

    def show_own(self) -> None:
        """Own questions and actions: a copy to edit, and the way back in."""
        from desktop.ui.own.screen import OwnContent

        self._leave()
        own = self._own = OwnContent(self._rooms.speech, self._clerk, self._rooms.jobs)
        own.left.connect(self.show_portfolio)
        self._stack.addWidget(own)
        self._stack.setCurrentWidget(own)
        own.load.setFocus()

    def begin(self) -> None:
        """Prepare a new workshop."""
        self._leave()
        self._show_prepare(None)

    def open_workshop(self, workshop: str) -> None:
        """Open a workshop where it stands: at Prepare before its day, else at the console."""
        ask(self.portfolio, self._clerk.open, workshop, then=self._opened, settles=False)

    def _opened(self, desk: Desk) -> None:
        self._leave()
        self._feed = Feed(desk, self)
        self.setWindowTitle(f"{desk.workshop.about.city} – Pivot Workshop")
        if desk.workshop.about.state == "preparing":
            self._show_prepare(self._feed)
        else:
            self.start(lit=self._runs_today(desk))

    def _runs_today(self, desk: Desk) -> bool:
        """Whether this is the day: only then may opening a workshop light the wall by itself."""
        w, today = desk.workshop, self._rooms.today().isoformat()
        return w.about.state == "running" and today in (
            w.about.date,
            *(one.day for one in w.sessions.values()),
        )

    def _begin_day(self) -> None:
        self.start(lit=True)

    def _show_prepare(self, feed: Feed | None) -> None:
        from desktop.ui.prepare.screen import Prepare

        rooms = self._rooms
        prepare = Prepare(
            rooms.speech,
            rooms.settings,
            self._framework,
            self._create,
            lambda: self.stage,
            rooms.jobs,
            self._use,
            today=rooms.today,
        )
        self._prepare = prepare
        prepare.left.connect(self.show_portfolio)
        prepare.created.connect(self.bind_new)
        prepare.started.connect(self._begin_day)
        prepare.rehearsed.connect(self.rehearse)
        self._stack.addWidget(prepare)
        self._stack.setCurrentWidget(prepare)
        if feed is not None:
            prepare.bind(feed)
        prepare.start_typing()
        ask(prepare, self._clerk.own_content, then=prepare.offer)

    def _use(self, workshop: str, choice: Choice, template: AgendaTemplate) -> Future[None]:
        return self._clerk.use_framework(workshop, choice, template)

    def _create(self, choice: Choice, facts: dict[str, object]) -> Future[str]:
        from desktop.model.verbs import prepare

        framework = choice.framework
        if choice.actions is not None:
            facts["actions_sha"] = choice.actions.sha256
        return self._clerk.create(framework, lambda at: prepare.create(at, framework, **facts))  # type: ignore[arg-type]

    def bind_new(self, workshop: str) -> None:
        """A new workshop was kept: Prepare goes on with its desk."""
        ask(self, self._clerk.open, workshop, then=self._bound)

    def _bound(self, desk: Desk) -> None:
        if self._prepare is not None and self._feed is None:
            self._feed = Feed(desk, self)
            self._prepare.bind(self._feed)

    def start(self, *, lit: bool) -> None:
        """The day begins, or goes on: the console. ``lit``: the wall comes up by itself, else with F5."""
        assert self._feed is not None, "a desk is open"
        rooms = self._rooms
        console = rooms.make_console(self._feed, self.stage, rooms.settings, rooms.jobs, self.show_portfolio)
        self._drop(self._prepare)
        self._prepare, self._console = None, console
        self._stack.addWidget(console)
        self._stack.setCurrentWidget(console)
        if lit:
            self.stage.turn_on()
        console.setFocus()

    def _leave(self) -> None:
        """Close what is open."""
        if self._stage is not None:
            self._stage.turn_off()
            self._stage.clear()
        self._drop(self._prepare)
        self._drop(self._console)
        self._drop(self._own)
        if self._feed is not None:
            self._feed.close()
            self._feed.deleteLater()
        self._prepare = self._console = self._own = self._feed = None

    def _drop(self, screen: QWidget | None) -> None:
        if screen is not None:
            self._stack.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    # ---- rehearsing -----------------------------------------------------------------------------------------

    def rehearse(self, workshop: str) -> None:
        """Play a whole workshop with made-up people; the list then shows it."""
        if self._rehearsal is not None and self._rehearsal.running:
            return
        rooms = self._rooms
        job = self._rehearsal = rooms.jobs.start(partial(rooms.rehearse, self._clerk, workshop))
        job.progress.connect(self._rehearsing)
        job.done.connect(self._rehearsed)
        job.failed.connect(self._rehearsal_failed)
        self._say(rooms.speech.say("Rehearsing with made-up people."), stays=True)

    def _say(self, text: str, *, stays: bool = False) -> None:
        notice = getattr(self.screen_shown, "notice", None)
        if isinstance(notice, NoticeLine):
            notice.say(text, stays=stays)

    def _rehearsing(self, number: int, of: int, what: str) -> None:
        said = self._rooms.speech.say(
            "Rehearsing with made-up people: {number} of {of}.", number=number, of=of
        )
        self._say(f"{said} {what}".strip(), stays=True)

    def _rehearsed(self, workshop: object) -> None:
        self._say(self._rooms.speech.say("The rehearsal is in the list of workshops."))
        self.portfolio.rehearsal_done(str(workshop))

    def _rehearsal_failed(self, error: object) -> None:
        from desktop.model.refused import NotKept, Refused
        from desktop.words.refusals import refusal

        notice = getattr(self.screen_shown, "notice", None)
        if isinstance(error, (Refused, NotKept)) and isinstance(notice, NoticeLine):
            notice.say(refusal(self._rooms.speech, error), tone="warn")
        elif isinstance(error, BaseException):
            if isinstance(notice, NoticeLine):
                notice.say(
                    self._rooms.speech.say("The rehearsal stopped. Nothing in your workshops changed."),
                    tone="bad",
                )
            raise error

    # ---- the end --------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost by closing: everything typed is told, everything told is kept."""
        if (editor := self.focusWidget()) is not None:
            editor.clearFocus()
        self._leave()
        if self._stage is not None:
            self._stage.close()
        event.accept()


def show_where_it_fits(window: QWidget) -> None:
    """Full height and width on a small display, else a calm size in its middle."""
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    if room.width() <= 1600 or room.height() <= 950:
        window.setGeometry(room)
        window.showMaximized()
        return
    wide, tall = min(1600, room.width()), min(1000, room.height())
    window.setGeometry(
        room.x() + (room.width() - wide) // 2, room.y() + (room.height() - tall) // 2, wide, tall
    )
    window.show()

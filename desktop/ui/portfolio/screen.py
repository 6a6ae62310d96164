"""The list of workshops: the one that comes next, all the others, the bin, and two ways in when there is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.ask import WRITE_AGAIN, ask
from desktop.ui.notice import NoticeLine
from desktop.ui.portfolio.listed import Listed
from desktop.ui.portfolio.next_up import NextUp
from desktop.ui.portfolio.ready import checks, matches, next_workshop
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.brand import brand
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import Glyph, keycap, words
from desktop.words import scrubbing
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from desktop.model.clerk import Clerk
    from desktop.model.framework import Framework
    from desktop.model.library.content import Choice
    from desktop.model.library.listing import Listing
    from desktop.model.library.scrubbing import Scrubbed
    from desktop.ui.portfolio.first_run import FirstRun

WIDE = 1248
ROOMY = 1180
"""From here on the bar has room for every word."""


class Portfolio(QFrame):
    """The first screen."""

    opened = Signal(str)
    """Open this workshop."""
    began = Signal()
    """Prepare a new one."""
    rehearsed = Signal(str)
    """Rehearse this workshop, or a made-up one for an empty id."""
    theme_turned = Signal()
    own_asked = Signal()
    """Own questions and actions."""

    def __init__(self, settings: Settings, speech: Words, *, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._settings, self._speech, self._today = settings, speech, today
        self._keeper: Clerk | None = None
        self._framework: Framework | None = None
        self._all: tuple[Listing, ...] = ()
        self._loaded = False
        self.notice = NoticeLine()
        self.search = Entry(
            speech.say("Find a city or a year"), hint=speech.say("Find a city or a year"), kind="small"
        )
        self.search.setFixedWidth(280)
        self.search.setLayout(row(..., keycap("Ctrl F"), pad=(0, 0, 8, 0)))
        self.rehearse = Button(speech.say("Rehearse"), kind="quiet", icon="circle-play", key="Ctrl R")
        self.own = Button(kind="quiet", icon="pencil-line", name=speech.say("Own questions…"))
        self.new = Button(speech.say("New workshop"), icon="plus", key="Ctrl N")
        self.next_up = NextUp(speech)
        self.listed = Listed(speech)
        self._first_run: FirstRun | None = None
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()

    # ---- laying out -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._tools = frame("plain", row(self.search, 8, self.rehearse, self.new, gap=8))
        self._turn = Button(kind="quiet", icon="moon", name=self._speech.say("Light or dark"))
        bar = frame("bar", row(brand(), ..., self._tools, self.own, self._turn, pad=(32, 12, 24, 12)))
        self._centre = frame("plain", column(self.next_up, 8, (self.listed, 1), gap=16))
        self._centre.setMaximumWidth(WIDE)
        holder = QWidget()
        holder.setLayout(row(..., (self._centre, 1000), ..., pad=(32, 24, 32, 16)))
        self._stack.addWidget(QWidget())
        self._stack.addWidget(holder)
        self._kept = words("", "muted")
        open_lock = words(self._speech.say("Not encrypted: turn on disk encryption"), "muted")
        keys = (("↑ ↓", "choose"), ("Enter", "open"), ("Del", "to the bin"))
        legend = [
            part for cap, what in keys for part in (keycap(cap), words(self._speech.say(what), "muted"), 10)
        ]
        self._legend = frame("plain", row(*legend[:-1], gap=6))
        self._number = frame("plain", row(Glyph("hard-drive"), self._kept, 16, gap=10))
        foot = frame(
            "foot",
            row(self._number, Glyph("lock-open"), open_lock, ..., self._legend, gap=10, pad=(32, 10, 32, 10)),
        )
        notices = frame("plain", row(self.notice, pad=(32, 0, 32, 8)))
        self.setLayout(column(bar, (self._stack, 1), notices, foot, gap=0))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.listed.focus_list)
        self.rehearse.clicked.connect(lambda: self.rehearsed.emit(""))
        self.new.clicked.connect(self.began)
        self.own.clicked.connect(self.own_asked)
        self._turn.clicked.connect(self.theme_turned)
        self.next_up.opened.connect(self.opened)
        self.next_up.rehearsed.connect(self.rehearsed)
        self.listed.opened.connect(self.opened)
        self.listed.duplicated.connect(self._duplicate)
        self.listed.deleted.connect(self._delete)
        self.listed.restored.connect(self._restore)
        self.listed.emptied.connect(self._empty)
        self.listed.turned.connect(self._show)
        for keys, what in (
            ("Ctrl+F", self._find),
            ("Ctrl+N", self.began.emit),
            ("Ctrl+R", lambda: self.rehearsed.emit("")),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(what)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._show)
        app.screenRemoved.connect(self._show)

    # ---- taking up ------------------------------------------------------------------------------------------

    def take_up(self, clerk: Clerk, framework: Framework) -> None:
        """From now on it can act, and speaks the framework's words."""
        from desktop.ui.portfolio.known import Known

        known = Known.of(self._speech, framework)
        self._keeper, self._framework = clerk, framework
        self.listed.know(known)
        self.next_up.know(framework, known)
        if self._loaded:
            self._show()
            ask(self, clerk.own_content, then=self._know_own)
        else:
            self.refresh()

    @property
    def _clerk(self) -> Clerk:
        assert self._keeper is not None, "the window takes up its work right after the first paint"
        return self._keeper

    @property
    def first_run(self) -> FirstRun:
        """What an empty library shows, made when first needed."""
        if self._first_run is None:
            from desktop.ui.portfolio.first_run import FirstRun

            self._first_run = FirstRun(self._speech)
            self._first_run.began.connect(self.began)
            self._first_run.rehearsed.connect(lambda: self.rehearsed.emit(""))
            self._stack.addWidget(self._first_run)
        return self._first_run

    # ---- showing --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list again, and the frameworks that were loaded."""
        ask(self, self._clerk.listing, then=self.show_listings, settles=False)
        ask(self, self._clerk.own_content, then=self._know_own)

    def _know_own(self, loaded: tuple[Choice, ...]) -> None:
        from desktop.ui.portfolio.known import Known

        for choice in loaded:
            known = Known.of(self._speech, choice.framework)
            self.listed.know(known)
            self.next_up.know(choice.framework, known)

    def come_back_to(self, workshop: str) -> None:
        """Read the list again and stand at this workshop, or where the list stood for ''."""

        def shown(listings: tuple[Listing, ...]) -> None:
            self._show_and_choose(listings, workshop)
            self.listed.focus_list()

        self.listed.focus_list()
        ask(self, self._clerk.listing, then=shown, settles=False)

    def keep_saying(self, left: NoticeLine) -> None:
        """What was not kept on the screen just left is told here too, until it is dealt with."""
        if left.tone != "bad" or not left.text:
            return
        mends = left.offer == WRITE_AGAIN
        self.notice.say(left.text, tone="bad", offer=WRITE_AGAIN, again=self._put_back if mends else None)

    def _put_back(self) -> None:
        ask(self, self._clerk.put_back, then=lambda _: self.refresh())

    def rehearsal_done(self, workshop: str) -> None:
        """A rehearsal was played: list it, and choose it."""
        ask(self, self._clerk.listing, then=lambda listings: self._show_and_choose(listings, workshop))

    def show_listings(self, listings: tuple[Listing, ...]) -> None:
        """Show what the library holds; called twice with the same it changes nothing."""
        first = not self._loaded
        self._all, self._loaded = listings, True
        self._show()
        if first:
            (self.first_run.new if self._is_empty else self.next_up.go).setFocus()

    @property
    def loaded(self) -> bool:
        """Whether the list was read."""
        return self._loaded

    @property
    def _is_empty(self) -> bool:
        return not self._all

    def _show(self) -> None:
        if not self._loaded:
            return
        empty = self._is_empty
        if empty:
            self._stack.setCurrentWidget(self.first_run)
        else:
            self._stack.setCurrentIndex(1)
        self._tools.setVisible(not empty)
        self._legend.setVisible(not empty)
        self._number.setVisible(not empty)
        self._kept.setText(self._count())
        if empty:
            if self._framework is not None:
                self.first_run.light(self._framework)
            return
        here = [one for one in self._all if one.deleted_at is None]
        coming = next_workshop(here, self._today().isoformat())
        self.next_up.setVisible(coming is not None and not self.listed.in_bin and not self.search.text())
        if coming is not None:
            folder = self._settings.folder(coming.id) is not None
            second = len(QGuiApplication.screens()) > 1
            what = checks(self._speech, coming, here, second_display=second, folder=folder)
            self.next_up.show_listing(coming, what, self._today().isoformat())
        self._narrow()

    def _narrow(self) -> None:
        in_bin = self.listed.in_bin
        asked = self.search.text()
        shown = [one for one in self._all if (one.deleted_at is not None) == in_bin and matches(one, asked)]
        binned = sum(one.deleted_at is not None for one in self._all)
        self.listed.show_listings(shown, binned=binned, asked=asked)
        self.next_up.setVisible(bool(self.next_up.workshop) and not in_bin and not asked)

    def _count(self) -> str:
        here = sum(one.deleted_at is None for one in self._all)
        return self._speech.many("{n} workshop on this computer", "{n} workshops on this computer", here)

    def changeEvent(self, event: QEvent) -> None:
        """A sun in the dark, a moon in the light."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._turn.say("", "sun" if theme.current().theme.dark else "moon")
            self.next_up.make_room(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the city goes first, and words on the bar."""
        super().resizeEvent(event)
        self.next_up.make_room(self.width())
        roomy = self.width() >= theme.current().px(ROOMY)
        self.own.say(self._speech.say("Own questions…") if roomy else "")

    # ---- doing ----------------------------------------------------------------------------------------------

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _duplicate(self, workshop: str) -> None:
        ask(self.listed.copy, self._clerk.duplicate, workshop, then=self._duplicated)

    def _duplicated(self, fresh: str) -> None:
        self.notice.say(self._speech.say("A copy stands in the list: the same people, questions and agenda."))
        ask(self, self._clerk.listing, then=lambda listings: self._show_and_choose(listings, fresh))

    def _delete(self, workshop: str) -> None:
        city = next((one.city for one in self._all if one.id == workshop), "")

        def gone(_: object) -> None:
            self.notice.say(
                self._speech.say("{city} is in the bin.", city=city),
                again=lambda: self._restore(workshop),
                offer=self._speech.say("Take it out"),
            )
            self.refresh()

        ask(self.listed.bin, self._clerk.delete, workshop, then=gone)

    def _restore(self, workshop: str) -> None:
        def back(_: object) -> None:
            self.listed.leave_bin()
            ask(self, self._clerk.listing, then=lambda listings: self._show_and_choose(listings, workshop))

        ask(self, self._clerk.restore, workshop, then=back)

    def _empty(self) -> None:
        def gone(done: Scrubbed) -> None:
            self.listed.leave_bin()
            # Told once the list is read: a step that went well takes a warning away.
            ask(self, self._clerk.listing, then=lambda listings: told(listings, done))

        def told(listings: tuple[Listing, ...], done: Scrubbed) -> None:
            self.show_listings(listings)
            self.notice.say(
                scrubbing.gone_for_good(self._speech, done.workshops, done.backups),
                more=scrubbing.left(self._speech, done.left),
                tone="warn" if done.left else "plain",
            )

        ask(self.listed.empty, self._clerk.empty_bin, then=gone)

    def _show_and_choose(self, listings: tuple[Listing, ...], workshop: str) -> None:
        self.show_listings(listings)
        self.listed.choose(workshop)

"""Prepare: four fields, everything else behind *More*, the day at the side. Everything is kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.scale import FIXED_LINE
from desktop.model import builtin
from desktop.model.agenda import AgendaTemplate
from desktop.model.change import Change
from desktop.model.framework import Framework, say
from desktop.model.library.content import Choice
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed, ask
from desktop.ui.notice import NoticeLine
from desktop.ui.prepare.before import Before
from desktop.ui.prepare.day import Day
from desktop.ui.prepare.draft import Draft, agenda_followed, values_of
from desktop.ui.prepare.four_fields import FourFields
from desktop.ui.prepare.kept_line import KeptLine
from desktop.ui.prepare.more import More
from desktop.ui.prepare.printing import Printing
from desktop.ui.prepare.questions_from import QuestionsFrom
from desktop.ui.prepare.typed import Typed
from desktop.ui.widgets.arrange import column, frame, row, scrolled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.drawer import WithSide
from desktop.ui.widgets.undo import UndoButtons
from desktop.ui.widgets.words import OneLine, words
from desktop.words.catalogue import Words
from desktop.words.clock import start_now

if TYPE_CHECKING:
    from desktop.ui.jobs import Jobs
    from desktop.ui.stage import Stage

SIDE = 448


class Prepare(QFrame):
    """The screen. Without a desk it holds a draft, which is kept as soon as it has a city."""

    left = Signal()
    created = Signal(str)
    """A new workshop was kept; :meth:`bind` its desk."""
    started = Signal()
    rehearsed = Signal(str)

    def __init__(
        self,
        speech: Words,
        settings: Settings,
        framework: Framework,
        create: Callable[[Choice, dict[str, object]], Future[str]],
        stage: Callable[[], Stage],
        jobs: Jobs,
        use: Callable[[str, Choice, AgendaTemplate], Future[None]],
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._speech, self._stage, self._use = speech, stage, use
        self._agendas = builtin.agendas()
        self._draft = Draft(today(), Choice(framework))
        self._feed: Feed | None = None
        self._today = today
        self._asked = ""
        self.notice = NoticeLine()
        names = [(id, say(one.title, speech.language)) for id, one in self._agendas.items()]
        self.fields = FourFields(speech, names, today=today)
        self.typed = Typed(speech, self.fields, self._draft, create, self.do)
        self.of_source = QuestionsFrom(speech, framework)
        self.source = self.of_source.drop
        self.more = More(speech, settings, framework, self.do)
        self.before = Before(speech)
        self.printing = Printing(speech, settings, jobs)
        self.day = Day(speech, self.do)
        self.undo = UndoButtons(speech, self)
        self.back = Button(speech.say("Workshops"), kind="quiet", icon="chevron-left", key="Esc")
        self.start = Button(speech.say("Start the workshop"), kind="primary", icon="")
        self._lay_out()
        self._connect()
        self._show_draft()

    def _lay_out(self) -> None:
        self._title = OneLine("", "title")
        self._kept = KeptLine(self._speech)
        content = frame(
            "plain",
            column(
                self._title,
                8,
                self.fields,
                self.of_source,
                8,
                self.more,
                8,
                self.before,
                8,
                self.printing,
                ...,
                gap=16,
                pad=(40, 32, 40, 24),
            ),
        )
        last = frame("plain", row(..., self.start, pad=(40, 12, 40, 16)))
        notices = frame("plain", row(self.notice, pad=(40, 0, 40, 0)))
        centre = QWidget()
        centre.setLayout(
            column((scrolled(content, name=self._speech.say("Prepare")), 1), notices, last, gap=0)
        )
        self.split = WithSide(
            centre, self.day, name=self._speech.say("The day"), icon="clock", wide=SIDE, stays=last
        )
        bar = frame(
            "bar",
            row(self.back, ..., self._kept, 16, self.split.handle, pad=(24, 12, 32, 12)),
        )
        fixed = frame(
            "fixed",
            row(
                words(self._speech.say("Everything is kept as you type it."), "muted"),
                ...,
                self.undo,
                pad=(40, 6, 32, 6),
            ),
        )
        fixed.setMinimumHeight(FIXED_LINE)
        self.setLayout(column(bar, (self.split, 1), fixed, gap=0))

    def _connect(self) -> None:
        self.typed.created.connect(self.created)
        self.typed.drafted.connect(self._draft_changed)
        self.typed.lost.connect(self._show_not_kept)
        self.of_source.picked.connect(self._source)
        self.back.clicked.connect(self.leave)
        self.start.clicked.connect(self._start)
        self.before.rehearse.clicked.connect(self._rehearse)
        self.before.wall.clicked.connect(self._try_wall)
        QShortcut(QKeySequence("Alt+M"), self).activated.connect(self._turn_more)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._try_wall)

    # ---- showing --------------------------------------------------------------------------------------------

    @property
    def feed(self) -> Feed | None:
        """The desk's feed; None while this is a draft."""
        return self._feed

    @property
    def title(self) -> str:
        """What stands at the top: the city."""
        return self._title.text()

    @property
    def kept_said(self) -> str:
        """What is said about keeping: "Saved 16:42"."""
        return self._kept.said

    def bind(self, feed: Feed) -> None:
        """Go on with a workshop that is kept; what was typed meanwhile follows."""
        self._feed = feed
        feed.changed.connect(self._changed)
        self.undo.bind(feed)
        self.show_workshop(feed.workshop)
        self.typed.bind(values_of(feed.workshop))

    def start_typing(self) -> None:
        """Into the first field."""
        self.fields.city.setFocus()
        self.fields.city.selectAll()

    def offer(self, loaded: tuple[Choice, ...]) -> None:
        """The questions to choose from, once more than the program's own are there."""
        self.of_source.offer(loaded)
        if self._feed is None and not self._draft.making:
            self._draft.choice = self.of_source.first
        self._show_source()

    def _show_source(self) -> None:
        w = self._feed.workshop if self._feed is not None else None
        self.of_source.show_used(w.framework if w is not None else self._draft.choice.framework)

    def show_workshop(self, w: Workshop) -> None:
        """Show a workshop; called twice it changes nothing."""
        self._show_source()
        values = values_of(w)
        self._title.setText(w.about.city)
        followed = agenda_followed(w, self._agendas)
        self.fields.show_values(values, followed)
        self._show_tables(followed)
        self.more.show_workshop(w)
        self.more.show()
        self.before.show_workshop(w)
        self.before.show()
        self.printing.show_workshop(w, self._feed.desk if self._feed is not None else None)
        self.printing.show()
        self.day.show_workshop(w)
        self.day.let_change(True)
        self._show_kept()

    def _show_draft(self) -> None:
        draft = self._draft
        self._title.setText(draft.values.city or self._speech.say("New workshop"))
        self.fields.show_values(draft.values, draft.template.id)
        self._show_tables(draft.template.id)
        self.more.hide()
        self.before.hide()
        self.printing.hide()
        self.day.show_workshop(draft.shown())
        self.day.let_change(False)
        if not self._something_lost:
            self._kept.draft()

    def _show_tables(self, followed: str) -> None:
        template = self._agendas.get(followed)
        self.day.show_tables(
            say(template.tables, self._speech.language) if template and template.tables else ""
        )

    def _changed(self, w: Workshop, _changes: object) -> None:
        if self._asked != self._asks_first(w):
            self._asked = ""
        self.show_workshop(w)

    def _show_kept(self) -> None:
        assert self._feed is not None
        if not self._something_lost:
            self._kept.kept(self._feed.desk.saved_at)

    @property
    def _something_lost(self) -> bool:
        """Whether something typed here is not kept, and can be asked for again."""
        return bool(self.notice.text) and self.notice.tone == "bad"

    def _show_not_kept(self, _: object) -> None:
        self._kept.lost(self._feed.desk.saved_at if self._feed is not None else None)

    # ---- doing ----------------------------------------------------------------------------------------------

    def do(
        self,
        control: QWidget,
        verb: Callable[..., Change],
        *,
        then: Callable[[Change], object] | None = None,
        refused: Callable[[str], object] | None = None,
        **args: Any,
    ) -> None:
        """Run a verb at the desk for one of the screen's controls."""
        if self._feed is None:
            return

        def no(_: object, sentence: str) -> None:
            if refused is not None:
                refused(sentence)
            else:
                self.notice.say(sentence, tone="warn")
            if self._feed is not None:
                self.show_workshop(self._feed.workshop)

        ask(control, self._feed.desk.do, verb, then=then, refused=no, not_kept=self._show_not_kept, **args)

    def _draft_changed(self) -> None:
        """Show what the day would be; while it is being kept, what is new follows once it is (:meth:`bind`)."""
        if not self._draft.making:
            self._show_draft()

    def _source(self, choice: Choice | None) -> None:
        """Other questions: of the draft at once, of a kept workshop by the clerk."""
        if choice is None or (self._feed is None and self._draft.making):
            self._show_source()
            return
        self.of_source.complain("")
        if self._feed is None:
            self._draft.choice = choice
            self._show_draft()
            return
        if choice.framework.sha256 == self._feed.workshop.framework.sha256:
            return

        def no(_: object, sentence: str) -> None:
            self.of_source.complain(sentence)
            self._show_source()

        followed = agenda_followed(self._feed.workshop, self._agendas)
        template = self._agendas.get(followed, self._draft.template)
        ask(self.source, self._use, self._feed.workshop.about.id, choice, template, refused=no)

    def _start(self) -> None:
        self.setFocus()  # what is still being typed is told first
        if self._feed is None:
            if not self._draft.making:
                self.typed.city(self.fields.city.text())
            self.fields.city.setFocus()
            return
        asks = self._asks_first(self._feed.desk.workshop)
        if asks and asks != self._asked:
            self._asked = asks
            self.notice.say(asks, tone="warn")
            self.start.setFocus()  # so that the same key presses it again
            return
        self.started.emit()

    def _asks_first(self, w: Workshop) -> str:
        """What the first press on *Start* says instead of starting."""
        today = self._today()
        days = [(date.fromisoformat(one.day) - today).days for one in w.sessions.values()]
        other_day = "" if 0 in days else start_now(self._speech, min(days, key=abs, default=1))
        if w.questions:
            return other_day
        again = other_day or self._speech.say("Press again to start all the same.")
        return self._speech.say("No question is asked. {again}", again=again)

    def _rehearse(self) -> None:
        self.rehearsed.emit(self._feed.workshop.about.id if self._feed is not None else "")

    def _try_wall(self) -> None:
        if self._feed is None:
            return
        from desktop.ui.prepare.first_page import first_page

        stage = self._stage()
        stage.show_scene(first_page(self._speech, self._feed.workshop))
        stage.toggle()
        self.before.show_wall(on=stage.on)

    def _turn_more(self) -> None:
        if self._feed is not None:
            self.more.turn()
            self.more.head.setFocus()

    def leave(self) -> None:
        """Back to the list; what is still being typed is told first."""
        self.setFocus()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

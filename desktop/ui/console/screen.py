"""The presenter console: agenda, the step in hand, what the room sees, and one button that names the next scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.scale import DRAWER_BELOW, FOLD_BELOW, PAGE_PADDING, RAIL
from desktop.model import builtin, walk
from desktop.model.change import Change
from desktop.model.framework import say
from desktop.model.moment import Clock, SystemClock
from desktop.model.script import fill
from desktop.model.timing import day_time, seconds_left
from desktop.model.verbs import sessions
from desktop.model.walk import Place, Press
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.ask import Feed, ask
from desktop.ui.console.fixed_line import FixedLine
from desktop.ui.console.head import Head
from desktop.ui.console.keys import Keys
from desktop.ui.console.page import Page
from desktop.ui.console.pressing import Presser
from desktop.ui.console.rail import Rail
from desktop.ui.console.side import Side
from desktop.ui.console.step_screens import StepScreens
from desktop.ui.console.steps.base import StepScreen
from desktop.ui.console.told import told
from desktop.ui.console.wall import Wall
from desktop.ui.jobs import Jobs
from desktop.ui.notice import NoticeLine
from desktop.ui.stage import Stage
from desktop.ui.widgets.arrange import column, frame, row, scrolled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.drawer import WithSide
from desktop.ui.widgets.words import keycap, words
from desktop.words.catalogue import speak
from desktop.words.clock import left
from desktop.words.counting import close_anyway
from desktop.words.pressing import asked_first, press_label

TICK_MS = 1000
TIMED = frozenset({"pause", "beat"})
"""Parts whose scene says what is left of their time."""


class Console(QFrame):
    """One open workshop on its day. It draws where the day stands and presses; it decides nothing."""

    def __init__(
        self, feed: Feed, stage: Stage, settings: Settings, jobs: Jobs, left_: Callable[[], None],
        *, clock: Clock | None = None,
    ) -> None:  # fmt: skip
        """``left_`` goes back to the list of workshops."""
        super().__init__()
        self.setProperty("role", "page")
        self.feed, self.stage, self.settings, self.jobs, self._left = feed, stage, settings, jobs, left_
        self.clock = clock or SystemClock()
        self.speech = speak(feed.workshop.language)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._in_hand: StepScreen | None = None
        self._scrolled: Place | None = None
        self.notice = NoticeLine()
        self.rail = Rail(self.speech)
        self.head = Head(self.speech)
        self.side = Side(self.speech, feed, stage)
        self.fixed = FixedLine(self.speech, feed, self)
        self.back = self.rail.back
        self.next = Button("", kind="primary")
        self.presser = Presser(feed.desk, self.clock, self.next)
        self.keys = Keys(self)
        self.wall = Wall(stage, lambda step: told(self.speech, self.clock, step, self.presser.seconds_here))
        self._lay_out()
        self._steps = StepScreens(self, self._hold, self._made)
        self._connect()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self.show_workshop(feed.workshop)
        if feed.workshop.about.state == "preparing":
            self.presser.press(walk.begin(feed.workshop))
        elif feed.workshop.position is None:
            self.presser.press(walk.to(feed.workshop, walk.here(feed.workshop)))

    def _lay_out(self) -> None:
        self._hold = column(gap=0)  # only the step in hand is seen, so only it makes the page long
        self._beside = row(gap=8)
        self._hint = words("", "muted")
        self._ahead = frame("plain", row(self._hint, keycap(self.speech.say("Page Down")), gap=10))
        self._primary = frame("plain", row(
            self._beside, ..., self._ahead, 4, self.next,
            pad=(PAGE_PADDING, 10, PAGE_PADDING, 16),
        ))  # fmt: skip
        content = Page(column(self.head, (self._hold, 1), gap=16, pad=(PAGE_PADDING, 20, PAGE_PADDING, 8)))
        self._page = scrolled(content, name=self.speech.say("The step in hand"))
        centre = QWidget()
        centre.setLayout(column(
            (self._page, 1),
            frame("plain", row(self.notice, pad=(PAGE_PADDING, 0, PAGE_PADDING, 0))), self._primary, gap=0,
        ))  # fmt: skip
        self.split = WithSide(
            centre,
            self.side,
            name=self.speech.say("Wall and notes"),
            icon="presentation",
            stays=self._primary,
            below=DRAWER_BELOW - RAIL,
        )
        self.head.add(self.split.handle)
        self.setLayout(column((row(self.rail, (self.split, 1), gap=0), 1), self.fixed, gap=0))

    def _connect(self) -> None:
        self.feed.changed.connect(self._changed)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self._leave)
        self.rail.chosen.connect(self._go_to)
        self.presser.asked.connect(self._ask_first)
        self.presser.refused.connect(lambda sentence, room: self.notice.say(sentence, tone="warn", room=room))
        self.presser.went.connect(self.notice.settle)
        self.notice.said.connect(lambda: self.stage.tell(self.notice.room))
        self.notice.unkept.connect(lambda: self.fixed.show_kept(False))
        self.stage.changed.connect(self._staged)

    def _ask_first(self, press: Press) -> None:
        said = asked_first(self.speech, self.feed.desk.workshop, press)
        cast, possible = press.missing or (0, 0)
        room = close_anyway(self.speech, cast, possible) if press.missing else ""
        self.notice.say(said, tone="warn", room=room)

    def _staged(self) -> None:
        w, place = self.feed.workshop, self.place
        if w.position is not None:
            self._show_hint(walk.ahead(w, place))

    # ---- showing ----------------------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """Where the console stands."""
        return walk.here(self.feed.workshop)

    @property
    def step(self) -> StepScreen:
        """The step screen in hand."""
        assert self._in_hand is not None, "a step is always shown"
        return self._in_hand

    def _changed(self, w: Workshop, changes: Sequence[Change]) -> None:
        if any(one.verb == "sessions.start" and one.undoes for one in changes):
            QTimer.singleShot(0, self, self._gone)  # the start is taken back: the workshop is prepared again
            return
        self.fixed.show_kept(True)
        self.show_workshop(w)

    def show_workshop(self, w: Workshop) -> None:
        """Show where the workshop stands; the same workshop twice shows the same."""
        place = walk.here(w)
        step = self._steps.at(w, place)
        before_step, self._in_hand = self._in_hand, step
        if before_step is not step:
            focus = self.focusWidget()
            if focus is not None and before_step is not None and before_step.isAncestorOf(focus):
                self.setFocus()  # or Qt would hand the keys of the old step to some button
            if before_step is not None:
                before_step.hide()
            step.show()
            self.side.show_aside(step.aside())
            for before in [] if before_step is None else before_step.beside():
                self._beside.removeWidget(before)
                before.hide()
            for button in step.beside():
                self._beside.addWidget(button)
        step.show_place(w, place)
        self.head.show_heading(w, place, step.heading(w, place))
        self._show_side(w, place, step)
        self._show_next(w, place)
        self._show_time()
        self.wall.show(w, place, step)
        if self._scrolled != place:
            self._scrolled = place
            self._page.verticalScrollBar().setValue(0)
        self._steps.make_ready()

    def _made(self, step: StepScreen) -> None:
        step.changed.connect(self._refresh)
        step.pressed.connect(lambda press: self._when_kept(lambda: self._press(press)))

    def _refresh(self) -> None:
        w, place = self.feed.workshop, self.place
        self._show_side(w, place, self.step)
        self._show_next(w, place)
        self.wall.show(w, place, self.step)

    def _show_side(self, w: Workshop, place: Place, step: StepScreen) -> None:
        spoken, in_hand = step.spoken(w, place), w.steps.get(place.step)
        lines = list(spoken.own)
        for moment in spoken.moments:
            texts = builtin.script().lines(moment)
            lines += [fill(say(text, w.language), spoken.blanks or {}) for text in texts]
        self.side.show_script(lines, spoken.hints)
        self.side.lead_with_aside(step.aside_leads(w, place))
        self.side.show_notes(w, *step.notes_on(w, place))
        opening = in_hand is not None and next(walk.places(w, in_hand)).part == place.part
        kind = in_hand.kind if in_hand is not None else "after"
        self.side.show_help(place.step, builtin.help().steps.get(kind), opening=opening)

    def _show_next(self, w: Workshop, place: Place) -> None:
        press = walk.ahead(w, place)
        closed = press.place is None and w.about.state in ("draft", "final")
        label = press_label(self.speech, w, press, self.step.level(press))
        self.next.rename(self.speech.say("Write the documents") if closed else label)
        self._ahead.setVisible(not closed)
        self.next.setVisible(not (closed and w.exports))
        self._show_hint(press)

    def _show_hint(self, press: Press) -> None:
        """Beside the primary button: that the wall is held, else how many answers are missing, else what it does."""
        cast, possible = press.missing or (0, 0)
        short, held = possible - cast, self.stage.held
        said = self.speech.say("Next on the wall")
        if held:
            said = self.speech.say("The wall is held (H lets go)")
        elif short:
            said = self.speech.many("{n} answer missing", "{n} answers missing", short)
        self._hint.setText(said)
        theme.restyle(self._hint, role="warn" if held or short else "muted")

    def _show_time(self) -> None:
        w, place = self.feed.workshop, self.place
        wall = self.clock.wall()
        now = wall.hour * 60 + wall.minute
        times = day_time(w, now, self.presser.seconds_here)
        self.rail.show_day(w, place.step, times)
        self.fixed.show_day(
            w, now, times.late, begun=w.about.state == "running" and wall.date().isoformat() == w.about.date
        )
        step = w.steps.get(place.step)
        if step is not None:
            minutes = -(-seconds_left(step, self.presser.seconds_here) // 60)
            self.head.show_left(
                left(self.speech, minutes), self.speech.say("of {n} for this step", n=step.minutes)
            )
            if place.part in TIMED:
                self.wall.show(w, place, self.step)

    # ---- going on ---------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """The primary press. What is written on the screen and not kept yet is kept before anything moves."""
        if self.wall.city:
            self.show_city(False)
        elif not self.next.isHidden():
            self._when_kept(self._go_on)

    def _go_on(self) -> None:
        w = self.feed.desk.workshop  # what was kept just now is in it, though the screen may not know yet
        press = walk.ahead(w, walk.here(w))
        if press.place is None and not press.calls:
            self._end(w)
            return
        self._press(press)

    def _when_kept(self, then: Callable[[], object]) -> None:
        if not self.step.keep(then):
            then()

    def go_back(self) -> None:
        """Show the scene before; nothing is taken back."""
        if self.wall.city:
            self.show_city(False)
            return
        press = walk.back(self.feed.workshop, self.place)
        if press is not None:
            self._when_kept(lambda: self.presser.press(press))

    def show_city(self, shown: bool | None = None) -> None:
        """The whole city on the wall, or back to the scene."""
        self.wall.city = not self.wall.city if shown is None else shown
        self.wall.show(self.feed.workshop, self.place, self.step)

    def show_help(self) -> None:
        """Open or fold the help for the step in hand; where the panel is a drawer, pull it out too."""
        hidden = self.split.is_drawer and not self.side.isVisible()
        if hidden:
            self.split.set_open(True)
        self.side.turn_help(True if hidden else None)

    def turn_wall(self) -> None:
        """F5: the wall on or off. On the only display it covers this screen, and says how to come back."""
        covered = self.stage.over_console
        if covered:
            self.uncover()
            return
        self.stage.toggle()
        covered = self.stage.over_console
        if covered:
            said = self.speech.say("To come back, hold F5 or Esc. The room then sees your screen.")
            self.notice.say(said, room=said)

    def uncover(self) -> None:
        """Take the wall from the only display: the room sees the console from now on."""
        self.stage.turn_off()
        self.notice.say(
            self.speech.say("The room sees this screen now. F5 covers it with the wall."), tone="warn"
        )

    def _go_to(self, step: str) -> None:
        w = self.feed.workshop
        if step in w.steps and step != self.place.step:
            self._when_kept(lambda: self.presser.press(walk.to_step(w, w.steps[step])))

    def _press(self, press: Press) -> None:
        if press.agrees and self.step.level(press) is not None:
            press = replace(press, asks="")  # somebody chose it
        first = self.step.first_calls(press) if press.agrees else ()
        self.presser.press(press, first, here=walk.here(self.feed.desk.workshop))

    def _end(self, w: Workshop) -> None:
        """After the last scene: close the day, then write the documents."""
        if w.about.state == "running":
            ask(self.next, self.feed.desk.do, sessions.end)
        else:
            self.step.finish()

    def _leave(self) -> None:
        self._when_kept(self._gone)

    def _gone(self) -> None:
        self.keys.end()
        self._left()

    # ---- the window -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where the window is narrow."""
        super().resizeEvent(event)
        self.rail.fold(self.width() < theme.current().px(FOLD_BELOW))

    def changeEvent(self, event: QEvent) -> None:
        """Fold by the text size too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.rail.fold(self.width() < theme.current().px(FOLD_BELOW))

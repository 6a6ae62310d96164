"""The day at the side: how long voting takes, every step with its time, and the sum."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.model import builtin
from desktop.model.records import Step
from desktop.model.timing import freed_minutes, pivots_held, planned_minutes, voting_room
from desktop.model.verbs import agenda
from desktop.model.voting_time import voting_minutes
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.prepare.doing import Do
from desktop.ui.widgets.arrange import column, frame, row, rule, scrolled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import RIGHT, Glyph, OneLine, PivotChip, words
from desktop.words.calendar_days import table_day
from desktop.words.catalogue import Words
from desktop.words.clock import no_question_asked, voting_sum
from desktop.words.dates import clock_time
from desktop.words.formats import NONE
from desktop.words.glossary import STEPS

_SIGNS = {"break": "coffee", "slack": "clock"}


class Day(QFrame):
    """Voting sum and agenda of a workshop. Minutes are typed in place; *Change* shows what else can be done."""

    def __init__(self, speech: Words, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._do = speech, do
        self._lines: dict[str, StepLine] = {}
        self._framework = ""
        self._sum = words("", "section", wrap=True)
        self._bar = Bar(thick=12)
        self._voting = words("", "accent")
        self._talk = words("", "muted", align=RIGHT)
        self.change = Button(speech.say("Change"), kind="link")
        self.change.setCheckable(True)
        self.rest = Button(speech.say("Add a break"), kind="quiet", icon="plus")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self._end = words("", "bold", width=52)
        self._minutes = words("", "bold", align=RIGHT)
        self._tables = words("", "muted", wrap=True)
        self._tables.hide()
        last = row(
            self._end, 20, words(speech.say("End"), "bold"), ..., self._minutes, gap=12, pad=(0, 0, 8, 0)
        )
        head = row(
            words(speech.say("The day"), "over"),
            ...,
            self.change,
            words(speech.say("minutes"), "muted"),
            pad=(0, 0, 8, 0),
        )
        top = column(self._sum, 8, self._bar, row(self._voting, ..., self._talk), gap=4)
        inner = frame(
            "plain",
            column(
                top,
                12,
                rule(),
                4,
                head,
                self._steps,
                self.rest,
                4,
                rule(),
                4,
                last,
                12,
                self._tables,
                ...,
                gap=4,
                pad=(28, 24, 24, 20),
            ),
        )
        self.setLayout(column(scrolled(inner, name=speech.say("The day")), gap=0))
        self.change.toggled.connect(self._show_tools)
        self.rest.clicked.connect(self._add_break)
        self._show_tools()

    def show_tables(self, said: str) -> None:
        """How people sit, by the agenda followed; '' where it does not say."""
        self._tables.setText(said)
        self._tables.setVisible(bool(said))

    def show_workshop(self, w: Workshop) -> None:
        """Show the sum and the steps; called twice it changes nothing."""
        if w.framework.sha256 != self._framework:
            self._framework = w.framework.sha256
            self._order(())  # the same steps would keep the names of other pivots
        self._w = w
        self._show_sum(w)
        steps = w.agenda
        if list(self._lines) != [step.id for step in steps]:
            self._order(steps)
        minute, sitting = start_of(w), ""
        days = sorted({one.day for one in w.sessions.values()})
        for step in steps:
            head = ""
            if step.session != sitting:
                held = w.sessions[step.session]
                minute, sitting = held.start_minute, step.session
                if len(days) > 1:
                    head = self._speech.say(
                        "Day {n}, {date}",
                        n=days.index(held.day) + 1,
                        date=table_day(self._speech, held.day),
                    )
            begins = None if w.asks_nothing(step) else minute
            self._lines[step.id].show_step(step, begins, head, self._note(w, step))
            minute += planned_minutes(w, step)
        self._end.setText(clock_time(minute))
        self._minutes.setText(str(sum(planned_minutes(w, step) for step in steps)))

    def _note(self, w: Workshop, step: Step) -> str:
        """What a pivot without a question leads to, beside it and beside the time in hand it leaves."""
        if w.asks_nothing(step):
            return self._speech.say("not discussed")
        freed = freed_minutes(w, step)
        return self._speech.say("{n} min more", n=freed) if freed else ""

    def _order(self, steps: Sequence[Step]) -> None:
        """The lines in this order; those that stay keep the focus."""
        old, self._lines = self._lines, {}
        for place, step in enumerate(steps):
            line = self._lines[step.id] = old.pop(step.id) if step.id in old else self._line(step)
            self._steps.removeWidget(line)
            self._steps.insertWidget(place, line)
        for line in old.values():
            self._steps.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._show_tools()

    @property
    def said(self) -> str:
        """The sentence on voting."""
        return self._sum.text()

    def let_change(self, able: bool) -> None:
        """A draft's day is only looked at."""
        self.change.setVisible(able)
        for line in self._lines.values():
            line.minutes.setReadOnly(not able)

    def _line(self, step: Step) -> StepLine:
        w, speech = self._w, self._speech
        pivot = w.framework.pivot_by_id.get(step.subject or "") if step.kind == "pivot" else None
        name = w.words(pivot.id, "name", pivot.name) if pivot else step.title or speech.say(STEPS[step.kind])
        short = w.words(pivot.id, "short", pivot.short) if pivot else name
        sign: QWidget
        if pivot is not None:
            sign = PivotChip(pivot.colour, pivot.icon, size=20)
        elif step.kind in _SIGNS:
            sign = Glyph(_SIGNS[step.kind], "muted", 16, box=20)
        else:
            sign = Glyph("circle", "outline", 10, box=20)
        line = StepLine(speech, name, short, sign, quiet=step.kind in _SIGNS)
        line.resized.connect(lambda minutes, id=step.id: self._resize(id, minutes))
        line.moved.connect(lambda by, id=step.id: self._move(id, by))
        line.removed.connect(lambda id=step.id: self._remove(id))
        return line

    def _show_sum(self, w: Workshop) -> None:
        voting = voting_minutes(builtin.ways(), w.about.ways, len(w.questions), len(w.seats))
        room = voting_room(w)
        pivots = pivots_held(w)
        said = voting_sum(
            self._speech,
            voting,
            room,
            pivots=pivots,
            whole=sum(planned_minutes(w, step) for step in w.agenda),
        )
        self._sum.setText(said if w.questions else no_question_asked(self._speech))
        theme.restyle(self._sum, role="section" if w.questions else "warn")
        over = voting > room
        self._voting.setText(self._speech.say("{n} min voting", n=voting))
        theme.restyle(self._voting, role="warn" if over else "accent")
        talk = max(0, room - voting)
        if over:
            said = self._speech.say("{n} min too little", n=voting - room)
        elif pivots:
            said = self._speech.say("{n} min to talk, about {each} a pivot", n=talk, each=talk // pivots)
        else:
            said = self._speech.say("{n} min to talk", n=talk)
        self._talk.setText(said)
        self._bar.show_share(voting / room if room else 1.0, self._sum.text())

    def _show_tools(self) -> None:
        changing = self.change.isChecked()
        self.change.say(self._speech.say("Done") if changing else self._speech.say("Change"))
        self.rest.setVisible(changing)
        for line in self._lines.values():
            line.show_tools(changing)

    # ---- doing ----------------------------------------------------------------------------------------------

    def _resize(self, step: str, minutes: int) -> None:
        entry = self._lines[step].minutes
        self._do(entry, agenda.resize, refused=lambda _: entry.complain(True), step=step, minutes=minutes)

    def _move(self, step: str, by: int) -> None:
        place = self._w.steps[step].place + by
        if 1 <= place <= len(self._w.steps):
            self._do(self._lines[step], agenda.move, step=step, place=place)

    def _remove(self, step: str) -> None:
        self._do(self._lines[step], agenda.remove, step=step)

    def _add_break(self) -> None:
        middle = len(self._w.steps) // 2 + 1
        self._do(self.rest, agenda.add, kind="break", place=middle)


class StepLine(QFrame):
    """One step: when, what, how many minutes; with tools to move it or take it away."""

    resized = Signal(int)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, speech: Words, name: str, short: str, sign: QWidget, *, quiet: bool) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._long, self._short = name, short
        self._tooled, self._note = False, ""
        self._when = words("", "muted", width=52)
        self._name = OneLine(name, "muted" if quiet else "")
        self.minutes = Entry(speech.say("Minutes for {step}", step=name), kind="minutes", width=44)
        self.minutes.setAlignment(RIGHT)
        self.minutes.setToolTip(speech.say("Alt and arrow keys move this step"))
        self._earlier = Button(
            kind="quiet", icon="chevron-up", name=speech.say("{step} earlier", step=name), height=28
        )
        self._later = Button(
            kind="quiet", icon="chevron-down", name=speech.say("{step} later", step=name), height=28
        )
        self._away = Button(
            kind="quiet", icon="x", name=speech.say("Take {step} off the agenda", step=name), height=28
        )
        self._tools = frame("plain", row(self._earlier, self._later, self._away, gap=0))
        self._head = words("", "over")
        self._head.setContentsMargins(0, 10, 0, 0)
        self._head.hide()
        line = row(self._when, sign, (self._name, 1), self._tools, self.minutes, gap=12)
        self.setLayout(column(self._head, line, gap=4))
        self.minutes.edited.connect(self._typed)
        self._earlier.clicked.connect(lambda: self.moved.emit(-1))
        self._later.clicked.connect(lambda: self.moved.emit(1))
        self._away.clicked.connect(self.removed)

    def show_step(self, step: Step, minute: int | None, head: str = "", note: str = "") -> None:
        """Show when it begins (None: not today) and how long it takes, with a ``note`` on it; ``head`` stands over the first step
        of a day."""
        self._head.setText(head)
        self._head.setVisible(bool(head))
        self._when.setText(clock_time(minute) if minute is not None else NONE)
        self._note = note
        self._show_name()
        self.minutes.show_value(str(step.minutes))

    def show_tools(self, shown: bool) -> None:
        """With or without the buttons."""
        self._tools.setVisible(shown)
        self._tooled = shown
        self._show_name()

    def _show_name(self) -> None:
        name = self._short if self._tooled or self._note else self._long
        self._name.setText(f"{name}, {self._note}" if self._note else name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow key moves the step."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
            return
        super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        plain = text.strip()
        if plain.isascii() and plain.isdigit():
            self.minutes.complain(False)
            self.resized.emit(int(plain[:6]))
        else:
            self.minutes.complain(True)


def start_of(w: Workshop) -> int:
    """When the day begins, in minutes after midnight."""
    return min((session.start_minute for session in w.sessions.values()), default=9 * 60)

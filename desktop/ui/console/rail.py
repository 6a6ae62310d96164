"""The agenda at the side: every step with its time, what is done, what each pivot came to, and where we are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.scale import RAIL, RAIL_FOLDED
from desktop.model.records import Step
from desktop.model.timing import DayTime
from desktop.model.walk import PASSED_OVER
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, emptied, frame, row, scrolled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import RIGHT, Glyph, OneLine, words
from desktop.words.catalogue import Words
from desktop.words.dates import clock_time, long_date
from desktop.words.formats import NONE, agreed
from desktop.words.glossary import step_name

ICONS = {
    "welcome": "door-open", "warm_up": "milestone", "ballots": "vote", "talk": "message-square-quote",
    "break": "coffee", "shock": "sparkles", "where_to": "target", "actions": "list-checks", "commit": "signature",
}  # fmt: skip


class RailStep(QFrame):
    """One step of the agenda; press it to go there."""

    chosen = Signal(str)

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step.id
        self.setProperty("role", "entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(36)
        self.sign = Glyph("circle", "muted", 20)
        self.name = OneLine("")
        self.level = words("", "bold", align=RIGHT)
        self.time = words("", "muted", align=RIGHT)
        self.done = Glyph("check", "good", 18)
        self.done.hide()
        self.setLayout(
            row(self.sign, 4, (self.name, 1), self.level, self.time, self.done, pad=(10, 4, 10, 4))
        )

    def fold(self, folded: bool) -> None:
        """Icon and time alone, or with the name."""
        self.name.setVisible(not folded)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((6, 4, 6, 4) if folded else (10, 4, 10, 4)))
            layout.setSpacing(2 if folded else 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.step)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.step)


class Rail(QFrame):
    """The agenda. Folds to icons and times where the window is narrow."""

    chosen = Signal(str)

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self._speech = speech
        self._folded = False
        self._shown: tuple[Workshop, str, DayTime] | None = None
        self.setProperty("role", "rail")
        self.setAccessibleName(speech.say("Agenda"))
        self._city = OneLine("", "strong")
        self._day = words("", "muted")
        self._heading = frame(
            "plain", row(words(speech.say("Agenda"), "over"), ..., words(speech.say("expected"), "muted"))
        )
        self.back = Button(kind="quiet", icon="chevron-left", name=speech.say("Workshops"))
        self._list = QWidget()
        self._column = column(gap=0)
        self._list.setLayout(self._column)
        self._entries: dict[str, RailStep] = {}
        self.setLayout(
            column(
                self._city,
                self._day,
                12,
                self._heading,
                (scrolled(self._list, name=speech.say("Agenda")), 1),
                row(self.back, ...),
                gap=2,
                pad=(14, 20, 14, 12),
            )
        )
        self._measure()

    def fold(self, folded: bool) -> None:
        """Icons and times only, or everything."""
        if folded != self._folded:
            self._folded = folded
            self._measure()
            if self._shown is not None:
                self.show_day(*self._shown)  # ticks stand beside levels only where there is room

    def changeEvent(self, event: QEvent) -> None:
        """Wide enough at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(theme.current().px(RAIL_FOLDED if self._folded else RAIL))
        for part in (self._city, self._day, self._heading):
            part.setVisible(not self._folded)
        self.back.say("" if self._folded else self._speech.say("Workshops"))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((4, 20, 4, 12) if self._folded else (14, 20, 14, 12)))
        for entry in self._entries.values():
            entry.fold(self._folded)

    def show_day(self, w: Workshop, here: str, times: DayTime) -> None:
        """Show where the day stands."""
        self._shown = (w, here, times)
        self._city.setText(w.about.city)
        self._day.setText(long_date(self._speech, w.about.date))
        steps = [step for step in w.agenda if step.kind not in PASSED_OVER]
        if [step.id for step in steps] != list(self._entries):
            self._rebuild(steps)
        for step in steps:
            self._show_step(w, step, times, now=step.id == here)

    def _rebuild(self, steps: list[Step]) -> None:
        emptied(self._column)
        self._entries = {}
        for step in steps:
            entry = RailStep(step)
            entry.chosen.connect(self.chosen)
            self._entries[step.id] = entry
            self._column.addWidget(entry)
            entry.fold(self._folded)
        self._column.addStretch(1)

    def _show_step(self, w: Workshop, step: Step, times: DayTime, *, now: bool) -> None:
        entry = self._entries[step.id]
        pivot = w.framework.pivot_by_id.get(step.subject or "")
        name = (
            w.words(pivot.id, "short", pivot.short)
            if pivot
            else step_name(self._speech, step.kind, step.title)
        )
        ground = theme.current().theme.ground
        entry.sign.show_icon(
            pivot.icon if pivot else ICONS.get(step.kind, "circle"),
            ground.pivot(pivot.colour) if pivot else "muted",
        )
        entry.name.setText(name)
        restyle(entry.name, role="bold" if now else "")
        decision = w.decision_on("pivot", step.subject or "") if pivot else None
        level = (
            ""
            if decision is None
            else agreed(self._speech, decision.level)
            if decision.level is not None
            else NONE
        )
        entry.level.setText(level)
        expected = times.steps.get(step.id)
        done = step.state == "done" and not now
        time = (
            self._speech.say("now") if now else clock_time(expected.begins) if expected and not done else ""
        )
        if step.state == "skipped":
            time = self._speech.say("left out")
        elif not now and w.asks_nothing(step):
            time = self._speech.say("not discussed")
        entry.time.setText(time)
        restyle(entry.time, role="bold" if now else "muted")
        entry.done.setVisible(done and not (self._folded and level))
        entry.level.setVisible(bool(level) and not (self._folded and now))
        restyle(entry, chosen=now)
        entry.setAccessibleName(
            self._speech.say("{step}, {state}", step=name, state=time or self._speech.say("done"))
        )

"""*More*: closed, one line that states the choices; open, one row for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.model.framework import Framework, say
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.prepare.choices import Questions, Ways
from desktop.ui.prepare.details import Details
from desktop.ui.prepare.doing import Do
from desktop.ui.prepare.groups import Groups
from desktop.ui.prepare.places import Displays, Folders, ThisComputer
from desktop.ui.prepare.weights import Weights, weights_said
from desktop.ui.widgets.arrange import column, row, rule
from desktop.ui.widgets.words import Glyph, keycap, words
from desktop.words.catalogue import Words

LABEL = 120


class Part(Protocol):
    """One row of More."""

    def show_workshop(self, w: Workshop) -> None:
        """Show the workshop's choice."""
        ...


class More(QFrame):
    """The card below the four fields."""

    def __init__(self, speech: Words, settings: Settings, framework: Framework, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._speech, self._settings, self._framework, self._do = speech, settings, framework, do
        self._parts: list[Part] = []
        self._w: Workshop | None = None
        self.head = MoreHead(speech)
        self._body = QFrame()
        self._body.setProperty("role", "plain")
        self._body.hide()
        self.setLayout(column(self.head, self._body, gap=0, pad=1))
        self.head.pressed.connect(self.turn)

    @property
    def opened(self) -> bool:
        """Whether the rows are shown."""
        return not self._body.isHidden()

    def turn(self) -> None:
        """Open or close it."""
        if not self._parts:
            self._build()
        self._body.setVisible(self._body.isHidden())
        self.head.show_open(self.opened)

    def show_workshop(self, w: Workshop) -> None:
        """Show the choices."""
        self._w = w
        if w.framework.sha256 != self._framework.sha256:
            self._begin_anew(w.framework)
        self.head.say(choices_said(self._speech, w))
        for part in self._parts:
            part.show_workshop(w)

    def _begin_anew(self, framework: Framework) -> None:
        """Other questions: the rows are about them from now on."""
        self._framework = framework
        opened, built = self.opened, bool(self._parts)
        old, self._body = self._body, QFrame()
        self._body.setProperty("role", "plain")
        self._body.setVisible(False)
        self.layout().replaceWidget(old, self._body)  # type: ignore[union-attr]
        old.hide()
        old.deleteLater()
        self._parts = []
        if built:
            self._build()
        self._body.setVisible(opened)

    def _build(self) -> None:
        speech, do = self._speech, self._do
        rows: Sequence[tuple[str, QWidget]] = (
            (speech.say("Questions"), Questions(speech, self._framework, do)),
            (speech.say("Ways to vote"), Ways(speech, do)),
            (speech.say("Groups and seats"), Groups(speech, do)),
            (speech.say("Weights"), Weights(speech, self._framework, do)),
            (speech.say("Displays"), Displays(speech)),
            (speech.say("Documents to"), Folders(speech, self._settings)),
            (speech.say("Printed"), Details(speech, do)),
            (speech.say("This computer"), ThisComputer(speech, self._settings)),
        )
        lines: list[QWidget] = []
        for name, part in rows:
            line = QFrame()
            line.setProperty("role", "plain")
            label = words(name, "bold", wrap=True, width=LABEL, align=Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, 8, 0, 0)
            line.setLayout(row(label, (part, 1), gap=16))
            line.layout().setAlignment(label, Qt.AlignmentFlag.AlignTop)  # type: ignore[union-attr]
            lines += [rule(), line]
            if hasattr(part, "show_workshop"):
                self._parts.append(part)
        self._body.setLayout(column(*lines, gap=14, pad=(20, 0, 20, 20)))
        if self._w is not None:
            self.show_workshop(self._w)


class MoreHead(QFrame):
    """The line that opens and closes; it takes the focus, Enter and Space."""

    pressed = Signal()

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(speech.say("More"))
        self._arrow = Glyph("chevron-right", "muted", 20)
        self._said = words("", "muted", wrap=True)
        text = column(words(speech.say("More"), "strong"), self._said, gap=2)
        self.setLayout(row(self._arrow, (text, 1), keycap("Alt M"), gap=12, pad=(16, 12, 16, 12)))

    def say(self, text: str) -> None:
        """The choices as they stand."""
        self._said.setText(text)
        self.setAccessibleDescription(text)

    def show_open(self, opened: bool) -> None:
        """Turn the arrow."""
        self._arrow.show_icon("chevron-down" if opened else "chevron-right", "muted")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the line."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
            return
        super().keyPressEvent(event)


def choices_said(speech: Words, w: Workshop) -> str:
    """All choices in one line: set, ways, groups, weights."""
    chosen = w.framework.set_by_id[w.about.question_set]
    number = len(w.questions)
    name = say(chosen.name, speech.language)
    ways = {"paper": speech.say("Paper"), "hands": speech.say("hands"), "dots": speech.say("dots")}
    named = [ways[way] for way in w.about.ways if way in ways]
    used = (
        speech.say("{first} and {last}", first=named[0], last=named[1])
        if len(named) == 2
        else ", ".join(named)
    )
    parts = [
        speech.many("{name} set, {n} question", "{name} set, {n} questions", number, name=name),
        used[:1].upper() + used[1:],
        speech.many("{n} group", "{n} groups", len(w.groups)) if w.groups else speech.say("No groups"),
        weights_said(speech, w),
    ]
    return " ".join(f"{part}." for part in parts if part)

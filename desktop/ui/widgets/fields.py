"""Fields: what is typed is told once it is finished, and a value that comes back never touches an editor in use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import MIDDLE, words


class Entry(QLineEdit):
    """One line to type in."""

    edited = Signal(str)
    """What was typed, when the editor is left or Enter is pressed, and only if it is new."""
    reverted = Signal()
    """Escape brought back what was kept."""

    def __init__(
        self, name: str, *, hint: str = "", kind: str = "", tall: bool = False, width: int = 0, text: str = ""
    ) -> None:
        """``kind``: "", small (14 px) or digit (centred, bold)."""
        super().__init__(text)
        self._kept = text
        self._told: str | None = text
        self._bad = self._unkept = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        if kind:
            self.setProperty("kind", kind)
        if kind == "digit":
            self.setAlignment(MIDDLE)
        if tall:
            self.setProperty("tall", True)
        self._width = width
        self._measure()
        self.editingFinished.connect(self._finished)

    @property
    def kept(self) -> str:
        """What was last shown as kept."""
        return self._kept

    def show_value(self, text: str) -> None:
        """Show what is kept, unless someone is typing here, must mend what was typed, or it was not kept."""
        typing = self.hasFocus() and self.text() not in (self._kept, text)
        self._kept = text
        if typing or ((self._bad or self._unkept) and self.text() != text):
            return
        self._told = text
        self.arrived()
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def turn_to(self, kept: str, text: str | None = None) -> None:
        """Something else is in hand: what is kept of it, or the ``text`` typed for it that is not kept yet."""
        self._kept = self._told = kept
        self._bad = self._unkept = False
        self._mark()
        self.setText(kept if text is None else text)
        self.setCursorPosition(0)

    def complain(self, bad: bool) -> None:
        """Mark the editor as not accepted, so that leaving it tells again; or as well again."""
        self._bad = bad
        if bad:
            self._told = None
        self._mark()

    def unkept(self) -> None:
        """What was told last did not arrive: it stays, marked, and leaving the editor once more tells it again."""
        self._told = None
        self._unkept = True
        self._mark()

    def put_back(self, text: str) -> None:
        """Text that was not kept, shown once more, unless someone is typing here."""
        if not self.hasFocus():
            self.setText(text)
        self.unkept()

    def arrived(self) -> None:
        """What was told last is kept after all."""
        if self._unkept:
            self._unkept = False
            self._mark()

    def emptied(self, sent: str) -> None:
        """``sent`` is kept where it belongs: ready for the next text, which may have been begun meanwhile."""
        text = self.text()
        self._kept = self._told = ""
        if text.startswith(sent):
            self.setText(text[len(sent) :].lstrip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it tells also what was typed before and not kept; Qt itself speaks of new text only."""
        super().focusOutEvent(event)
        stays = event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if not stays and self.hasAcceptableInput():
            self._finished()

    def _mark(self) -> None:
        theme.restyle(self, shown="bad" if self._bad or self._unkept else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings back what is kept; a second one is the screen's."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self._unkept = False
            self.complain(False)
            self._told = self._kept
            self.setText(self._kept)
            self.selectAll()
            self.reverted.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Wide enough at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        if self._width:
            self.setFixedWidth(theme.current().px(self._width))

    @property
    def untold(self) -> bool:
        """Whether something stands here that nobody was told."""
        return self.text() != self._told

    def tell(self) -> None:
        """Tell what was typed, as if the editor had been left."""
        self._finished()

    def _finished(self) -> None:
        if self.untold:
            self._told = self.text()
            self.edited.emit(self._told)


class Labelled(QFrame):
    """A name above a control, and below it a quiet note or, in its place, what is wrong."""

    def __init__(
        self, name: str, control: QWidget, content: QLayout | QWidget | None = None, *, note: str = ""
    ) -> None:
        """``content`` is what stands there when it is more than the ``control`` alone."""
        super().__init__()
        self.setProperty("role", "plain")
        self._control, self._note = control, note
        self.name = words(name, "over")
        self.name.setBuddy(control)
        self.note = words(note, "muted", wrap=True)
        if not note:  # never shown here: without a parent it would be a window of its own
            self.note.hide()
        self.setLayout(column(self.name, content or control, self.note, gap=6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        if isinstance(control, Entry):
            control.reverted.connect(self._well)

    def say(self, note: str) -> None:
        """Another note."""
        self._note = note
        if self.note.property("role") == "muted":
            self._show(note, "muted")

    def complain(self, text: str) -> None:
        """Say what is wrong beside the field; an empty text takes it back."""
        self._show(text or self._note, "bad" if text else "muted")
        self._control.setAccessibleDescription(text)
        if isinstance(self._control, Entry):
            self._control.complain(bool(text))

    def _well(self) -> None:
        self.complain("")

    def _show(self, text: str, role: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        theme.restyle(self.note, role=role)


class Stepper(QFrame):
    """A whole number between two buttons; it may be typed too."""

    changed = Signal(int)

    def __init__(
        self, name: str, *, least: int, most: int, fewer: str, more: str, tall: bool = False
    ) -> None:
        """``fewer`` and ``more`` name the buttons for those who hear them."""
        super().__init__()
        self.setProperty("role", "plain")
        self._least, self._most = least, most
        height = 48 if tall else 36
        self.fewer = Button(kind="field", icon="minus", name=fewer, height=height)
        self.more = Button(kind="field", icon="plus", name=more, height=height)
        self.entry = Entry(name, kind="digit", tall=tall, width=88 if tall else 56)
        self.entry.setValidator(QIntValidator(0, 99_999, self))
        self.setLayout(row(self.fewer, self.entry, self.more))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.fewer.clicked.connect(self._down)
        self.more.clicked.connect(self._up)
        self.entry.edited.connect(self._typed)

    @property
    def value(self) -> int:
        """The number shown."""
        return int(self.entry.text() or 0)

    def allow(self, most: int) -> None:
        """Another highest number."""
        self._most = most

    def show_value(self, number: int) -> None:
        """Show what is kept."""
        self.entry.show_value(str(number))
        self.fewer.setEnabled(number > self._least)
        self.more.setEnabled(number < self._most)

    def _down(self) -> None:
        self._go(self.value - 1)

    def _up(self) -> None:
        self._go(self.value + 1)

    def _typed(self, text: str) -> None:
        self._go(int(text or 0))

    def _go(self, number: int) -> None:
        allowed = min(max(number, self._least), self._most)
        self.entry.setText(str(allowed))
        self.show_value(allowed)
        self.changed.emit(allowed)


def is_editor(widget: QWidget | None) -> bool:
    """Whether letters and digits typed now belong to ``widget``."""
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QPlainTextEdit) and not widget.isReadOnly()

"""Keys and clickers: the same everywhere on the console, and never inside an editor (design, section 2).

Where the wall covers the only display, a clicker's F5 and Esc (one button sends both in turn) only blank it: to
come back to the console, which the room would see, takes either of them held, or Ctrl+F5.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.ui.widgets.fields import is_editor

if TYPE_CHECKING:
    from desktop.ui.console.screen import Console

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NO_CELL_TAKES = (Qt.Key.Key_Period, Qt.Key.Key_Question)


LEAVES_AFTER_MS = 800
"""How long F5 or Esc is held until the wall leaves the only display."""
_COVERING = (Qt.Key.Key_F5, Qt.Key.Key_Escape)


class Keys(QObject):
    """An event filter on the application while the console is open."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        self._everywhere: dict[int, Callable[[], object]] = {
            Qt.Key.Key_PageDown: console.go_on,
            Qt.Key.Key_PageUp: console.go_back,
            Qt.Key.Key_F5: console.turn_wall,
        }
        self._outside: dict[int, Callable[[], object]] = {
            Qt.Key.Key_B: self._blank,
            Qt.Key.Key_Period: self._blank,
            Qt.Key.Key_H: self._hold,
            Qt.Key.Key_N: self._note,
            Qt.Key.Key_C: console.show_city,
            Qt.Key.Key_Question: console.show_help,
            Qt.Key.Key_Space: console.go_on,
            Qt.Key.Key_Return: console.go_on,
            Qt.Key.Key_Enter: console.go_on,
        }
        self._held_down: int | None = None
        self._leaves = QTimer(self, singleShot=True, interval=LEAVES_AFTER_MS)
        self._leaves.timeout.connect(self._leave_wall)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def end(self) -> None:
        """Take no more keys."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Use a key once, before the widget with the focus sees it."""
        # The class is asked first: this sees every event there is, and asking for the type costs far more.
        if (
            not isinstance(event, QKeyEvent)
            or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            or not self._ours(watched)
        ):
            return False
        key = event.key()
        if key in _COVERING and self._covered(event):
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() not in _PLAIN:
            return False
        if key in self._everywhere:
            if not event.isAutoRepeat():
                self._everywhere[key]()
            return True
        if self._taken_by_focus(key):
            return False
        arrow = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if arrow and not isinstance(QApplication.focusWidget(), QAbstractButton):
            return self._console.step.arrow(1 if key == Qt.Key.Key_Right else -1)
        if key in self._outside:
            if not event.isAutoRepeat():
                self._outside[key]()
            return True
        return self._console.step.keyed(event.text())

    def _covered(self, event: QKeyEvent) -> bool:
        """F5 and Esc where the wall covers the console: held they take it away, else they blank it."""
        if event.isAutoRepeat():
            return self._held_down is not None or self._console.stage.over_console
        if event.type() == QEvent.Type.KeyRelease:
            short = self._held_down == event.key() and self._leaves.isActive()
            self._leaves.stop()
            self._held_down = None
            if short:
                self._blank()
            return short
        if not self._console.stage.over_console:
            return False
        if event.key() == Qt.Key.Key_F5 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._console.uncover()
            return True
        self._leaves.start()
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and focus is not None and focus.property("keycell"):
            return False  # Escape leaves a key cell first
        self._held_down = event.key()
        return True

    def _leave_wall(self) -> None:
        if self._console.stage.over_console:
            self._console.uncover()

    def _ours(self, watched: QObject) -> bool:
        window = self._console.window()
        return self._console.isVisible() and watched is (QApplication.focusWidget() or window)

    def _taken_by_focus(self, key: int) -> bool:
        focus = QApplication.focusWidget()
        if is_editor(focus):
            return True
        if focus is not None and focus.property("keycell"):
            return not (Qt.Key.Key_A <= key <= Qt.Key.Key_Z or key in _NO_CELL_TAKES)
        pressing = key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return (
            pressing
            and focus is not None
            and (isinstance(focus, QAbstractButton) or focus.property("role") == "entry")
        )

    def _blank(self) -> None:
        self._console.stage.set_blank(not self._console.stage.blank)

    def _note(self) -> None:
        if not self._console.step.note():
            self._console.side.start_typing()

    def _hold(self) -> None:
        self._console.stage.hold(not self._console.stage.held)

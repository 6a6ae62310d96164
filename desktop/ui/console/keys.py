"""Keys and clickers: the same everywhere on the console, and never inside an editor (design, section 2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
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


class Keys(QObject):
    """An event filter on the application while the console is open."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        self._everywhere: dict[int, Callable[[], object]] = {
            Qt.Key.Key_PageDown: console.go_on,
            Qt.Key.Key_PageUp: console.go_back,
            Qt.Key.Key_F5: console.stage.toggle,
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
            or event.type() != QEvent.Type.KeyPress
            or not self._ours(watched)
        ):
            return False
        key = event.key()
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

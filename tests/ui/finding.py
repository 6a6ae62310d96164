"""Finding and using things on a screen by what a person would call them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.window import Window

Keep = Callable[..., str]
Open = Callable[[], Window]


def named(parent: QWidget, name: str) -> QWidget:
    """The one visible widget with this accessible name."""
    found = [one for one in parent.findChildren(QWidget) if one.accessibleName() == name and one.isVisible()]
    assert len(found) == 1, f"{len(found)} widgets named {name!r}"
    return found[0]


def type_into(qtbot: QtBot, entry: QLineEdit, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Replace what stands in an editor, then leave it with ``key``."""
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, key)


def press(qtbot: QtBot, widget: QWidget) -> None:
    """Press a button by the keyboard, wherever it has scrolled to."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def plain(text: str) -> str:
    """Text with its unbreakable spaces as spaces."""
    return text.replace("\u00a0", " ")


def focused_name(widget: QWidget) -> str:
    """The accessible name of what has the focus in this widget's window."""
    focused = widget.window().focusWidget()
    return focused.accessibleName() if focused is not None else ""

"""A side panel beside the centre; where the window is narrow it becomes a drawer over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.scale import DRAWER_BELOW, SIDE
from desktop.ui import theme
from desktop.ui.widgets.arrange import column
from desktop.ui.widgets.buttons import Button


class WithSide(QFrame):
    """``centre`` takes the room, ``side`` stands at its end. ``handle`` opens and shuts the drawer; put it where
    the screen has room for a button, it is hidden while the panel stands open by itself.
    """

    folded = Signal(bool)
    """The panel became a drawer, or stands beside the centre again."""

    def __init__(
        self,
        centre: QWidget,
        side: QWidget,
        *,
        name: str,
        icon: str,
        wide: int = SIDE,
        stays: QWidget | None = None,
        below: int = DRAWER_BELOW,
    ) -> None:
        """``stays`` is the foot of the centre that the drawer leaves free: the row of the primary button.

        ``below`` is the width of both together under which the side becomes a drawer.
        """
        super().__init__()
        self._stays, self._below = stays, below
        self.setProperty("role", "plain")
        self._centre, self._wide, self._open = centre, wide, False
        self.side = QFrame(self)
        self.side.setProperty("role", "side")
        self.side.setAccessibleName(name)
        self.side.setLayout(column(side, gap=0))
        self.handle = Button(name, kind="tick", icon=icon, name=name)
        self.handle.clicked.connect(self.set_open)
        self.handle.hide()
        centre.setParent(self)
        self._is_drawer = False

    @property
    def is_drawer(self) -> bool:
        """Whether the side panel is a drawer now."""
        return self._is_drawer

    def set_open(self, open_: bool) -> None:
        """Pull the drawer out, or push it in; nothing while the panel stands by itself."""
        self._open = open_
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shuts the drawer first."""
        if event.key() == Qt.Key.Key_Escape and self._is_drawer and self._open:
            self.set_open(False)
            self.handle.setFocus()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the centre, or over it."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        drawer = self.width() / theme.current().scale < self._below
        changed = drawer != self._is_drawer
        self._is_drawer = drawer
        wide = min(theme.current().px(self._wide), round(self.width() * 0.6))
        self._centre.setGeometry(0, 0, self.width() - (0 if drawer else wide), self.height())
        foot = self._stays.sizeHint().height() if drawer and self._stays is not None else 0
        self.side.setGeometry(self.width() - wide, 0, wide, self.height() - foot)
        self.side.setVisible(not drawer or self._open)
        self.side.raise_()
        self.handle.setVisible(drawer)
        self.handle.setChecked(self._open)
        if changed:
            self.folded.emit(drawer)

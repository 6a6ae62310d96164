"""What is scrolled: as high as its words need at the width there is, no higher."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLayout


class Page(QFrame):
    """Wrapped words report the height of their narrowest setting; a page waits for its width and asks then."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """No height of its own where words wrap: the scroll area asks by width. It does not where none do."""
        least, inside = super().minimumSizeHint(), self.layout()
        asked = inside is not None and inside.hasHeightForWidth()
        return QSize(least.width(), 0 if asked else least.height())

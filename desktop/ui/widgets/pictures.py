"""Pictures in the window: a look picture with its table for those who hear it, and small painted things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme

if TYPE_CHECKING:
    from desktop.look.marks import Picture
    from desktop.look.palette import Ground


class PictureView(QWidget):
    """A picture as wide as its place. ``make(ground)`` draws it anew for another theme."""

    def __init__(self, make: Callable[[Ground], Picture] | None = None, *, width: int = 0) -> None:
        super().__init__()
        self._make: Callable[[Ground], Picture] | None = None
        self._picture: Picture | None = None
        self._drawn_for: Ground | None = None
        if width:
            self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if make is not None:
            self.show_picture(make)

    @property
    def picture(self) -> Picture | None:
        """What is shown, with its finding and its table."""
        ground = theme.current().theme.ground
        if self._make is not None and self._drawn_for is not ground:
            self._picture, self._drawn_for = self._make(ground), ground
        return self._picture

    def show_picture(self, make: Callable[[Ground], Picture]) -> None:
        """Another picture."""
        self._make, self._drawn_for = make, None
        picture = self.picture
        if picture is not None:
            self.setAccessibleName(picture.alt)
            self.setAccessibleDescription("; ".join(": ".join(row) for row in picture.table.rows))
            self.setFixedHeight(self.heightForWidth(self.width() or round(picture.width)))
        self.update()

    def sizeHint(self) -> QSize:
        """Its own size."""
        return (
            QSize(round(self._picture.width), round(self._picture.height)) if self._picture else QSize(0, 0)
        )

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is at this width, never larger than drawn."""
        if self._picture is None:
            return 0
        return round(self._picture.height * min(width / self._picture.width, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, as large as fits."""
        if (picture := self.picture) is not None:
            from desktop.ui.painter import paint

            paint(picture, QPainter(self), QRectF(self.rect()))


class Painted(QWidget):
    """One painting function and one sentence for those who do not see it."""

    def __init__(
        self, draw: Callable[[QPainter, QRectF], None], *, width: int = 0, height: int = 0, says: str = ""
    ) -> None:
        super().__init__()
        self._draw = draw
        self.setAccessibleName(says)
        if width:
            self.setFixedWidth(width)
        if height:
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._draw(painter, QRectF(self.rect()))


class Bar(QWidget):
    """A share of a whole, 0 to 1, in an ink of the theme."""

    def __init__(self, *, ink: str = "accent", width: int = 0, thick: int = 8) -> None:
        super().__init__()
        self._share, self._ink, self._thick = 0.0, ink, thick
        self.setFixedHeight(max(16, thick))
        if width:
            self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, says: str) -> None:
        """Another share, and the sentence with its numbers."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(says)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, then the share."""
        worn = theme.current().theme
        ink = self._ink if self._ink.startswith("#") else str(getattr(worn, self._ink))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top, round_end = (self.height() - self._thick) / 2, self._thick / 2
        painter.setBrush(worn.sunken)
        painter.drawRoundedRect(QRectF(0, top, self.width(), self._thick), round_end, round_end)
        if self._share > 0:
            painter.setBrush(ink)
            wide = max(float(self._thick), self.width() * self._share)
            painter.drawRoundedRect(QRectF(0, top, wide, self._thick), round_end, round_end)

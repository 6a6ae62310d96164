"""Words on the screen: always plain text, whatever a user wrote into them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui import theme
from desktop.ui.icons import pixmap

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter


def words(
    text: str, role: str = "", *, wrap: bool = False, align: Qt.AlignmentFlag | None = None, width: int = 0
) -> QLabel:
    """A label. Roles: body, strong, muted, over, bold, section, title, good, warn, bad, accent, key."""
    label = _Column(width) if width else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    if wrap:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    if align is not None:
        label.setAlignment(align)
    return label


class _Column(QLabel):
    """A label of a fixed width, which grows with the text size."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setFixedWidth(theme.current().px(width))

    def changeEvent(self, event: QEvent) -> None:
        """Wide enough at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(theme.current().px(self._width))


def keycap(text: str) -> QLabel:
    """A key as it looks on the keyboard."""
    label = words(text, "key", align=MIDDLE)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


class OneLine(QLabel):
    """A line that ends in "…" where the room ends; the whole text is its tip and its accessible name.

    ``both_ends``: it gives way in its middle, as a file's name does, which begins with what and ends with which.
    """

    def __init__(self, text: str = "", role: str = "", *, both_ends: bool = False) -> None:
        super().__init__()
        self._elide = Qt.TextElideMode.ElideMiddle if both_ends else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """As wide as the words, within reason."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), 640), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Hardly anything: it gives way first."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        plain = self.text().replace("\n", " ")
        shown = self.fontMetrics().elidedText(plain, self._elide, self.width())
        if self.toolTip() != (tip := _as_tip(plain) if shown != plain else ""):
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)


def _as_tip(text: str) -> str:
    """A tip that Qt does not take for rich text."""
    from html import escape

    return f"<p style='white-space:pre-wrap'>{escape(text[:600])}</p>"


class Glyph(QLabel):
    """One icon in an ink of the theme (a token's name, or ``#rrggbb``)."""

    def __init__(
        self, name: str, ink: str = "muted", size: int = 18, *, box: int = 0, says: str = ""
    ) -> None:
        super().__init__()
        self._name, self._ink, self._size, self._box = name, ink, size, box or size
        self.setAlignment(MIDDLE)
        self.setAccessibleName(says)
        self._draw()

    def show_icon(self, name: str, ink: str) -> None:
        """Another icon in its place."""
        if (name, ink) != (self._name, self._ink):
            self._name, self._ink = name, ink
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        worn = theme.current()
        ink = self._ink if self._ink.startswith("#") else str(getattr(worn.theme, self._ink))
        self.setPixmap(pixmap(self._name, ink, worn.px(self._size)))
        self.setFixedSize(worn.px(self._box), worn.px(self._box))


class PivotChip(QLabel):
    """A pivot's icon on its own colour, the same everywhere. ``number`` counts from 1."""

    def __init__(self, number: int, icon: str, *, size: int = 28, says: str = "") -> None:
        super().__init__()
        self._number, self._icon, self._side = number, icon, size
        self.setAccessibleName(says)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded square with the icon in the ink that is read best on it."""
        ground = theme.current().theme.ground
        side = self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground.pivot(self._number))
        painter.drawRoundedRect(self.rect(), side * 0.24, side * 0.24)
        inner = round(side * 0.56)
        at = (side - inner) // 2
        painter.drawPixmap(at, at, pixmap(self._icon, ground.digit_on(self._number), inner))

    def _measure(self) -> None:
        side = theme.current().px(self._side)
        self.setFixedSize(side, side)

"""How the console looks now: the theme's colours, the text size, the fonts, and who changes them.

A widget asks :func:`current` when it paints; after :func:`wear` every widget gets a ``StyleChange`` event
and paints anew. Nothing else keeps a colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.look.palette import DARK_THEME, LIGHT_THEME, Theme
from desktop.ui.sheet import style_sheet
from desktop.ui.typefaces import FAMILIES, load_first_fonts

if TYPE_CHECKING:
    from desktop.settings import Settings

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The text sizes that Ctrl + and Ctrl − step through; the smallest is 14 px."""

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "fill",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
}


@dataclass(frozen=True, slots=True)
class Worn:
    """The theme and text size the application wears."""

    theme: Theme = LIGHT_THEME
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A size of the design in logical pixels at this text size."""
        return round(size * self.scale)


_worn = Worn()


def current() -> Worn:
    """What the application wears now."""
    return _worn


def wear(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Dress the whole application; every widget paints anew."""
    global _worn
    load_first_fonts()
    _worn = Worn(theme, scale)
    app.setStyle("Fusion")
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(theme, name)))
    app.setPalette(palette)
    app.setFont(font(14))
    app.setStyleSheet(style_sheet(theme, scale))


def font(px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The console's face at ``px`` of the design, at the current text size."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(_worn.px(px))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and have the style sheet look again, only if one of them is new."""
    fresh = {name: value for name, value in properties.items() if widget.property(name) != value}
    for name, value in fresh.items():
        widget.setProperty(name, value)
    if fresh:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class Wardrobe(QObject):
    """Dresses the application as the settings say, and again when the system turns light or dark."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        app.styleHints().colorSchemeChanged.connect(self._system_turned)
        self.dress()

    def dress(self) -> None:
        """Wear what the settings say now."""
        wear(self._app, self._theme(), self._settings.text_size)

    def turn(self) -> None:
        """From light to dark, or back; the choice is kept."""
        self._settings.change(theme="light" if current().theme.dark else "dark")
        self.dress()

    def resize_text(self, steps: int) -> None:
        """Larger or smaller by so many steps of :data:`SCALES`; 0 is back to normal. The choice is kept."""
        now = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - self._settings.text_size))
        at = 0 if steps == 0 else min(max(now + steps, 0), len(SCALES) - 1)
        if SCALES[at] != self._settings.text_size:
            self._settings.change(text_size=SCALES[at])
            self.dress()

    def _theme(self) -> Theme:
        if self._settings.theme == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK_THEME if dark else LIGHT_THEME
        return DARK_THEME if self._settings.theme == "dark" else LIGHT_THEME

    def _system_turned(self) -> None:
        if self._settings.theme == "system":
            self.dress()

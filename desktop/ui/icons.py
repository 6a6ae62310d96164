"""The shipped line icons, drawn once for each name, colour and size."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

ICON_FOLDER = Path(resources.__file__).parent / "icons"


@lru_cache(maxsize=400)
def drawing(name: str, colour: str) -> QSvgRenderer:
    """A shipped icon in one colour.

    Raises:
        FileNotFoundError: no icon of that name is shipped.
    """
    drawn = (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))


@lru_cache(maxsize=400)
def pixmap(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """A shipped icon for a widget: ``size`` logical pixels, drawn at ``ratio`` real pixels each."""
    real = round(size * ratio)
    shape = drawing(name, colour)
    made = QPixmap(real, real)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    shape.render(painter, QRectF(0, 0, real, real))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """A shipped icon for a button."""
    return QIcon(pixmap(name, colour, size))

"""Rows, columns and frames: the grammar every screen is laid out in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import EllipsisType
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

Piece = QWidget | QLayout | int | EllipsisType | None
Part = Piece | tuple[Piece, int]
"""A widget, a layout, a gap in pixels, ``...`` for the room that is left, or (piece, its share of the room)."""

Pad = int | tuple[int, int, int, int]


def row(*parts: Part, gap: int = 8, pad: Pad = 0) -> QHBoxLayout:
    """Parts side by side. ``pad`` is one number or left, top, right, bottom."""
    made = QHBoxLayout()
    _fill(made, parts, gap, pad)
    return made


def column(*parts: Part, gap: int = 8, pad: Pad = 0) -> QVBoxLayout:
    """Parts one below the other."""
    made = QVBoxLayout()
    _fill(made, parts, gap, pad)
    return made


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], gap: int, pad: Pad) -> None:
    layout.setSpacing(gap)
    left, top, right, bottom = (pad, pad, pad, pad) if isinstance(pad, int) else pad
    layout.setContentsMargins(left, top, right, bottom)
    for part in parts:
        piece, share = part if isinstance(part, tuple) else (part, 0)
        match piece:
            case None:
                continue
            case EllipsisType():
                layout.addStretch(1)
            case int():
                layout.addSpacing(piece)
            case QLayout():
                layout.addLayout(piece, share)
            case _:
                layout.addWidget(piece, share)


def frame(
    role: str, layout: QLayout | None = None, *, width: int = 0, height: int = 0, **properties: object
) -> QFrame:
    """A frame the style sheet knows by its role: page, bar, card, side, sunken, plain …"""
    made = QFrame()
    made.setProperty("role", role)
    for name, value in properties.items():
        made.setProperty(name, value)
    if layout is not None:
        made.setLayout(layout)
    if width:
        made.setFixedWidth(width)
    if height:
        made.setFixedHeight(height)
    return made


def rule() -> QFrame:
    """A thin line across."""
    return frame("line", height=1)


def bar_between(height: int = 20) -> QFrame:
    """A thin upright line between two parts of a row."""
    return frame("line", width=1, height=height)


def scrolled(content: QWidget, *, name: str = "") -> QScrollArea:
    """``content`` as wide as the room there is, scrolled up and down when it is taller."""
    area = _Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    content.setProperty("role", "scrolled")
    area.setWidget(content)
    return area


class _Scrolled(QScrollArea):
    """The bar stands in the content's right margin, so that what is scrolled keeps its edge and its width."""

    def __init__(self) -> None:
        super().__init__()
        self._margin: int | None = None
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, _least: int, most: int) -> None:
        content: QWidget | None = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return
        margins = layout.contentsMargins()
        if self._margin is None:
            self._margin = margins.right()
        taken = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        margins.setRight(max(0, self._margin - taken))
        layout.setContentsMargins(margins)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (piece := layout.takeAt(0)) is not None:
        if (widget := piece.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := piece.layout()) is not None:
            emptied(inner)
            inner.deleteLater()


Row = TypeVar("Row", bound=QWidget)


def laid_again(layout: QBoxLayout, rows: Mapping[str, Row], order: Sequence[str]) -> dict[str, Row]:
    """The rows of ``order``, in it, a rule between them; the others are hidden and kept for another time."""
    # By removeWidget: while a piece that takeAt gave lives, Qt remembers the row's old height for ever.
    for key, row_ in rows.items():
        layout.removeWidget(row_)
        if key not in order:
            row_.hide()
    emptied(layout)
    laid: dict[str, Row] = {}
    for number, key in enumerate(order):
        if number:
            layout.addWidget(rule())
        laid[key] = rows[key]
        layout.addWidget(laid[key])
        laid[key].show()
    return laid

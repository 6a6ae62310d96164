"""What every flowable of ours has: a height at a width, a first baseline, a way to split, and a twin.

They are ReportLab flowables (``wrap``, ``split``, ``draw``), measured by their width alone, so a page may be
planned before a document is open: ``block.height_at(width)``.
"""

from __future__ import annotations

import copy
from typing import Any, Self

from reportlab.platypus import Flowable

from exports.pdf.tags import TagCanvas

_EXACT = 1e-6


class Block(Flowable):
    """A flowable of ours. ``keep_next``: never the last thing on a page before what follows it."""

    canv: TagCanvas
    width: float
    height: float
    keep_next = False
    pressed = False

    def __init__(self, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.spaceBefore = before
        self.spaceAfter = after
        self.width = self.height = 0.0

    def height_at(self, width: float) -> float:
        """The height in points when set to a width."""
        return float(self.wrap(width, 1e6)[1])

    def split(self, available: float, room: float) -> list[Any]:
        """Two blocks that follow each other, [self] if all fits, [] if it will not be cut here."""
        return [self] if self.wrap(available, room)[1] <= room + _EXACT else []

    def first_baseline(self) -> float:
        """How far the first baseline lies below the top edge; call after ``wrap``."""
        return 0.0

    @property
    def must_split(self) -> bool:
        """True when a whole empty page was not enough, so that even an ugly split is better than none."""
        return self.pressed or hasattr(self, "_postponed")

    def twin(self) -> Self:
        """A copy for a split. ReportLab's ``_postponed`` must not be copied: it would be a false LayoutError."""
        other = copy.copy(self)
        other.rested()
        return other

    def rested(self) -> None:
        """Forget what an earlier pass or the block it is a part of went through."""
        self.__dict__.pop("_postponed", None)
        self.pressed = False

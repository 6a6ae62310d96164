"""A stack that moves to the next page as a whole; cut only if a page cannot hold it."""

from __future__ import annotations

from typing import Any

from exports.pdf.flowables import Stack

_EXACT = 1e-6


class Whole(Stack):
    """Blocks that belong together."""

    def split(self, available: float, room: float) -> list[Any]:
        """All of it or nothing, unless it must."""
        if self.wrap(available, room)[1] <= room + _EXACT:
            return [self]
        return super().split(available, room) if self.must_split else []

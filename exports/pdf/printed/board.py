"""A page that is not read in a column: every block stands at its own place on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.look.marks import Mark, Picture
from exports.pdf.block import Block
from exports.pdf.painter import paint


@dataclass(frozen=True, slots=True)
class Standing:
    """A block with its top left corner (from the board's own, y downward) and its width; points."""

    block: Block
    x: float
    y: float
    width: float


class Board(Block):
    """A fixed area. ``drawn`` decorates and lies below; the blocks are read in the order given.

    ``furniture`` is painted last, as what every page repeats; a board is never cut.
    """

    def __init__(
        self,
        width: float,
        height: float,
        blocks: Sequence[Standing],
        drawn: Sequence[Mark] = (),
        furniture: Sequence[Mark] = (),
    ) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.blocks = list(blocks)
        self.picture = Picture(width, height, tuple(drawn))
        self.furniture = Picture(width, height, tuple(furniture))

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The size it was given."""
        return self.width, self.height

    def draw(self) -> None:
        """Decoration, blocks, furniture."""
        if self.picture.marks:
            with self.canv.artifact():
                paint(self.canv, self.picture, 0, self.height)
        for one in self.blocks:
            high = one.block.wrap(one.width, 1e6)[1]
            one.block.drawOn(self.canv, one.x, self.height - one.y - high)
        if self.furniture.marks:
            with self.canv.artifact("Pagination", "Footer"):
                paint(self.canv, self.furniture, 0, self.height)


class Later(Block):
    """A board that is set only when its page is drawn: a thousand of them neither wait nor fill the memory."""

    def __init__(self, width: float, height: float, board: Callable[[], Board]) -> None:
        super().__init__()
        self.width, self.height, self.board = width, height, board

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The size it was given."""
        return self.width, self.height

    def draw(self) -> None:
        """Set it now."""
        self.board().drawOn(self.canv, 0, 0)

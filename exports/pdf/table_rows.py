"""Rows of a table once they are set: their cells' places and heights, and how a row is cut by its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.look.marks import Picture
from exports.pdf.flowables_text import TextBlock
from exports.pdf.tags import Node

_EXACT = 1e-6
BADGE_GAP = 6.0


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell set in its column: where it stands from the start edge, and what it holds."""

    block: TextBlock
    start: float
    width: float
    picture: Picture | None = None
    figure: Node | None = None

    @property
    def inset(self) -> float:
        return self.picture.width + BADGE_GAP if self.picture else 0.0

    @property
    def room(self) -> float:
        return self.width - self.inset


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row with its structure node, its cells and its height; ``above`` is kept free over a band."""

    node: Node
    cells: tuple[SetCell, ...]
    height: float
    kind: str = "row"
    above: float = 0.0

    @property
    def is_band(self) -> bool:
        return self.kind == "band"


def cell_height(cell: SetCell) -> float:
    return max(cell.block.height, cell.picture.height if cell.picture and cell.block.lines else 0.0)


def row_height(cells: Sequence[SetCell]) -> float:
    """The cells' height when their first baselines stand on one line."""
    base = deepest_baseline(cells)
    return max(max(0.0, base - cell.block.first_baseline()) + cell_height(cell) for cell in cells)


def deepest_baseline(cells: Sequence[SetCell]) -> float:
    return max((cell.block.first_baseline() for cell in cells if cell.block.lines), default=0.0)


def cut_row(row: SetRow, room: float, pad: float) -> tuple[SetRow, SetRow] | None:
    """A row as two rows of the same structure element, cut by the lines of its cells; None if nothing fits."""
    heads, rests, cut = [], [], False
    for cell in row.cells:
        block = cell.block
        fits = int((room - 2 * pad + _EXACT) // block.style.leading)
        if fits < 1 and block.lines:
            return None
        if fits >= len(block.lines):
            empty = block.twin()
            empty.lines, empty.height = (), 0.0
            heads.append(cell)
            rests.append(replace(cell, block=empty))
        else:
            first, second = block.cut(fits)
            assert isinstance(first, TextBlock)
            assert isinstance(second, TextBlock)
            heads.append(replace(cell, block=first))
            rests.append(replace(cell, block=second, picture=None, figure=None))
            cut = True
    if not cut:
        return None
    return _height_again(row, heads, pad), _height_again(row, rests, pad)


def _height_again(row: SetRow, cells: list[SetCell], pad: float) -> SetRow:
    return replace(row, cells=tuple(cells), height=row_height(cells) + 2 * pad)

"""Blocks that hold blocks: stacks, side headings beside text, panels, columns of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from exports.pdf.block import Block
from exports.pdf.flowables_figures import Gap
from exports.pdf.sheet import GUTTER, PANEL_HANG, SIDE, STEP, SUNKEN

_EXACT = 1e-6


class Stack(Block):
    """Blocks one below the other; splits between or inside them, and honours ``keep_next``."""

    def __init__(self, blocks: Sequence[Block], *, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__(before, after)
        self.blocks = list(blocks)
        if self.blocks:
            self.spaceBefore = max(before, self.blocks[0].spaceBefore)
            self.spaceAfter = max(after, self.blocks[-1].spaceAfter)
            self.keep_next = self.blocks[-1].keep_next

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The sum of the blocks and the larger of the two spaces between neighbours."""
        self.width = available
        self.height = sum(gap + block.wrap(available, room)[1] for gap, block in self._spaced())
        return self.width, self.height

    def first_baseline(self) -> float:
        """That of the first block."""
        return self.blocks[0].first_baseline() if self.blocks else 0.0

    def split(self, available: float, room: float) -> list[Any]:
        """As much as fits, and the rest."""
        used = 0.0
        for index, (gap, block) in enumerate(self._spaced()):
            high = block.wrap(available, room)[1]
            if used + gap + high <= room + _EXACT:
                used += gap + high
                continue
            only_heads = all(before.keep_next for before in self.blocks[:index])
            block.pressed = self.must_split and only_heads
            space = room - used - gap
            parts = block.split(available, space) if space > 0 else []
            if len(parts) == 1:  # pressed, it fits after all
                used += gap + block.height
                continue
            if len(parts) > 1:
                return self._parted([*self.blocks[:index], parts[0]], [*parts[1:], *self.blocks[index + 1 :]])
            while index and self.blocks[index - 1].keep_next and not (self.must_split and only_heads):
                index -= 1
            return self._parted(self.blocks[:index], self.blocks[index:]) if index else []
        return [self]

    def draw(self) -> None:
        """From the top down."""
        y = self.height
        for gap, block in self._spaced():
            y -= gap + block.height
            block.drawOn(self.canv, 0, y)

    def _spaced(self) -> list[tuple[float, Block]]:
        out: list[tuple[float, Block]] = []
        for index, block in enumerate(self.blocks):
            above = self.blocks[index - 1].spaceAfter if index else 0.0
            out.append((max(above, block.spaceBefore) if index else 0.0, block))
        return out

    def _parted(self, head: list[Block], rest: list[Block]) -> list[Block]:
        while rest and isinstance(rest[0], Gap):
            rest = rest[1:]
        first, second = self._with(head), self._with(rest)
        first.spaceAfter = second.spaceBefore = 0.0
        first.keep_next = False
        return [first, second] if rest else [first]

    def _with(self, blocks: list[Block]) -> Self:
        other = self.twin()
        other.blocks = blocks
        return other


class Panel(Stack):
    """A stack on a tint that hangs into both margins, so that the words inside stay on the grid."""

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        fill: str = SUNKEN,
        hang: float = PANEL_HANG,
        top: float = 7.0,
        bottom: float = 8.0,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(blocks, before=before, after=after)
        self.fill, self.hang, self.top, self.bottom = fill, hang, top, bottom

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The stack and its padding."""
        self.width, inner = super().wrap(available, room)
        self.height = inner + self.top + self.bottom
        return self.width, self.height

    def first_baseline(self) -> float:
        """That of the first block, below the padding."""
        return self.top + super().first_baseline()

    def split(self, available: float, room: float) -> list[Any]:
        """Both parts are padded panels."""
        return super().split(available, room - self.top - self.bottom)

    def draw(self) -> None:
        """The fill is a layout artifact; the words are painted over it."""
        with self.canv.artifact():
            self.canv.fill_box(-self.hang, 0, self.width + 2 * self.hang, self.height, self.fill)
        y = self.height - self.top
        for gap, block in self._spaced():
            y -= gap + block.height
            block.drawOn(self.canv, 0, y)


class Beside(Block):
    """A heading in the side column, on the baseline of the first line of the blocks it heads.

    ``side`` may be several blocks (a heading and a note under it), or none: the main column keeps its place.
    ``whole``: it moves to the next page rather than be cut; ``again`` heads the rest where even a page is too low.
    """

    def __init__(
        self,
        side: Block | Sequence[Block] | None,
        main: Sequence[Block],
        *,
        rtl: bool = False,
        side_width: float = SIDE,
        gutter: float = GUTTER,
        whole: bool = False,
        again: Sequence[Block] = (),
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        blocks = [side] if isinstance(side, Block) else list(side or ())
        self.side: Stack | None = Stack(blocks) if blocks else None
        self.main = Stack(main)
        self.rtl, self.whole, self.again = rtl, whole, tuple(again)
        self.side_width, self.gutter = side_width, gutter
        self._main_top = self._side_top = 0.0

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The higher of the two columns, moved so that the first baselines meet."""
        high = self.main.wrap(available - self.side_width - self.gutter, room)[1]
        self._main_top = self._side_top = 0.0
        if self.side is not None:
            aside = self.side.wrap(self.side_width - STEP, room)[1]
            shift = self.main.first_baseline() - self.side.first_baseline()
            self._side_top, self._main_top = max(0.0, shift), max(0.0, -shift)
            high = max(high + self._main_top, aside + self._side_top)
        self.width, self.height = available, high
        return self.width, self.height

    def first_baseline(self) -> float:
        """That of the main column."""
        return self._main_top + self.main.first_baseline()

    def split(self, available: float, room: float) -> list[Any]:
        """By the main column; the side heading stays with the first part and must fit there."""
        self.wrap(available, room)
        if self.height <= room + _EXACT:
            return [self]
        if self.whole and not self.must_split:
            return []
        head, rest = self.twin(), self.twin()
        rest.side = Stack([block.twin() for block in self.again]) if self.again else None
        if self.side is not None and self.side.height + self._side_top > room + _EXACT:
            self.side.pressed = True
            aside = (
                _halves(self.side, self.side_width - STEP, room - self._side_top) if self.must_split else None
            )
            if aside is None:
                return []
            head.side, rest.side = aside
        self.main.pressed = self.must_split
        parts = _halves(self.main, available - self.side_width - self.gutter, room - self._main_top)
        if parts is None:
            return []
        head.main, rest.main = parts
        head.spaceAfter = rest.spaceBefore = 0.0
        return [head, rest]

    def draw(self) -> None:
        """The heading first: it is read before what it heads."""
        if self.side is not None:
            x = self.width - self.side_width + STEP if self.rtl else 0.0
            self.side.drawOn(self.canv, x, self.height - self._side_top - self.side.height)
        x = 0.0 if self.rtl else self.side_width + self.gutter
        self.main.drawOn(self.canv, x, self.height - self._main_top - self.main.height)


def _halves(stack: Stack, width: float, room: float) -> tuple[Stack, Stack] | None:
    """A stack as what fits and the rest (which may be empty); None if nothing fits."""
    if stack.wrap(width, room)[1] <= room + _EXACT:
        return stack, Stack([])
    parts = stack.split(width, room)
    return (parts[0], parts[1]) if len(parts) == 2 else None


class Columns(Block):
    """Blocks side by side on a common first baseline, read one after the other; cut only if a page is too low.

    ``starts`` are their distances from the start edge (left, or right in a mirrored sheet); each reaches to
    the next one less ``gap``.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        starts: Sequence[float],
        *,
        rtl: bool = False,
        gap: float = 8.0,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        self.blocks = [block if isinstance(block, Stack) else Stack([block]) for block in blocks]
        self.starts, self.rtl, self.gap = list(starts), rtl, gap

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """As high as the highest."""
        for block, wide in zip(self.blocks, self._widths(available), strict=True):
            block.wrap(wide, room)
        base = self.first_baseline()
        high = max((base - block.first_baseline() + block.height for block in self.blocks), default=0.0)
        self.width, self.height = available, high
        return self.width, self.height

    def first_baseline(self) -> float:
        """The deepest of the first baselines."""
        return max((block.first_baseline() for block in self.blocks), default=0.0)

    def split(self, available: float, room: float) -> list[Any]:
        """Whole, or if it must be, each column by its lines."""
        if self.wrap(available, room)[1] <= room + _EXACT:
            return [self]
        if not self.must_split:
            return []
        for block in self.blocks:
            block.pressed = True
        halves = [
            _halves(block, wide, room - self.first_baseline())
            for block, wide in zip(self.blocks, self._widths(available), strict=True)
        ]
        if not all(halves):
            return []
        head, rest = self.twin(), self.twin()
        head.blocks = [half[0] for half in halves if half]
        rest.blocks = [half[1] for half in halves if half]
        return [head, rest]

    def draw(self) -> None:
        """In the order given."""
        base = self.first_baseline()
        for block, start, wide in zip(self.blocks, self.starts, self._widths(self.width), strict=True):
            x = self.width - start - wide if self.rtl else start
            block.drawOn(self.canv, x, self.height - (base - block.first_baseline()) - block.height)

    def _widths(self, available: float) -> list[float]:
        ends = [*(start - self.gap for start in self.starts[1:]), available]
        return [end - start for start, end in zip(self.starts, ends, strict=True)]

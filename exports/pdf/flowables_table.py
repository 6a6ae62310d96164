"""A table: its head read once and repeated as an artifact, rows that may be cut by lines, no vertical rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.look.marks import Picture
from desktop.words.clean import shorten
from exports.pdf.block import Block
from exports.pdf.flowables_text import Align, TextBlock
from exports.pdf.painter import paint
from exports.pdf.sheet import HAIRLINE, INK, LABEL, NOTE, PANEL_HANG, SMALL, SUNKEN, WAVE, Style
from exports.pdf.table_rows import SetCell, SetRow, cut_row, deepest_baseline, row_height
from exports.pdf.tags import Node, TagCanvas
from exports.pdf.text.spans import Words, plain

_EXACT = 1e-6
_TALL = 240.0  # a row higher than this is cut where the page ends; others move whole
_HEAD_SPACE = 4.0
_BAND_ABOVE, _BAND_BELOW = 5.0, 4.0
_STRONG_RULE = 0.9
_HEAD_LETTERS = 8 * 24  # a head stands on every page: it may not fill one
_CAPTION_LETTERS = 600


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points with the gap to the next, and how its cells stand."""

    head: Words
    width: float
    align: Align = "start"
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that differs from its column: in style or alignment, or with a small picture before the words.

    A picture with ``alt`` is a figure of its own; without, it only decorates. ``span`` columns are one cell.
    """

    words: Words = ""
    style: Style | None = None
    align: Align | None = None
    picture: Picture | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class Band:
    """A heading row across the table, with a note at its far end."""

    words: Words
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Tinted:
    """A row on the panel tint, for the one row to see."""

    cells: Sequence[Words | Cell]


Row = Sequence[Words | Cell] | Band | Tinted


class TableBlock(Block):
    """Columns and rows. The first cell of a row heads it (``row_heads``); an empty cell keeps its place.

    ``caption`` stands above: number, then the finding. Widths wider than the page are shrunk in proportion.
    A table without rows gets one that says ``empty``.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        style: Style = SMALL,
        head_style: Style = LABEL,
        caption: Words = "",
        caption_style: Style = NOTE,
        row_heads: bool = True,
        rtl: bool = False,
        parent: Node | None = None,
        pad: float = 4.35,
        gap: float = 10.0,
        last_rule: bool = True,
        empty: Words = "–",
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        self.columns = tuple(columns)
        self.given: tuple[Row, ...] = tuple(rows) or ((empty, *("" for _ in self.columns[1:])),)
        self.style, self.head_style = style, head_style
        self.row_heads, self.rtl, self.pad, self.gap = row_heads, rtl, pad, gap
        self.last_rule = last_rule
        self.node = Node("Table", parent)
        self._head_node, self._body_node = Node("THead", self.node), Node("TBody", self.node)
        self.caption: TextBlock | None = (
            TextBlock(
                _capped(caption, _CAPTION_LETTERS),
                caption_style,
                role="Caption",
                parent=self.node,
                rtl=rtl,
                after=4.0,
            )
            if caption
            else None
        )
        self._set_for: float | None = None
        self._head: SetRow | None = None
        self._rows: tuple[SetRow, ...] = ()
        self._ends = True

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """Set the rows for a width, once."""
        if self._set_for != available:
            self._set(available)
        caption = 0.0
        if self.caption is not None:
            caption = self.caption.wrap(available, room)[1] + self.caption.spaceAfter
        self.width = available
        self.height = caption + self._head_height + sum(row.height for row in self._rows)
        return self.width, self.height

    def first_baseline(self) -> float:
        """That of the caption, else of the head."""
        if self.caption is not None:
            return self.caption.first_baseline()
        return self._head.cells[0].block.first_baseline() if self._head else 0.0

    def split(self, available: float, room: float) -> list[Any]:
        """Between rows; inside a row only if it is very high or a whole page cannot hold it."""
        self.wrap(available, room)
        top = self.height - sum(row.height for row in self._rows)
        left = room - top
        count = 0
        while count < len(self._rows) and self._rows[count].height <= left + _EXACT:
            left -= self._rows[count].height
            count += 1
        if count == len(self._rows):
            return [self]
        row = self._rows[count]
        if row.height > _TALL or (self.must_split and count == 0):
            parts = cut_row(row, left, self.pad)
            if parts is not None:
                return self._parted([*self._rows[:count], parts[0]], [parts[1], *self._rows[count + 1 :]])
        while count and self._rows[count - 1].is_band:
            count -= 1
        return self._parted(self._rows[:count], self._rows[count:]) if count else []

    def draw(self) -> None:
        """Caption, head, rows, each cell in its mark; the rules last, as one artifact."""
        y = self.height
        if self.caption is not None:
            y -= self.caption.height
            self.caption.drawOn(self.canv, 0, y)
            y -= self.caption.spaceAfter
        rules: list[tuple[float, float, str]] = []
        if self._head is not None:
            repeated = self.canv.drawn(self._head.node)
            self._draw_row(self._head, y, repeated=repeated)
            y -= self._head.height
            rules.append((y, _STRONG_RULE, INK))
        for index, row in enumerate(self._rows):
            self._draw_row(row, y, repeated=False)
            y -= row.height
            last = index + 1 == len(self._rows)
            if last and self._ends:
                if self.last_rule:
                    rules.append((y, _STRONG_RULE, INK))
            elif last or not self._rows[index + 1].is_band:
                rules.append((y, 0.5, HAIRLINE))
        with self.canv.artifact():
            for at, weight, ink in rules:
                self.canv.rule(0, self._wide, at, weight, ink)

    # setting

    def _set(self, available: float) -> None:
        self._set_for = available
        total = sum(column.width for column in self.columns)
        share = min(1.0, available / total)
        self._wide = total * share
        widths = [column.width * share for column in self.columns]
        self._head = self._set_head(widths)
        self._rows = tuple(
            self._set_band(row, first=index == 0) if isinstance(row, Band) else self._set_row(row, widths)
            for index, row in enumerate(self.given)
        )

    @property
    def _head_height(self) -> float:
        return self._head.height if self._head else 0.0

    def _set_head(self, widths: Sequence[float]) -> SetRow:
        node = Node("TR", self._head_node)
        cells = []
        for column, start, wide in zip(self.columns, _starts(widths), widths, strict=True):
            align: Align = "end" if column.align == "units" else column.align
            block = self._block(
                _capped(column.head, _HEAD_LETTERS),
                self.head_style,
                "TH",
                node,
                align,
                {"Scope": "/Column"},
                fit="balanced",
            )
            cells.append(self._fitted(SetCell(block, start, wide - self._gap_after(start, wide))))
        high = max((cell.block.height for cell in cells), default=0.0)
        return SetRow(node, tuple(cells), high + _HEAD_SPACE, "head")

    def _set_row(self, row: Sequence[Words | Cell] | Tinted, widths: Sequence[float]) -> SetRow:
        node = Node("TR", self._body_node)
        given = row.cells if isinstance(row, Tinted) else row
        if sum(_span(words) for words in given) != len(self.columns):
            raise ValueError(f"a row of {len(given)} cells in a table of {len(self.columns)} columns")
        cells, starts, index = [], _starts(widths), 0
        for words in given:
            cell = words if isinstance(words, Cell) else Cell(words)
            column, start, after = self.columns[index], starts[index], index + cell.span
            heads = self.row_heads and index == 0
            attributes: dict[str, Any] = {"Scope": "/Row"} if heads else {}
            block = self._block(
                cell.words,
                cell.style or column.style or self.style,
                "TH" if heads else "TD",
                node,
                cell.align or column.align,
                attributes | ({"ColSpan": cell.span} if cell.span > 1 else {}),
            )
            across = sum(widths[index:after])
            wide = across - self._gap_after(start, across)
            shows = cell.picture is not None and bool(cell.picture.alt)
            figure = Node("Figure", block.node, alt=cell.picture.alt) if cell.picture and shows else None
            cells.append(self._fitted(SetCell(block, start, wide, cell.picture, figure)))
            index = after
        high = row_height(cells)
        kind = "tinted" if isinstance(row, Tinted) else "row"
        return SetRow(node, tuple(cells), high + 2 * self.pad, kind)

    def _set_band(self, band: Band, *, first: bool) -> SetRow:
        node = Node("TR", self._body_node)
        span = {"Scope": "/Column", "ColSpan": len(self.columns)}
        block = self._block(band.words, WAVE, "TH", node, "start", span)
        cells = [self._fitted(SetCell(block, 0.0, self._wide))]
        if band.note:
            note = TextBlock(band.note, NOTE, role="P", parent=block.node, rtl=self.rtl, align="end")
            cells.append(self._fitted(SetCell(note, 0.0, self._wide)))
        above = 0.0 if first else _BAND_ABOVE
        high = max(cell.block.height for cell in cells) + above + _BAND_BELOW + 2.0
        return SetRow(node, tuple(cells), high, "band", above)

    def _block(
        self,
        words: Words,
        style: Style,
        role: str,
        row: Node,
        align: Align,
        attributes: dict[str, Any],
        fit: Any = None,
    ) -> TextBlock:
        given = {"O": "/Table", **attributes} if attributes else None
        return TextBlock(
            words,
            style,
            role=role,
            parent=row,
            rtl=self.rtl,
            align=align,
            attributes=given,
            fit=fit,
            keep_next=False,
        )

    def _gap_after(self, start: float, wide: float) -> float:
        return 0.0 if start + wide >= self._wide - _EXACT else self.gap

    def _fitted(self, cell: SetCell) -> SetCell:
        cell.block.wrap(max(cell.room, 1.0), 1e6)
        return cell

    def _parted(self, head: Sequence[SetRow], rest: Sequence[SetRow]) -> list[Block]:
        first, second = self.twin(), self.twin()
        first._rows, second._rows = tuple(head), tuple(rest)
        first._ends, second.caption = False, None
        first.spaceAfter = second.spaceBefore = 0.0
        first.wrap(self.width, 0)
        second.wrap(self.width, 0)
        return [first, second]

    # drawing

    def _draw_row(self, row: SetRow, top: float, *, repeated: bool) -> None:
        canvas = self.canv
        if row.kind == "tinted":
            with canvas.artifact():
                wide = self._wide + 2 * PANEL_HANG
                canvas.fill_box(-PANEL_HANG, top - row.height + 0.3, wide, row.height - 0.6, SUNKEN)
        pad = {"head": 0.0, "band": row.above + 2.0}.get(row.kind, self.pad)
        deepest = max((cell.block.height for cell in row.cells), default=0.0)
        base = deepest_baseline(row.cells)
        for cell in row.cells:
            down = deepest - cell.block.height if row.kind == "head" else base - cell.block.first_baseline()
            self._draw_cell(cell, top - pad - max(0.0, down), repeated=repeated)

    def _draw_cell(self, cell: SetCell, top: float, *, repeated: bool) -> None:
        canvas = self.canv
        x = self._wide - cell.start - cell.width if self.rtl else cell.start
        if cell.picture is not None and cell.block.lines:
            self._draw_picture(canvas, cell, x, top)
        left = x if self.rtl else x + cell.inset
        bottom = top - cell.block.height
        if not repeated:
            cell.block.drawOn(canvas, left, bottom)
        elif cell.block.lines:
            with canvas.artifact("Pagination", "Header"):
                canvas.write(f"q 1 0 0 1 {left:.3f} {bottom:.3f} cm")
                cell.block.paint_lines(canvas)
                canvas.write("Q")

    def _draw_picture(self, canvas: TagCanvas, cell: SetCell, x: float, top: float) -> None:
        assert cell.picture is not None
        left = x + cell.width - cell.picture.width if self.rtl else x
        middle = top - cell.block.first_baseline() + cell.block.style.size * 0.35
        at = middle + cell.picture.height / 2
        if cell.figure is None:
            with canvas.artifact():
                paint(canvas, cell.picture, left, at)
            return
        x0, y0 = canvas.absolutePosition(left, at)
        cell.figure.box = (x0, y0 - cell.picture.height, x0 + cell.picture.width, y0)
        with canvas.mark(cell.figure):
            paint(canvas, cell.picture, left, at)


def _span(words: Words | Cell) -> int:
    return words.span if isinstance(words, Cell) else 1


def _capped(given: Words, letters: int) -> Words:
    words = plain(given)
    return given if len(words) <= letters else shorten(words, letters)


def _starts(widths: Sequence[float]) -> list[float]:
    out, at = [], 0.0
    for wide in widths:
        out.append(at)
        at += wide
    return out

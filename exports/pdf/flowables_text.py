"""Words as a block: one structure element, set in lines, with its links, its number and its place in the outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from desktop.words.clean import clean_line, shorten
from exports.pdf.block import Block
from exports.pdf.sheet import BODY, MUTED, Style
from exports.pdf.tags import Node, TagCanvas
from exports.pdf.text.lines import Line, balanced, fill, settled
from exports.pdf.text.pen import Pen, Placed, place
from exports.pdf.text.spans import Link, Span, Words, plain, spans
from exports.pdf.text.tokens import Token, tokens

Align = Literal["start", "end", "centre", "units"]
Fit = Literal["settled", "balanced", "filled"]

ASCENT, DESCENT = 1.025, 0.275  # of IBM Plex Sans: where a line's baseline stands in its leading
HANGING = 8.0  # between a hanging paragraph number and the text
_NUMBER = Style(9, 14, "semibold", MUTED)
_EXACT = 1e-6


class TextBlock(Block):
    """Words in lines, as one structure element (or, with ``role=""``, as part of an artifact).

    ``number`` hangs before the text; ``outline`` puts a heading into the document's outline; ``anchor`` is a
    name that links lead to. Headings are balanced and keep with what follows.
    """

    def __init__(
        self,
        words: Words,
        style: Style = BODY,
        *,
        role: str = "P",
        parent: Node | None = None,
        rtl: bool = False,
        align: Align = "start",
        fit: Fit | None = None,
        number: str = "",
        outline: bool | str = False,
        anchor: str = "",
        keep_next: bool | None = None,
        attributes: dict[str, Any] | None = None,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        heading = role in ("H1", "H2", "H3", "H4", "H5", "H6")
        self.spans = spans(words, style)
        self.style = style
        self.rtl = rtl
        self.align: Align = align
        self.fit: Fit = fit or ("balanced" if heading else "settled")
        self.node = Node(role, parent, attributes=attributes) if role else None
        self.number = number
        self.keep_next = heading if keep_next is None else keep_next
        self.anchor = anchor
        self.outline = (outline if isinstance(outline, str) else plain(self.spans)) if outline else ""
        self._level = int(role[1]) - 1 if heading else 0
        self._tokens: tuple[Token, ...] | None = None
        self._wrapped: float | None = None
        self.lines: Sequence[Line] = ()

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        """Fill the lines for a width; kept until the width changes."""
        if self._wrapped != available:
            if self._tokens is None:
                self._tokens = tokens(self.spans, self.rtl)
            filling = {"settled": settled, "balanced": balanced, "filled": fill}[self.fit]
            self.lines = filling(self._tokens, available) if any(span.words for span in self.spans) else ()
            self._wrapped = available
        self.width, self.height = available, len(self.lines) * self.style.leading
        return self.width, self.height

    def first_baseline(self) -> float:
        """The ascent and half of what the leading adds."""
        spare = self.style.leading - self.style.size * (ASCENT + DESCENT)
        return spare / 2 + self.style.size * ASCENT

    def split(self, available: float, room: float) -> list[Any]:
        """Two lines at least on either side, unless a whole page cannot hold it."""
        self.wrap(available, room)
        count = len(self.lines)
        fits = int((room + _EXACT) // self.style.leading)
        if fits >= count:
            return [self]
        least = 1 if self.must_split else 2
        first = min(fits, count - least)
        return self.cut(first) if first >= least else []

    def cut(self, first: int) -> list[Block]:
        """The block as two: its first lines, and the rest (which carries no number, anchor or outline)."""
        head, rest = self.twin(), self.twin()
        head.lines, rest.lines = self.lines[:first], self.lines[first:]
        head.spaceAfter = rest.spaceBefore = 0
        head.keep_next = False
        rest.number = rest.anchor = rest.outline = ""
        for part in (head, rest):
            part.height = len(part.lines) * self.style.leading
        return [head, rest]

    def draw(self) -> None:
        """Paint the lines inside their marks."""
        if self.anchor or self.outline:
            key = self.anchor or f"outline-{len(self.canv.places) + 1}"
            self.canv.anchor(key, self.height)
            if self.outline:
                self.canv.outline(self.outline, key, self._level)
        if self.node is None:
            self.paint_lines(self.canv)
        elif self.lines:
            _Marked(self, self.canv, self.node).paint()
        else:
            self.canv.attach(self.node)

    def baselines(self) -> list[tuple[Line, float]]:
        """Each line with the y of its baseline above the block's bottom edge."""
        top = self.height - self.first_baseline()
        return [(line, top - index * self.style.leading) for index, line in enumerate(self.lines)]

    def placed(self, line: Line) -> list[Placed]:
        """The pieces of a line where they stand in the block."""
        return place(line, self._left(line), self.rtl)

    def paint_lines(self, canvas: TagCanvas) -> None:
        """Paint without opening a mark: the caller has opened one."""
        pen = Pen(canvas)
        for line, y in self.baselines():
            pen.show(self.placed(line), y)
        pen.close()

    def _left(self, line: Line) -> float:
        spare = self.width - line.width
        if self.align == "centre":
            return spare / 2
        if self.align == "units":
            return self._units_left(line)
        return spare if (self.align == "end") != self.rtl else 0.0

    def _units_left(self, line: Line) -> float:
        """The units digit ends where a whole level's would; ½ or a decimal hangs behind it, in any script."""
        words = "".join(piece.run.text for token in line.tokens for piece in token.pieces)
        whole = next((i for i, character in enumerate(words) if not character.isdecimal()), len(words))
        before = width_of(words[:whole], self.style)
        edge = width_of("00", self.style) if self.rtl else self.width - width_of("½", self.style)
        return edge - before


class _Marked:
    """Paints one block: a mark for its words, a mark and an annotation for each link."""

    def __init__(self, block: TextBlock, canvas: TagCanvas, node: Node) -> None:
        self.block, self.canvas, self.node = block, canvas, node

    def paint(self) -> None:
        stretches = self._stretches()
        boxes: list[tuple[Link, tuple[float, float, float, float]]] = []
        for index, (link, lines) in enumerate(stretches):
            node = self.canvas.link_node(self.node, link) if link else self.node
            with self.canvas.mark(node):
                pen = Pen(self.canvas)
                if index == 0 and self.block.number:
                    self._number(pen)
                for placed, y in lines:
                    pen.show(placed, y)
                    if link is not None:
                        boxes.append((link, self._box(placed, y)))
                pen.close()
        for link, box in boxes:
            self.canvas.annotate(self.canvas.link_node(self.node, link), link, box)

    def _stretches(self) -> list[tuple[Link | None, list[tuple[list[Placed], float]]]]:
        """The pieces in reading order, cut where a link begins or ends, and by line inside."""
        out: list[tuple[Link | None, list[tuple[list[Placed], float]]]] = []
        for line, y in self.block.baselines():
            for item in self.block.placed(line):
                if not out or out[-1][0] != item.piece.link:
                    out.append((item.piece.link, []))
                lines = out[-1][1]
                if not lines or lines[-1][1] != y:
                    lines.append(([], y))
                lines[-1][0].append(item)
        return out or [(None, [])]

    def _number(self, pen: Pen) -> None:
        style = _NUMBER
        line = fill(tokens([Span(f"{self.block.number} ", style)], self.block.rtl), 1e6)[0]
        x = self.block.width + HANGING if self.block.rtl else -HANGING - line.width
        pen.show(place(line, x, self.block.rtl), self.block.height - self.block.first_baseline())

    def _box(self, placed: Sequence[Placed], y: float) -> tuple[float, float, float, float]:
        size = max(item.piece.style.size for item in placed)
        right = max(item.x + item.piece.width for item in placed)
        return min(item.x for item in placed), y - DESCENT * size, right, y + 0.85 * size


def width_of(words: Words, style: Style = BODY, rtl: bool = False) -> float:
    """The width of words on one line, in points."""
    return sum(token.width for token in tokens(spans(words, style), rtl))


def one_line(words: str, style: Style, room: float) -> str:
    """A text on one line, cut with "…" where it is wider than ``room`` points."""
    return plain(line_of(clean_line(words), style, room))


def line_of(words: Words, style: Style, room: float) -> Words:
    """Words on one line as :func:`one_line`; what is isolated stays so."""
    whole = [replace(span, words=span.words.replace("\n", " ")) for span in spans(words, style)]
    if width_of(whole, style) <= room:
        return whole
    low, high = 1, sum(len(span.words) for span in whole)
    while high - low > 1:
        middle = (low + high) // 2
        if width_of(_first(whole, middle), style) <= room:
            low = middle
        else:
            high = middle
    return _first(whole, low)


def _first(whole: Sequence[Span], letters: int) -> list[Span]:
    """The first letters of several spans, the last of them ending in "…"."""
    out: list[Span] = []
    for span in whole:
        if len(span.words) >= letters:
            return [*out, replace(span, words=shorten(f"{span.words} ", letters))]
        out.append(span)
        letters -= len(span.words)
    return out

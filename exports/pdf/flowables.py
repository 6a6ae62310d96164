"""What a page is made of: text, lists, figures, rules and gaps that know their structure and how to split.

They are ReportLab flowables (``wrap``, ``split``, ``draw``), measured by their width alone, so a page may be
planned before a document is open: ``block.height_at(width)``. Containers are in ``flowables_layout``, tables in
``flowables_table``.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Literal, Self

from reportlab.platypus import Flowable

from desktop.look.marks import Picture
from desktop.words.clean import clean
from exports.pdf.objects import number
from exports.pdf.painter import paint
from exports.pdf.sheet import BODY, HAIRLINE, MUTED, STEP, Style
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


class ListItem(Block):
    """A label and a body; made by :class:`exports.pdf.flowables_layout.ListBlock`."""

    def __init__(self, label: TextBlock | None, body: TextBlock, indent: float, after: float) -> None:
        super().__init__(0.0, after)
        self.label, self.body, self.indent = label, body, indent

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """As high as its body."""
        if self.label is not None:
            self.label.wrap(self.indent, room)
        self.width, self.height = available, self.body.wrap(available - self.indent, room)[1]
        return self.width, self.height

    def first_baseline(self) -> float:
        """That of the body."""
        return self.body.first_baseline()

    def split(self, available: float, room: float) -> list[Any]:
        """By the lines of the body; the label stays with the first part."""
        self.body.pressed = self.must_split
        parts = self.body.split(available - self.indent, room)
        if len(parts) < 2:
            return [self] if parts else []
        head, rest = self.twin(), self.twin()
        assert isinstance(parts[0], TextBlock)
        assert isinstance(parts[1], TextBlock)
        head.body, rest.body, rest.label = parts[0], parts[1], None
        head.spaceAfter = 0
        return [head, rest]

    def draw(self) -> None:
        """Label first, then body."""
        rtl = self.body.rtl
        if self.label is not None:
            below = self.height - self.label.height
            self.label.drawOn(self.canv, self.width - self.indent if rtl else 0, below)
        self.body.drawOn(self.canv, 0 if rtl else self.indent, 0)


class FigureBlock(Block):
    """A picture with its finding as alternative text; shrunk to the width if it is wider.

    Its caption is a text block before it. Without ``alt`` the picture's own is used; there must be one.
    """

    def __init__(
        self,
        picture: Picture,
        *,
        alt: str = "",
        parent: Node | None = None,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        self.picture = picture
        words = clean(alt or picture.alt)
        if not words.strip():
            raise ValueError("a figure needs an alternative text")
        self.node = Node("Figure", parent, alt=words)
        self.scale = 1.0

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The picture's own size, or less."""
        self.scale = min(1.0, available / self.picture.width)
        if self.must_split:
            self.scale = min(self.scale, room / self.picture.height)
        self.width, self.height = available, self.picture.height * self.scale
        return self.width, self.height

    def draw(self) -> None:
        """Everything in the picture belongs to the figure's one mark."""
        x0, y0 = self.canv.absolutePosition(0, 0)
        wide = self.picture.width * self.scale
        self.node.box = (x0, y0, x0 + wide, y0 + self.height)
        with self.canv.mark(self.node):
            paint(self.canv, self.picture, 0, self.height, self.scale)


class Rule(Block):
    """A horizontal line across the width."""

    def __init__(
        self, weight: float = 0.5, colour: str = HAIRLINE, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__(before, after)
        self.weight, self.colour = weight, colour

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        """As wide as there is, as high as the line."""
        self.width, self.height = available, self.weight
        return self.width, self.height

    def draw(self) -> None:
        """A layout artifact."""
        with self.canv.artifact():
            self.canv.rule(0, self.width, self.weight / 2, self.weight, self.colour)


class Gap(Block):
    """Space of at least ``least``, ending on the grid of half lines; nothing at the top of a page."""

    def __init__(self, least: float = STEP, step: float = STEP) -> None:
        super().__init__()
        self.least, self.step = least, step

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """From where the page stands to the next grid line far enough below; inside a container: ``least``."""
        frame = getattr(self, "_frame", None)
        self.width, self.height = available, self.least
        if frame is not None:
            used = frame._aH - room
            target = -(-(used + self.least - 0.01) // self.step) * self.step
            self.height = 0.0 if frame._atTop else min(room, target - used)
        return self.width, self.height

    def draw(self) -> None:
        """Nothing."""


class Drawing(Block):
    """A picture that decorates (a logo, a badge): an artifact, placed at the start of the line."""

    def __init__(
        self, picture: Picture, *, rtl: bool = False, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__(before, after)
        self.picture, self.rtl = picture, rtl

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        """The picture's own size."""
        self.width, self.height = available, self.picture.height
        return self.width, self.height

    def draw(self) -> None:
        """A layout artifact."""
        x = self.width - self.picture.width if self.rtl else 0.0
        with self.canv.artifact():
            self.canv.write(f"1 0 0 1 {number(x)} 0 cm" if x else "")
            paint(self.canv, self.picture, 0, self.height)

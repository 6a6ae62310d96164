"""Lists: a label and a body for each of their items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from exports.pdf.block import Block
from exports.pdf.flowables_layout import Stack
from exports.pdf.flowables_text import TextBlock
from exports.pdf.sheet import BODY, MUTED, Style
from exports.pdf.tags import Node
from exports.pdf.text.spans import Words

BULLET = "•"


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


class ListBlock(Stack):
    """A list: bullets, or numbers with ``numbered=True`` or an own ``label(index from 0)``."""

    def __init__(
        self,
        items: Sequence[Words],
        style: Style = BODY,
        *,
        numbered: bool = False,
        label: Callable[[int], str] | None = None,
        indent: float = 14.0,
        item_gap: float = 3.0,
        parent: Node | None = None,
        rtl: bool = False,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        kind = "/Decimal" if numbered or label else "/Disc"
        self.node = Node("L", parent, attributes={"O": "/List", "ListNumbering": kind})
        say = label or ((lambda index: f"{index + 1}.") if numbered else (lambda _: BULLET))
        made: list[Block] = []
        for index, words in enumerate(items):
            node = Node("LI", self.node)
            mark = TextBlock(say(index), style.but(colour=MUTED), role="Lbl", parent=node, rtl=rtl)
            body = TextBlock(words, style, role="LBody", parent=node, rtl=rtl)
            made.append(ListItem(mark, body, indent, item_gap if index + 1 < len(items) else 0.0))
        super().__init__(made, before=before, after=after)

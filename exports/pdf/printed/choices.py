"""The answers to one question: a list whose labels are boxes to tick, side by side or one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Box, Picture
from exports.pdf.block import Block
from exports.pdf.flowables import TextBlock
from exports.pdf.painter import paint
from exports.pdf.sheet import INK, WHITE, Style
from exports.pdf.tags import Node

CAPITAL = 0.35
"""Half the height of a capital, as a share of the size: what centres a digit in its box."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands: its left edge and its width, box and all."""

    x: float
    width: float


class Choices(Block):
    """Boxes of one size, each with its digit in it and its words beside it. All answers look alike."""

    def __init__(
        self,
        answers: Sequence[tuple[str, str]],
        places: Sequence[Place] | None,
        style: Style,
        digit: Style,
        box: float,
        *,
        gap: float = 6.0,
        rtl: bool = False,
    ) -> None:
        """``answers`` are (label, words). With ``places`` they stand side by side, without below each other."""
        super().__init__()
        self.places, self.box, self.gap, self.rtl = places, box, gap, rtl
        node = Node("L", attributes={"O": "/List", "ListNumbering": "/None"})
        self.items: list[tuple[TextBlock, TextBlock]] = []
        for label, words in answers:
            item = Node("LI", node)
            mark = TextBlock(label, digit, role="Lbl", parent=item, align="centre", fit="filled")
            self.items.append((mark, TextBlock(words, style, role="LBody", parent=item, rtl=rtl)))
        self._tops: list[float] = []

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The highest answer, or all of them."""
        inset = self.box + self.gap
        self._tops, below = [], 0.0
        for number, (mark, words) in enumerate(self.items):
            wide = self.places[number].width if self.places else available
            mark.wrap(self.box, room)
            high = max(self.box, self._down(words) + words.wrap(wide - inset, room)[1])
            self._tops.append(0.0 if self.places else below)
            below = max(below, high) if self.places else below + high + self.gap
        self.width = available
        self.height = below if self.places else max(0.0, below - self.gap)
        return self.width, self.height

    def draw(self) -> None:
        """Each box as decoration, then its digit and its words."""
        for number, (mark, words) in enumerate(self.items):
            x = self.places[number].x if self.places else 0.0
            wide = self.places[number].width if self.places else self.width
            left = self.width - x - self.box if self.rtl else x
            top = self.height - self._tops[number]
            with self.canv.artifact():
                paint(self.canv, _box(self.box), left, top)
            mark.drawOn(self.canv, left, top - self._baseline(mark) + mark.first_baseline() - mark.height)
            text = self.width - x - wide if self.rtl else x + self.box + self.gap
            words.drawOn(self.canv, text, top - self._down(words) - words.height)

    def _baseline(self, mark: TextBlock) -> float:
        """Where the digit stands in its box, from the top."""
        return self.box / 2 + mark.style.size * CAPITAL

    def _down(self, words: TextBlock) -> float:
        """How far the words are lowered so that their first line is level with the digit."""
        return max(0.0, self.box / 2 + words.style.size * CAPITAL - words.first_baseline())


def _box(side: float) -> Picture:
    frame = Box(0.45, 0.45, side - 0.9, side - 0.9, fill=WHITE, stroke=INK, line=0.9, radius=2)
    return Picture(side, side, (frame,))

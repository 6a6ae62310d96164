"""What stands between words: pictures, decoration, rules and gaps."""

from __future__ import annotations

from desktop.look.marks import Picture
from desktop.words.clean import clean
from exports.pdf.block import Block
from exports.pdf.objects import number
from exports.pdf.painter import paint
from exports.pdf.sheet import HAIRLINE, STEP
from exports.pdf.tags import Node


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
        self.scale = self._most = 1.0

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        """The picture's own size, or less."""
        self.scale = min(self._most, available / self.picture.width)
        if self.must_split:
            # Once shrunk for a page it stays so: the container it stands in counts on that height.
            self.scale = self._most = min(self.scale, room / self.picture.height)
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

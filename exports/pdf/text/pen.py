"""Lines of text written as PDF operators: placed in visual order, emitted in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop.look import bidi
from desktop.look.runs import Run
from exports.pdf.fonts import EmbeddedFace
from exports.pdf.objects import colour, number
from exports.pdf.text.lines import Line
from exports.pdf.text.tokens import Piece

_TOUCHING = 0.01


class TextSink(Protocol):
    """What a pen needs of a canvas: a place for operators, and the document's faces."""

    def embedded(self, run: Run) -> EmbeddedFace: ...
    def write(self, operators: str) -> None: ...
    def count_missing(self, run: Run) -> None: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and the x of its left edge."""

    piece: Piece
    x: float


def place(line: Line, x: float, rtl: bool = False) -> list[Placed]:
    """The pieces of a line in reading order with their left edges; the line's own left edge is ``x``.

    The space a line ends in is written too (readers join words without it), outside the line's width.
    """
    pieces = [piece for token in line.tokens for piece in token.pieces]
    placed = [0.0] * len(pieces)
    at = x
    for index in bidi.visual_order([piece.run.level for piece in pieces]):
        placed[index] = at
        at += pieces[index].width
    out = [Placed(piece, left) for piece, left in zip(pieces, placed, strict=True)]
    if line.tail is not None:
        out.append(Placed(line.tail, x - line.tail.width if rtl else at))
    return out


class Pen:
    """Writes placed pieces into one text object; neighbours in one style share a TJ."""

    def __init__(self, sink: TextSink) -> None:
        self.sink = sink
        self._tj: list[str] = []
        self._font: tuple[str, float] | None = None
        self._colour: str | None = None
        self._next: tuple[float, float] | None = None
        sink.write("BT")

    def show(self, placed: Iterable[Placed], y: float) -> None:
        """Write pieces whose baseline is at ``y``."""
        for item in placed:
            self._piece(item.piece, item.x, y)

    def close(self) -> None:
        """End the text object."""
        self._flush()
        self.sink.write("ET")

    def _piece(self, piece: Piece, x: float, y: float) -> None:
        if piece.run.missing:
            self.sink.count_missing(piece.run)
        face = self.sink.embedded(piece.run)
        code = face.code(piece.run)
        font = (face.face.name, piece.style.size)
        touching = self._next is not None and abs(self._next[0] - x) < _TOUCHING and self._next[1] == y
        if not (
            touching and code.joined is not None and font == self._font and piece.style.colour == self._colour
        ):
            self._flush()
            self._dress(font, piece.style.colour)
            if code.joined is not None:
                self._move(x, y)
        if code.joined is None:
            self._alone(code.strokes, code.actual, piece, x, y)
            return
        self._tj.append(code.joined)
        self._next = (x + piece.width, y)

    def _alone(
        self, strokes: tuple[tuple[float, str], ...], actual: str | None, piece: Piece, x: float, y: float
    ) -> None:
        if actual is not None:
            self.sink.write(f"/Span <</ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>>> BDC")
        self._move(x, y)
        for rise, inside in strokes:
            self.sink.write(f"{number(rise * piece.style.size / 1000)} Ts [{inside}] TJ")
        self.sink.write("0 Ts")
        if actual is not None:
            self.sink.write("EMC")
        self._next = None

    def _move(self, x: float, y: float) -> None:
        self.sink.write(f"1 0 0 1 {number(x)} {number(y)} Tm")

    def _dress(self, font: tuple[str, float], ink: str) -> None:
        if font != self._font:
            self.sink.write(f"/{font[0]} {number(font[1])} Tf")
            self._font = font
        if ink != self._colour:
            self.sink.write(f"{colour(ink)} rg")
            self._colour = ink

    def _flush(self) -> None:
        if self._tj:
            self.sink.write(f"[{''.join(self._tj)}] TJ")
            self._tj.clear()
        self._next = None

"""Tokens filled into lines: greedy, ragged, no hyphens; balanced for headings; no lone word at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exports.pdf.text.tokens import Piece, Token, cut

_CLOSE = 1e-6
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its tokens without the space it ends in, that space as ``tail``, its width in points."""

    tokens: tuple[Token, ...]
    tail: Piece | None
    width: float
    ends_paragraph: bool = False

    @property
    def words(self) -> int:
        """How many words between spaces the line has."""
        return 1 + sum(1 for token in self.tokens if token.kind == "space") if self.tokens else 0


def fill(parts: Sequence[Token], width: float) -> list[Line]:
    """As many words on each line as fit ``width``; what is wider than the line is cut between letters."""
    lines: list[Line] = []
    held: list[Token] = []
    used = 0.0
    waiting = list(reversed(parts))
    while waiting:
        token = waiting.pop()
        if token.kind == "newline":
            lines.append(replace(_line(held), ends_paragraph=True))
            held, used = [], 0.0
        elif token.kind == "space":
            if held:
                held.append(token)
                used += token.width
        elif used + token.width > width + _CLOSE and token.kind == "word":
            if held:
                lines.append(_line(held))
                held, used = [], 0.0
            if token.width > width + _CLOSE and len(pieces := cut(token, width)) > 1:
                waiting.extend(reversed(pieces))
            else:
                held, used = [token], token.width
        elif token.kind == "word":
            held.append(token)
            used += token.width
    lines.append(replace(_line(held), ends_paragraph=True))
    return lines


def settled(parts: Sequence[Token], width: float) -> list[Line]:
    """As :func:`fill`, but drawn in a little where that spares the last line a lone word."""
    lines = fill(parts, width)
    if len(lines) < 2 or not _lone(lines):
        return lines
    for share in _NARROWER:
        other = fill(parts, width * share)
        if len(other) != len(lines):
            break
        if not _lone(other):
            return other
    return lines


def balanced(parts: Sequence[Token], width: float) -> list[Line]:
    """As few lines as :func:`fill` needs, of about equal length: for headings and labels."""
    lines = fill(parts, width)
    need, low, high = len(lines), width / 3, width
    while need > 1 and high - low > 1:
        middle = (low + high) / 2
        other = fill(parts, middle)
        if len(other) == need and all(line.width <= middle + _CLOSE for line in other):
            lines, high = other, middle
        else:
            low = middle
    return lines


def _lone(lines: Sequence[Line]) -> bool:
    return lines[-1].words == 1 and lines[-2].words > 2 and not lines[-2].ends_paragraph


def _line(held: list[Token]) -> Line:
    tail: Piece | None = None
    end = len(held)
    while end and held[end - 1].kind != "word":
        end -= 1
        if held[end].pieces:
            tail = held[end].pieces[0]
    kept = tuple(held[:end])
    return Line(kept, tail if kept else None, sum(token.width for token in kept))

"""Commit: what was decided, what is open, who answers, read back line by line."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import LABEL, LEAD, LEAST, LINE
from desktop.look.scenes.frame import Frame, Wall
from desktop.look.wrap import Fitted


@dataclass(frozen=True, slots=True)
class ReadBack:
    """``lines`` are pairs of a few words and a sentence."""

    title: str
    aside: str
    lines: tuple[tuple[str, str], ...]


_BETWEEN = 40.0
_LEADING = 1.2


def read_back(said: ReadBack, frame: Frame) -> Picture:
    """One line a subject, as large as all of them fit; then as many lines of each as there is room for."""
    wall = Wall(frame)
    top, foot, side = wall.title(said.title, said.aside) + 52, wall.h - 60, wall.inner * 0.24
    pairs = _fitted(wall, said, side, foot - top)
    wanted = sum(_tall(pair) for pair in pairs) + _BETWEEN * (len(pairs) - 1)
    between = _BETWEEN + min(16.0, max(0.0, (foot - top - wanted) / max(1, len(pairs) - 1)))
    y = top
    for place, (name, words) in enumerate(pairs):
        if place:
            wall.rule(wall.margin, y - between / 2 - 1, wall.inner)
        # Both begin on one line: the smaller type is let down to the larger one's first baseline.
        lower = (words.size - name.size) * 0.78
        wall.lines(wall.margin, y + lower, name, wall.ground.muted, "medium", leading=_LEADING)
        wall.lines(wall.margin + side + 30, y, words, None, "regular", leading=_LEADING)
        y += _tall((name, words)) + between
    return wall.close(said.title, Table((said.title, ""), said.lines))


def _tall(pair: tuple[Fitted, Fitted]) -> float:
    name, words = pair
    return max(name.tall(_LEADING) + (words.size - name.size) * 0.78, words.tall(_LEADING))


def _fitted(wall: Wall, said: ReadBack, side: float, tall: float) -> list[tuple[Fitted, Fitted]]:
    share = (tall - _BETWEEN * (len(said.lines) - 1)) / max(1, len(said.lines))
    room = wall.inner - side - 30
    for size in (LEAD, LINE, LABEL, LEAST):
        names = [wall.fit(name, side, 2.3 * LEAST, LEAST, "medium", _LEADING) for name, _ in said.lines]
        words = [wall.measure.wrap(words, size, room) for _, words in said.lines]
        pairs = [(name, Fitted(tuple(lines), size)) for name, lines in zip(names, words, strict=True)]
        if sum(_tall(pair) for pair in pairs) + _BETWEEN * (len(pairs) - 1) <= tall:
            return pairs
    one_line = LEAST * 1.06
    return [
        (
            wall.fit(name, side, max(one_line, share), LEAST, "medium", _LEADING),
            wall.fit(words, room, max(one_line, share), LEAST, "regular", _LEADING),
        )
        for name, words in said.lines
    ]

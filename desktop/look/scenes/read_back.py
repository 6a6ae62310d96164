"""Commit: what was decided, what is open, who answers, read back line by line."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import LABEL, LEAST
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class ReadBack:
    """``lines`` are pairs of a few words and a sentence."""

    title: str
    aside: str
    lines: tuple[tuple[str, str], ...]


def read_back(said: ReadBack, frame: Frame) -> Picture:
    """One line a subject; the type gives way before a word does."""
    wall = Wall(frame)
    y = wall.title(said.title, said.aside) + 44
    foot, side = wall.h - 56, wall.inner * 0.24
    for place, (name, words) in enumerate(said.lines):
        room = (foot - y) / (len(said.lines) - place)
        fitted = wall.fit(words, wall.inner - side - 30, room - 26, LABEL + 2, "regular", 1.22)
        wall.block(wall.margin, y, side, max(44.0, room - 20), name, LEAST, wall.ground.muted, "medium")
        y = wall.lines(wall.margin + side + 30, y - 4, fitted, leading=1.22) + 18
        if place + 1 < len(said.lines):
            wall.rule(wall.margin, y, wall.inner)
            y += 22
    return wall.close(said.title, Table((said.title, ""), said.lines))

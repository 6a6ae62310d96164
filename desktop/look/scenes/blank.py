"""Nothing: the wall's ground, while the room looks at people."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class Blank:
    """``alt`` says to a screen reader that the wall is blank."""

    alt: str


def blank(said: Blank, frame: Frame) -> Picture:
    """An empty wall."""
    return Wall(frame).close(said.alt, Table())

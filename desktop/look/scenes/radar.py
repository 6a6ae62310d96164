"""The radar: today, the target, and where the chosen actions take us; it moves as actions are chosen."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.pictures import radar as pictures
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import LABEL, LEAST
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class Radar:
    """``lines`` are sentences beside the picture; ``keys`` explain today, plan and target (empty: no such line)."""

    title: str
    aside: str
    scale: Scale
    standings: tuple[Standing, ...]
    keys: tuple[str, str, str]
    lines: tuple[str, ...]
    finding: str
    heads: tuple[str, str, str, str]


def radar(said: Radar, frame: Frame) -> Picture:
    """The radar at one side, its key, numbers and sentences at the other."""
    wall = Wall(frame)
    top = wall.title(said.title, said.aside) + 24
    room = wall.h - top - 70
    radius = min(room / 2 - 70, wall.inner * 0.22)
    centre = (wall.margin + radius + 96, top + room / 2)
    pictures.radar(wall, said.standings, said.scale, centre, radius, 62.0, wall.progress)
    left = centre[0] + radius + 150
    _beside(wall, said, left, top + 16, wall.right - left, wall.h - 60)
    rows = tuple(
        (one.name, one.today_words, one.plan_words or "–", one.target_words or "–") for one in said.standings
    )
    return wall.close(f"{said.finding} {said.title}", Table(said.heads, rows))


def _beside(wall: Wall, said: Radar, x: float, top: float, room: float, foot: float) -> None:
    ground, y = wall.ground, top
    for words, colour in zip(said.keys, (ground.today, ground.plan, ground.target), strict=True):
        if words:
            wall.box(x, y + 8, 54, 14, colour, radius=7)
            wall.line(x + 74, y + 28, room - 74, words, LEAST, ground.muted)
            y += 50
    y += 14
    numbers = foot - y - (len(said.lines) and 190)
    step = min(62.0, numbers / max(1, len(said.standings)))
    for one in said.standings:
        wall.badge(one.number, one.colour, x, y + step / 2 - 22, 44)
        wall.line(x + 64, y + step / 2 + 12, room * 0.5, one.short, LABEL - 2, None, "medium")
        said_level = one.arrow(wall.frame.rtl) if one.today is not None else one.stage
        wall.line(x + room, y + step / 2 + 12, room * 0.38, said_level, LABEL - 2, None, "semibold", "end")
        y += step
    y += 24
    for words in said.lines:
        y = wall.block(x, y, room, max(46.0, foot - y), words, LEAST, ground.muted) + 10

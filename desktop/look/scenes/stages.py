"""The story of the stages: a stair that is climbed a step at a time, each stage with one plain line."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.palette import mix
from desktop.look.scale import LABEL, LEAST, LINE, QUESTION, WALL_RADIUS
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class Stair:
    """One step: the level's sign, its stage and its line, which may be empty."""

    sign: str
    stage: str
    line: str


@dataclass(frozen=True, slots=True)
class Stages:
    """``told`` steps from the first are told; the last of them is the one in hand."""

    title: str
    city: str
    steps: tuple[Stair, ...]
    told: int
    heads: tuple[str, str]


def stages(said: Stages, frame: Frame) -> Picture:
    """The lowest step at the foot; what is not told yet is an empty step."""
    wall = Wall(frame)
    top = wall.title(said.title, said.city) + 32
    many = max(1, len(said.steps))
    gap = 18.0
    tall = min(210.0, (wall.h - 60 - top - gap * (many - 1)) / many)
    into = 0.0 if wall.narrow else min(110.0, wall.inner * 0.3 / many)
    foot = wall.h - 60
    for place, one in enumerate(said.steps):
        y = foot - (place + 1) * tall - place * gap
        x = wall.margin + into * place
        _step(wall, one, x, y, wall.right - x, tall, told=place < said.told, now=place == said.told - 1)
    rows = tuple((f"{one.sign} {one.stage}", one.line) for one in said.steps[: said.told])
    now = said.steps[min(many, max(1, said.told)) - 1]
    return wall.close(f"{said.title}. {now.stage}: {now.line}", Table(said.heads, rows))


def _step(
    wall: Wall, one: Stair, x: float, y: float, wide: float, tall: float, *, told: bool, now: bool
) -> None:
    ground = wall.ground
    if not told:
        wall.box(x, y, wide, tall, None, ground.axis, 3, WALL_RADIUS)
        return
    wall.box(
        x, y, wide, tall, mix(ground.lit, ground.surface, 0.16) if now else ground.card, radius=WALL_RADIUS
    )
    radius = min(38.0, tall * 0.36)
    wall.disc(x + 40 + radius, y + tall / 2, radius, ground.lit if now else None, ground.lit, 4)
    wall.centred(
        x + 40 + radius, y + tall / 2, one.sign, max(LEAST, radius), ground.surface if now else None, "bold"
    )
    left = x + 40 + 2 * radius + 36
    room = x + wide - left - 32
    ink = None if now else ground.muted
    stage = wall.fit(
        one.stage, room, tall, QUESTION if tall > 190 else LINE if tall > 130 else LABEL, "semibold", 1.1
    )
    line = wall.fit(
        one.line,
        room,
        max(LEAST * 1.3, tall - stage.tall(1.1) - 30),
        LINE if tall > 190 else LABEL if tall > 130 else LEAST,
        "regular",
        1.16,
    )
    if not one.line or stage.tall(1.1) + line.tall(1.16) + 8 > tall:
        wall.lines(
            left,
            y + (tall - stage.tall(1.1)) / 2,
            stage,
            ground.lit if now else None,
            "semibold",
            leading=1.1,
        )
        return
    at = y + (tall - stage.tall(1.1) - line.tall(1.16) - 8) / 2
    end = wall.lines(left, at, stage, ground.lit if now else None, "semibold", leading=1.1)
    wall.lines(left, end + 8, line, ink, leading=1.16)

"""A pivot begins: its plain definition, one sourced story, one question to hold in mind."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.palette import mix
from desktop.look.scale import FIGURE, LEAD, LEAST, TITLE
from desktop.look.scenes.frame import Frame, Head, Wall


@dataclass(frozen=True, slots=True)
class Story:
    """Words of the framework file; each of ``story``, ``source`` and ``hold`` may be empty."""

    head: Head
    icon: str
    definition: str
    story_head: str
    story: str
    source: str
    hold_head: str
    hold: str


def story(said: Story, frame: Frame) -> Picture:
    """The opening of a pivot."""
    wall = Wall(frame)
    wall.head(said.head)
    mark = 230 if wall.narrow else 300
    wall.icon(
        said.icon,
        wall.right - mark + 24,
        226,
        mark,
        mix(wall.ground.pivot(said.head.colour), wall.ground.surface, 0.3),
    )
    foot = _hold(wall, said)
    size = TITLE if wall.narrow else FIGURE
    most = (foot - 226) * (0.55 if said.story else 0.9)
    y = wall.block(
        wall.margin, 232, wall.inner - mark - 40, most, said.definition, size, None, "bold", leading=1.14
    )
    if said.story:
        _elsewhere(wall, said, y + 56, foot - 36)
    rows = ((said.story_head, said.story), (said.hold_head, said.hold))
    alt = f"{said.head.name}: {said.definition} {said.story} {said.hold}"
    return wall.close(alt, Table((said.head.name, said.definition), tuple(row for row in rows if row[1])))


def _hold(wall: Wall, said: Story) -> float:
    """The question to hold in mind, at the foot; returns the y of the rule above it."""
    if not said.hold:
        return wall.h - 72
    fitted = wall.fit(said.hold, wall.inner, 112, LEAD, "semibold")
    top = wall.h - 68 - fitted.tall(1.24)
    wall.line(wall.margin, top - 18, wall.inner, said.hold_head, LEAST, wall.ground.muted, "medium")
    wall.lines(wall.margin, top, fitted, wall.ground.pivot(said.head.colour), "semibold")
    wall.rule(wall.margin, top - 84, wall.inner)
    return top - 84


def _elsewhere(wall: Wall, said: Story, top: float, foot: float) -> None:
    room = wall.inner * (1.0 if wall.narrow else 0.8)
    source = 48 if said.source else 0
    wall.line(wall.margin, top + 26, room, said.story_head, LEAST, wall.ground.muted, "medium")
    y = wall.block(
        wall.margin, top + 50, room, max(0, foot - top - 50 - source), said.story, LEAD, leading=1.28
    )
    if said.source:
        wall.line(wall.margin, y + 38, room, said.source, LEAST, wall.ground.muted)

"""A pivot begins: its plain definition, one sourced story, one question to hold in mind."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.palette import mix
from desktop.look.scale import FIGURE, LEAD, LEAST, TITLE
from desktop.look.scenes.frame import Frame, Head, Wall
from desktop.look.wrap import Fitted


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
    elsewhere = _told(wall, said)
    most = foot - 36 - 232 - elsewhere
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


_HEAD, _AFTER = 50.0, 14.0
"""From the story's head to its first letters, and from its last ones to the source."""


def _told(wall: Wall, said: Story) -> float:
    """The height the story would like, so that the definition gives way to it, with the space between them."""
    if not said.story:
        return 0.0
    story = wall.fit(said.story, _room(wall), 240, LEAD, leading=1.28)
    return 56 + _HEAD + story.tall(1.28) + _AFTER + _source(wall, said).tall(1.24)


def _room(wall: Wall) -> float:
    return wall.inner * (1.0 if wall.narrow else 0.8)


def _source(wall: Wall, said: Story) -> Fitted:
    return wall.fit(said.source, wall.inner, 84, LEAST)


def _elsewhere(wall: Wall, said: Story, top: float, foot: float) -> None:
    room, source = _room(wall), _source(wall, said)
    wall.line(wall.margin, top + 26, room, said.story_head, LEAST, wall.ground.muted, "medium")
    left = foot - top - _HEAD - _AFTER - source.tall(1.24)
    y = wall.block(wall.margin, top + _HEAD, room, left, said.story, LEAD, leading=1.28)
    wall.lines(wall.margin, y + _AFTER, source, wall.ground.muted)

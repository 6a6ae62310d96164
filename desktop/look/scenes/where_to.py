"""Where to: for every pivot today's level and the target the room sets, as bars on one scale."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.pictures import bars
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import LABEL, LEAST, LINE
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class WhereTo:
    """``now`` indexes the pivot being talked about; ``finding`` begins the alternative text; ``computed_key`` explains
    the rings, where there is one.
    """

    title: str
    aside: str
    scale: Scale
    standings: tuple[Standing, ...]
    finding: str
    heads: tuple[str, str, str]
    now: int | None = None
    computed_key: str = ""


def where_to(said: WhereTo, frame: Frame) -> Picture:
    """A row a pivot: badge, name, bar from today to the target, both levels; the levels over the bars."""
    wall = Wall(frame)
    top = wall.title(said.title, said.aside, height=72) + 86
    foot = wall.h - 128
    step = (foot - top) / max(1, len(said.standings))
    badge = min(60.0, step * 0.62)
    name_room = wall.inner * (0.27 if wall.narrow else 0.22)
    start, numbers = wall.margin + badge + 24 + name_room + 28, 252.0
    room = wall.right - numbers - start
    _levels(wall, said.scale, start, room, top, foot)
    for place, one in enumerate(said.standings):
        y = top + place * step
        if said.now == place:
            wall.box(wall.margin - 24, y + 4, wall.inner + 48, step - 8, wall.ground.card, radius=18)
        _row(wall, said, one, y, step, badge, name_room, start, room, lit=said.now in (None, place))
    _ring_key(wall, said, wall.legend(said.scale))
    rows = tuple((one.name, one.today_words, one.target_words or "–") for one in said.standings)
    return wall.close(f"{said.finding} {said.title}", Table(said.heads, rows))


def _ring_key(wall: Wall, said: WhereTo, legend_ends: float) -> None:
    """What a ring means, at the far end of the legend's line where there is room for it."""
    wide = wall.width(said.computed_key, LEAST)
    if not wide or legend_ends + wide + 80 > wall.right or not any(one.ringed for one in said.standings):
        return
    y = wall.h - 56
    wall.text(wall.right, y, said.computed_key, LEAST, wall.ground.muted, anchor="end")
    wall.disc(wall.right - wide - 22, y - 12, 10, wall.ground.surface, wall.ground.target)


def _levels(wall: Wall, scale: Scale, start: float, room: float, top: float, foot: float) -> None:
    """A hair line down from each level's number, so that a bar's end can be read."""
    for place in range(scale.levels):
        level = scale.lowest + place
        x = start + room * scale.share(level)
        wall.box(x - 1, top - 6, 2, foot - top + 6, wall.ground.axis)
        wall.text(x, top - 22, str(level), LEAST, wall.ground.muted, "medium", "middle")


def _row(
    wall: Wall,
    said: WhereTo,
    one: Standing,
    y: float,
    step: float,
    badge: float,
    name_room: float,
    start: float,
    room: float,
    *,
    lit: bool,
) -> None:
    middle = y + step / 2
    ink = wall.ground.ink if lit else wall.ground.muted
    wall.badge(one.number, one.colour, wall.margin, middle - badge / 2, badge)
    name = wall.fit(one.short, name_room, step * 0.9, LABEL + 2, "semibold", 1.1)
    wall.lines(wall.margin + badge + 24, middle - name.tall(1.1) / 2, name, ink, "semibold", leading=1.1)
    bars.bar(wall, one, said.scale, start, middle - 14, room, 28, wall.progress)
    if one.today is None:
        _instead(wall, one, middle)
        return
    words = one.arrow(wall.frame.rtl)
    wide = wall.line(wall.right, middle + 15, 212, words, LINE, ink, "bold", "end")
    if one.ringed:
        wall.disc(wall.right - wide - 22, middle, 10, wall.ground.surface, wall.ground.target)


def _instead(wall: Wall, one: Standing, middle: float) -> None:
    said = wall.fit(one.stage, 212, 84, LEAST, "regular", 1.12)
    wall.lines(wall.right, middle - said.tall(1.12) / 2, said, wall.ground.muted, "regular", "end", 1.12)

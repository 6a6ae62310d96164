"""Where to: for every pivot today's level and the target the room sets, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.pictures import bars
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import LABEL, LEAST
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class WhereTo:
    """``now`` indexes the pivot being talked about; ``finding`` begins the alternative text."""

    title: str
    aside: str
    scale: Scale
    standings: tuple[Standing, ...]
    finding: str
    heads: tuple[str, str, str]
    now: int | None = None


def where_to(said: WhereTo, frame: Frame) -> Picture:
    """A row a pivot: badge, name, bar from today to the target, both levels."""
    wall = Wall(frame)
    top = wall.title(said.title, said.aside) + 46
    foot = wall.h - 92
    step = (foot - top) / max(1, len(said.standings))
    for place, one in enumerate(said.standings):
        _row(wall, said, one, top + place * step, step, lit=said.now in (None, place))
    _legend(wall, said.scale, foot + 22)
    rows = tuple((one.name, one.today_words, one.target_words or "–") for one in said.standings)
    return wall.close(f"{said.finding} {said.title}", Table(said.heads, rows))


def _row(wall: Wall, said: WhereTo, one: Standing, y: float, step: float, *, lit: bool) -> None:
    middle = y + step / 2
    ink = wall.ground.ink if lit else wall.ground.muted
    badge = min(56.0, step * 0.62)
    wall.badge(one.number, one.colour, wall.margin, middle - badge / 2, badge)
    left = wall.margin + badge + 24
    name_room = wall.inner * (0.3 if wall.narrow else 0.27)
    name = wall.fit(one.short, name_room, step * 0.9, LABEL + 4, "semibold", 1.1)
    wall.lines(left, middle - name.tall(1.1) / 2, name, ink, "semibold", leading=1.1)
    start, numbers = left + name_room + 20, 250.0
    if one.today is None:
        wall.line(start, middle + 12, wall.right - start, one.stage, LEAST, wall.ground.muted)
        return
    bars.bar(wall, one, said.scale, start, middle - 17, wall.right - numbers - start, 34, wall.progress)
    wall.line(wall.right, middle + 15, numbers - 24, one.arrow(wall.frame.rtl), LABEL + 6, ink, "bold", "end")


def _legend(wall: Wall, scale: Scale, y: float) -> None:
    x = wall.margin
    for place, stage in enumerate(scale.stages):
        x += wall.text(x, y + 30, str(scale.lowest + place), LEAST, None, "semibold") + 12
        x += wall.text(x, y + 30, stage, LEAST, wall.ground.muted) + 44

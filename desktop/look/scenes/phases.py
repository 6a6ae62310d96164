"""The warm-up: a line of phases. While the room answers only how many are in; once shown, a dot a person.

While hands are counted the phase asked for is lit and the counter is gone: its steps would be the values.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import COUNT, LABEL, LEAST, LINE, QUESTION
from desktop.look.scenes.dots import heap, step_for
from desktop.look.scenes.frame import Frame, Wall
from desktop.look.scenes.question import Counter, Hands, draw_counter


@dataclass(frozen=True, slots=True)
class Phase:
    """One station of the line. ``count`` is None until the answers are shown."""

    number: int
    name: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Phases:
    """``aside`` is the counter or the hands being counted, None once shown; ``cant_say`` the word for both.

    A choice of :class:`Hands` past the last phase is can't say. ``finding`` is the counting sentence, ``how`` how
    to answer, ``heads`` head the table.
    """

    title: str
    city: str
    phases: tuple[Phase, ...]
    aside: Counter | Hands | None
    finding: str
    how: str
    cant_say: str
    heads: tuple[str, str]


RADIUS = 34.0


def phases(said: Phases, frame: Frame) -> Picture:
    """The line with its names: across the wall, or down it where a name has no room on its station."""
    wall = Wall(frame)
    y = wall.title(said.title, said.city)
    if said.aside is None:
        y = wall.block(wall.margin, y + 24, wall.inner, 112, said.finding, LINE, None, "medium")
    slot = wall.inner / max(1, len(said.phases))
    longest = (word for one in said.phases for word in one.name.split())
    across = all(wall.width(word, LEAST, "medium") <= slot - 14 for word in longest)
    (_across if across else _down)(wall, said, y, slot)
    if said.aside is not None:
        wall.line(wall.margin, wall.h - 52, wall.inner, said.how, LEAST, wall.ground.muted)
    counts = ("–" if one.count is None else str(one.count) for one in said.phases)
    rows = tuple((f"{one.number} {one.name}", count) for one, count in zip(said.phases, counts, strict=True))
    return wall.close(f"{said.title} {said.finding}".strip(), Table(said.heads, rows))


def _asked(said: Phases) -> int | None:
    """The place of the phase that hands are up for."""
    return said.aside.choice if isinstance(said.aside, Hands) else None


def _across(wall: Wall, said: Phases, y: float, slot: float) -> None:
    names = [wall.fit(one.name, slot - 14, 168, LEAST, "medium", 1.16) for one in said.phases]
    foot = wall.h - (56 if said.aside is None else 118)
    line = foot - max((name.tall(1.16) for name in names), default=0.0) - RADIUS - 26
    asked = _asked(said)
    wall.box(wall.margin + slot / 2, line - 3, wall.inner - slot, 6, wall.ground.axis, radius=3)
    for place, one in enumerate(said.phases):
        x = wall.margin + slot * (place + 0.5)
        _station(wall, one, x, line, lit=asked == place)
        ink = None if asked in (None, place) else wall.ground.muted
        wall.lines(x, line + RADIUS + 20, names[place], ink, "medium", "middle", 1.16)
    if said.aside is None:
        _heaps(wall, said, y, line, slot)
    else:
        _asking(wall, said, y, line - RADIUS - 30)


def _down(wall: Wall, said: Phases, y: float, _slot: float) -> None:
    """The same line from top to bottom: names beside their stations, dots in a row after them."""
    top, foot = y + 28, wall.h - (48 if said.aside is None else 112)
    tall = (foot - top) / max(1, len(said.phases))
    column, apart = (0.0, 0.0) if said.aside is None else (250.0 if wall.narrow else 380.0, 64.0)
    asked, x = _asked(said), wall.margin + RADIUS
    radius = min(RADIUS, tall * 0.4)
    wall.box(x - 3, top + tall / 2, 6, foot - top - tall, wall.ground.axis, radius=3)
    left = x + RADIUS + 28
    room = wall.inner * 0.36 if said.aside is None else wall.right - column - apart - left
    counts = [one.count or 0 for one in said.phases]
    dots = left + room + 32
    step = min(tall * 0.62, (wall.right - 110 - dots) / max(1, *counts))
    for place, one in enumerate(said.phases):
        middle = top + tall * (place + 0.5)
        _station(wall, one, x, middle, lit=asked == place, radius=radius)
        name = wall.fit(one.name, room, tall - 6, LABEL, "medium", 1.1)
        ink = None if asked in (None, place) else wall.ground.muted
        wall.lines(left, middle - name.tall(1.1) / 2, name, ink, "medium", leading=1.1)
        if said.aside is None and one.count is not None:
            now = round(one.count * wall.progress)
            for at in range(now):
                wall.disc(dots + (at + 0.5) * step, middle, step * 0.41, wall.ground.lit)
            ink = None if one.count else wall.ground.muted
            wall.text(dots + now * step + 18, middle + 15, str(now), LINE, ink, "bold")
    if said.aside is not None:
        _beside(wall, said, wall.right - column, top, foot, column)


def _station(wall: Wall, one: Phase, x: float, y: float, *, lit: bool, radius: float = RADIUS) -> None:
    hue = wall.ground.lit
    wall.disc(x, y, radius, hue if lit else wall.ground.card, hue if lit else wall.ground.muted, 4)
    wall.centred(x, y, str(one.number), LABEL, wall.ground.surface if lit else None, "bold")


def _asking(wall: Wall, said: Phases, top: float, foot: float) -> None:
    """How many are in, or for which phase hands are up."""
    if isinstance(said.aside, Hands):
        choice = said.aside.choice
        named = said.phases[choice] if choice < len(said.phases) else None
        words = f"{named.number}  {named.name}" if named else said.cant_say
        mid = (top + foot) / 2
        wall.line(wall.margin, mid - 64, wall.inner, said.aside.label, LABEL, wall.ground.muted, "medium")
        wall.block(
            wall.margin, mid - 40, wall.inner, foot - mid, words, 92, wall.ground.lit, "bold", leading=1.1
        )
    elif said.aside is not None:
        room = min(wall.inner, 420.0)
        draw_counter(wall, said.aside, wall.margin, top + (foot - top) * 0.14, room, foot, wall.ground.lit)


def _beside(wall: Wall, said: Phases, x: float, top: float, foot: float, room: float) -> None:
    """The same in a column of its own."""
    wall.box(x - 32, top, 2, foot - top, wall.ground.axis)
    if isinstance(said.aside, Hands):
        choice = said.aside.choice
        named = said.phases[choice] if choice < len(said.phases) else None
        wall.line(x, top + 32, room, said.aside.label, LABEL, wall.ground.muted, "medium")
        wall.text(x - 6, top + 214, str(named.number) if named else "–", 190, wall.ground.lit, "bold")
        wall.block(
            x, top + 272, room, foot - top - 272, named.name if named else said.cant_say, LINE, None, "medium"
        )
    elif said.aside is not None:
        draw_counter(wall, said.aside, x, top - 8, room, foot, wall.ground.lit)


def _heaps(wall: Wall, said: Phases, y: float, line: float, slot: float) -> None:
    """A heap of dots on each station with its number on top."""
    counts = [one.count or 0 for one in said.phases]
    base, wide = line - RADIUS - 14, slot * 0.8
    if not any(counts):
        return
    step = step_for(max(counts), wide, base - y - COUNT - 40)
    for place, count in enumerate(counts):
        x = wall.margin + slot * (place + 0.5)
        now = round(count * wall.progress)
        middles = list(heap(now, x, base, wide, step))
        for cx, cy in middles:
            wall.disc(cx, cy, step * 0.41, wall.ground.lit)
        roof = middles[-1][1] - step / 2 if middles else base
        ink = None if count else wall.ground.muted
        wall.text(x, roof - 16, str(now), QUESTION if count else LABEL, ink, "bold", "middle")

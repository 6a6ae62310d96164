"""Actions before the room: suggestions for one gap, or all of them by number when everyone has three picks."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import LABEL, LEAST
from desktop.look.scenes.frame import Frame, Head, Wall


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggestion: its number on the wall, whose pivot it is, title, and a line under it."""

    number: int
    place: int
    colour: int
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Offers:
    """``head`` names the pivot whose gap it is, or is None where suggestions for several stand together."""

    title: str
    aside: str
    head: Head | None
    offers: tuple[Offer, ...]
    nothing: str
    note: str
    heads: tuple[str, str]


def offers(said: Offers, frame: Frame) -> Picture:
    """A card a suggestion, in one column, or two where there are many."""
    wall = Wall(frame)
    if said.head is not None:
        wall.head(said.head)
        top = wall.block(wall.margin, 190, wall.inner, 150, said.title, 58, None, "semibold") + 30
    else:
        top = wall.title(said.title, said.aside) + 40
    foot = wall.h - (110 if said.note else 60)
    if not said.offers:
        wall.block(wall.margin, top + 40, wall.inner, 200, said.nothing, LABEL + 6, wall.ground.muted)
    columns = 1 if len(said.offers) <= 3 else 2
    rows = -(-len(said.offers) // columns) or 1
    gap = 22.0
    wide = (wall.inner - gap * (columns - 1)) / columns
    tall = min(210.0, (foot - top - gap * (rows - 1)) / rows)
    room = wide - min(72.0, tall * 0.62) - 82
    with_line = tall >= 120 and all(wall.width(one.line, LEAST) <= room for one in said.offers)
    for at, one in enumerate(said.offers):
        column, row = divmod(at, rows)
        x, y = wall.margin + column * (wide + gap), top + row * (tall + gap)
        _card(wall, one, x, y, wide, tall, with_line=with_line and bool(one.line))
    if said.note:
        wall.line(wall.margin, wall.h - 56, wall.inner, said.note, LEAST, wall.ground.muted)
    table = Table(said.heads, tuple((str(one.number), one.title) for one in said.offers))
    return wall.close(said.title, table)


def _card(wall: Wall, one: Offer, x: float, y: float, wide: float, tall: float, *, with_line: bool) -> None:
    wall.card(x, y, wide, tall)
    badge = min(72.0, tall * 0.62)
    wall.box(x + 26, y + (tall - badge) / 2, badge, badge, wall.ground.pivot(one.colour), radius=badge / 2)
    wall.centred(
        x + 26 + badge / 2,
        y + tall / 2,
        str(one.number),
        max(34.0, badge * 0.5),
        wall.ground.digit_on(one.colour),
        "bold",
    )
    left, room = x + badge + 56, wide - badge - 82
    title = wall.fit(one.title, room, tall - 24 - (46 if with_line else 0), LABEL + 2, "semibold", 1.16)
    used = title.tall(1.16) + (48 if with_line else 0)
    end = wall.lines(left, y + (tall - used) / 2, title, None, "semibold", leading=1.16)
    if with_line:
        wall.line(left, end + 38, room, one.line, LEAST, wall.ground.muted)

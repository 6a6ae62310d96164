"""A break or a time given to something: when to be back, how long that is, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import COUNT, LABEL, LINE, QUESTION
from desktop.look.scenes.frame import Frame, Head, Wall


@dataclass(frozen=True, slots=True)
class Pause:
    """``until_label`` is "Back at", ``clock`` "10:15"; ``left`` "11 minutes left"; ``spent`` 0 to 1 of the time.

    ``note`` is one quiet sentence; ``next_label`` and ``following`` say what comes next, by pivot or by title.
    """

    title: str
    city: str
    until_label: str
    clock: str
    left: str
    spent: float
    note: str = ""
    next_label: str = ""
    following: Head | str = ""


def pause(said: Pause, frame: Frame) -> Picture:
    """The break; ``left`` and ``spent`` change once a minute."""
    wall = Wall(frame)
    name = wall.line(wall.right, 116, wall.inner * 0.5, said.city, LABEL, wall.ground.muted, anchor="end")
    wall.line(wall.margin, 116, wall.inner - name - 64, said.title, LINE, None, "semibold")
    mid = wall.h * 0.5
    wall.line(wall.margin, mid - 190, wall.inner, said.until_label, QUESTION, wall.ground.muted, "medium")
    size = 240.0
    clock = wall.line(wall.margin - 4, mid + 48, wall.inner * 0.62, said.clock, size, None, "bold")
    room = wall.inner - clock - 72
    left = wall.fit(said.left, room, 150, COUNT, "semibold")
    wall.lines(wall.right, mid + 58 - left.tall(1.24), left, wall.ground.lit, "semibold", "end")
    y = mid + 112
    wall.box(wall.margin, y, wall.inner, 14, wall.ground.track, radius=7)
    wall.box(wall.margin, y, wall.inner * min(1.0, max(0.0, said.spent)), 14, wall.ground.lit, radius=7)
    wall.block(wall.margin, y + 52, wall.inner, 92, said.note, LABEL, wall.ground.muted)
    _next(wall, said)
    alt = f"{said.left} {said.until_label} {said.clock}. {said.note}"
    return wall.close(f"{said.title}: {alt}", Table((said.title,), ((f"{said.until_label} {said.clock}",),)))


def _next(wall: Wall, said: Pause) -> None:
    if not said.following:
        return
    y = wall.h - 156
    x = (
        wall.margin
        + wall.line(wall.margin, y + 56, wall.inner * 0.3, said.next_label, LABEL, wall.ground.muted)
        + 32
    )
    if isinstance(said.following, Head):
        head = said.following
        wall.badge(head.number, head.colour, x, y, 84)
        colour = wall.ground.pivot(head.colour)
        wall.line(x + 110, y + 57, wall.right - x - 110, head.name, LINE, colour, "semibold")
    else:
        wall.line(x, y + 57, wall.right - x, said.following, LINE, None, "semibold")

"""A shock is told: one line read at a glance, what people see, and always that it is made up."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.palette import mix
from desktop.look.scale import LABEL, LEAST, LINE, QUESTION, TITLE
from desktop.look.scenes.frame import Frame, Wall

PILL = 68.0


@dataclass(frozen=True, slots=True)
class Told:
    """``over`` names the shock, ``aside`` stands at its far end ("2 of 3"); ``line`` is large, ``text`` below it.

    ``left`` and ``spent`` (0 to 1) tell a beat's time; without ``left`` no time is shown. ``fiction`` is the mark.
    """

    over: str
    aside: str
    line: str
    text: str
    fiction: str
    left: str = ""
    spent: float = 0.0


def told(said: Told, frame: Frame) -> Picture:
    """One turn of the exercise; ``left`` and ``spent`` change once a minute."""
    wall = Wall(frame)
    far = wall.line(wall.right, 118, wall.inner * 0.3, said.aside, LABEL, wall.ground.muted, anchor="end")
    room = wall.inner - (far + 64 if far else 0)
    wall.line(wall.margin, 118, room, said.over, LINE, wall.ground.muted, "semibold")
    foot = mark_fiction(wall, said.fiction)
    if said.left:
        _time(wall, said)
    wide = wall.inner if wall.narrow else wall.inner * 0.92
    text = wall.fit(said.text, wide, 320, QUESTION, leading=1.26)
    most = foot - 200 - 40 - (text.tall(1.26) + 44 if said.text else 0)
    line = wall.fit(said.line, wide, most, TITLE if said.text or len(said.line) < 90 else 76, "bold", 1.12)
    block = line.tall(1.12) + (text.tall(1.26) + 44 if said.text else 0)
    # A little above the middle, where a room looks first.
    y = 190 + max(0.0, foot - 40 - 190 - block) * 0.42
    y = wall.lines(wall.margin - 3, y, line, None, "bold", leading=1.12)
    if said.text:
        wall.lines(wall.margin, y + 44, text, wall.ground.muted, leading=1.26)
    parts = (said.line, said.text, said.left, said.fiction)
    table = Table((f"{said.over} {said.aside}",), tuple((part,) for part in parts if part))
    return wall.close(f"{said.fiction} {said.line} {said.text}", table)


def mark_fiction(wall: Wall, words: str) -> float:
    """The mark that stands under every scene of a shock, at the lower left; returns the y of its upper edge."""
    top = wall.h - 48 - PILL
    room = wall.inner * 0.62 - 2 * 30
    wide = min(room, wall.width(words, LEAST, "semibold"))
    hue = wall.ground.lit
    wall.box(wall.margin, top, wide + 60, PILL, mix(hue, wall.ground.surface, 0.12), hue, 3, PILL / 2)
    wall.line(wall.margin + 30, top + PILL / 2 + LEAST * 0.35, room, words, LEAST, hue, "semibold")
    return top


def _time(wall: Wall, said: Told) -> None:
    """What is left of the beat, at the lower right: words and a short bar that fills."""
    wide, top = wall.inner * 0.2, wall.h - 48 - PILL
    words = wall.line(
        wall.right,
        top + PILL / 2 + LEAST * 0.35,
        wall.inner * 0.3 - 40,
        said.left,
        LABEL,
        None,
        "semibold",
        "end",
    )
    x = wall.right - words - 32 - (wide if not wall.narrow else wide * 0.5)
    span = wall.right - words - 32 - x
    if x < wall.margin + wall.inner * 0.62:
        return
    y = top + PILL / 2 - 7
    wall.box(x, y, span, 14, wall.ground.track, radius=7)
    wall.box(x, y, span * min(1.0, max(0.0, said.spent)), 14, wall.ground.lit, radius=7)

"""The radar and the bars of the same numbers: today filled, the target outlined, the plan a line that moves.

The radar's spokes end in the pivots' badges and the names stand in the list, so no long name can meet the radar.
Where levels to climb are shown the list runs from the farthest; equal ones stand together between rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from desktop.look.marks import Picture, Table
from desktop.look.pictures import bars
from desktop.look.pictures import radar as pictures
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import LABEL, LEAST
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class Radar:
    """``keys`` explain today, plan and target (empty: no such mark); ``lines`` are sentences at the foot.

    ``gap_head`` ("Levels to climb") heads the column of ``Standing.gap_words``; empty leaves the column out.
    ``computed_key`` explains the rings, where there is one.
    """

    title: str
    aside: str
    scale: Scale
    standings: tuple[Standing, ...]
    keys: tuple[str, str, str]
    lines: tuple[str, ...]
    finding: str
    heads: tuple[str, str, str, str]
    gap_head: str = ""
    computed_key: str = ""


def radar(said: Radar, frame: Frame) -> Picture:
    """The radar at the reading side, keys over the list at the other; ``frame.progress`` moves the plan.

    A narrow wall shows the gaps as the list alone, in full: the radar says the same.
    """
    wall = Wall(frame)
    top = wall.title(said.title, said.aside, height=72) + 26
    foot = _sentences(wall, said) - 24
    left = wall.margin if wall.narrow and said.gap_head else _drawn(wall, said, top, foot)
    _list(wall, said, left, _keys(wall, said, left, top), foot)
    rows = tuple(
        (one.name, one.today_words, one.plan_words or "–", one.target_words or "–") for one in said.standings
    )
    return wall.close(f"{said.finding} {said.title}", Table(said.heads, rows))


def _drawn(wall: Wall, said: Radar, top: float, foot: float) -> float:
    """The radar between ``top`` and ``foot``; returns the x where the list may begin."""
    badge = 52.0 if wall.narrow else 60.0
    radius = min((foot - top) / 2.05 - badge * 1.35, wall.inner * 0.2)
    reach = radius + badge * 1.35
    centre = (wall.margin + reach, top + (foot - top) / 2 + badge * 0.15)
    pictures.radar(wall, said.standings, said.scale, centre, radius, badge, wall.progress, words=LEAST)
    return centre[0] + reach + (28 if wall.narrow else 52)


def _sentences(wall: Wall, said: Radar) -> float:
    """The sentences at the foot as one paragraph; returns the y of its top."""
    words = " ".join(said.lines)
    if not words:
        return wall.h - 48
    fitted = wall.fit(words, wall.inner, 130 if wall.narrow else 90, LABEL)
    top = wall.h - 52 - fitted.tall(1.24)
    wall.lines(wall.margin, top, fitted, wall.ground.muted)
    return top


def _keys(wall: Wall, said: Radar, x: float, top: float) -> float:
    """One line, or two where the words are long; the gap column's head at the end of the first."""
    ground, right = wall.ground, wall.right
    head = wall.line(right, top + 32, (right - x) * 0.45, said.gap_head, LEAST, ground.muted, anchor="end")
    start, room, y = x, right - (head + 32 if head else 0), top
    rings = said.computed_key if any(one.ringed for one in said.standings) else ""
    for words, kind in zip((*said.keys, rings), ("today", "plan", "target", "ring"), strict=True):
        if not words:
            continue
        wide = 44 + wall.width(words, LEAST)
        if x > start and x + wide > room:
            x, y, room = start, y + 50, right
        _sample(wall, kind, x, y)
        x += 44 + wall.line(x + 44, y + 32, room - x - 44, words, LEAST, ground.muted) + 36
    return y + 52


def _sample(wall: Wall, kind: str, x: float, y: float) -> None:
    ground = wall.ground
    if kind == "plan":
        wall.box(x, y + 15, 28, 8, ground.plan, radius=4)
    elif kind == "target":
        wall.box(x, y + 2, 28, 34, None, ground.target, 4, 5)
    elif kind == "ring":
        wall.disc(x + 14, y + 19, 10, ground.surface, ground.target)
    else:
        wall.box(x, y + 2, 28, 34, ground.today, radius=5)


def _climb(one: Standing) -> Fraction | None:
    if one.today is None or one.target is None:
        return None
    return max(Fraction(0), one.target - one.today)


def _list(wall: Wall, said: Radar, x: float, top: float, foot: float) -> None:
    shown = list(said.standings)
    if said.gap_head:
        shown.sort(key=lambda one: (-(_climb(one) or Fraction(0)), one.number))
    step = (foot - top) / max(1, len(shown))
    rings = 40 if any(one.ringed for one in shown) else 0
    widest = max((wall.width(_words(one, wall.frame.rtl), LABEL) for one in shown), default=0.0)
    numbers = min(widest + rings, (wall.right - x) * 0.34)
    for place, one in enumerate(shown):
        y = top + place * step
        if said.gap_head and (not place or _climb(shown[place - 1]) != _climb(one)):
            wall.rule(x, y, wall.right - x)
        _row(wall, said, one, x, y, step, numbers)


def _row(wall: Wall, said: Radar, one: Standing, x: float, y: float, step: float, numbers: float) -> None:
    """Badge, name over its bar, the words for the levels, and the levels to climb."""
    middle = y + step / 2
    badge = min(60.0, step * 0.72)
    wall.badge(one.number, one.colour, x, middle - badge / 2, badge)
    left, right = x + badge + 22, wall.right
    if said.gap_head:
        wall.line(right, middle + 18, 92, one.gap_words or "–", 50, None, "bold", "end")
        right -= 108
    words = _words(one, wall.frame.rtl)
    wide = wall.line(right, middle + 13, numbers, words, LABEL, wall.ground.muted, anchor="end")
    if one.ringed:
        wall.disc(right - wide - 20, middle, 10, wall.ground.surface, wall.ground.target)
    room = right - numbers - 28 - left
    name = one.name if wall.width(one.name, LEAST, "medium") <= room else one.short
    wall.line(left, middle - 8, room, name, LEAST, None, "medium")
    _bar(wall, said, one, left, middle + 12, room)


def _bar(wall: Wall, said: Radar, one: Standing, x: float, y: float, room: float) -> None:
    bars.bar(wall, one, said.scale, x, y, room, 14)
    if one.plan is not None and one.today is not None and one.plan > one.today:
        start = room * said.scale.share(one.today)
        grown = (room * said.scale.share(one.plan) - start) * wall.progress
        wall.box(x + start, y + 3, grown, 8, wall.ground.plan, radius=4)


def _words(one: Standing, rtl: bool) -> str:
    """From today to where the plan leads, else to the target; what is said instead where nothing is scored."""
    if one.today is None:
        return one.stage
    if one.plan is not None:
        moved = one.plan > one.today and one.plan_words
        return f"{one.today_words} {'←' if rtl else '→'} {one.plan_words}" if moved else one.today_words
    return one.arrow(rtl)

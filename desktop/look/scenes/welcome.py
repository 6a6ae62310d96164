"""Welcome: where we are, how we vote today, the promise, and the unlit city we shall light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.look.marks import Picture, Table
from desktop.look.pictures import city
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import LABEL, LEAST, LINE, TITLE
from desktop.look.scenes.frame import Frame, Wall
from desktop.look.scenes.our_city import staggered


@dataclass(frozen=True, slots=True)
class Way:
    """One line on how we vote, with its icon."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """``when`` is the date and the time we start; ``promise`` says what happens to an answer.

    ``standings`` draw the unlit city; empty leaves it out (*Show the city* off).
    """

    city: str
    when: str
    title: str
    ways: tuple[Way, ...]
    promise: str
    standings: tuple[Standing, ...]
    scale: Scale


def welcome(said: Welcome, frame: Frame) -> Picture:
    """The first scene of the day."""
    wall = Wall(frame)
    when = wall.line(wall.right, 116, wall.inner * 0.48, said.when, LABEL, wall.ground.muted, anchor="end")
    wall.line(wall.margin, 116, wall.inner - when - 64, said.city, LINE, None, "semibold")
    foot = wall.h - ((158 if wall.narrow else 128) if said.standings else 72)
    y = wall.block(wall.margin, 180, wall.inner, 210, said.title, TITLE, None, "bold", leading=1.14)
    y = _ways(wall, said.ways, y + 44)
    y = wall.block(wall.margin, y + 30, wall.inner, 86, said.promise, LABEL, wall.ground.muted)
    if said.standings:
        _dark_city(wall, said.standings, said.scale, foot, foot - y - 56)
    rows = tuple((way.words,) for way in said.ways)
    return wall.close(f"{said.title} {said.city}. {said.when}. {said.promise}", Table((said.title,), rows))


def _ways(wall: Wall, ways: Sequence[Way], top: float) -> float:
    """Side by side, each wrapped beside its icon; all at the size that the longest needs."""
    if not ways:
        return top
    step = wall.inner / len(ways)
    room = step - 84 - 36
    fitted = [wall.fit(way.words, room, 132, LEAST if wall.narrow else 42, "medium", 1.22) for way in ways]
    size = min(one.size for one in fitted)
    fitted = [wall.fit(way.words, room, 132, size, "medium", 1.22) for way in ways]
    deep = max(one.tall(1.22) for one in fitted)
    for place, (way, words) in enumerate(zip(ways, fitted, strict=True)):
        x = wall.margin + place * step
        middle = top + deep / 2
        wall.icon(way.icon, x, middle - 26, 52, wall.ground.lit)
        wall.lines(x + 84, middle - words.tall(1.22) / 2, words, None, "medium", leading=1.22)
    return top + deep


def _dark_city(wall: Wall, standings: Sequence[Standing], scale: Scale, foot: float, tall: float) -> None:
    dark = [replace(standing, today=Fraction(scale.lowest), target=None) for standing in standings]
    marks, plots = city.skyline(dark, scale, wall.margin, foot, wall.inner, wall.ground, 0.0, tallest=tall)
    wall.marks += marks
    for place, (standing, (middle, step)) in enumerate(zip(standings, plots, strict=True)):
        if wall.narrow:
            staggered(wall, standing, place, middle, foot, step)
        else:
            wall.line(middle, foot + 62, step - 4, standing.short, LEAST, wall.ground.muted, anchor="middle")

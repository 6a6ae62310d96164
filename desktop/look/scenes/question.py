"""Voting is open: one question, its levels in one short line each, how many are in. Never a value.

While hands are counted the level asked for is lit and the counter is gone: its steps would be the values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.palette import mix
from desktop.look.scale import FIGURE, LABEL, LEAST, LINE, QUESTION
from desktop.look.scenes.frame import Frame, Head, Wall
from desktop.look.scenes.welcome import Way


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the sign in its circle ("1", or "–" for can't say), its stage name (or none), its short line."""

    sign: str
    stage: str
    words: str


@dataclass(frozen=True, slots=True)
class Counter:
    """How many are in: "Answers in", 25, "of 28". ``all_in`` draws one dot a person up to forty people."""

    label: str
    count: int
    of_words: str
    people: int


@dataclass(frozen=True, slots=True)
class Hands:
    """Hands are up for one choice: its place among the choices, and "Hands up for"."""

    label: str
    choice: int


@dataclass(frozen=True, slots=True)
class Question:
    """``aside`` is the counter or the hands being counted; ``ways`` the lines at the foot, which may be none."""

    head: Head
    text: str
    choices: tuple[Choice, ...]
    aside: Counter | Hands
    ways: tuple[Way, ...] = ()


_DOTS_UP_TO = 40


def question(said: Question, frame: Frame) -> Picture:
    """The scene while a question is open."""
    wall = Wall(frame)
    wall.head(said.head)
    y = wall.block(wall.margin, 200, wall.inner, 140, said.text, QUESTION, None, "semibold") + 36
    column, apart = (250.0, 64.0) if wall.narrow else (380.0, 96.0)
    wide = wall.inner - column - apart
    foot = wall.h - (150 if said.ways else 48)
    asked = said.aside.choice if isinstance(said.aside, Hands) else None
    end = _choices(wall, said, y, wide, foot - 20 - y, asked)
    x = wall.right - column
    wall.box(x - apart / 2, y + 12, 2, end - y - 24, wall.ground.axis)
    if isinstance(said.aside, Hands):
        _hands(wall, said, said.aside, x, y, column)
    else:
        draw_counter(wall, said.aside, x, y, column, end, wall.ground.pivot(said.head.colour))
    if said.ways:
        _foot(wall, said.ways, foot)
    rows = tuple((choice.sign, choice.stage, choice.words) for choice in said.choices)
    return wall.close(f"{_finding(said)} {said.text}", Table(("", said.head.name, said.text), rows))


def _finding(said: Question) -> str:
    if isinstance(said.aside, Hands):
        choice = said.choices[said.aside.choice]
        return f"{said.aside.label} {choice.sign} {choice.stage or choice.words}."
    return f"{said.aside.label}: {said.aside.count} {said.aside.of_words}."


def _choices(wall: Wall, said: Question, top: float, wide: float, room: float, asked: int | None) -> float:
    """Rows as high as their words need and equal in what is left over; returns the y below the last."""
    stages = room / len(said.choices) > LEAST * 1.3 + LEAST * 1.15
    size, heights = _heights(wall, said.choices, wide - 116, room, stages)
    spare = min(30.0, max(0.0, (room - sum(heights)) / len(heights)))
    y = top
    for place, choice in enumerate(said.choices):
        tall = heights[place] + spare
        _row(wall, choice, y, tall, heights[place], wide, size, said.head.colour, asked == place, stages)
        y += tall
    return y


_STAGE = LEAST * 1.26


def _heights(
    wall: Wall, choices: Sequence[Choice], room: float, tall: float, stages: bool
) -> tuple[float, list[float]]:
    """The largest type at which all rows fit, and what each needs; at the least size a row may take two lines."""
    for size in (LINE, 42.0, 40.0, 38.0, 36.0, LEAST):
        most = size * (2.3 if size == LEAST else 1.06)
        heights = [_needed(wall, choice, room, most, size, stages) for choice in choices]
        one_line = all(wall.width(choice.words, size, "medium") <= room for choice in choices)
        if sum(heights) <= tall and (one_line or size == LEAST):
            return size, heights
    return LEAST, [_needed(wall, choice, room, LEAST, LEAST, stages) for choice in choices]


def _needed(wall: Wall, choice: Choice, room: float, most: float, size: float, stages: bool) -> float:
    words = wall.fit(choice.words, room, most, size, "medium", 1.16)
    stage = _STAGE if choice.stage and stages else 0.0
    return max(76.0 if stages else LEAST * 1.3, stage + words.tall(1.16) + 10)


def _row(
    wall: Wall,
    choice: Choice,
    top: float,
    tall: float,
    needed: float,
    wide: float,
    size: float,
    colour: int,
    lit: bool,
    stages: bool,
) -> None:
    hue, middle = wall.ground.pivot(colour), top + tall / 2
    if lit:
        wall.box(
            wall.margin - 24, top + 3, wide + 24, tall - 6, mix(hue, wall.ground.surface, 0.24), radius=22
        )
    radius = 36.0 if stages else LEAST * 0.62
    wall.disc(wall.margin + 38, middle, radius, hue if lit else None, hue, 4)
    sign = max(LEAST, 42.0) if stages else LEAST
    wall.centred(
        wall.margin + 38, middle, choice.sign, sign, wall.ground.digit_on(colour) if lit else None, "bold"
    )
    x, room = wall.margin + 108, wide - 116
    words = wall.fit(
        choice.words, room, max(needed - 10 - (_STAGE if choice.stage else 0), LEAST), size, "medium", 1.16
    )
    block = words.tall(1.16) + (_STAGE if choice.stage and stages else 0)
    y = middle - block / 2
    if choice.stage and stages:
        wall.line(x, y + LEAST * 0.78, room, choice.stage, LEAST, hue, "medium")
        y += _STAGE
    wall.lines(x, y, words, None, "medium", leading=1.16)


def draw_counter(wall: Wall, said: Counter, x: float, y: float, room: float, end: float, colour: str) -> None:
    """The counter in a column from ``y`` to ``end``: number, and a dot a person or, for many, a bar."""
    wall.line(x, y + 40, room, said.label, LABEL, wall.ground.muted, "medium")
    number = wall.text(x - 4, y + 146, str(said.count), FIGURE, None, "bold") + 12
    beside = number + wall.width(said.of_words, LEAST, "medium") <= room
    at = (x + number, y + 146) if beside else (x, y + 206)
    left = room - number if beside else room
    wall.line(*at, left, said.of_words, LINE, wall.ground.muted, "medium")
    top = at[1] + 54
    if said.people <= _DOTS_UP_TO:
        _dots(wall, said, x, top, room, end - top, colour)
    else:
        wall.box(x, top + 6, room, 16, wall.ground.track, radius=8)
        wall.box(x, top + 6, room * min(1.0, said.count / said.people), 16, colour, radius=8)


def _dots(wall: Wall, said: Counter, x: float, top: float, room: float, tall: float, colour: str) -> None:
    """One dot a person in the room, filled from the first on: never who."""
    across = 5 if wall.narrow else 7
    lines = -(-max(said.people, 1) // across)
    step = min(room / across, tall / lines)
    for place in range(said.people):
        cx, cy = x + step * (place % across) + step * 0.32, top + step * (place // across) + step * 0.32
        filled = place < said.count
        hue = colour if filled else wall.ground.axis
        wall.disc(cx, cy, step * 0.29, hue if filled else None, None if filled else hue)


def _hands(wall: Wall, said: Question, hands: Hands, x: float, y: float, room: float) -> None:
    choice = said.choices[hands.choice]
    wall.line(x, y + 40, room, hands.label, LABEL, wall.ground.muted, "medium")
    wall.text(x - 6, y + 222, choice.sign, 190, wall.ground.pivot(said.head.colour), "bold")
    wall.block(x, y + 284, room, 150, choice.stage or choice.words, LINE, None, "medium")


def _foot(wall: Wall, ways: Sequence[Way], foot: float) -> None:
    wall.rule(wall.margin, foot, wall.inner)
    room = (wall.inner - 64 * (len(ways) - 1)) / len(ways) - 60
    size = LEAST if wall.narrow else LABEL
    x = wall.margin
    for way in ways:
        wall.icon(way.icon, x, foot + 46, 42, wall.ground.muted)
        x += 60 + 64 + wall.line(x + 60, foot + 80, room, way.words, size, wall.ground.muted)

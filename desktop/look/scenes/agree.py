"""Agree: what the answers said, the level the room agrees on, and its district lighting up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.look.marks import Picture, Table
from desktop.look.pictures import city
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import LABEL, LEAST, QUESTION
from desktop.look.scenes.frame import Frame, Head, Wall

MOST_TWO_LINED = 3
"""Questions that have a line for the title and one for the answers."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question's title and its counting sentence."""

    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Agree:
    """``title`` asks for the level or says it; ``standing.today`` is the agreed level, or None before.

    ``computed`` is the level from the answers, drawn as a ring with ``computed_words`` ("our answers: 2.1").
    Without ``show_city`` the line of levels stands alone. ``levels`` says what each level means, lowest first,
    where one question alone leaves the room for it.
    """

    head: Head
    title: str
    scale: Scale
    standing: Standing
    answers: tuple[Said, ...]
    computed: Fraction | None = None
    computed_words: str = ""
    show_city: bool = True
    levels: tuple[str, ...] = ()


def agree(said: Agree, frame: Frame) -> Picture:
    """The scene before and after a level is agreed; ``frame.progress`` lights the windows."""
    wall = Wall(frame)
    wall.head(said.head)
    foot = wall.h - 232
    column = min(wall.inner * 0.34, city.width_for(foot - 40 - 186)) if said.show_city else 0.0
    wide = wall.inner - column - (72 if column else 0)
    y = wall.block(wall.margin, 200, wide, 140, said.title, QUESTION, None, "semibold", leading=1.18)
    y = _answers(wall, said, y + 40, foot, wide)
    if len(said.answers) == 1:
        _meanings(wall, said, y + 14, foot - 24, wide)
    if column:
        # One idea at a time: the target has its own scene. Before a level is agreed the windows are only dark.
        level = said.standing.today
        shown = replace(
            said.standing, today=Fraction(said.scale.lowest) if level is None else level, target=None
        )
        wall.marks += city.district(
            shown,
            said.scale,
            wall.right - column,
            foot - 40,
            column,
            wall.ground,
            0.0 if level is None else wall.progress,
            strip=12,
        )
    _line_of_levels(wall, said, wall.h - 146)
    rows = tuple((one.title, one.sentence) for one in said.answers)
    return wall.close(f"{said.title} {said.computed_words}", Table((said.head.name, said.title), rows))


def _answers(wall: Wall, said: Agree, top: float, foot: float, wide: float) -> float:
    """Title and sentence of each question; the type gives way, then the number of lines. The y below them."""
    if not said.answers:
        return top
    share = (foot - top) / len(said.answers)
    if len(said.answers) > MOST_TWO_LINED:
        return _answers_in_lines(wall, said, top, min(share, LEAST * 2.2), wide)
    size = LABEL if share >= 150 else LEAST
    y = top
    for one in said.answers:
        wall.line(
            wall.margin, y + size * 0.8, wide, one.title, size, wall.ground.pivot(said.head.colour), "medium"
        )
        room = max(size * 1.1, share - size * 1.2 - 26)
        y = wall.block(wall.margin, y + size * 1.26, wide, room, one.sentence, size, leading=1.26) + 26
    return y


def _answers_in_lines(wall: Wall, said: Agree, top: float, share: float, wide: float) -> float:
    """Many questions: a line each, the title first, what the answers say at the end of the column."""
    y = top
    for one in said.answers:
        end = wall.width(one.sentence, LEAST) + 24
        title = wall.fit(one.title, wide - end, share, LEAST, "medium", 1.1)
        wall.lines(
            wall.margin,
            y + (share - title.tall(1.1)) / 2,
            title,
            wall.ground.pivot(said.head.colour),
            "medium",
            leading=1.1,
        )
        says = wall.fit(one.sentence, end, LEAST * 1.2, LEAST, leading=1.1)
        wall.lines(wall.margin + wide, y + (share - says.tall(1.1)) / 2, says, anchor="end", leading=1.1)
        y += share
    return y


def _meanings(wall: Wall, said: Agree, top: float, foot: float, wide: float) -> None:
    """What each level means, all of them or none: half a scale would lean."""
    number, least, most = 56.0, 16.0, 36.0
    for size in (LABEL, LEAST):
        fitted = [wall.fit(words, wide - number, size * 2.4, size, leading=1.16) for words in said.levels]
        spare = foot - top - sum(one.tall(1.16) for one in fitted)
        gap = min(most, spare / max(1, len(fitted) - 1))
        if gap >= least:
            break
    else:
        return
    y = top
    for place, words in enumerate(fitted):
        level = Fraction(said.scale.lowest + place)
        colour = wall.ground.ink if said.standing.today in (None, level) else wall.ground.muted
        digit = wall.fit(str(level), number, words.size * 1.2, words.size, "medium", leading=1.16)
        wall.lines(wall.margin, y, digit, wall.ground.muted, "medium", leading=1.16)
        wall.lines(wall.margin + number, y, words, colour, leading=1.16)
        y += words.tall(1.16) + gap


def _line_of_levels(wall: Wall, said: Agree, y: float) -> None:
    """The stages on one line: a ring is computed from the answers, a disc is agreed."""
    scale, hue = said.scale, wall.ground.pivot(said.head.colour)
    step = wall.inner / scale.levels
    room = step - 24

    def place(level: Fraction) -> float:
        return wall.margin + step * (float(scale.position(level)) - 0.5)

    ends = Fraction(scale.lowest), Fraction(scale.lowest + scale.levels - 1)
    wall.rule(place(ends[0]), y - 2.5, place(ends[1]) - place(ends[0]), None, 5)
    for at, stage in enumerate(scale.stages):
        level = Fraction(scale.lowest + at)
        wall.disc(place(level), y, 9, wall.ground.axis)
        colour = wall.ground.ink if said.standing.today == level else wall.ground.muted
        words = f"{level}\u00a0\u00a0{stage}"
        wall.block(place(level), y + 42, room, 80, words, LEAST, colour, "medium", "middle", 1.16)
    _marks(wall, said, place, y, hue)


def _marks(wall: Wall, said: Agree, place: Callable[[Fraction], float], y: float, hue: str) -> None:
    today = said.standing.today
    if said.computed is not None:
        x = place(said.computed)
        # A ring that the disc would hide stands around it.
        hidden = today is not None and abs(place(today) - x) < 20
        wall.disc(x, y, 40 if hidden else 16, wall.ground.surface, wall.ground.ink, 5)
        if said.computed_words:
            half = wall.width(said.computed_words, LEAST) / 2
            middle = min(wall.right - half, max(wall.margin + half, x))
            wall.line(
                middle, y - 54, wall.inner, said.computed_words, LEAST, wall.ground.muted, anchor="middle"
            )
    if today is not None:
        wall.disc(place(today), y, 28, hue)
        wall.centred(
            place(today), y, said.standing.today_words, LEAST, wall.ground.digit_on(said.head.colour), "bold"
        )

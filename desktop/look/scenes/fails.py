"""What fails first in a shock: the question while the room answers, then districts that go dark.

Of each district's lit windows the share of people who name it goes out; the numbers of people stand beside it.
No level and no stage: the shock shows and changes none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.look.marks import Picture, Table
from desktop.look.palette import mix
from desktop.look.pictures import city
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import COUNT, LABEL, LEAST, LINE
from desktop.look.scenes.exercise import PILL, mark_fiction
from desktop.look.scenes.frame import Frame, Wall
from desktop.look.scenes.question import Counter, Hands, draw_counter


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its sign, its colour (0 for none of the pivots) and its name."""

    sign: str
    colour: int
    name: str


@dataclass(frozen=True, slots=True)
class Fails:
    """``answers`` in the order they are asked for; ``how`` says how to answer."""

    title: str
    over: str
    answers: tuple[Answer, ...]
    aside: Counter | Hands
    how: str
    fiction: str
    heads: tuple[str, str]


def fails(said: Fails, frame: Frame) -> Picture:
    """The question, its answers with the numbers to write, how many are in."""
    wall = Wall(frame)
    y = wall.title(said.title, said.over) + 4
    y = _how(wall, y, said.how)
    foot = mark_fiction(wall, said.fiction) - 36
    column, apart = (250.0, 64.0) if wall.narrow else (380.0, 96.0)
    wide = wall.inner - column - apart
    asked = said.aside.choice if isinstance(said.aside, Hands) else None
    across = 2 if len(said.answers) > 5 else 1
    down = -(-len(said.answers) // across)
    gap = 14.0
    tall = min(126.0, (foot - y - gap * (down - 1)) / down)
    slot = (wide - 24 * (across - 1)) / across
    for place, one in enumerate(said.answers):
        column_, row = divmod(place, down)
        x, top = wall.margin + column_ * (slot + 24), y + row * (tall + gap)
        _answer(wall, one, x, top, slot, tall, lit=asked == place)
    x = wall.right - column
    wall.box(x - apart / 2, y, 2, foot - y, wall.ground.axis)
    if isinstance(said.aside, Hands):
        _hands(wall, said.aside, said.answers, x, y, column)
    else:
        draw_counter(wall, said.aside, x, y - 8, column, foot, wall.ground.lit)
    rows = tuple((one.sign, one.name) for one in said.answers)
    return wall.close(f"{said.fiction} {said.title}", Table(said.heads, rows))


def _how(wall: Wall, y: float, words: str) -> float:
    if not words:
        return y + 28
    return wall.block(wall.margin, y, wall.inner, 96, words, LABEL, wall.ground.muted) + 34


def _answer(wall: Wall, one: Answer, x: float, y: float, wide: float, tall: float, *, lit: bool) -> None:
    hue = wall.ground.pivot(one.colour) if one.colour else wall.ground.muted
    fill = mix(hue, wall.ground.surface, 0.3) if lit else wall.ground.card
    wall.box(x, y, wide, tall, fill, hue if lit else None, 3, 20)
    badge = min(64.0, tall - 24)
    if one.colour:
        wall.badge(int(one.sign), one.colour, x + 20, y + (tall - badge) / 2, badge)
    else:
        wall.box(x + 20, y + (tall - badge) / 2, badge, badge, None, hue, 4, badge * 0.24)
        wall.centred(x + 20 + badge / 2, y + tall / 2, one.sign, max(LEAST, badge * 0.5), None, "bold")
    left = x + 20 + badge + 22
    name = wall.fit(one.name, x + wide - left - 16, tall - 16, LABEL, "medium", 1.14)
    wall.lines(left, y + (tall - name.tall(1.14)) / 2, name, None, "medium", leading=1.14)


def _hands(wall: Wall, hands: Hands, answers: tuple[Answer, ...], x: float, y: float, room: float) -> None:
    one = answers[min(hands.choice, len(answers) - 1)]
    hue = wall.ground.pivot(one.colour) if one.colour else wall.ground.lit
    wall.line(x, y + 32, room, hands.label, LABEL, wall.ground.muted, "medium")
    wall.text(x - 6, y + 214, one.sign, 190, hue, "bold")
    wall.block(x, y + 272, room, 210, one.name, LINE, None, "medium")


@dataclass(frozen=True, slots=True)
class District:
    """A pivot, the windows that go out, and its number of people: "9 of 24"."""

    standing: Standing
    dark: int
    named: int
    count: str


@dataclass(frozen=True, slots=True)
class FailsShown:
    """``say_first`` stands under each number; ``lit_key`` and ``dark_key`` explain the windows.

    ``total`` is how many people answered. ``hidden`` says why nothing is shown; districts then stay as they are.
    ``show_city`` off: a bar a pivot instead.
    """

    title: str
    over: str
    finding: str
    districts: tuple[District, ...]
    total: int
    say_first: str
    lit_key: str
    dark_key: str
    fiction: str
    scale: Scale
    heads: tuple[str, str]
    show_city: bool = True


def fails_shown(said: FailsShown, frame: Frame) -> Picture:
    """The answers: districts go dark, or bars; ``frame.progress`` puts the windows out."""
    wall = Wall(frame)
    y = wall.title(said.title, said.over) + 10
    y = wall.block(wall.margin, y, wall.inner, 112, said.finding, LINE, None, "medium")
    foot = mark_fiction(wall, said.fiction) - 30
    if not said.total:
        pass
    elif said.show_city:
        _city(wall, said, y, foot)
    else:
        _bars(wall, said, y + 24, foot)
    rows = tuple((one.standing.name, one.count) for one in said.districts) if said.total else ()
    return wall.close(f"{said.fiction} {said.title} {said.finding}", Table(said.heads, rows))


BADGE = 56.0


def _city(wall: Wall, said: FailsShown, top: float, foot: float) -> None:
    step = wall.inner / max(1, len(said.districts))
    names = [wall.fit(one.standing.name, step - 12, 124, LEAST, "regular", 1.14) for one in said.districts]
    words = (word for one in said.districts for word in one.standing.name.split())
    by_number = any(wall.width(word, LEAST) > step - 12 for word in words)
    size = COUNT
    while size > LEAST and any(wall.width(one.count, size, "bold") > step - 16 for one in said.districts):
        size -= 2
    under = wall.fit(said.say_first, step - 12, 80, LEAST, "medium", 1.1)
    whose = BADGE + 6 if by_number else max((name.tall(1.14) for name in names), default=0.0)
    below = 30 + size * 0.8 + 12 + under.tall(1.1) + 8 + whose
    tallest = min(city.height(step * 0.94), foot - below - top - 24)
    base = foot - below - max(0.0, foot - below - top - 24 - tallest) / 3
    bare = [replace(one.standing, target=None) for one in said.districts]
    marks, plots = city.skyline(
        bare, said.scale, wall.margin, base, wall.inner, wall.ground, wall.progress, tallest=tallest,
        dark=[one.dark for one in said.districts],
    )  # fmt: skip
    wall.marks += marks
    for place, one in enumerate(said.districts):
        middle = plots[place][0]
        at = base + 30 + size * 0.8
        ink = None if one.named else wall.ground.muted
        wall.text(middle, at, one.count, size, ink, "bold", "middle")
        at = wall.lines(middle, at + 12, under, ink, "medium", "middle", 1.1)
        if by_number:  # no room for the names: the badges stood beside them while the room answered
            wall.badge(one.standing.number, one.standing.colour, middle - BADGE / 2, at + 14, BADGE)
        else:
            wall.lines(middle, at + 8, names[place], wall.ground.muted, "regular", "middle", 1.14)
    _keys(wall, said)


def _keys(wall: Wall, said: FailsShown) -> None:
    """What dark windows mean, at the lower right beside the mark, as far as there is room for it."""
    words = [
        (said.lit_key, wall.ground.lit),
        (said.dark_key, mix(wall.ground.lit, wall.ground.wall, city.EMBER)),
    ]
    left = wall.margin + 60 + wall.width(said.fiction, LEAST, "semibold") + 48
    x = wall.right
    for text, colour in reversed(words):
        wide = wall.width(text, LEAST)
        if not text or x - wide - 44 < left:
            continue
        wall.text(x - wide, wall.h - 48 - PILL / 2 + LEAST * 0.35, text, LEAST, wall.ground.muted)
        wall.box(x - wide - 40, wall.h - 48 - PILL / 2 - 17, 26, 35, colour, radius=5)
        x -= wide + 44 + 44


def _bars(wall: Wall, said: FailsShown, top: float, foot: float) -> None:
    row = min(110.0, (foot - top) / max(1, len(said.districts)))
    title = wall.inner * (0.42 if wall.narrow else 0.36)
    most = max((one.named for one in said.districts), default=0) or 1
    number = max((wall.width(one.count, LINE, "bold") for one in said.districts), default=0.0)
    for place, one in enumerate(said.districts):
        y, pivot = top + place * row, one.standing
        badge = min(64.0, row - 18)
        wall.badge(pivot.number, pivot.colour, wall.margin, y + (row - badge) / 2, badge)
        name = wall.fit(pivot.name, title - badge - 40, row - 10, LABEL, "medium", 1.12)
        wall.lines(
            wall.margin + badge + 22, y + (row - name.tall(1.12)) / 2, name, None, "medium", leading=1.12
        )
        x = wall.margin + title
        room = wall.right - x - number - 40
        wall.box(x, y + row / 2 - 14, room, 28, wall.ground.track, radius=8)
        wide = room * one.named / most * wall.progress
        wall.box(x, y + row / 2 - 14, wide, 28, wall.ground.pivot(pivot.colour), radius=8)
        wall.text(
            wall.right,
            y + row / 2 + 15,
            one.count,
            LINE,
            None if one.named else wall.ground.muted,
            "bold",
            "end",
        )

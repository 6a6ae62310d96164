"""Our city today, and the city we chose: every district with its number and stage."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.pictures import city
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import COUNT, LABEL, LEAST
from desktop.look.scenes.frame import Frame, Wall

RING = 34.0
"""The room of the ring before a computed level."""
STAGGER = 42.0
"""From the upper line of names to the lower one."""
APART = 28.0
"""Between the numbers of two districts."""


@dataclass(frozen=True, slots=True)
class OurCity:
    """``today_key`` and ``target_key`` explain lit and outlined windows; an empty target key hides targets' key.

    ``computed_key`` explains the rings, where there is one.
    ``finding`` begins the alternative text; ``heads`` head the table: pivot, today, stage, target.
    """

    title: str
    aside: str
    today_key: str
    target_key: str
    finding: str
    heads: tuple[str, str, str, str]
    scale: Scale
    standings: tuple[Standing, ...]
    computed_key: str = ""


def our_city(said: OurCity, frame: Frame) -> Picture:
    """The whole city; ``frame.progress`` lights it."""
    wall = Wall(frame)
    top = _keys(wall, said, wall.title(said.title, said.aside) + 34)
    step = wall.inner / max(1, len(said.standings))
    stages = [wall.fit(one.stage, step - 12, 124, LEAST, "medium", 1.16) for one in said.standings]
    names = [wall.fit(one.short, step - 12, 82, LEAST, "regular", 1.16) for one in said.standings]
    deep = max((stage.tall(1.16) for stage in stages), default=0.0)
    whose = max((name.tall(1.16) for name in names), default=0.0) if not wall.narrow else 2 * STAGGER
    sizes = _sizes(wall, said.standings, step - APART)
    under = 0.0 if sizes.beside else LEAST * 1.3
    below = 34 + whose + 20 + COUNT + under + 14 + deep
    tallest = min(city.height(step * 0.94), wall.h - 48 - below - top - 40)
    # What is left over stands two thirds above the roofs.
    base = wall.h - 48 - below - max(0.0, wall.h - 48 - below - top - 40 - tallest) / 3
    marks, plots = city.skyline(
        said.standings, said.scale, wall.margin, base, wall.inner, wall.ground, wall.progress, tallest=tallest
    )
    wall.marks += marks
    for place, one in enumerate(said.standings):
        middle = plots[place][0]
        y = base + 34
        if wall.narrow:
            staggered(wall, one, place, middle, base, step)
        else:
            wall.lines(middle, y, names[place], wall.ground.muted, "regular", "middle", 1.16)
        _levels(wall, one, middle, y + whose + 20, sizes)
        at = y + whose + 20 + COUNT + under + 14
        wall.lines(middle, at, stages[place], None, "medium", "middle", 1.16)
    rows = tuple((one.name, one.today_words, one.stage, one.target_words or "–") for one in said.standings)
    return wall.close(f"{said.finding} {said.title}.", Table(said.heads, rows))


def _keys(wall: Wall, said: OurCity, y: float) -> float:
    """What lit, outlined and ringed mean, on as many lines as the words need; returns the y below them."""
    x, lit = wall.margin, wall.ground.lit
    rings = said.computed_key if any(one.ringed for one in said.standings) else ""
    for words, kind in ((said.today_key, "lit"), (said.target_key, "outlined"), (rings, "ring")):
        if not words:
            continue
        if x > wall.margin and x + 44 + wall.width(words, LEAST) > wall.right:
            x, y = wall.margin, y + 50
        if kind == "ring":
            wall.disc(x + 13, y + 18, 11, wall.ground.surface, lit)
        else:
            wall.box(x, y, 26, 35, lit if kind == "lit" else None, None if kind == "lit" else lit, 4, 5)
        x += 44 + wall.line(x + 44, y + 30, wall.right - x - 44, words, LEAST, wall.ground.muted) + 44
    return y + 35


def staggered(wall: Wall, one: Standing, place: int, middle: float, base: float, step: float) -> None:
    """A narrow wall's names, in turn on an upper and a lower line, in the colour of the strip they belong to."""
    lower, colour = place % 2, wall.ground.pivot(one.colour)
    y = base + 34 + lower * STAGGER
    if lower:
        wall.box(middle - 1.5, base + 20, 3, y - base - 22, colour, radius=1.5)
    wide = min(2 * step - 36, wall.width(one.short, LEAST, "medium"))
    near = min(max(middle, wall.margin + wide / 2), wall.right - wide / 2)
    wall.line(near, y + 30, 2 * step - 36, one.short, LEAST, colour, "medium", "middle")


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Of level and target, the same in every district; ``beside``: the target stands beside the level, not below."""

    level: float
    target: float
    beside: bool


def _sizes(wall: Wall, standings: tuple[Standing, ...], room: float) -> _Sizes:
    """The largest that fit: a larger number in one district would say more than it does."""

    def widest(level: float, target: float) -> float:
        return max(
            (
                (RING if one.ringed else 0.0)
                + wall.width(one.today_words, level, "bold")
                + (target * 0.26 + wall.width(_after(wall, one), target) if _after(wall, one) else 0.0)
                for one in standings
            ),
            default=0.0,
        )

    if widest(COUNT, LABEL) <= room:
        return _Sizes(COUNT, LABEL, beside=True)
    if widest(46.0, LEAST) <= room:
        return _Sizes(46.0, LEAST, beside=True)
    return _Sizes(COUNT, LEAST, beside=False)


def _after(wall: Wall, one: Standing) -> str:
    """The arrow and the target, or nothing."""
    arrow = "←" if wall.frame.rtl else "→"
    return f"{arrow} {one.target_words}" if one.target_words and one.today is not None else ""


def _levels(wall: Wall, one: Standing, middle: float, y: float, sizes: _Sizes) -> None:
    """The level large, the target smaller after or below it; computed levels have their ring."""
    small, big, less = _after(wall, one), sizes.level, sizes.target
    ring = RING if one.ringed else 0.0
    total = ring + wall.width(one.today_words, big, "bold")
    if small and sizes.beside:
        total += less * 0.26 + wall.width(small, less)
    x, base = middle - total / 2, y + COUNT * 0.8
    if ring:
        wall.disc(x + 11, base - big * 0.35, 11, wall.ground.surface, wall.ground.lit, 4)
    x += ring
    x += wall.text(x, base, one.today_words, big, None, "bold")
    if small and sizes.beside:
        wall.text(x + less * 0.26, base, small, less, wall.ground.muted)
    elif small:
        wall.text(middle, base + less * 1.3, small, less, wall.ground.muted, anchor="middle")

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
    whose = 56.0 if wall.narrow else max((name.tall(1.16) for name in names), default=0.0)
    below = 34 + whose + 20 + COUNT + 14 + deep
    tallest = min(city.height(step * 0.94), wall.h - 48 - below - top - 40)
    # What is left over stands two thirds above the roofs.
    base = wall.h - 48 - below - max(0.0, wall.h - 48 - below - top - 40 - tallest) / 3
    marks, plots = city.skyline(
        said.standings, said.scale, wall.margin, base, wall.inner, wall.ground, wall.progress, tallest=tallest
    )
    wall.marks += marks
    sizes = _sizes(wall, said.standings, step - 14)
    for place, one in enumerate(said.standings):
        middle = plots[place][0]
        y = base + 34
        if wall.narrow:
            wall.badge(one.number, one.colour, middle - 28, y, 56)
        else:
            wall.lines(middle, y, names[place], wall.ground.muted, "regular", "middle", 1.16)
        _levels(wall, one, middle, y + whose + 20, sizes)
        wall.lines(middle, y + whose + 20 + COUNT + 14, stages[place], None, "medium", "middle", 1.16)
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


def _sizes(wall: Wall, standings: tuple[Standing, ...], room: float) -> tuple[float, float]:
    """The sizes of level and target, the same in every district: a larger number would say more than it does."""
    big, less = (COUNT, LABEL)
    for one in standings:
        ring = RING if one.ringed else 0.0
        if ring + wall.width(one.today_words, big, "bold") + wall.width(_after(wall, one), less) > room:
            return 46.0, LEAST
    return big, less


def _after(wall: Wall, one: Standing) -> str:
    """The arrow and the target, or nothing."""
    arrow = "←" if wall.frame.rtl else "→"
    return f" {arrow} {one.target_words}" if one.target_words and one.today is not None else ""


def _levels(wall: Wall, one: Standing, middle: float, y: float, sizes: tuple[float, float]) -> None:
    """The level large, the target after it smaller; computed levels have their ring."""
    small, (big, less) = _after(wall, one), sizes
    ring = RING if one.ringed else 0.0
    wide = wall.width(one.today_words, big, "bold")
    total = ring + wide + wall.width(f"\u00a0{small.strip()}", less) if small else ring + wide
    x = middle - total / 2
    base = y + COUNT * 0.8
    if ring:
        wall.disc(x + 11, base - big * 0.35, 11, wall.ground.surface, wall.ground.lit, 4)
    x += ring
    x += wall.text(x, base, one.today_words, big, None, "bold")
    if small:
        wall.text(x + less * 0.26, base, small.strip(), less, wall.ground.muted)

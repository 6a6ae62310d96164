"""The roadmap in one picture: what comes now, next and later, who answers for it, what needs what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.look.marks import Picture
from desktop.look.pictures import roadmap as pictures
from desktop.look.scale import LABEL, LEAD, LEAST
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class Roadmap:
    """``nothing`` is said where no action is chosen."""

    title: str
    aside: str
    waves: tuple[pictures.Wave, ...]
    nothing: str
    heads: tuple[str, str, str]


FORM = pictures.CardForm(title=LABEL, owner=LEAST, badge=56.0, pad=22.0, gap=20.0, tallest=196.0, radius=18.0)


def roadmap(said: Roadmap, frame: Frame) -> Picture:
    """A column a wave. A wave nobody filled gives its room to the owners of the others where they need it."""
    wall = Wall(frame)
    top = wall.title(said.title, said.aside) + 30
    gap = 52.0 if wall.narrow else 64.0
    # Narrow screens keep the badge small, for the words' sake.
    form = replace(FORM, title=36.0, badge=46.0, pad=16.0, tallest=240.0) if wall.narrow else FORM
    shown = _shown(wall, said, gap, wall.h - 52 - top - 146, form)
    columns = pictures.columns_of(shown, wall.margin, wall.inner, gap)
    top = _heads(wall, shown, columns, top)
    if not any(wave.cards for wave in said.waves):
        wall.block(wall.margin, top + 40, wall.inner, 200, said.nothing, LEAD, wall.ground.muted)
    pictures.waves(wall, shown, wall.margin, top, wall.inner, wall.h - 52, gap, form)
    return wall.close(said.title, pictures.said(said.waves, said.heads))


def _shown(
    wall: Wall, said: Roadmap, gap: float, room: float, form: pictures.CardForm
) -> tuple[pictures.Wave, ...]:
    """All waves; without the empty ones where an owner would else have to go."""
    some = tuple(wave for wave in said.waves if wave.cards)
    if not some or pictures.owners_fit(wall, said.waves, wall.inner, room, gap, form):
        return said.waves
    return some


def _heads(
    wall: Wall, waves: tuple[pictures.Wave, ...], columns: list[tuple[float, float]], top: float
) -> float:
    """Each wave's name and its end, on one line where all of them fit, else on two; returns where cards begin."""
    needed = [wall.width(wave.name, LEAD, "bold") + 20 + wall.width(wave.until, LEAST) for wave in waves]
    beside = all(need <= wide for need, (_, wide) in zip(needed, columns, strict=True))
    for (left, wide), wave in zip(columns, waves, strict=True):
        name = wall.line(left, top + 42, wide, wave.name, LEAD, None, "bold")
        at = (left + name + 20, top + 42, wide - name - 20) if beside else (left, top + 92, wide)
        wall.line(*at, wave.until, LEAST, wall.ground.muted)
    y = top + (68 if beside else 118)
    for left, wide in columns:
        wall.rule(left, y, wide, wall.ground.muted, 3)
    return y + 28

"""The roadmap in one picture: what comes now, next and later, who answers for it, what needs what."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture
from desktop.look.pictures import roadmap as pictures
from desktop.look.scale import LABEL, LEAST
from desktop.look.scenes.frame import Frame, Wall


@dataclass(frozen=True, slots=True)
class Roadmap:
    """``nothing`` is said where no action is chosen."""

    title: str
    aside: str
    waves: tuple[pictures.Wave, ...]
    nothing: str
    heads: tuple[str, str, str]


FORM = pictures.CardForm(title=36.0, owner=34.0, badge=48.0, pad=20.0, gap=18.0, tallest=190.0, radius=18.0)


def roadmap(said: Roadmap, frame: Frame) -> Picture:
    """Three columns of cards."""
    wall = Wall(frame)
    top = wall.title(said.title, said.aside) + 44
    gap = 60.0
    if not any(wave.cards for wave in said.waves):
        wall.block(wall.margin, top + 60, wall.inner, 200, said.nothing, LABEL + 6, wall.ground.muted)
    wide = (wall.inner - gap * (len(said.waves) - 1)) / max(1, len(said.waves))
    for place, wave in enumerate(said.waves):
        left = wall.margin + place * (wide + gap)
        name = wall.text(left, top + 40, wave.name, LABEL + 8, None, "semibold")
        wall.line(
            left + wide, top + 40, wide - name - 24, wave.until, LEAST, wall.ground.muted, "regular", "end"
        )
        wall.rule(left, top + 62, wide, thick=3)
    pictures.waves(wall, said.waves, wall.margin, top + 90, wall.inner, wall.h - 56, gap, FORM)
    return wall.close(said.title, pictures.said(said.waves, said.heads))

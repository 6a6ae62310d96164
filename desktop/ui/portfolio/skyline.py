"""The city as a small picture without words, for the list of workshops."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from desktop.look.marks import Mark, Picture
from desktop.look.palette import Ground
from desktop.look.pictures.city import district, height
from desktop.look.pictures.standing import Scale, Standing
from desktop.model.framework import Framework, say
from desktop.words.catalogue import Words
from desktop.words.formats import agreed

_GAP = 0.12
"""Between two districts, as a share of a district."""
_STRIP = 5.0


def skyline(
    words: Words, framework: Framework, levels: Mapping[str, float | None], ground: Ground, width: float
) -> Picture:
    """One district a pivot, lit to the level agreed; dark where there is none."""
    number = len(framework.pivots)
    wide = width / (number + (number - 1) * _GAP)
    base = height(wide) + 2
    scale = Scale(framework.lowest, tuple(say(stage.name, words.language) for stage in framework.stages))
    marks: list[Mark] = []
    said: list[str] = []
    for place, pivot in enumerate(framework.pivots):
        level = levels.get(pivot.id)
        name = say(pivot.short, words.language)
        exact = None if level is None else Fraction(level)
        standing = Standing(place + 1, pivot.colour, name, name, exact, agreed(words, level), "")
        marks += district(standing, scale, place * wide * (1 + _GAP), base, wide, ground, strip=_STRIP)
        if level is not None:
            said.append(f"{name} {agreed(words, level)}")
    alt = (
        words.say("The city: {levels}.", levels=", ".join(said))
        if said
        else words.say("The city before its workshop: no light yet.")
    )
    return Picture(width, base + _STRIP * 2, tuple(marks), alt)

"""What a scene is told besides the workshop: its words, and what only the room's clock and hands know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from desktop.look.marks import Picture
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scenes.frame import Frame, Head
from desktop.model import levels
from desktop.model.framework import Pivot
from desktop.model.measures.score import Source
from desktop.model.workshop import Workshop
from desktop.words import formats
from desktop.words.catalogue import Words
from desktop.words.dates import until
from desktop.words.missing import not_scored
from desktop.words.stages import Stages, stages_of

Scene = Callable[[Frame], Picture]


@dataclass(frozen=True, slots=True)
class Telling:
    """``back_at`` and ``left`` are what a break says ("10:15", "11 minutes left"), ``spent`` 0 to 1 of its time.

    ``hands`` is the level hands are being raised for. ``answers_in`` overrides the counter while hands are counted:
    it stands still until the count is kept. ``seconds_here`` is how long the console has stood at its place.
    """

    words: Words
    back_at: str = ""
    left: str = ""
    spent: float = 0.0
    hands: int | None = None
    answers_in: int | None = None
    show_city: bool = True
    seconds_here: float = 0.0

    def stages(self, w: Workshop) -> Stages:
        """The names of the levels."""
        return stages_of(self.words, w.framework)


def scale_of(w: Workshop, telling: Telling) -> Scale:
    """The framework's scale with its stage names."""
    return Scale(w.framework.lowest, telling.stages(w).names)


def head_of(w: Workshop, pivot: Pivot, aside: str = "") -> Head:
    """A pivot's line at the top of a scene."""
    return Head(pivot.place, pivot.colour, w.words(pivot.id, "name", pivot.name), aside)


def standings_of(w: Workshop, telling: Telling, *, plan: bool = False) -> tuple[Standing, ...]:
    """Every pivot ready for a picture; only what the room has agreed or seen is in it."""
    return tuple(standing_of(w, pivot, telling, plan=plan) for pivot in w.pivots)


def standing_of(w: Workshop, pivot: Pivot, telling: Telling, *, plan: bool = False) -> Standing:
    """One pivot ready for a picture."""
    score = levels.in_force(w, pivot.id)
    target = w.target_of(pivot.id)
    projected = levels.projection(w, pivot.id).projected if plan else None
    return Standing(
        number=pivot.place,
        colour=pivot.colour,
        name=w.words(pivot.id, "name", pivot.name),
        short=w.words(pivot.id, "short", pivot.short),
        today=score.level,
        today_words=formats.in_force(telling.words, score),
        stage=telling.stages(w).at(score.level) if score.level is not None else not_scored(telling.words),
        agreed=score.source is Source.AGREED,
        target=levels.target(w, pivot.id),
        target_words=formats.agreed(telling.words, target.level) if target else "",
        gap_words=_gap(w, pivot, telling),
        by=until(telling.words, target.horizon) if target and target.horizon else "",
        plan=projected,
        plan_words=formats.computed(telling.words, projected) if projected is not None else "",
    )


def _gap(w: Workshop, pivot: Pivot, telling: Telling) -> str:
    """The levels to climb, in halves between two agreed figures; empty where either end is missing."""
    score, target = levels.in_force(w, pivot.id), levels.target(w, pivot.id)
    if score.level is None or target is None:
        return ""
    climb = max(Fraction(0), target - score.level)
    return formats.steps(telling.words, climb, agreed_levels=score.source is Source.AGREED)

"""What the console puts on the wall: the scene of the place in hand, or the whole city over it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.look.staging.day_scenes import city_scene
from desktop.look.staging.scene import scene
from desktop.look.staging.telling import Telling
from desktop.model.records import Step
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.console.steps.base import StepScreen
from desktop.ui.stage import Stage

MOVING = frozenset({"results", "lit", "city", "plan", "gaps", "phases_shown", "fails_shown"})
"""Parts whose scene unfolds when it comes up."""


class Wall:
    """Knows what it showed last, so that a scene unfolds once."""

    def __init__(self, stage: Stage, told: Callable[[Step | None], Telling]) -> None:
        """``told`` is what a scene is told beside the workshop: the time, and the words for it."""
        self._stage, self._told = stage, told
        self._shown: tuple[object, ...] = ()
        self.city = False
        """Whether the whole city stands over the scene."""

    def show(self, w: Workshop, place: Place, step: StepScreen) -> None:
        """Show where the workshop stands; ``step`` adds what only its screen knows."""
        at = w.steps.get(place.step)
        told = step.telling(self._told(at))
        made = city_scene(w, told) if self.city else scene(w, place, told)
        new = (place, self.city, w.decision_on("pivot", at.subject or "") if at is not None else None)
        moves = new != self._shown and (self.city or place.part in MOVING)
        self._shown = new
        self._stage.show_scene(made, moves=moves)

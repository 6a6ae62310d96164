"""The scene of a place: pure, so that wall, preview, screenshot and test draw the same picture."""

from __future__ import annotations

from desktop.look.staging.day_scenes import day_scene
from desktop.look.staging.pivot_scenes import pivot_scene
from desktop.look.staging.poll_scenes import poll_scene
from desktop.look.staging.telling import Scene, Telling
from desktop.model.walk import POLLED, Place
from desktop.model.workshop import Workshop


def scene(w: Workshop, place: Place, telling: Telling) -> Scene:
    """What the wall shows while the console stands at a place."""
    step = w.steps.get(place.step)
    pivot = (
        w.framework.pivot_by_id.get(step.subject or "") if step is not None and step.kind == "pivot" else None
    )
    if pivot is not None:
        return pivot_scene(w, place, pivot, telling)
    if step is not None and step.kind in POLLED and place.part != "pause":
        return poll_scene(w, step, place, telling)
    return day_scene(w, place, telling)

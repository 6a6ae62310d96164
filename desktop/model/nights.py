"""Where a step stands among the sittings of a workshop: after a night, or last before one."""

from __future__ import annotations

from desktop.model.records import Step
from desktop.model.workshop import Workshop


def after_a_night(w: Workshop, step: Step) -> bool:
    """Whether the step belongs to a later sitting than the first."""
    return bool(w.agenda) and step.session != w.agenda[0].session


def before_a_night(w: Workshop, step: Step) -> bool:
    """Whether the step is the last of its sitting that the room lives through, and another sitting comes."""
    later = [one for one in w.agenda if one.place > step.place and one.state != "skipped"]
    today = [one for one in later if one.session == step.session and one.kind != "slack"]
    return not today and any(one.session != step.session for one in later)

"""From the library's action to a suggestion before the room."""

from __future__ import annotations

from typing import cast

from desktop.model.action_library import LibraryAction
from desktop.model.framework import say
from desktop.model.moment import Moment
from desktop.model.records import Action, Effort
from desktop.model.workshop import Workshop

DAYS: dict[Effort, float] = {"s": 5.0, "m": 20.0, "l": 60.0, "x": 120.0}
"""Person-days guessed from the effort (method.md §6)."""

TO_CHECK = (
    "owner", "reports_to", "first_step", "measure", "measure_from", "measure_to", "source", "risk",
)  # fmt: skip
"""What only the city knows: filled in from the library as a start, and to be checked by the facilitator.

The owner is not filled in: paper and wall would say that a post answers which nobody named.
"""


def likely_owner(w: Workshop, action: Action) -> str:
    """The post the library suggests for an action, in the workshop's language; '' where it suggests none."""
    found = w.library.by_id.get(action.library_id or "")
    return say(found.owner, w.language) if found is not None else ""


def suggestion(w: Workshop, at: Moment, action: LibraryAction, place: int) -> Action:
    """An action of the library in the workshop's language, offered: without number, wave or due date."""
    language = w.language
    measure = action.measure
    return Action(
        id=at.new_id(),
        workshop=w.about.id,
        pivot=w.framework.questions[action.question].pivot,
        title=say(action.title, language),
        place=place,
        library_id=action.id,
        question=action.question,
        from_level=action.from_level,
        to_level=action.to_level,
        detail=say(action.detail, language),
        reports_to=say(action.reports_to, language),
        measure=say(measure.what, language),
        measure_from=say(measure.start, language),
        measure_to=say(measure.goal, language),
        source=say(measure.source, language),
        first_step=say(action.first_step, language),
        benefit=say(action.benefit, language),
        risk=say(action.risk, language),
        effort=cast(Effort, action.effort),
        sdg=action.sdg,
        to_check=TO_CHECK,
    )

"""Who keeps the plan alive, and when the city looks at it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.model import days
from desktop.model.change import Change, turned
from desktop.model.moment import Moment
from desktop.model.text import line
from desktop.model.verbs.guards import may_change
from desktop.model.workshop import Workshop


def keeper(w: Workshop, at: Moment, *, post: str) -> Change:
    """The plan keeper, a post; empty: nobody yet.

    Raises:
        Refused: ``text.too_long``, ``final``.
    """
    may_change(w)
    words = line(post) or None
    return Change("commit.keeper", turned(w.about, replace(w.about, plan_keeper=words)), {"post": words})


def reviews(w: Workshop, at: Moment, *, dates: Sequence[str]) -> Change:
    """The days on which the plan is reviewed; kept in order, each once.

    Raises:
        Refused: ``date.invalid``, ``final``.
    """
    may_change(w)
    found = tuple(sorted({days.day(date) for date in dates})) or None
    about = replace(w.about, reviews=found)
    return Change("commit.reviews", turned(w.about, about), {"dates": found or ()})

"""What each kind of round asks: the choices of a ballot, and the numbers of a count (model.md, rounds by kind)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.model.records import RoundKind
from desktop.model.workshop import Workshop

MOST_PICKS = 3
MOST_DOTS = 10
STRENGTHS = range(1, 5)
"""Impact and effort: four steps, no middle."""

About = Literal["question", "pivot", "action", "scenario", "room"]


@dataclass(frozen=True, slots=True)
class Answers:
    """What one may answer in a round.

    ``choices``: the values of a ballot's choice; None where points are given instead. ``places``: how many
    numbers a count has. ``each``: points one person may give, in sum. ``about``: what the subject names.
    """

    about: About
    choices: range | None
    places: int
    each: int = 1

    def place_of(self, choice: int) -> int:
        """Where a choice stands among the numbers of a count, from 0."""
        assert self.choices is not None, "points have no choice"
        return self.choices.index(choice)


def answers(w: Workshop, kind: RoundKind) -> Answers:
    """What may be answered in a round of this kind, in this workshop."""
    match kind:
        case "level":
            return _choose("question", w.framework.levels)
        case "target":
            return _choose("pivot", w.framework.levels)
        case "phase":
            return _choose("room", range(1, len(w.framework.phases) + 1))
        case "fails_first":
            return _choose("scenario", range(len(w.pivots) + 1))
        case "impact" | "effort":
            return _choose("action", STRENGTHS)
        case "stand_behind":
            return _choose("room", range(2))
        case "picks":
            # By place, and places are never used again: dropping an action moves no number of a count.
            return Answers(
                "room", None, max((one.place for one in w.actions.values()), default=0), MOST_PICKS
            )
        case "dots":
            return Answers("room", None, len(w.pivots), MOST_DOTS)


def _choose(about: About, choices: range) -> Answers:
    return Answers(about, choices, len(choices))

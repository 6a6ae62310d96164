"""What gathering works with: the workshop, its words and the names of its levels."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.model import levels
from desktop.model.framework import Pivot
from desktop.model.records import WAVES, Action, Round
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words
from desktop.words.lists import isolated
from desktop.words.stages import Stages


@dataclass(frozen=True)
class Told:
    """A workshop about to be told in one language."""

    w: Workshop
    words: Words
    stages: Stages

    def pivot_name(self, pivot: Pivot) -> str:
        """A pivot's name as this workshop words it."""
        return self.w.words(pivot.id, "name", pivot.name)

    def said(self, typed: str) -> str:
        """What people can reword or type, ready to stand in a sentence of ours."""
        return isolated(self.words, typed)

    @cached_property
    def first_votes(self) -> tuple[Round, ...]:
        """The first vote shown on each question asked, in framework order."""
        return first_votes(self.w)

    @cached_property
    def plan(self) -> tuple[Action, ...]:
        """The actions in the one order of the papers: by wave, what another needs before it, then gap, then number."""
        w = self.w
        place = {row.pivot: at for at, row in enumerate(levels.gaps(w)) if row.value}

        def key(action: Action) -> tuple[int, int, int]:
            return _wave(action), place.get(action.pivot, len(place)), action.number or 0

        waiting = {action.id: action for action in sorted(w.plan, key=key)}
        needs: dict[str, list[Action]] = {}
        for need in w.needs.values():
            other = waiting.get(need.needs_action or "")
            if other is not None and need.action in waiting and _wave(other) == _wave(waiting[need.action]):
                needs.setdefault(need.action, []).append(other)
        found: dict[str, Action] = {}

        def take(action: Action) -> None:
            if waiting.pop(action.id, None) is None:
                return
            for other in sorted(needs.get(action.id, ()), key=key):
                take(other)
            found[action.id] = action

        for action in tuple(waiting.values()):
            take(action)
        return tuple(found.values())

    def review(self) -> str | None:
        """The first day on which progress is reviewed."""
        return self.w.about.reviews[0] if self.w.about.reviews else None


def _wave(action: Action) -> int:
    return WAVES.index(action.wave) if action.wave in WAVES else len(WAVES)


def first_votes(w: Workshop) -> tuple[Round, ...]:
    """The first vote shown on each question asked, in framework order."""
    shown = (levels.shown_rounds(w, question.id) for question in w.questions)
    return tuple(votes[0] for votes in shown if votes)


def took_part(w: Workshop) -> int:
    """How many people took part: those in the room now, or as many as a first vote found there."""
    return max([w.present, *(levels.tally(w, one.id).room for one in first_votes(w))])


def as_fraction(value: float | None) -> Fraction | None:
    """A half level, a sum of money or a number of days, exactly."""
    return None if value is None else Fraction(value)

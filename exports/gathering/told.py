"""What gathering works with: the workshop, its words and the names of its levels."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.model import levels
from desktop.model.framework import Pivot
from desktop.model.measures.priority import Priority
from desktop.model.measures.rounding import printed
from desktop.model.records import WAVES, Action, Round
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words
from desktop.words.lists import isolated
from desktop.words.stages import Stages
from exports.plan_order import needed_first


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
    def gaps(self) -> tuple[Priority, ...]:
        """The gaps that can be seen in the levels as printed, largest gap × weight first."""
        return tuple(
            row
            for row in levels.gaps(self.w)
            if row.value
            and row.level is not None
            and row.target is not None
            and printed(row.level) < printed(row.target)
        )

    @cached_property
    def plan(self) -> tuple[Action, ...]:
        """The actions in the one order of every document (:mod:`exports.plan_order`)."""
        w = self.w
        place = {row.pivot: at for at, row in enumerate(self.gaps)}
        needs: dict[str, set[str]] = {}
        for need in w.needs.values():
            if need.needs_action is not None:
                needs.setdefault(need.action, set()).add(need.needs_action)

        def key(action: Action) -> tuple[int, int]:
            return place.get(action.pivot, len(place)), action.number or 0

        ordered: list[Action] = []
        for wave in (*WAVES, None):
            waiting = sorted((one for one in w.plan if one.wave == wave), key=key)
            ordered += needed_first(waiting, lambda one: one.id, lambda one: needs.get(one.id, ()))
        return tuple(ordered)

    def review(self) -> str | None:
        """The first day on which progress is reviewed."""
        return self.w.about.reviews[0] if self.w.about.reviews else None


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

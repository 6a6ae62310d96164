"""What gathering works with: the workshop, its words and the names of its levels."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from desktop.model.framework import Pivot
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words
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

    def review(self) -> str | None:
        """The first day on which progress is reviewed."""
        return self.w.about.reviews[0] if self.w.about.reviews else None


def as_fraction(value: float | None) -> Fraction | None:
    """A half level, a sum of money or a number of days, exactly."""
    return None if value is None else Fraction(value)
